package mml.landscape.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mml.data.TwoSpirals;
import mml.landscape.Curve;
import mml.landscape.Line;
import mml.landscape.Normalisation;
import mml.landscape.Plane;
import mml.math.Bowl;
import mml.math.Grid.Axis;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Progress;
import mml.math.Statistics;
import mml.math.Workers;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.NetworkObjective;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DrawsTest {
    private static final ResidualMlp MODEL = new ResidualMlp(16, 3, Shortcut.NONE);
    private static final Parameters CENTRE = MODEL.initial(1);
    private static final NetworkObjective OBJECTIVE = NetworkObjective.of(MODEL.network(), TwoSpirals.of(300, 1));
    private static final Axis AXIS = new Axis(-1, 1, 5);
    private static final Draws DRAWS = new Draws(CENTRE, Normalisation.FILTER, 7, 5);

    @AfterEach
    void leaveNoFlagBehind() {
        Thread.interrupted();
    }

    /** One line a factor: {@code a^2} times the factor. */
    private static List<Curve> parabolas(Axis axis, float... factors) {
        return IntStream.range(0, factors.length)
                .mapToObj(i -> line(0, (float) Math.sqrt(factors[i])).curve(new Bowl(Layout.vector(1)), axis))
                .toList();
    }

    @Test
    void theBandOfParabolasIsKnown() {
        Band band = Band.of(parabolas(new Axis(-1, 1, 3), 16, 1, 9, 4, 25), "value");
        assertArrayEquals(new double[] {1, 0, 1}, band.min());
        assertArrayEquals(new double[] {4, 0, 4}, band.lowerQuartile());
        assertArrayEquals(new double[] {9, 0, 9}, band.median());
        assertArrayEquals(new double[] {16, 0, 16}, band.upperQuartile());
        assertArrayEquals(new double[] {25, 0, 25}, band.max());
        assertEquals(5, band.draws());
        assertEquals("value over 5 draws at 3 points on [-1.0, 1.0]. " + band.sentence(), band.toString());
        // off by 7, 8, 0, 5 and 16, where 4.5 are tolerated
        assertEquals(9, band.rise());
        assertEquals(4, band.misleading());
        assertEquals(
                "4 of 5 draws alone would have misled by more than half of the rise 9.00 of the median value:"
                        + " the farthest has 25.0 at -1.00, where the median has 9.00.",
                band.sentence());
        assertTrue(Band.of(parabolas(AXIS, 9, 9, 9), "value")
                .sentence()
                .startsWith("None of 3 draws alone would have misled by more than half of the rise 9.00"));
    }

    @Test
    void whereADrawHasNoValueTheBandHasAHole() {
        Band band = band(Double.NaN);
        assertArrayEquals(new double[] {Double.NaN, 0, 1}, band.median());
        assertEquals(1, band.rise());
        assertTrue(band.sentence().endsWith(" At 1 of 3 coordinates a draw has no value."), band.sentence());
        Band infinite = band(Double.POSITIVE_INFINITY);
        assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, 0, 1}, infinite.max());
        assertEquals(0, infinite.misleading());
        Band nowhere = Band.of(List.of(line(-1, 0).curve(new Root(Double.NaN), AXIS)), "root");
        assertEquals("The median root of 1 draws is finite nowhere: nothing can be told.", nowhere.sentence());
        assertEquals(1, nowhere.misleading());
    }

    /** Two lines that leave 0 the same way. */
    private static Band band(double below) {
        Curve curve = line(0, 1).curve(new Root(below), new Axis(-1, 1, 3));
        return Band.of(List.of(curve, curve), "root");
    }

    private static Line line(float centre, float direction) {
        Layout one = Layout.vector(1);
        return new Line(Parameters.of(one, new float[] {centre}), Parameters.of(one, new float[] {direction}));
    }

    /** The square root of the only number, with another value below 0. */
    private record Root(double below) implements Objective {
        @Override
        public Layout layout() {
            return Layout.vector(1);
        }

        @Override
        public List<String> scores() {
            return List.of("root");
        }

        @Override
        public void scores(float[] at, double[] out) {
            out[0] = at[0] < 0 ? below : Math.sqrt(at[0]);
        }

        @Override
        public Objective copy() {
            return this;
        }
    }

    @Test
    void theBandIsThatOfTheLinesOfItsSeeds() {
        List<Curve> alone = LongStream.range(7, 12)
                .mapToObj(
                        seed -> Line.random(CENTRE, Normalisation.FILTER, seed).curve(OBJECTIVE, AXIS))
                .toList();
        Band band = DRAWS.band(OBJECTIVE, AXIS);
        assertEquals("loss", band.score());
        assertArrayEquals(Band.of(alone, "loss").median(), band.median());
        assertArrayEquals(Band.of(alone, "loss").max(), band.max());
        double loss = OBJECTIVE.score("loss", CENTRE);
        assertEquals(loss, band.min()[2]);
        assertEquals(loss, band.max()[2]);
    }

    @Test
    void summariesOfPlanesAndLinesAreThoseOfTheirSeeds() {
        Spread heights = DRAWS.planes(OBJECTIVE, DrawsTest::height);
        Spread ends =
                DRAWS.lines(OBJECTIVE, (line, mine) -> line.curve(mine, AXIS).values("loss")[4]);
        for (int i = 0; i < 5; i++) {
            assertEquals(height(Plane.random(CENTRE, Normalisation.FILTER, 7 + i), OBJECTIVE), heights.values()[i]);
            Line line = Line.random(CENTRE, Normalisation.FILTER, 7 + i);
            assertEquals(line.curve(OBJECTIVE, AXIS).values("loss")[4], ends.values()[i]);
        }
    }

    private static double height(Plane plane, Objective objective) {
        return Statistics.quantile(
                0.9, plane.surface(objective, AXIS, AXIS).grid("loss").values().toArray());
    }

    @Test
    void bitsDoNotDependOnTheNumberOfThreads() {
        Band one = Workers.with(1, () -> DRAWS.band(OBJECTIVE, AXIS));
        for (int threads : new int[] {2, 3}) {
            Band several = Workers.with(threads, () -> DRAWS.band(OBJECTIVE, AXIS));
            assertArrayEquals(one.lowerQuartile(), several.lowerQuartile());
            assertArrayEquals(one.upperQuartile(), several.upperQuartile());
        }
    }

    @Test
    void stoppedDrawsKeepThoseThatAreComplete() {
        Thread caller = Thread.currentThread();
        Progress stopAtTwo = (done, total, seconds) -> {
            if (done == 2) {
                caller.interrupt();
            }
        };
        List<Curve> part = Workers.with(1, () -> DRAWS.curves(OBJECTIVE, AXIS, stopAtTwo));
        assertFalse(Thread.interrupted());
        assertEquals(2, part.size());
        assertTrue(part.stream().allMatch(Curve::isComplete));
        caller.interrupt();
        assertEquals(
                "stopped before the first of 5 draws was complete",
                assertThrows(CancellationException.class, () -> Workers.with(1, () -> DRAWS.band(OBJECTIVE, AXIS)))
                        .getMessage());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertRefused("count must be at least 2, was 1", () -> new Draws(CENTRE, Normalisation.FILTER, 1, 1));
        assertRefused("centre must be given, was null", () -> new Draws(null, Normalisation.FILTER, 1, 2));
        assertRefused("curves must not be empty", () -> Band.of(List.of(), "loss"));
        Curve first = parabolas(AXIS, 1).get(0);
        Curve other = parabolas(new Axis(0, 1, 2), 1).get(0);
        assertRefused(
                "curves must have one axis, had " + AXIS + " and " + other.axis(),
                () -> Band.of(List.of(first, other), "value"));
        assertRefused("score must be one of [value, sum], was loss", () -> Band.of(List.of(first), "loss"));
        String layout = OBJECTIVE.layout().toString();
        assertRefused(
                "objective must have the layout of the directions (" + layout + "), had another (1 blocks, 1 numbers)",
                () -> DRAWS.band(new Bowl(Layout.vector(1)), AXIS));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
