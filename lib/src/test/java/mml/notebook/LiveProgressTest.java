package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mml.math.Progress;
import org.junit.jupiter.api.Test;

class LiveProgressTest {
    private final Recorder kernel = Recorder.live();
    private final Progress progress = new LiveProgress(kernel, "training");

    @Test
    void whatTakesLessThanASecondShowsNothing() {
        progress.report(1, 2, 0.5);
        progress.report(2, 2, 0.99);
        assertEquals(List.of(), kernel.texts());
    }

    @Test
    void oneLineIsRedrawnInPlaceWithTheTimeLeft() {
        progress.report(0, 400, 1);
        progress.report(120, 400, 3.1);
        progress.report(399, 400, 150);
        progress.report(400, 400, 150.4);
        assertEquals(
                List.of(
                        "training: 0 of 400, 1.0 s",
                        "training: 120 of 400, 3.1 s, about 7.2 s left",
                        "training: 399 of 400, 2 min 30 s, about 0.4 s left",
                        "training: 400 in 2 min 30 s"),
                kernel.texts());
        String place = kernel.shown().get(0).place();
        assertTrue(kernel.shown().stream().allMatch(each -> each.place().equals(place)));
        assertEquals(
                List.of(false, true, true, true),
                kernel.shown().stream().map(Recorder.Shown::isReplacement).toList());
    }

    @Test
    void theLineIsRedrawnFourTimesASecondAtMost() {
        IntStream.range(0, 4000).forEach(i -> progress.report(i, 4000, i / 1000.0));
        assertEquals(12, kernel.texts().size(), "three seconds after the first");
    }

    @Test
    void theNextComputationHasALineOfItsOwn() {
        progress.report(5, 10, 2);
        progress.report(1, 10, 1);
        assertEquals(2, kernel.texts().size());
        assertNotEquals(kernel.shown().get(0).place(), kernel.shown().get(1).place());
        assertFalse(kernel.shown().get(1).isReplacement());
    }

    @Test
    void aReportThatComesLateIsNotShown() {
        progress.report(9, 10, 2);
        progress.report(8, 10, 1.99);
        progress.report(10, 10, 2.5);
        progress.report(9, 10, 2.49);
        assertEquals(List.of("training: 9 of 10, 2.0 s, about 0.2 s left", "training: 10 in 2.5 s"), kernel.texts());
    }

    @Test
    void aConsoleSeesTheEndOnly() {
        Recorder console = Recorder.console();
        Progress quiet = new LiveProgress(console, "training");
        quiet.report(5, 10, 2);
        quiet.report(10, 10, 4);
        assertEquals(List.of("training: 10 in 4.0 s"), console.texts());
    }

    @Test
    void severalThreadsMayReport() {
        for (int repetition = 0; repetition < 300; repetition++) {
            Recorder page = Recorder.live();
            Progress shared = new LiveProgress(page, "training");
            AtomicInteger done = new AtomicInteger(1000);
            IntStream.range(0, 1000).parallel().forEach(i -> {
                int now = done.incrementAndGet();
                shared.report(now, 2000, 1 + now / 1e6);
            });
            assertEquals(2, page.texts().size(), "one line, and its end in its place");
            assertEquals("training: 2000 in 1.0 s", page.texts().get(1));
            assertTrue(page.shown().get(1).isReplacement());
        }
    }

    @Test
    void theLabelIsEscapedAndMustNotBeBlank() {
        new LiveProgress(kernel, "a < b").report(1, 2, 1);
        assertTrue(kernel.html().startsWith("<div>a &lt; b: 1 of 2"), kernel.html());
        var e = assertThrows(IllegalArgumentException.class, () -> new LiveProgress(kernel, ""));
        assertEquals("label must not be blank, was \"\"", e.getMessage());
    }
}
