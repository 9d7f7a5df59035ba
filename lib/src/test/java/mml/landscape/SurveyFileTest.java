package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import mml.data.TwoSpirals;
import mml.landscape.point.PointState;
import mml.math.Bowl;
import mml.math.Grid.Axis;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.NetworkObjective;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyFileTest {
    private static final Axis AXIS = Landscapes.AXIS;
    private static final ResidualMlp MODEL = new ResidualMlp(16, 3, Shortcut.IDENTITY);
    private static final Parameters CENTRE = MODEL.initial(1);
    private static final NetworkObjective LOSS = NetworkObjective.of(MODEL.network(), TwoSpirals.of(200, 1));

    @TempDir
    private Path folder;

    @AfterEach
    void leaveNoFlagBehind() {
        Thread.interrupted();
    }

    private Path file() {
        return folder.resolve("surface.txt");
    }

    private Survey<Surface> survey(Objective objective) {
        return Landscapes.PLANE.survey(objective, AXIS, AXIS).in(file());
    }

    private static <R> SurveyWatch<R> stopAfter(int points) {
        Thread caller = Thread.currentThread();
        return now -> {
            if (now.done() == points && !now.isEnd()) {
                caller.interrupt();
            } else if (now.done() > points && Thread.currentThread() != caller) {
                // the caller may have to wait for a processor, while the others finish the surface
                LockSupport.parkNanos(20_000_000);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 1", "3, 3"})
    void aSurfaceThatWasStoppedTwiceIsTheOneThatWasNotBitForBit(int before, int after) {
        Plane plane = Plane.random(CENTRE, Normalisation.FILTER, 1);
        Survey<Surface> survey = plane.survey(LOSS, AXIS, AXIS).in(file());
        Surface first = Workers.with(before, () -> survey.watch(stopAfter(50)).run());
        assertFalse(first.isComplete());
        Surface second = Workers.with(after, () -> survey.watch(stopAfter(100)).run());
        assertFalse(second.isComplete());
        assertTrue(second.done() >= first.done() + 100);
        Surface whole = Workers.with(after, survey::run);
        Surface undisturbed = plane.surface(LOSS, AXIS, AXIS);
        assertTrue(whole.isComplete());
        for (String score : LOSS.scores()) {
            assertEquals(undisturbed.grid(score), whole.grid(score));
            assertEquals(undisturbed.grid(score), Surface.read(file()).grid(score));
        }
        assertEquals(undisturbed.provenance(), Surface.read(file()).provenance());
    }

    @Test
    void onlyWhatIsWaitingIsComputed() {
        Landscapes rough = Landscapes.rough();
        Workers.with(1, () -> survey(rough).watch(stopAfter(100)).run());
        assertEquals(100, rough.computed().get());
        List<Integer> totals = new ArrayList<>();
        Surface whole = survey(rough).watch(now -> totals.add(now.total())).run();
        assertEquals(289, rough.computed().get(), "a zero, a NaN and a failure are not computed again");
        assertEquals(189, totals.get(0));
        assertEquals(189 + 1, totals.size(), "each point and the end are told");
        assertEquals(whole.grid("value"), survey(rough).run().grid("value"));
        assertEquals(289, rough.computed().get());
        assertEquals(0, survey(rough).estimate().waiting());
        assertEquals(PointState.FAILED, whole.state(10, 0));
    }

    @Test
    void whatFailedIsRetriedByName() {
        survey(Landscapes.rough()).run();
        Landscapes mended = Landscapes.of("rough", (x, y) -> 7);
        assertEquals(17, survey(mended).run().count(PointState.FAILED));
        assertEquals(0, mended.computed().get());
        assertEquals(17, survey(mended).retryingFailures().estimate().waiting());
        mended.computed().set(0);
        Surface surface = survey(mended).retryingFailures().run();
        assertEquals(17, mended.computed().get());
        assertTrue(surface.isComplete());
        assertEquals(7, surface.grid("value").at(10, 0));
        assertEquals(PointState.NAN, surface.state(12, 0), "what was computed is kept");
    }

    @Test
    void theEstimateOfAResumedSurfaceIsOfWhatIsWaiting() {
        Landscapes rough = Landscapes.rough();
        Workers.with(1, () -> survey(rough).watch(stopAfter(100)).run());
        assertEquals(189, survey(rough).estimate().waiting());
        assertEquals(100, Surface.read(file()).done() + Surface.read(file()).count(PointState.FAILED));
    }

    @Test
    void aSurfaceStoppedBeforeItsFirstPointLeavesAFileThatCanBeUsed() {
        Thread.currentThread().interrupt();
        assertEquals(0, survey(Landscapes.rough()).run().done());
        assertFalse(Thread.interrupted());
        assertEquals(0, Surface.read(file()).done());
        assertEquals(272, survey(Landscapes.rough()).run().done());
    }

    @Test
    void aFileOfAnotherNetworkOtherDataOrAnotherPlaceIsRefusedAndLeftAsItIs() throws IOException {
        Axis small = new Axis(-1, 1, 3);
        Plane plane = Plane.random(CENTRE, Normalisation.FILTER, 1);
        plane.survey(LOSS, small, small).in(file()).run();
        String before = Files.readString(file());
        String other = "surface.txt is of another surface: its ";
        assertRefused(
                other + "data is \"two spirals, 200 examples, SHA-256 ",
                () -> plane.survey(NetworkObjective.of(MODEL.network(), TwoSpirals.of(200, 2)), small, small)
                        .in(file())
                        .run());
        assertRefused(
                other + "scoring is \"mean cross-entropy of 200 labels, hash ",
                () -> plane.survey(LOSS.decay(0.1), small, small).in(file()).run());
        assertRefused(
                other + "directions is \"Gaussian, normalisation FILTER, seed 1\", this one's \"Gaussian, normalisation"
                        + " FILTER, seed 2\"",
                () -> Plane.random(CENTRE, Normalisation.FILTER, 2)
                        .survey(LOSS, small, small)
                        .in(file())
                        .run());
        assertRefused(
                other + "centre is \"",
                () -> Plane.random(MODEL.initial(2), Normalisation.FILTER, 1)
                        .survey(LOSS, small, small)
                        .in(file())
                        .estimate());
        ResidualMlp deeper = new ResidualMlp(16, 4, Shortcut.IDENTITY);
        assertRefused(
                other + "function is \"layer ",
                () -> Plane.random(deeper.initial(1), Normalisation.FILTER, 1)
                        .survey(NetworkObjective.of(deeper.network(), TwoSpirals.of(200, 1)), small, small)
                        .in(file())
                        .run());
        assertEquals(before, Files.readString(file()));
    }

    private static void assertRefused(String sentence, Executable call) {
        String found = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(found.startsWith(sentence), found);
        assertEquals(1, found.lines().count());
    }

    @Test
    void anObjectiveWithoutAnOriginIsNotKeptInAFile() {
        Plane plane = new Plane(Landscapes.PLANE.centre(), Landscapes.PLANE.first(), Landscapes.PLANE.second());
        Survey<Surface> survey = plane.survey(new Bowl(Landscapes.TWO), AXIS, AXIS);
        var e = assertThrows(UnsupportedOperationException.class, () -> survey.in(file()));
        assertEquals("Bowl must implement origin() for this: by it the file knows whose points it has", e.getMessage());
    }

    @Test
    void aFolderAndAPlaceThatCannotBeWrittenAreRefusedBeforeAnythingIsComputed() throws IOException {
        Landscapes rough = Landscapes.rough();
        Survey<Surface> survey = Landscapes.PLANE.survey(rough, AXIS, AXIS);
        assertRefused(
                "surface file must be a file, " + folder + " is a folder",
                () -> survey.in(folder).run());
        assertRefused(
                "surface file must be a file, " + folder + " is a folder",
                () -> survey.in(folder).estimate());
        Path inTheWay = Files.writeString(folder.resolve("file"), "x");
        var e = assertThrows(
                UncheckedIOException.class,
                () -> survey.in(inTheWay.resolve("surface.txt")).run());
        assertTrue(
                e.getMessage().startsWith("surface file " + inTheWay.resolve("surface.txt") + " cannot be opened: "));
        assertEquals(0, rough.computed().get());
    }

    @Test
    void aTextHoldsWhatTheSurfaceHolds() {
        Surface part = Workers.with(
                1, () -> survey(Landscapes.rough()).watch(stopAfter(200)).run());
        Surface read = Surface.of(part.text());
        assertFalse(part.isComplete());
        assertEquals(part.progress(), read.progress());
        assertEquals(part.provenance(), read.provenance());
        assertEquals(part.grid("value"), read.grid("value"));
        assertEquals(part.reason(10, 0), read.reason(10, 0));
        assertEquals(part.text(), read.text());
        assertEquals(part.text(), Surface.of(part.text().strip()).text(), "the last line counts without its line feed");
    }

    @Test
    void aTextThatIsNoSurfacesIsRefused() {
        String text = survey(Landscapes.rough()).run().text();
        String harmed = text.replaceFirst("\n0 .", "\n0 x");
        assertEquals(
                "text is damaged in line 15: delete that line, and its point is computed again",
                assertThrows(IllegalArgumentException.class, () -> Surface.of(harmed))
                        .getMessage());
        assertEquals(
                "text must begin with \"mml surface\": it is no surface file",
                assertThrows(IllegalArgumentException.class, () -> Surface.of(""))
                        .getMessage());
    }
}
