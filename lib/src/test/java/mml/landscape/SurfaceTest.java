package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mml.data.TwoSpirals;
import mml.math.Bowl;
import mml.math.Grid;
import mml.math.Grid.Axis;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.NetworkObjective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SurfaceTest {
    private static final Layout THREE = Layout.vector(3);
    private static final Objective BOWL = new Bowl(THREE);
    private static final Plane PLANE = new Plane(of(1, 0, 0), of(0, 1, 0), of(0, 0, 2));
    private static final Axis A = new Axis(-1, 1, 3);
    private static final Axis B = new Axis(0, 3, 4);

    private static Parameters of(float... values) {
        return Parameters.of(THREE, values);
    }

    @Test
    void theSurfaceOfAQuadraticIsExact() {
        // at (1, a, 2 b): 1 + 2 a^2 + 3 (2 b)^2, and the sum 1 + a + 2 b
        Surface surface = PLANE.surface(BOWL, A, B);
        assertEquals(Grid.of(A, B, (a, b) -> 1 + 2 * a * a + 12 * b * b), surface.grid("value"));
        assertEquals(Grid.of(A, B, (a, b) -> 1 + a + 2 * b), surface.grid("sum"));
        assertEquals(List.of("value", "sum"), surface.scores());
        assertTrue(surface.isComplete());
        assertEquals(12, surface.done());
        assertEquals("[value, sum] at 12 of 3 x 4 points, a in [-1.0, 1.0], b in [0.0, 3.0]", surface.toString());
    }

    @Test
    void aPlaneTellsTheCosineOfItsDirections() {
        assertEquals(0.6, new Plane(of(0, 0, 0), of(2, 0, 0), of(3, 4, 0)).cosine(), 1e-15);
        assertEquals(
                "plane in 1 blocks, 3 numbers, directions of length 2.000 and 5.000, cosine 0.600",
                new Plane(of(0, 0, 0), of(2, 0, 0), of(3, 4, 0)).toString());
    }

    @Test
    void theCurveOfAQuadraticIsExact() {
        Curve curve = new Line(of(1, 0, 0), of(1, 1, 0)).curve(BOWL, B);
        // at (1 + a, a, 0)
        assertArrayEquals(new double[] {1, 4 + 2, 9 + 8, 16 + 18}, curve.values("value"));
        assertArrayEquals(new double[] {1, 3, 5, 7}, curve.values("sum"));
        assertEquals(B, curve.axis());
        assertEquals("[value, sum] at 4 of 4 points on [0.0, 3.0]", curve.toString());
    }

    @Test
    void atTheCentreTheSurfaceIsTheScoreBitForBit() {
        ResidualMlp model = new ResidualMlp(16, 3, Shortcut.IDENTITY);
        Parameters centre = model.initial(1);
        NetworkObjective objective = NetworkObjective.of(model.network(), TwoSpirals.of(600, 1));
        Axis axis = new Axis(-1, 1, 3);
        Surface surface = Plane.random(centre, Normalisation.FILTER, 1).surface(objective, axis, axis);
        Curve curve = Line.random(centre, Normalisation.FILTER, 1).curve(objective, axis);
        for (String score : objective.scores()) {
            assertEquals(objective.score(score, centre), surface.grid(score).at(1, 1));
            assertEquals(objective.score(score, centre), curve.values(score)[1]);
        }
    }

    @Test
    void bitsDoNotDependOnTheNumberOfThreads() {
        ResidualMlp model = new ResidualMlp(16, 3, Shortcut.NONE);
        NetworkObjective objective = NetworkObjective.of(model.network(), TwoSpirals.of(600, 1));
        Plane plane = Plane.random(model.initial(1), Normalisation.FILTER, 1);
        Axis axis = new Axis(-1, 1, 7);
        Surface one = Workers.with(1, () -> plane.surface(objective, axis, axis));
        for (int threads : new int[] {2, 3}) {
            Surface several = Workers.with(threads, () -> plane.surface(objective, axis, axis));
            assertEquals(one.grid("loss"), several.grid("loss"));
            assertEquals(one.grid("accuracy"), several.grid("accuracy"));
        }
    }

    @Test
    void everyPointIsReportedOnceInOrder() {
        List<Long> reports = new ArrayList<>();
        PLANE.surface(BOWL, A, B, (done, total, seconds) -> {
            assertEquals(12, total);
            reports.add(done);
        });
        assertEquals(LongStream.rangeClosed(1, 12).boxed().toList(), reports);
    }

    @Test
    void otherLayoutsAndUnknownScoresAreRefused() {
        Parameters other = Parameters.zeros(Layout.vector(4));
        Parameters zero = Parameters.zeros(THREE);
        assertRefused(
                "direction must have the centre's layout (1 blocks, 3 numbers), had another (1 blocks, 4 numbers)",
                () -> new Line(zero, other));
        String sentence = "directions must have the centre's layout (1 blocks, 3 numbers), had ";
        String three = "1 blocks, 3 numbers";
        String four = "1 blocks, 4 numbers";
        assertRefused(sentence + four + " and " + three, () -> new Plane(zero, other, zero));
        assertRefused(sentence + three + " and " + four, () -> new Plane(zero, zero, other));
        Objective wider = new Bowl(Layout.vector(4));
        String objective =
                "objective must have the layout of the directions (" + three + "), had another (" + four + ")";
        assertRefused(objective, () -> PLANE.surface(wider, A, B));
        assertRefused(objective, () -> new Line(zero, zero).curve(wider, A));
        Surface surface = PLANE.surface(BOWL, A, B);
        assertRefused("score must be one of [value, sum], was loss", () -> surface.grid("loss"));
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() {
        Parameters zero = Parameters.zeros(THREE);
        Parameters broken = Parameters.of(THREE, new float[] {0, Float.NaN, 0});
        assertRefused("centre must be finite, value 1 was NaN", () -> new Line(broken, zero));
        assertRefused("direction must be finite, value 1 was NaN", () -> new Line(zero, broken));
        assertRefused("second must be finite, value 1 was NaN", () -> new Plane(zero, zero, broken));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
