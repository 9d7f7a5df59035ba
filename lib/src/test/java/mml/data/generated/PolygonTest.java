package mml.data.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import mml.data.generated.Polygon.Direction;
import mml.math.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The objects of Shapeset, against the formulas of the paper's generator written as matrices and projections. */
class PolygonTest {
    private static final int SIDE = 32;

    private static Polygon upright(Shape shape, double s0, double s1) {
        return Polygon.centred(new Direction(shape, 0, 0), s0, s1);
    }

    /** Returns {@code p R(t)} with {@code R(t) = [[c, s], [-s, c]]}. */
    private static double[] rotated(double[] p, double t) {
        double c = Math.cos(t);
        double s = Math.sin(t);
        return new double[] {p[0] * c - p[1] * s, p[0] * s + p[1] * c};
    }

    @Test
    void aSquareStandsOnItsEdge() {
        double half = 8 * Math.sqrt(0.5);
        Polygon square = upright(Shape.PARALLELOGRAM, 16, 16);
        assertArrayEquals(new double[] {-half, -half, half, half}, square.x(), 1e-14 * half);
        assertArrayEquals(new double[] {half, -half, -half, half}, square.y(), 1e-14 * half);
    }

    @ParameterizedTest
    @EnumSource
    void verticesAreTheBaseTurnedScaledTurnedBackAndTurnedAgain(Shape shape) {
        double tilt = 0.7 * Math.PI / shape.vertices();
        Polygon polygon = Polygon.centred(new Direction(shape, tilt, 2), 20, 10);
        double n = shape.vertices();
        for (int t = 0; t < n; t++) {
            double angle = 2 * Math.PI * (t / n + 1 / (2 * n) + 1.0 / 4);
            double[] p = rotated(new double[] {0.5 * Math.cos(angle), 0.5 * Math.sin(angle)}, tilt);
            p = new double[] {20 * p[0], 10 * p[1]};
            p = rotated(rotated(p, -Math.atan(10.0 / 20 * Math.tan(tilt))), 2);
            assertArrayEquals(p, new double[] {polygon.x()[t], polygon.y()[t]}, 1e-13 * 20);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEdgeAtTheBottomStaysHorizontalAndTheAreaTheSameWhateverTheTilt(Shape shape) {
        int last = shape.vertices() - 1;
        // what is inscribed has its ratio of the area pi / 4 of a circle of diameter one
        double expected = 20 * 10 * shape.areaRatio() * Math.PI / 4;
        for (double tilt : new double[] {-1, -0.3, 0, 0.5, 1}) {
            Polygon polygon = Polygon.centred(new Direction(shape, tilt * Math.PI / (last + 1), 0), 20, 10);
            assertEquals(polygon.y()[0], polygon.y()[last], 1e-13 * 20);
            double twice = 0;
            for (int t = 0; t <= last; t++) {
                int next = (t + 1) % (last + 1);
                twice += polygon.x()[t] * polygon.y()[next] - polygon.x()[next] * polygon.y()[t];
            }
            assertEquals(expected, twice / 2, 1e-13 * expected);
        }
    }

    @Test
    void everyVertexStaysOnePixelOffTheEdgesAndSomeComeAsNear() {
        double[] extremes = {SIDE, 0, SIDE, 0};
        RandomGenerator random = Randomness.of(1, "places");
        for (int i = 0; i < 5000; i++) {
            Polygon polygon = Polygon.random(Direction.random(random), SIDE, random);
            extremes[0] = Math.min(extremes[0], Arrays.stream(polygon.x()).min().getAsDouble());
            extremes[1] = Math.max(extremes[1], Arrays.stream(polygon.x()).max().getAsDouble());
            extremes[2] = Math.min(extremes[2], Arrays.stream(polygon.y()).min().getAsDouble());
            extremes[3] = Math.max(extremes[3], Arrays.stream(polygon.y()).max().getAsDouble());
        }
        // of 5000 places uniform on some 18 pixels the outermost is nearer than 0.05 with probability 1 - 1e-6
        assertArrayEquals(new double[] {1.025, 30.975, 1.025, 30.975}, extremes, 0.025 + 1e-12);
    }

    @Test
    void scalesAreUniformAndTheLargerComesFirst() {
        RandomGenerator random = Randomness.of(2, "scales");
        Direction upright = new Direction(Shape.PARALLELOGRAM, 0, 0);
        int size = 20_000;
        double longer = 0;
        double shorter = 0;
        for (int i = 0; i < size; i++) {
            Polygon polygon = Polygon.random(upright, SIDE, random);
            double s0 = (polygon.x()[2] - polygon.x()[1]) / Math.sqrt(0.5) / SIDE;
            double s1 = (polygon.y()[0] - polygon.y()[1]) / Math.sqrt(0.5) / SIDE;
            assertTrue(0.2 <= s1 && s1 <= s0 && s0 <= 0.8, s0 + " and " + s1);
            longer += s0 / size;
            shorter += s1 / size;
        }
        // the larger and the smaller of two uniform numbers lie at 2/3 and 1/3; deviation of each 0.6 / sqrt(18)
        assertEquals(0.6, longer, 3 * 0.6 / Math.sqrt(18.0 * size));
        assertEquals(0.4, shorter, 3 * 0.6 / Math.sqrt(18.0 * size));
    }

    @ParameterizedTest
    @CsvSource({
        // squares of edges a and b side by side at distance d: p = (a + b) / 2
        "10, 10, 10, 0.0",
        "10, 10, 5, 0.5",
        "10, 10, 4, 0.6464466094067263",
        "10, 10, 20, -0.41421356237309515",
        "10, 5, 5, 0.07322330470336313",
        "5, 10, 5, 1.1715728752538097",
    })
    void theShareHiddenIsOneMinusTwoToTheOneMinusOverlap(double earlier, double later, double distance, double share) {
        double root = Math.sqrt(2);
        Polygon old =
                upright(Shape.PARALLELOGRAM, root * earlier, root * earlier).moved(12, 15);
        Polygon added = upright(Shape.PARALLELOGRAM, root * later, root * later).moved(12 + distance, 15);
        assertEquals(share, added.hiddenShare(old), 1e-14);
    }

    /** The share as the paper's generator computes it, with unit vectors and a natural exponential. */
    static double hiddenShare(Polygon old, Polygon added) {
        double d = Math.hypot(added.centreX() - old.centreX(), added.centreY() - old.centreY());
        double[] v = {(added.centreX() - old.centreX()) / d, (added.centreY() - old.centreY()) / d};
        double proj = projection(old, v[0], v[1]) + projection(added, -v[0], -v[1]);
        double factor = proj >= d ? 1 - Math.exp(-(proj - d) / (d / Math.log(2))) : 0;
        return added.size() * factor / old.size();
    }

    private static double projection(Polygon polygon, double right, double down) {
        return IntStream.range(0, polygon.x().length)
                .mapToDouble(
                        t -> (polygon.x()[t] - polygon.centreX()) * right + (polygon.y()[t] - polygon.centreY()) * down)
                .max()
                .getAsDouble();
    }

    @Test
    void theShareHiddenIsThatOfTheGeneratorOfThePaper() {
        RandomGenerator random = Randomness.of(3, "overlap");
        for (int i = 0; i < 5000; i++) {
            Polygon old = Polygon.random(Direction.random(random), SIDE, random);
            Polygon added = Polygon.random(Direction.random(random), SIDE, random);
            double expected = hiddenShare(old, added);
            assertEquals(expected, Math.max(0, added.hiddenShare(old)), 1e-12 * Math.max(1, expected));
        }
    }

    @Test
    void anObjectInTheMiddleOfAnotherHidesItsOwnSize() {
        Polygon large = upright(Shape.ELLIPSE, 20, 20).moved(16, 16);
        assertEquals(0.16, upright(Shape.ELLIPSE, 8, 8).moved(16, 16).hiddenShare(large), 1e-15);
        assertEquals(1, large.hiddenShare(large));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thePixelsFilledAreThoseWhoseMiddleLiesInside(long seed) {
        RandomGenerator random = Randomness.of(seed, "fill");
        Polygon polygon = Polygon.random(Direction.random(random), SIDE, random);
        float[] image = new float[SIDE * SIDE];
        polygon.fill(image, 0, SIDE, 1);
        for (int i = 0; i < image.length; i++) {
            assertEquals(isInside(polygon, i % SIDE + 0.5, i / SIDE + 0.5) ? 1 : 0, image[i], "pixel " + i);
        }
    }

    /** On one side of every edge. */
    private static boolean isInside(Polygon polygon, double x, double y) {
        int n = polygon.x().length;
        return IntStream.range(0, n).allMatch(t -> {
            double right = polygon.x()[(t + 1) % n] - polygon.x()[t];
            double down = polygon.y()[(t + 1) % n] - polygon.y()[t];
            return right * (y - polygon.y()[t]) - down * (x - polygon.x()[t]) > 0;
        });
    }
}
