package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LiveFigureTest {
    private final Recorder kernel = Recorder.live();
    private final LiveFigure figure = new LiveFigure(kernel);

    private static Supplier<Output> slow(long milliseconds) {
        return () -> {
            try {
                Thread.sleep(milliseconds);
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts this test", e);
            }
            return Output.text("a figure");
        };
    }

    private int shown(double seconds, long milliseconds) {
        figure.show(seconds, slow(milliseconds));
        return kernel.shown().size();
    }

    @Test
    void nothingIsDrawnForNineTimesAsLongAsADrawingTook() {
        figure.begin(5);
        assertEquals(0, shown(5.9, 100));
        assertEquals(1, shown(6, 100));
        assertEquals(1, shown(6.95, 100), "a tenth of a second, and nine of rest");
        assertEquals(2, shown(60, 400));
        assertEquals(2, shown(63.9, 400), "four tenths, and 3.6 seconds of rest");
        assertEquals(3, shown(600, 0));
    }

    @Test
    void afterTheFirstDrawingTheRestIsShort() {
        figure.begin(0);
        assertEquals(1, shown(1, 400));
        assertEquals(1, shown(3.3, 0), "two seconds of rest");
        assertEquals(2, shown(1000, 0));
    }

    @Test
    void theEndIsDrawnWhateverTheTimeIs() {
        figure.begin(0);
        figure.draw(slow(0));
        assertEquals(1, kernel.shown().size());
    }
}
