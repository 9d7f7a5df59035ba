package mml.landscape.path;

import static mml.landscape.path.PrincipalComponentsTest.gaussian;
import static mml.landscape.path.PrincipalComponentsTest.walk;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mml.landscape.Entries;
import mml.landscape.Normalisation;
import mml.landscape.Plane;
import mml.landscape.path.Trajectory.Point;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.math.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanePathTest {
    private static final Layout FOUR = Layout.vector(4);

    private static Parameters of(float... values) {
        return Parameters.of(Layout.vector(values.length), values);
    }

    private static Trajectory through(Parameters... checkpoints) {
        return Trajectory.of(IntStream.range(0, checkpoints.length)
                .mapToObj(i -> new Point(i, checkpoints[i]))
                .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theLastCheckpointIsAtZeroExactly(Projection projection) {
        Trajectory walk = walk(12, 900, 1);
        PlanePath own = PlanePath.of(
                walk, PrincipalComponents.of(walk, Entries.PARAMETERS).plane(), projection);
        PlanePath random = PlanePath.of(walk, Plane.random(walk.last(), Normalisation.FILTER, 1), projection);
        for (PlanePath path : List.of(own, random)) {
            assertEquals(0.0, path.a()[11]);
            assertEquals(0.0, path.b()[11]);
            assertEquals(0.0, path.offPlane()[11]);
        }
    }

    @ParameterizedTest // the authors' program would give twice and three times the coordinates
    @EnumSource
    void onOrthogonalDirectionsOfAnyLengthThePointDrawnIsThePointMeant(Projection projection) {
        Plane plane = new Plane(of(1, 1, 1, 1), of(2, 0, 0, 0), of(0, 3, 0, 0));
        PlanePath path = PlanePath.of(through(of(5, 7, 4, 5), of(1, 1, 1, 1)), plane, projection);
        assertArrayEquals(new double[] {2, 0}, path.a());
        assertArrayEquals(new double[] {2, 0}, path.b());
        assertArrayEquals(new double[] {5, 0}, path.offPlane());
    }

    @Test
    void bothProjectionsAgreeOnPrincipalComponents() {
        Trajectory walk = walk(20, 2_000, 2);
        Plane plane = PrincipalComponents.of(walk, Entries.PARAMETERS).plane();
        PlanePath one = PlanePath.of(walk, plane, Projection.INNER_PRODUCT);
        PlanePath other = PlanePath.of(walk, plane, Projection.LEAST_SQUARES);
        double longest = DoubleStream.of(one.a()).max().getAsDouble();
        assertArrayEquals(one.a(), other.a(), 1e-6 * longest);
        assertArrayEquals(one.b(), other.b(), 1e-6 * longest);
    }

    @Test // numpy 2.4.6: linalg.lstsq of the differences on both directions
    void onObliqueDirectionsLeastSquaresFindTheNearestPoint() {
        Trajectory six = through(
                of(4, 1, 0, -2), of(3, 2, 1, -1), of(1, 2, 2, 0), of(0, 1, 3, 1), of(-1, 0, 3, 2), of(-1, -1, 2, 2));
        Plane plane = new Plane(six.last(), of(1, 1, 0, 0), of(1, 0, 1, 0));
        PlanePath nearest = PlanePath.of(six, plane, Projection.LEAST_SQUARES);
        assertArrayEquals(new double[] {11 / 3.0, 11 / 3.0, 8 / 3.0, 4 / 3.0, 1 / 3.0, 0}, nearest.a(), 4e-15);
        assertArrayEquals(new double[] {-1 / 3.0, -1 / 3.0, -1 / 3.0, 1 / 3.0, 1 / 3.0, 0}, nearest.b(), 4e-15);
        assertArrayEquals(
                new double[] {4.93288286, 3.21455025, 2.081666, 1.52752523, 1.15470054, 0}, nearest.offPlane(), 5e-9);
        PlanePath inner = PlanePath.of(six, plane, Projection.INNER_PRODUCT);
        assertArrayEquals(new double[] {3.5, 3.5, 2.5, 1.5, 0.5, 0}, inner.a());
        for (int i = 0; i < 5; i++) {
            assertTrue(inner.offPlane()[i] > nearest.offPlane()[i]);
        }
        assertEquals(nearest.share(), inner.share(), 1e-15, "how much the plane holds is no matter of the projection");
    }

    @Test
    void randomDirectionsShowHardlyAnyMotion() {
        // of 2,000 numbers two random directions have 2 / N of the variance: 0.1 %; the mean of 50 draws within a
        // quarter
        Trajectory walk = walk(30, 2_000, 3);
        double mean = LongStream.range(0, 50)
                .mapToDouble(seed -> PlanePath.of(
                                walk,
                                new Plane(
                                        walk.last(),
                                        gaussian(walk.layout(), 7_000 + seed),
                                        gaussian(walk.layout(), 8_000 + seed)),
                                Projection.LEAST_SQUARES)
                        .share())
                .average()
                .getAsDouble();
        assertEquals(2 / 2_000.0, mean, 0.25 * 2 / 2_000.0);
    }

    @Test
    void statesDoNotCountUnlessADirectionMovesThem() {
        Layout layout = Layout.of(
                List.of(new Block("weight", Kind.WEIGHT, List.of(3, 1)), new Block("mean", Kind.STATE, List.of(1))));
        Trajectory trajectory = Trajectory.of(List.of(
                new Point(0, Parameters.of(layout, new float[] {1, 2, 2, 50})),
                new Point(1, Parameters.zeros(layout))));
        Parameters x = Parameters.of(layout, new float[] {1, 0, 0, 0});
        Parameters y = Parameters.of(layout, new float[] {0, 1, 0, 0});
        Parameters state = Parameters.of(layout, new float[] {0, 0, 0, 1});
        Parameters zero = trajectory.last();
        PlanePath weights = PlanePath.of(trajectory, new Plane(zero, x, y), Projection.INNER_PRODUCT);
        assertEquals(2, weights.offPlane()[0]);
        assertEquals(5 / 9.0, weights.share(), 1e-15);
        PlanePath moved = PlanePath.of(trajectory, new Plane(zero, x, state), Projection.INNER_PRODUCT);
        assertEquals(Math.sqrt(8), moved.offPlane()[0], 1e-15);
        assertEquals(2501 / 2509.0, moved.share(), 1e-15);
    }

    @Test
    void aRegionHoldsThePathsWithAMargin() {
        Plane plane = new Plane(of(0, 0, 0, 0), of(1, 0, 0, 0), of(0, 1, 0, 0));
        PlanePath one = PlanePath.of(through(of(10, 1, 0, 0), of(0, 0, 0, 0)), plane, Projection.INNER_PRODUCT);
        PlanePath other = PlanePath.of(through(of(-5, 0, 0, 0), of(0, 0, 0, 0)), plane, Projection.INNER_PRODUCT);
        Region region = Region.around(11, one, other);
        assertEquals(-8, region.a().low(), 1e-12);
        assertEquals(13, region.a().high(), 1e-12);
        assertEquals(11, region.b().count());
        // four fifths of 15, a fifth more on each side, around the middle of 0 and 1
        assertEquals(0.5 - 8.4, region.b().low(), 1e-12);
        assertEquals(0.5 + 8.4, region.b().high(), 1e-12);
    }

    @Test
    void wrongArgumentsAreRefused() {
        Trajectory two = through(of(1, 1, 1, 1), of(0, 0, 0, 0));
        Parameters zero = Parameters.zeros(FOUR);
        Parameters x = of(1, 0, 0, 0);
        Parameters y = of(0, 1, 0, 0);
        refused(
                "trajectory must have the plane's layout (1 blocks, 3 numbers), had another (1 blocks, 4 numbers)",
                () -> PlanePath.of(two, new Plane(of(0, 0, 0), of(1, 0, 0), of(0, 1, 0)), Projection.INNER_PRODUCT));
        refused("directions must not be zero, lengths were 1.0 and 0.0", () -> path(two, x, zero));
        refused("directions must not be parallel, their cosine was -1.0", () -> path(two, x, of(-2, 0, 0, 0)));
        refused("checkpoints must differ, all were the same", () -> path(through(x, x), x, y));
        refused(
                "projection must be one of [INNER_PRODUCT, LEAST_SQUARES], was null",
                () -> PlanePath.of(two, new Plane(zero, x, y), null));
        refused("paths must not be empty", () -> Region.around(5));
        PlanePath still = path(through(of(0, 0, 1, 0), zero), x, y);
        refused("paths must move on the plane, all their points were one", () -> Region.around(5, still));
    }

    private static PlanePath path(Trajectory trajectory, Parameters first, Parameters second) {
        return PlanePath.of(trajectory, new Plane(Parameters.zeros(FOUR), first, second), Projection.INNER_PRODUCT);
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
