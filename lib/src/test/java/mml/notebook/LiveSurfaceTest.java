package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mml.landscape.Plane;
import mml.landscape.Surface;
import mml.landscape.SurveyWatch;
import mml.math.Grid.Axis;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A surface of 441 points, ten milliseconds each. */
class LiveSurfaceTest {
    private static final Axis AXIS = new Axis(-1, 1, 21);
    private final Recorder kernel = Recorder.live();
    private final SurveyWatch<Surface> watch =
            new LiveSurface(kernel, "Bowl", "value", contours -> contours.levels(0.5));

    @AfterEach
    void leaveNoFlagBehind() {
        Thread.interrupted();
    }

    private record Moment(int done, int total, double seconds, Surface result, boolean isEnd)
            implements SurveyWatch.Moment<Surface> {
        Moment(SurveyWatch.Moment<Surface> now) {
            this(now.done(), now.total(), now.done() / 100.0, now.result(), now.isEnd());
        }
    }

    private record Function(double at) implements Objective {
        @Override
        public Layout layout() {
            return Layout.vector(2);
        }

        @Override
        public List<String> scores() {
            return List.of("value");
        }

        @Override
        public void scores(float[] x, double[] out) {
            out[0] = at * (x[0] * x[0] + x[1] * x[1]);
        }

        @Override
        public Objective copy() {
            return this;
        }
    }

    /** Returns what a watch sees of a surface that is stopped after so many points, and its end. */
    private static List<SurveyWatch.Moment<Surface>> moments(double factor, int points) {
        Layout two = Layout.vector(2);
        Plane plane = new Plane(
                Parameters.zeros(two), Parameters.of(two, new float[] {1, 0}), Parameters.of(two, new float[] {0, 1}));
        List<SurveyWatch.Moment<Surface>> seen = new ArrayList<>();
        Thread caller = Thread.currentThread();
        Workers.with(
                1,
                () -> plane.survey(new Function(factor), AXIS, AXIS)
                        .watch(now -> {
                            seen.add(new Moment(now));
                            if (now.done() == points && !now.isEnd()) {
                                caller.interrupt();
                            }
                        })
                        .run());
        return seen;
    }

    @Test
    void oneFigureIsRedrawnInPlaceAtMostFourTimesASecond() {
        moments(1, 441).forEach(watch::see);
        int drawn = kernel.shown().size();
        assertTrue(drawn >= 2 && drawn <= 4 * 3.41 + 2, drawn + " figures in 4.4 seconds");
        for (int i = 0; i < drawn; i++) {
            assertEquals(kernel.shown().get(0).place(), kernel.shown().get(i).place());
            assertEquals(i > 0, kernel.shown().get(i).isReplacement());
        }
    }

    @Test
    void itSaysHowFarItIsAndWhatIsInterpolated() {
        moments(1, 150).forEach(watch::see);
        String first = kernel.texts().get(0);
        assertTrue(first.startsWith("Bowl: 100 of 441 points, about 3.4 s left. "), first);
        assertTrue(first.contains("341 of 441 values interpolated"), first);
        String last = kernel.texts().get(kernel.texts().size() - 1);
        assertTrue(last.startsWith("Bowl: 150 of 441 points, stopped after 1.5 s. "), last);
        assertTrue(last.contains("291 of 441 values interpolated"), last);
    }

    @Test
    void aCompleteSurfaceClaimsNoInterpolation() {
        List<SurveyWatch.Moment<Surface>> seen = moments(1, 441);
        watch.see(seen.get(seen.size() - 1));
        assertEquals(1, kernel.texts().size());
        String text = kernel.texts().get(0);
        assertTrue(text.startsWith("Bowl: 441 of 441 points in 4.4 s. "), text);
        assertTrue(!text.contains("interpolated") && text.contains("line at 0.5"), text);
    }

    @Test
    void whatTakesLessThanASecondIsDrawnAtItsEndOnly() {
        List<SurveyWatch.Moment<Surface>> seen = moments(1, 90);
        seen.forEach(watch::see);
        assertEquals(1, kernel.texts().size());
    }

    @Test
    void theNextSurfaceHasAFigureOfItsOwn() {
        moments(1, 30).forEach(watch::see);
        moments(1, 30).forEach(watch::see);
        assertNotEquals(kernel.shown().get(0).place(), kernel.shown().get(1).place());
    }

    @Test
    void aSurfaceWithoutAFiniteValueIsALine() {
        new LiveSurface(kernel, "Hole", "value", UnaryOperator.identity())
                .see(moments(Double.NaN, 5).get(5));
        assertEquals(
                List.of("Hole: 5 of 441 points, 5 nan, stopped after 0.1 s; no value is finite yet"), kernel.texts());
    }

    @Test
    void onAConsoleOnlyTheEndIsPrinted() {
        Recorder console = Recorder.console();
        moments(1, 300).forEach(new LiveSurface(console, "Bowl", "value", UnaryOperator.identity())::see);
        assertEquals(1, console.texts().size());
    }
}
