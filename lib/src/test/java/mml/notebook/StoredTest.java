package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.math.Mapped;
import mml.math.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class StoredTest {
    /** A result. */
    record Answer(String text, double number) {}

    private static final Answer OLD = new Answer("old", 1);
    private static final Answer NEW = new Answer("new", 2);

    private final Recorder kernel = Recorder.live();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @TempDir
    private Path folder;

    @AfterEach
    void endWhatGoesOn() {
        release.countDown();
    }

    @Test
    void whatIsInTimeIsShownAsLive() {
        Answer answer = live().budget(20).compute(() -> NEW);
        assertEquals(NEW, answer);
        assertEquals(
                List.of("live: 9.answer, computed in 0.0 s", "Answer\nname    value\ntext    new\nnumber  2"), texts());
        assertFalse(Files.exists(path()), "only reproduce writes");
    }

    @Test
    void reproduceComputesAndWritesWithItsStampWhateverTheBudget() throws IOException {
        store(OLD);
        assertEquals(NEW, in(Mode.REPRODUCE, null).budget(0).compute(() -> NEW));
        assertTrue(
                texts().get(2).matches("reproduced: 9.answer, computed in 0.0 s, written to results/9.answer.json"),
                texts().get(2));
        String file = Files.readString(path());
        assertTrue(file.contains("\"text\" : \"new\""), file);
        for (String known : List.of(
                "format", "key", "version", "seed", "library", "commit", "jdk", "processor", "made", "seconds")) {
            assertTrue(file.contains("\"" + known + "\" : "), file);
        }
    }

    @Test
    void oneKeyAloneIsReproducedAndTheOthersAreShownAsStored() {
        store(OLD);
        assertEquals(OLD, in(Mode.REPRODUCE, "9.other").budget(5).compute(() -> NEW));
        assertTrue(texts().get(2).endsWith(" Another result is reproduced."), texts().get(2));
        assertEquals(NEW, in(Mode.REPRODUCE, "9.answer").budget(5).compute(() -> NEW));
        assertEquals(NEW, live().budget(0).compute(() -> OLD));
    }

    @Test
    void whenTheBudgetRunsOutTheStoredResultAppearsWithItsStampAndTheComputationEnds() throws InterruptedException {
        store(OLD);
        CountDownLatch stopped = new CountDownLatch(1);
        Answer answer = live().budget(0.1).compute(() -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                stopped.countDown();
            }
            return NEW;
        });
        assertEquals(OLD, answer);
        String line = texts().get(2);
        assertTrue(
                line.matches("stored: 9\\.answer, made \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC in 0\\.0 s by"
                        + " environment/seminar reproduce --key 9\\.answer, on .+, .+ threads\\), JDK .+, with mml .+, commit .+\\."
                        + " The live computation ran over its 0\\.1 s and was stopped\\."),
                line);
        assertTrue(texts().get(3).contains("old"));
        stopped.await();
        assertEquals(4, texts().size(), "what was stopped never arrives");
    }

    @Test
    void aComputationThatGoesOnTakesThePlaceOfTheStoredResult() {
        store(OLD);
        assertEquals(OLD, live().budget(0.1).goOn().compute(this::released));
        assertTrue(texts().get(2).endsWith(" The live computation ran over its 0.1 s and goes on."));
        release.countDown();
        waitFor(() -> kernel.shown().size() == 6);
        List<Recorder.Shown> shown = kernel.shown();
        assertEquals(shown.get(3).place(), shown.get(4).place(), "the picture");
        assertEquals(shown.get(2).place(), shown.get(5).place(), "the line");
        assertTrue(shown.get(4).isReplacement() && shown.get(5).isReplacement());
        assertTrue(texts().get(4).contains("new"));
        assertTrue(
                texts().get(5)
                        .matches("live: 9\\.answer, computed in 0\\.\\d s; it has taken the place of the stored"
                                + " result\\. Run the cell again to go on with it\\."),
                texts().get(5));
        assertEquals(NEW, live().budget(0.1).goOn().compute(this::released), "the next run has it");
        assertEquals(1, begun.get());
        assertEquals(NEW, live().budget(5).goOn().compute(this::released), "the one after computes anew");
        assertEquals(2, begun.get());
    }

    @Test
    void theNextRunJoinsTheComputationThatGoesOn() {
        store(OLD);
        live().budget(0.1).goOn().compute(this::released);
        assertEquals(OLD, live().budget(0.1).goOn().compute(this::released));
        assertEquals(1, begun.get());
        release.countDown();
        waitFor(() -> texts().get(texts().size() - 1).startsWith("live: "));
        assertEquals(8, kernel.shown().size(), "it arrives once, in the later place");
        assertEquals(kernel.shown().get(5).place(), kernel.shown().get(6).place());
    }

    @Test
    void aComputationOfOtherSettingsStopsTheOneThatGoesOn() throws InterruptedException {
        store(OLD);
        CountDownLatch stopped = new CountDownLatch(1);
        live().budget(0.1).goOn().compute(() -> {
            try {
                return released();
            } finally {
                stopped.countDown();
            }
        });
        assertEquals(NEW, of(Mode.LIVE, null).with("seed", 8).budget(5).compute(() -> NEW));
        stopped.await();
    }

    @Test
    void aComputationThatGoesOnAndFailsSaysSoInItsPlace() {
        store(OLD);
        live().budget(0.1).goOn().compute(() -> {
            released();
            throw new IllegalStateException("<no> room");
        });
        release.countDown();
        waitFor(() -> kernel.shown().size() == 5);
        String line = texts().get(4);
        assertTrue(line.startsWith("stored: ") && line.endsWith("IllegalStateException: <no> room"), line);
        assertTrue(kernel.html().endsWith("IllegalStateException: &lt;no&gt; room</div>"), kernel.html());
        assertEquals(NEW, live().budget(5).compute(() -> NEW), "the next run computes anew");
    }

    @Test
    void aStoredResultOfOtherSettingsIsNamedAndComputedInstead() {
        store(OLD);
        Answer answer = of(Mode.LIVE, null).with("seed", 8).budget(0.1).compute(() -> slow(300));
        assertEquals(NEW, answer);
        assertEquals(
                "results/9.answer.json is not used: it was made with other settings: seed is 8, stored with 7."
                        + " It is computed instead.",
                texts().get(2));
        assertEquals(
                "The budget has run out, but results/9.answer.json is not used: it was made with other settings: seed is 8,"
                        + " stored with 7. The computation goes on.",
                texts().get(3));
        assertTrue(texts().get(4).startsWith("live: "));
        assertFalse(texts().subList(2, 6).toString().contains("old"));
    }

    @Test
    void aStoredResultOfAnotherVersionIsNamedAndComputedInstead() {
        store(OLD);
        assertEquals(NEW, live().version(2).budget(5).compute(() -> NEW));
        assertTrue(texts().get(2).contains("its value is of version 1, this notebook reads version 2"));
    }

    @Test
    void aStoredResultThatIsCutIsNamedAndComputedInstead() throws IOException {
        store(OLD);
        String whole = Files.readString(path());
        Files.writeString(path(), whole.substring(0, whole.length() / 2));
        assertEquals(NEW, live().budget(0.1).compute(() -> slow(300)));
        assertTrue(texts().get(2).startsWith("results/9.answer.json is not used: it is damaged: "), texts().get(2));
    }

    @Test
    void withoutAStoredResultTheComputationIsWaitedFor() {
        assertEquals(NEW, live().budget(0.1).compute(() -> slow(300)));
        assertEquals(
                "The budget has run out, but there is no stored result results/9.answer.json. The computation goes on.",
                texts().get(0));
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "STRICT"})
    void aBudgetOfZeroShowsTheStoredResultAndComputesNothing(Mode mode) {
        store(OLD);
        assertEquals(OLD, in(mode, null).budget(0).compute(this::released));
        assertTrue(texts().get(2).endsWith(" It is computed by this command alone."), texts().get(2));
        assertEquals(0, begun.get());
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE", "STRICT"})
    void aBudgetOfZeroWithoutAStoredResultNamesTheCommandThatMakesIt(Mode mode) {
        var e = assertThrows(
                IllegalStateException.class, () -> in(mode, null).budget(0).compute(this::released));
        assertEquals(
                "there is no stored result results/9.answer.json; this makes it: environment/seminar reproduce --key 9.answer",
                e.getMessage());
        store(OLD);
        Stored<Answer> other = of(mode, null).with("seed", 8).budget(0);
        e = assertThrows(IllegalStateException.class, () -> other.compute(this::released));
        assertEquals(
                "results/9.answer.json is not used: it was made with other settings: seed is 8, stored with 7; this makes it:"
                        + " environment/seminar reproduce --key 9.answer",
                e.getMessage());
        assertEquals(0, begun.get());
    }

    @Test
    void strictIgnoresTheBudgetAndWaits() {
        store(OLD);
        assertEquals(NEW, in(Mode.STRICT, null).budget(0.01).compute(() -> slow(300)));
        assertTrue(texts().get(2).startsWith("live: "));
    }

    @Test
    void whatFailsInTimeFailsTheCell() {
        store(OLD);
        IllegalArgumentException failure = new IllegalArgumentException("batch must be positive, was 0");
        assertEquals(
                failure,
                assertThrows(
                        IllegalArgumentException.class,
                        () -> live().budget(5).compute(() -> {
                            throw failure;
                        })));
        assertThrows(NullPointerException.class, () -> live().budget(5).compute(() -> null));
        assertEquals(2, texts().size(), "nothing is shown");
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void aStopLeavesTheStoredFileAsItIs(Mode mode) throws IOException {
        store(OLD);
        String before = Files.readString(path());
        Stored<Answer> answer = in(mode, null).budget(5);
        long began = System.nanoTime();
        Thread.currentThread().interrupt();
        try {
            assertEquals(OLD, answer.compute(this::released));
            assertEquals(Mode.LIVE, mode);
            assertTrue(texts().get(2).endsWith(" The live computation was stopped after 0.0 s."), texts().get(2));
        } catch (CancellationException e) {
            assertTrue(mode != Mode.LIVE);
            assertEquals("9.answer was stopped after 0.0 s; nothing of it was complete", e.getMessage());
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        assertTrue(seconds < 0.5, () -> "took " + seconds);
        assertFalse(Thread.interrupted(), "the stop is answered");
        assertEquals(before, Files.readString(path()));
    }

    @Test
    void whatWasCompleteWhenStoppedIsShownAsSuch() throws IOException {
        store(OLD);
        String before = Files.readString(path());
        Thread cell = Thread.currentThread();
        Answer part = live().budget(20).compute(() -> {
            Mapped<Integer> mapped =
                    Workers.map(IntStream.range(0, 1000).boxed().toList(), i -> {
                        if (i == 3) {
                            cell.interrupt();
                        }
                        pause(20);
                        Workers.pollStop();
                        return i;
                    });
            return new Answer("part", mapped.done());
        });
        assertEquals("part", part.text());
        assertTrue(part.number() < 1000);
        assertTrue(
                texts().get(2).matches("stopped: 9.answer, after 0.\\d s; what was complete is shown"), texts().get(2));
        assertEquals(before, Files.readString(path()));
    }

    @Test
    void aComputationDeafToAStopIsLeftWithinHalfASecond() {
        // the least of three: the first has classes to load, and the machine may be busy
        double seconds = IntStream.range(0, 3)
                .mapToDouble(i -> secondsOfADeafOne())
                .min()
                .getAsDouble();
        assertTrue(seconds < 0.5, () -> "took " + seconds);
    }

    private double secondsOfADeafOne() {
        AtomicInteger isOver = new AtomicInteger();
        Stored<Answer> answer = live().budget(5);
        long began = System.nanoTime();
        Thread.currentThread().interrupt();
        assertThrows(
                CancellationException.class,
                () -> answer.compute(() -> {
                    while (isOver.get() == 0) {
                        Thread.onSpinWait();
                    }
                    return NEW;
                }));
        isOver.set(1);
        return (System.nanoTime() - began) / 1e9;
    }

    @Test
    void aLineSaysHowFarItIsAfterASecondFourTimesASecondAtMost() {
        live().budget(1.9).compute(progress -> {
            for (int i = 0; i <= 60; i++) {
                progress.report(i, 100, 0);
                pause(25);
            }
            return NEW;
        });
        List<Recorder.Shown> lines = kernel.shown().stream()
                .filter(each -> each.output().text().startsWith("computing: "))
                .toList();
        assertTrue(lines.size() >= 2 && lines.size() <= 4, lines.toString());
        String first = lines.get(0).output().text();
        assertTrue(
                first.matches(
                        "computing: 9\\.answer, \\d\\d of 100, 1\\.\\d s, about \\d\\.\\d s left; waits 1\\.9 s at most"),
                first);
        assertEquals(
                1,
                kernel.shown().stream().map(Recorder.Shown::place).distinct().count() - 1,
                "one place, and the result");
    }

    @Test
    void aComputationThatDoesNotTellItsProgressIsMeasuredByTheStoredOne() {
        in(Mode.REPRODUCE, null).budget(0).compute(() -> slow(200));
        live().budget(1.2).compute(() -> slow(5000));
        String line = texts().get(2);
        assertTrue(
                line.matches(
                        "computing: 9\\.answer, 1\\.\\d s, took 0\\.\\d s when it was stored; waits 1\\.2 s at most"),
                line);
    }

    @Test
    void whatIsShownMayBeMadeOfTheResult() {
        live().budget(5).shown(answer -> Table.of("n").row(answer.number())).compute(() -> NEW);
        assertEquals("n\n2", texts().get(1));
    }

    @Test
    void programsLearnTheKeyTheStateAndTheSeconds() {
        live().budget(5).compute(() -> NEW);
        Map<?, ?> known = (Map<?, ?>) kernel.shown().get(0).output().data().get("application/vnd.mml.stored+json");
        assertEquals("9.answer", known.get("key"));
        assertEquals("live", known.get("state"));
        assertTrue((double) known.get("seconds") < 5);
    }

    @Test
    void noTextIsTakenForHtml() throws IOException {
        String hostile = "<script>alert('&')</script>";
        Stored<Answer> one = Stored.of(
                        new Stored.Stage(kernel, Mode.REPRODUCE, Optional.empty(), folder), "9.answer", Answer.class)
                .with("name", hostile);
        one.budget(0).compute(() -> new Answer(hostile, 1));
        Stored<Answer> other = of(Mode.LIVE, null).with("name", "tame").budget(5);
        other.compute(() -> new Answer(hostile, 2));
        assertEquals(5, kernel.shown().size());
        for (Recorder.Shown each : kernel.shown()) {
            assertFalse(String.valueOf(each.output().data().get("text/html")).contains("<script"), each.toString());
        }
        assertTrue(texts().get(2).contains("name is tame, stored with " + hostile), "text is as it is");
    }

    static Stream<Arguments> refusals() {
        Recorder nowhere = Recorder.console();
        Stored.Stage stage = new Stored.Stage(nowhere, Mode.LIVE, Optional.empty(), Path.of("nowhere"));
        Stored<Answer> answer = Stored.of(stage, "9.answer", Answer.class);
        Executable noBudget = () -> answer.with("seed", 1).compute(() -> NEW);
        Executable noSettings = () -> answer.budget(1).compute(() -> NEW);
        Executable negative = () -> answer.budget(-1);
        Executable endless = () -> answer.budget(Double.POSITIVE_INFINITY);
        Executable zeroth = () -> answer.version(0);
        Executable primitive = () -> Stored.of(stage, "9.answer", int.class);
        return Stream.of(
                Arguments.of(noBudget, "budget of 9.answer must be given, in seconds"),
                Arguments.of(noSettings, "settings of 9.answer must not be empty: give the seed, at least"),
                Arguments.of(negative, "budget must be finite and not negative, was -1.0"),
                Arguments.of(endless, "budget must be finite and not negative, was Infinity"),
                Arguments.of(zeroth, "version must be at least 1, was 0"),
                Arguments.of(primitive, "type must be a class, was int"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeAskedIsRefused(Executable asking, String sentence) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, asking).getMessage());
    }

    @Test
    void theModeIsToldByTheEnvironment() {
        assertEquals(Mode.LIVE, Mode.of(Map.of("MML_STRICT", "0")));
        assertEquals(Mode.STRICT, Mode.of(Map.of("MML_STRICT", "1")));
        assertEquals(Mode.REPRODUCE, Mode.of(Map.of("MML_STRICT", "1", "MML_REPRODUCE", "1")));
    }

    private void store(Answer answer) {
        in(Mode.REPRODUCE, null).budget(0).compute(() -> answer);
    }

    private Stored<Answer> live() {
        return in(Mode.LIVE, null);
    }

    private Stored<Answer> in(Mode mode, String only) {
        return of(mode, only).with("seed", 7);
    }

    private Stored<Answer> of(Mode mode, String only) {
        return Stored.of(new Stored.Stage(kernel, mode, Optional.ofNullable(only), folder), "9.answer", Answer.class);
    }

    private Answer released() {
        begun.incrementAndGet();
        try {
            release.await();
            return NEW;
        } catch (InterruptedException e) {
            throw new CancellationException("stopped");
        }
    }

    private static Answer slow(long millis) {
        pause(millis);
        return NEW;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitFor(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            pause(5);
        }
    }

    private List<String> texts() {
        return kernel.texts();
    }

    private Path path() {
        return folder.resolve("results/9.answer.json");
    }
}
