package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mml.data.TwoSpirals;
import mml.landscape.point.PointState;
import mml.math.Grid.Axis;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.NetworkObjective;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A line is surveyed as a plane is: in a file, stopped and resumed, with a state for each point. */
class CurveFileTest {
    private static final Axis AXIS = new Axis(-2, 2, 17);
    private static final Line LINE = new Line(Landscapes.PLANE.centre(), Landscapes.PLANE.first());

    @TempDir
    Path folder;

    @AfterEach
    void leaveNoFlagBehind() {
        Thread.interrupted();
    }

    private Path file() {
        return folder.resolve("curve.txt");
    }

    private Survey<Curve> survey(Landscapes objective) {
        return LINE.survey(objective, AXIS).in(file());
    }

    private static SurveyWatch<Curve> stopAfter(int points) {
        Thread caller = Thread.currentThread();
        return now -> {
            if (now.done() == points && !now.isEnd()) {
                caller.interrupt();
            }
        };
    }

    @Test
    void aCurveThatWasStoppedIsTheOneThatWasNotBitForBit() {
        ResidualMlp model = new ResidualMlp(16, 3, Shortcut.IDENTITY);
        NetworkObjective losses = NetworkObjective.of(model.network(), TwoSpirals.of(200, 1));
        Parameters centre = model.initial(1);
        Line line = Line.random(centre, Normalisation.FILTER, 1);
        Survey<Curve> survey = line.survey(losses, AXIS).in(file());
        Curve part = Workers.with(1, () -> survey.watch(stopAfter(7)).run());
        assertEquals(7, part.done());
        assertEquals(7, Curve.read(file()).done());
        Curve whole = Workers.with(2, survey::run);
        assertTrue(whole.isComplete());
        Curve undisturbed = line.curve(losses, AXIS);
        for (String score : losses.scores()) {
            assertArrayEquals(undisturbed.values(score), whole.values(score));
            assertArrayEquals(undisturbed.values(score), Curve.read(file()).values(score));
        }
        assertEquals(undisturbed.provenance(), Curve.read(file()).provenance());
        assertEquals(List.of(AXIS), whole.provenance().axes());
    }

    @Test
    void onlyWhatIsWaitingIsComputedFromCoarseToFine() {
        Landscapes rough = Landscapes.rough();
        Workers.with(1, () -> survey(rough).watch(stopAfter(5)).run());
        assertEquals(5, rough.computed().get());
        Curve coarse = Curve.read(file());
        assertEquals(PointState.DONE, coarse.state(0));
        assertEquals(PointState.DONE, coarse.state(16), "it reaches from end to end");
        assertEquals(12, survey(rough).estimate().waiting());
        rough.computed().set(0);
        List<Integer> totals = new ArrayList<>();
        Curve whole = survey(rough).watch(now -> totals.add(now.total())).run();
        assertEquals(12, rough.computed().get());
        assertEquals(12, totals.get(0));
        assertEquals(PointState.FAILED, whole.state(10));
        assertEquals(PointState.NAN, whole.state(12));
        survey(rough).run();
        assertEquals(12, rough.computed().get(), "a NaN and a failure are not computed again");
        assertTrue(survey(Landscapes.of("rough", (x, y) -> 7))
                .retryingFailures()
                .run()
                .isComplete());
    }

    @Test
    void aCurveIsTheRowOfItsPlane() {
        Surface surface = Landscapes.PLANE.surface(Landscapes.rough(), AXIS, AXIS);
        double[] values = LINE.curve(Landscapes.rough(), AXIS).values("value");
        for (int i = 0; i < 17; i++) {
            assertEquals(surface.grid("value").at(i, 8), values[i]);
        }
    }

    @Test
    void aTextHoldsWhatTheCurveHolds() {
        Curve part = Workers.with(
                1, () -> survey(Landscapes.rough()).watch(stopAfter(9)).run());
        Curve read = Curve.of(part.text());
        assertFalse(part.isComplete());
        assertEquals(part.toString(), read.toString());
        assertEquals(part.provenance(), read.provenance());
        assertArrayEquals(part.values("value"), read.values("value"));
        for (int i = 0; i < 17; i++) {
            assertEquals(part.state(i), read.state(i));
            assertEquals(part.reason(i), read.reason(i));
        }
        assertEquals(part.text(), read.text());
        String damaged = part.text().replaceFirst("0 (\\d)", "0 7$1");
        refused("text is damaged in line ", () -> Curve.of(damaged));
    }

    @Test
    void aLineAndAPlaneAreNotTakenForEachOther() throws IOException {
        Landscapes rough = Landscapes.rough();
        String curve = survey(rough).run().text();
        Survey<Surface> plane = Landscapes.PLANE.survey(rough, AXIS, AXIS).in(file());
        String before = Files.readString(file());
        refused("curve.txt is of another surface: its number of axes is 1, this one's 2", plane::run);
        refused("a surface must have two axes, had one: it is a Curve", () -> Surface.of(curve));
        assertEquals(before, Files.readString(file()));
        Files.delete(file());
        String surface = plane.run().text();
        refused(
                "curve.txt is of another curve: its number of axes is 2, this one's 1",
                () -> survey(rough).run());
        refused("a curve must have one axis, had 2: it is a Surface", () -> Curve.of(surface));
        Files.delete(file());
        survey(rough).run();
        Line other = new Line(Landscapes.PLANE.centre(), Landscapes.PLANE.second());
        refused(
                "curve.txt is of another curve: its first direction (by its fingerprint) is \"",
                () -> other.survey(rough, AXIS).in(file()).run());
        refused(
                "curve.txt is of another curve: its axis a is 17 points on [-2.0, 2.0], this one's 5 points",
                () -> LINE.survey(rough, new Axis(-2, 2, 5)).in(file()).estimate());
    }

    private static void refused(String sentence, Executable call) {
        String found = assertThrows(IllegalArgumentException.class, call).getMessage();
        assertTrue(found.startsWith(sentence), found);
    }
}
