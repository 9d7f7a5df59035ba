package mml.landscape.path;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mml.landscape.Entries;
import mml.landscape.Plane;
import mml.landscape.path.Trajectory.Point;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.math.Parameters;
import mml.math.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrincipalComponentsTest {
    private static final float[][] SIX = {
        {4, 1, 0, -2}, {3, 2, 1, -1}, {1, 2, 2, 0}, {0, 1, 3, 1}, {-1, 0, 3, 2}, {-1, -1, 2, 2}
    };

    private static Trajectory of(Layout layout, float[]... rows) {
        return Trajectory.of(IntStream.range(0, rows.length)
                .mapToObj(i -> new Point(10 * i, Parameters.of(layout, rows[i])))
                .toList());
    }

    private static PrincipalComponents all(float[]... rows) {
        return PrincipalComponents.of(of(Layout.vector(rows[0].length), rows), Entries.PARAMETERS);
    }

    @Test // numpy 2.4.6: linalg.svd of the rows less the last one, less their mean; signs by the rule of the class
    void componentsAreThoseOfNumPy() {
        PrincipalComponents found = all(SIX);
        assertArrayEquals(
                new double[] {0.893489493102077, 0.098866255697025, 0.005855719713129, 0.001788531487769, 0},
                found.shares(),
                1e-14);
        assertDirection(
                found.plane().first(), 0.706875999664289, 0.272923019499129, -0.350591216619284, -0.550386360073994);
        assertDirection(
                found.plane().second(), -0.097091524362681, 0.852183488804145, 0.513331526178288, -0.029108100899877);
        assertEquals(found.shares()[0] + found.shares()[1], found.share());
        assertEquals(
                "6 checkpoints, 89.3 % + 9.9 % of the variance in two components; a random walk has 81.1 % in two",
                found.toString());
    }

    private static void assertDirection(Parameters found, double... expected) {
        float[] values = found.values();
        assertArrayEquals(
                expected, IntStream.range(0, 4).mapToDouble(i -> values[i]).toArray(), 1e-7);
    }

    @Test
    void aPathInAKnownPlaneIsRecovered() {
        // 40 points on a spiral in the plane of two directions of 3,000 numbers, far from zero
        int n = 3_000;
        Layout layout = Layout.vector(n);
        Plane plane = new Plane(gaussian(layout, 1), gaussian(layout, 2), gaussian(layout, 3));
        List<Point> points = IntStream.range(0, 40)
                .mapToObj(i -> new Point(
                        i,
                        plane.centre()
                                .plus((40 - i) * Math.cos(0.2 * i), plane.first())
                                .plus((40 - i) * Math.sin(0.2 * i), plane.second())))
                .toList();
        Trajectory trajectory = Trajectory.of(points);
        PrincipalComponents found = PrincipalComponents.of(trajectory, Entries.PARAMETERS);
        assertEquals(1, found.share(), 1e-13, "but for the rounding of the points");
        for (Parameters direction : List.of(plane.first(), plane.second())) {
            double within = Math.hypot(
                    direction.cosine(found.plane().first()),
                    direction.cosine(found.plane().second()));
            assertEquals(1, within, 1e-6);
        }
        assertEquals(0, found.plane().cosine(), 1e-7);
        assertEquals(1, found.plane().first().norm(), 1e-7);
        assertEquals(1, found.plane().second().norm(), 1e-7);
    }

    @Test
    void theVarianceAlongADirectionIsItsShare() {
        Trajectory walk = walk(30, 500, 1);
        PrincipalComponents found = PrincipalComponents.of(walk, Entries.PARAMETERS);
        PlanePath path = PlanePath.of(walk, found.plane(), Projection.INNER_PRODUCT);
        double ratio = variance(path.a()) / variance(path.b());
        assertEquals(found.shares()[0] / found.shares()[1], ratio, 1e-6 * ratio);
        assertEquals(found.share(), path.share(), 1e-7);
        assertEquals(1, DoubleStream.of(found.shares()).sum(), 1e-14);
    }

    private static double variance(double[] values) {
        double mean = DoubleStream.of(values).average().getAsDouble();
        return DoubleStream.of(values).map(x -> (x - mean) * (x - mean)).sum();
    }

    @ParameterizedTest // of eight clouds some eigenvectors come out with the other sign
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theFarthestCheckpointHasPositiveCoordinates(long seed) {
        Layout layout = Layout.vector(200);
        Trajectory cloud = Trajectory.of(IntStream.range(0, 9)
                .mapToObj(i -> new Point(i, gaussian(layout, 100 * seed + i)))
                .toList());
        PlanePath path = PlanePath.of(
                cloud, PrincipalComponents.of(cloud, Entries.PARAMETERS).plane(), Projection.INNER_PRODUCT);
        for (double[] coordinates : List.of(path.a(), path.b())) {
            double greatest = DoubleStream.of(coordinates).max().getAsDouble();
            assertTrue(greatest >= -DoubleStream.of(coordinates).min().getAsDouble());
        }
    }

    @Test
    void whatDoesNotCountMovesNothing() {
        Layout layout = Layout.of(List.of(
                new Block("weight", Kind.WEIGHT, List.of(2, 1)),
                new Block("bias", Kind.BIAS, List.of(2)),
                new Block("scale", Kind.SCALE, List.of(2)),
                new Block("variance", Kind.STATE, List.of(2)),
                new Block("head", Kind.WEIGHT, List.of(2, 1))));
        Random random = new Random(1);
        float[][] rows = new float[6][10];
        for (float[] row : rows) {
            for (int k = 0; k < row.length; k++) {
                row[k] = (float) ((k == 6 || k == 7 ? 100 : 1) * random.nextGaussian());
            }
        }
        Trajectory trajectory = of(layout, rows);
        float[] weights = first(trajectory, Entries.WEIGHTS);
        assertArrayEquals(new float[6], Arrays.copyOfRange(weights, 2, 8));
        assertTrue(weights[0] != 0 && weights[9] != 0);
        float[] parameters = first(trajectory, Entries.PARAMETERS);
        assertTrue(parameters[2] != 0 && parameters[4] != 0 && parameters[6] == 0);
        float[] all = first(trajectory, Entries.ALL);
        assertEquals(1, Math.hypot(all[6], all[7]), 0.01, "running statistics drown the rest");
        // what is left out is as if it were not there
        Trajectory bare = of(
                Layout.vector(4),
                Arrays.stream(rows)
                        .map(row -> new float[] {row[0], row[1], row[8], row[9]})
                        .toArray(float[][]::new));
        assertArrayEquals(
                PrincipalComponents.of(bare, Entries.PARAMETERS).shares(),
                PrincipalComponents.of(trajectory, Entries.WEIGHTS).shares(),
                1e-14);
    }

    private static float[] first(Trajectory trajectory, Entries entries) {
        return PrincipalComponents.of(trajectory, entries).plane().first().values();
    }

    @Test
    void severalRunsShareThePlaneThroughTheEndOfTheFirst() {
        Trajectory one = of(Layout.vector(4), SIX[0], SIX[1], SIX[5]);
        Trajectory other = of(Layout.vector(4), SIX[2], SIX[3], SIX[4]);
        PrincipalComponents both = PrincipalComponents.of(List.of(one, other), Entries.PARAMETERS);
        assertEquals(one.last(), both.plane().centre());
        assertArrayEquals(all(SIX).shares(), both.shares(), 1e-14, "the order of the rows does not matter");
        assertArrayEquals(
                all(SIX).plane().first().values(), both.plane().first().values(), 1e-6f);
        assertEquals(
                "a random walk is compared with the components of one run, these are of 2",
                assertThrows(IllegalStateException.class, both::shareOfRandomWalk)
                        .getMessage());
        assertFalse(both.toString().contains("random walk"), both.toString());
    }

    @Test
    void theWalkBesideARunHasAsManyShares() {
        PrincipalComponents six = all(SIX);
        double[] walk = six.sharesOfRandomWalk();
        assertEquals(six.shares().length, walk.length);
        assertEquals(1, DoubleStream.of(walk).sum(), 1e-12);
        assertEquals(walk[0] + walk[1], six.shareOfRandomWalk());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void bitsDependNeitherOnThreadsNorOnWhereCheckpointsAre(int threads) {
        Trajectory walk = walk(21, 70_000, 3);
        List<Integer> numbers = new ArrayList<>(IntStream.range(0, 21).boxed().toList());
        Trajectory read = Trajectory.of(numbers, i -> new Point(i, walk.at(i)));
        PrincipalComponents one = Workers.with(1, () -> PrincipalComponents.of(walk, Entries.PARAMETERS));
        PrincipalComponents several = Workers.with(threads, () -> PrincipalComponents.of(read, Entries.PARAMETERS));
        assertArrayEquals(one.shares(), several.shares());
        assertEquals(one.plane(), several.plane());
    }

    @Test
    void pathsWithoutTwoComponentsAreRefused() {
        refused("two components need at least 3 checkpoints, were 2", () -> all(SIX[0], SIX[1]));
        refused(
                "checkpoints must differ in what counts (parameters), all were the same",
                () -> all(SIX[0], SIX[0], SIX[0]));
        refused(
                "checkpoints must vary in two directions in what counts (parameters), they lie on a line",
                () -> all(new float[] {1, 2, 3}, new float[] {2, 4, 6}, new float[] {4, 8, 12}));
        refused(
                "entries must be one of [WEIGHTS, PARAMETERS, ALL], was null",
                () -> PrincipalComponents.of(walk(3, 3, 1), null));
        refused("trajectories must not be empty", () -> PrincipalComponents.of(List.of(), Entries.ALL));
        refused(
                "trajectories must have one layout (1 blocks, 3 numbers), one had another (1 blocks, 4 numbers)",
                () -> PrincipalComponents.of(List.of(walk(3, 3, 1), walk(3, 4, 1)), Entries.ALL));
    }

    static Trajectory walk(int count, int size, long seed) {
        Layout layout = Layout.vector(size);
        List<Point> points = new ArrayList<>();
        Parameters at = Parameters.zeros(layout);
        for (int i = 0; i < count; i++) {
            points.add(new Point(i, at));
            at = at.plus(1, gaussian(layout, 1_000 * seed + i));
        }
        return Trajectory.of(points);
    }

    static Parameters gaussian(Layout layout, long seed) {
        Random random = new Random(seed);
        float[] values = new float[layout.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Parameters.of(layout, values);
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
