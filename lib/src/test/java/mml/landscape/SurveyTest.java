package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import mml.landscape.point.PointState;
import mml.math.Bowl;
import mml.math.Grid;
import mml.math.Grid.Axis;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Workers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyTest {
    private static final Axis AXIS = Landscapes.AXIS;
    private static final Plane PLANE = Landscapes.PLANE;

    @AfterEach
    void leaveNoFlagBehind() {
        Thread.interrupted();
    }

    private static double[] values(Surface surface) {
        Grid grid = surface.grid("value");
        double[] values = new double[AXIS.count() * AXIS.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = grid.at(i % AXIS.count(), i / AXIS.count());
        }
        return values;
    }

    /** Known programs draw the mean of the others where there is a NaN, and take a zero for a point that is waiting. */
    @Test
    void everyPointSaysWhatItHasComeTo() {
        Surface surface = PLANE.surface(Landscapes.rough(), AXIS, AXIS);
        int half = 10; // the coordinate 0.5
        int one = 12;
        int zero = 8;
        assertEquals(PointState.DONE, surface.state(zero, zero));
        assertEquals(0, surface.grid("value").at(zero, zero));
        assertEquals(PointState.NAN, surface.state(one, zero));
        assertTrue(Double.isNaN(surface.grid("value").at(one, zero)));
        assertEquals(2, surface.grid("double").at(one, zero), "the other score of that point is kept");
        assertEquals(PointState.INFINITE, surface.state(zero, one));
        assertEquals(Double.POSITIVE_INFINITY, surface.grid("value").at(zero, one));
        assertEquals(PointState.FAILED, surface.state(half, zero));
        String reason = surface.reason(half, zero).orElseThrow();
        assertTrue(
                reason.startsWith("java.lang.ArithmeticException: no value at 0.5 at mml.landscape.Landscapes"),
                reason);
        assertEquals(Optional.empty(), surface.reason(one, zero));
        assertEquals(17, surface.count(PointState.FAILED));
        assertEquals(17, surface.count(PointState.NAN));
        assertEquals(15, surface.count(PointState.INFINITE));
        assertEquals(0, surface.count(PointState.WAITING));
        assertEquals(17 * 16, surface.done());
        assertFalse(surface.isComplete(), "a point that failed is no value");
        assertEquals(
                "[value, double] at 272 of 17 x 17 points, 17 nan, 15 infinite, 17 failed, a in [-2.0, 2.0], b in [-2.0, 2.0]",
                surface.toString());
        assertEquals(surface.grid("value"), surface.preview("value").grid(), "nothing takes the place of a hole");
        assertEquals("", surface.preview("value").note());
    }

    @Test
    void aCurveSaysSoToo() {
        Line line = new Line(PLANE.centre(), PLANE.first());
        Curve curve = line.curve(Landscapes.rough(), AXIS);
        assertEquals(PointState.FAILED, curve.state(10));
        assertEquals(PointState.NAN, curve.state(12));
        assertEquals(PointState.DONE, curve.state(8));
        assertEquals(1, curve.count(PointState.NAN));
        assertTrue(curve.reason(10).orElseThrow().contains("no value at 0.5"));
        assertEquals(16, curve.done());
        assertFalse(curve.isComplete());
        assertEquals("[value, double] at 16 of 17 points, 1 nan, 1 failed on [-2.0, 2.0]", curve.toString());
    }

    @Test
    void anObjectiveThatFailsEverywhereIsSaidToBeBrokenSoon() {
        Landscapes broken = Landscapes.of("broken", (x, y) -> {
            throw new IllegalStateException("no data");
        });
        for (int threads : new int[] {1, 2}) {
            var e = assertThrows(
                    IllegalStateException.class, () -> Workers.with(threads, () -> PLANE.surface(broken, AXIS, AXIS)));
            String sentence = "the objective failed at each of the first 9 points, the last time with"
                    + " java.lang.IllegalStateException: no data at mml.landscape.SurveyTest";
            assertTrue(e.getMessage().startsWith(sentence), e.getMessage());
        }
        assertTrue(broken.computed().get() <= 2 * (9 + 2), "computed " + broken.computed());
        assertThrows(IllegalStateException.class, () -> new Line(PLANE.centre(), PLANE.first()).curve(broken, AXIS));
    }

    @Test
    void anErrorOfTheMachineIsNoOutcomeOfAPoint() {
        Landscapes deep = Landscapes.of("deep", (x, y) -> {
            throw new StackOverflowError();
        });
        assertThrows(StackOverflowError.class, () -> PLANE.surface(deep, AXIS, AXIS));
    }

    /** Some functions answer a stop with an exception of their own. */
    @Test
    void anObjectiveThatFailsBecauseItWasStoppedHasNotFailed() {
        Thread caller = Thread.currentThread();
        Landscapes stopping = Landscapes.of("stopping", (x, y) -> {
            if (x == 1) {
                caller.interrupt();
                throw new IllegalStateException("interrupted");
            }
            return x;
        });
        Surface surface = Workers.with(1, () -> PLANE.surface(stopping, AXIS, AXIS));
        assertFalse(Thread.interrupted());
        assertEquals(0, surface.count(PointState.FAILED));
        assertTrue(surface.count(PointState.WAITING) > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void bitsDependNeitherOnTheThreadsNorOnTheOrder(int threads) {
        Landscapes waves = Landscapes.of("waves", (x, y) -> Math.sin(3 * x) + Math.exp(y) / 7);
        double[] rowByRow = new double[AXIS.count() * AXIS.count()];
        for (int i = 0; i < rowByRow.length; i++) {
            // as an objective sees them: in single precision
            float x = (float) AXIS.at(i % AXIS.count());
            float y = (float) AXIS.at(i / AXIS.count());
            rowByRow[i] = Math.sin(3 * x) + Math.exp(y) / 7;
        }
        assertArrayEquals(rowByRow, values(Workers.with(threads, () -> PLANE.surface(waves, AXIS, AXIS))));
    }

    @Test
    void theNextPointDoesNotSeeWhatAFailedOneLeftBehind() {
        /** Adds up in a field, and fails before it has cleared it. */
        class Summing extends Object implements mml.math.Objective {
            private double sum;

            @Override
            public Layout layout() {
                return Landscapes.TWO;
            }

            @Override
            public List<String> scores() {
                return List.of("value");
            }

            @Override
            public void scores(float[] at, double[] out) {
                sum += at[0];
                if (at[0] == 1) {
                    throw new ArithmeticException("no value at 1");
                }
                out[0] = sum + at[1];
                sum = 0;
            }

            @Override
            public mml.math.Objective copy() {
                return new Summing();
            }
        }
        Grid grid =
                Workers.with(1, () -> PLANE.surface(new Summing(), AXIS, AXIS)).grid("value");
        assertEquals(Grid.of(AXIS, AXIS, (a, b) -> a == 1 ? Double.NaN : a + b), grid);
    }

    private static SurveyWatch<Surface> stopAfter(int points, List<SurveyWatch.Moment<Surface>> ends) {
        Thread caller = Thread.currentThread();
        return now -> {
            if (now.done() == points && !now.isEnd()) {
                caller.interrupt();
            }
            if (now.isEnd()) {
                ends.add(now);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 30, 80, 200})
    void whereverItIsStoppedThePictureReachesFromEdgeToEdge(int points) {
        Landscapes plain = Landscapes.of("linear", (x, y) -> 2 * x - y);
        List<SurveyWatch.Moment<Surface>> ends = new ArrayList<>();
        Surface part = Workers.with(
                1,
                () -> PLANE.survey(plain, AXIS, AXIS)
                        .watch(stopAfter(points, ends))
                        .run());
        assertEquals(points, part.done());
        assertEquals(1, ends.size(), "the end is told once");
        assertEquals(289, ends.get(0).total());
        Surface.Preview preview = part.preview("value");
        assertEquals(289 - points, preview.waiting());
        assertEquals(289 - points, preview.interpolated());
        assertEquals((289 - points) + " of 289 values interpolated", preview.note());
        assertEquals(Grid.of(AXIS, AXIS, (a, b) -> 2 * a - b), preview.grid(), "linear: interpolation is exact");
        assertEquals(points, part.grid("value").values().count(), "the grid claims nothing that was not computed");
        assertEquals(PointState.WAITING, part.state(1, 16));
    }

    @Test
    void beforeTheCoarsestLevelIsCompleteNothingIsInterpolated() {
        Landscapes plain = Landscapes.of("linear", (x, y) -> x);
        Surface part = Workers.with(
                1,
                () -> PLANE.survey(plain, AXIS, AXIS)
                        .watch(stopAfter(8, new ArrayList<>()))
                        .run());
        assertEquals(8, part.preview("value").grid().values().count());
        assertEquals(0, part.preview("value").interpolated());
        assertEquals("281 of 289 points waiting", part.preview("value").note(), "they are not taken for NaN");
    }

    @Test
    void theTimeIsToldBeforehandAndNothingIsKept() {
        Landscapes slow = Landscapes.of("slow", (x, y) -> {
            long until = System.nanoTime() + 2_000_000;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            return x;
        });
        Survey<Surface> survey = PLANE.survey(slow, AXIS, AXIS);
        Estimate estimate = Workers.with(1, survey::estimate);
        assertEquals(289, estimate.points());
        assertEquals(289, estimate.waiting());
        assertEquals(1, estimate.threads());
        assertEquals(slow.computed().get(), 2 * estimate.measured() - 1, "twice as many again and again");
        assertTrue(estimate.seconds() >= 289 * 0.002, estimate.toString()); // each takes so long at least
        assertEquals(2, Workers.with(2, survey::estimate).threads());
        assertEquals(
                "2,601 points, 2,600 of them waiting: about 3.2 s on 2 threads, measured by 64 points",
                new Estimate(2601, 2600, 3.21, 2, 64).toString());
        assertEquals(
                "4 points, 4 of them waiting: about 3 min on 1 thread, measured by 1 points",
                new Estimate(4, 4, 180, 1, 1).toString());
    }

    @Test
    void anEmptyGridAndAReversedRangeAreRefused() {
        var e = assertThrows(
                IllegalArgumentException.class, () -> PLANE.surface(Landscapes.rough(), AXIS, new Axis(0, 1, 0)));
        assertEquals("count must be at least 2, was 0", e.getMessage());
        e = assertThrows(
                IllegalArgumentException.class, () -> PLANE.surface(Landscapes.rough(), new Axis(1, -1, 3), AXIS));
        assertEquals("low must be less than high, were 1.0 and -1.0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> PLANE.survey(Landscapes.rough(), null, AXIS));
        assertEquals("a must be given, was null", e.getMessage());
    }

    /** Beside the plane's own three vectors there is one for each thread. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aSurfaceNeedsOneVectorAThread(int threads) {
        int size = 4_000_000;
        Layout layout = Layout.vector(size);
        Parameters vector = Parameters.zeros(layout);
        Plane plane = new Plane(vector, vector, vector);
        Bowl bowl = new Bowl(layout);
        Axis three = new Axis(-1, 1, 3);
        long before = allocated();
        Workers.with(threads, () -> plane.surface(bowl, three, three));
        double vectors = (allocated() - before) / (4.0 * size);
        assertTrue(vectors <= threads + 0.1, vectors + " vectors"); // what else there is has less than a tenth
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }
}
