package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import mml.data.Dataset;
import mml.data.TwoSpirals;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.GradientCheck;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.SquaredError;
import mml.nn.layer.Tanh;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 601 examples: three chunks of scores, the last of which is not full, and ten of gradients. */
class NetworkObjectiveTest {
    private static final Dataset DATA = TwoSpirals.of(601, 1);
    private static final Network RELU = Mlp.of(2, 9, 2);
    private static final NetworkObjective OBJECTIVE = NetworkObjective.of(RELU, DATA);
    private static final Parameters POINT = RELU.initial(Initialisation.normal(4), 1);

    private static double[] scores(Objective objective, Parameters at) {
        double[] out = new double[2];
        objective.scores(at.values(), out);
        return out;
    }

    /** Mean loss and accuracy as the definitions say, example by example in double precision. */
    private static double[] naive(Parameters at) {
        double[] sums = new double[2];
        for (int i = 0; i < DATA.size(); i++) {
            double[] z = dense(
                    at, "head", rectified(dense(at, "hidden1", DATA.features()[2 * i], DATA.features()[2 * i + 1])));
            int label = DATA.labels()[i];
            sums[0] += Math.log(Math.exp(z[0]) + Math.exp(z[1])) - z[label];
            sums[1] += z[label] > z[1 - label] ? 1 : 0;
        }
        return new double[] {sums[0] / DATA.size(), sums[1] / DATA.size()};
    }

    private static double[] dense(Parameters at, String name, double... x) {
        float[] weight = at.block(name + ".weight");
        float[] bias = at.block(name + ".bias");
        double[] z = new double[bias.length];
        for (int j = 0; j < z.length; j++) {
            z[j] = bias[j];
            for (int i = 0; i < x.length; i++) {
                z[j] += x[i] * weight[i * z.length + j];
            }
        }
        return z;
    }

    private static double[] rectified(double[] z) {
        for (int i = 0; i < z.length; i++) {
            z[i] = Math.max(0, z[i]);
        }
        return z;
    }

    @Test
    void scoresAreTheMeanLossAndTheShareOfRightAnswers() {
        double[] expected = naive(POINT);
        double[] found = scores(OBJECTIVE, POINT);
        assertEquals(expected[0], found[0], 1e-5 * expected[0]); // single-precision outputs
        assertEquals(expected[1], found[1]);
        assertEquals(found[0], OBJECTIVE.score("loss", POINT));
        assertEquals(found[1], OBJECTIVE.score("accuracy", POINT));
        assertEquals(List.of("loss", "accuracy"), OBJECTIVE.scores());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void slopeOfASmoothNetworkAgreesWithItsGradient(long seed) {
        Network smooth = Mlp.of(new Tanh(), 2, 9, 5, 2);
        NetworkObjective objective = NetworkObjective.of(smooth, DATA);
        GradientCheck check = GradientCheck.of(objective, smooth.initial(Initialisation.normal(4), seed), 1e-2, seed);
        assertTrue(check.relativeError() < 1e-3, check.toString()); // the square of the step, and rounding
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void slopeOfAReluNetworkAgreesWithItsGradient(long seed) {
        Parameters at = RELU.initial(Initialisation.normal(4), seed);
        GradientCheck check = GradientCheck.of(OBJECTIVE, at, 1e-3, seed);
        assertTrue(check.relativeError() < 1e-2, check.toString()); // some of the points cross a kink
    }

    @Test
    void theGradientComesWithTheLossAndIsOverwritten() {
        float[] once = new float[RELU.layout().size()];
        float[] twice = new float[once.length];
        double loss = OBJECTIVE.gradient(POINT.values(), once);
        OBJECTIVE.gradient(POINT.values(), twice);
        assertEquals(loss, OBJECTIVE.gradient(POINT.values(), twice));
        assertArrayEquals(once, twice);
        assertEquals(scores(OBJECTIVE, POINT)[0], loss, 1e-6 * loss); // other chunks, other roundings
    }

    @Test
    void bitsDoNotDependOnTheNumberOfThreads() {
        float[] one = new float[RELU.layout().size()];
        Workers.with(1, () -> OBJECTIVE.gradient(POINT.values(), one));
        double[] scores = Workers.with(1, () -> scores(OBJECTIVE, POINT));
        for (int threads : new int[] {2, 3}) {
            float[] several = new float[one.length];
            Workers.with(threads, () -> OBJECTIVE.gradient(POINT.values(), several));
            assertArrayEquals(one, several);
            assertArrayEquals(scores, Workers.with(threads, () -> scores(OBJECTIVE, POINT)));
        }
    }

    @Test
    void copiesCanBeUsedAtTheSameTime() {
        List<Parameters> points = LongStream.range(0, 40)
                .mapToObj(seed -> RELU.initial(Initialisation.he(), seed))
                .toList();
        List<Double> alone =
                points.stream().map(at -> gradientNorm(OBJECTIVE, at)).toList();
        assertEquals(alone, Workers.with(4, () -> Workers.map(points, at -> gradientNorm(OBJECTIVE.copy(), at))));
    }

    private static double gradientNorm(Objective objective, Parameters at) {
        float[] gradient = new float[at.layout().size()];
        return objective.gradient(at.values(), gradient)
                + Parameters.of(at.layout(), gradient).norm();
    }

    @Test
    void whatDoesNotFitIsRefusedWithBoth() {
        assertRefused("data have 2 features, the network takes [3]", () -> NetworkObjective.of(Mlp.of(3, 2), DATA));
        assertRefused("data have 2 classes, the network 4 outputs", () -> NetworkObjective.of(Mlp.of(2, 4), DATA));
        assertRefused("score must be one of [loss, accuracy], was error", () -> OBJECTIVE.score("error", POINT));
        assertRefused(
                "parameters must have the network's layout (4 blocks, 47 numbers), had another (1 blocks, 47 numbers)",
                () -> OBJECTIVE.score("loss", Parameters.zeros(Layout.vector(47))));
    }

    @Test
    void vectorsOfAnotherLengthAreRefusedWithBoth() {
        float[] own = POINT.values();
        for (float[] other : List.of(new float[46], new float[48])) {
            String sentence = "point has " + other.length + " numbers, layout 47";
            assertRefused(sentence, () -> OBJECTIVE.scores(other, new double[2]));
            assertRefused(sentence, () -> OBJECTIVE.gradient(other, own));
            assertRefused("gradient has " + other.length + " numbers, layout 47", () -> OBJECTIVE.gradient(own, other));
            String direction = "direction has " + other.length + " numbers, layout 47";
            assertRefused(direction, () -> OBJECTIVE.onPlane(own, other, null));
            assertRefused(direction, () -> OBJECTIVE.onPlane(own, own, other));
        }
        for (double[] out : List.of(new double[1], new double[3])) {
            String sentence = "scores has " + out.length + " numbers, the objective 2";
            assertRefused(sentence, () -> OBJECTIVE.scores(own, out));
            assertRefused(sentence, () -> OBJECTIVE.onPlane(own, own, null).scores(0, 0, out));
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void derivativesAreRefusedWhereANumberIsNotFinite(float number) {
        float[] own = POINT.values();
        float[] broken = POINT.values();
        broken[46] = number;
        float[] out = new float[47];
        String point = "point must be finite, value 46 was " + number;
        assertRefused(point, () -> OBJECTIVE.gradient(broken, out));
        assertRefused(point, () -> OBJECTIVE.hessianTimes(broken, own, out));
        assertRefused(point, () -> OBJECTIVE.gaussNewtonTimes(broken, own, out));
        String direction = "direction must be finite, value 46 was " + number;
        assertRefused(direction, () -> OBJECTIVE.hessianTimes(own, broken, out));
        assertRefused(direction, () -> OBJECTIVE.gaussNewtonTimes(own, broken, out));
        assertArrayEquals(new float[47], out, "nothing is written");
    }

    @Test
    void scoresOfAPointThatOverflowsAreNotFiniteButNotRefused() {
        Parameters far = POINT.plus(Double.POSITIVE_INFINITY, POINT);
        assertEquals(Double.NaN, scores(OBJECTIVE, far)[0]);
        double[] onLine = new double[2];
        OBJECTIVE.onPlane(POINT.values(), POINT.values(), null).scores(1e38, 0, onLine);
        assertFalse(Double.isFinite(onLine[0]));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void theOriginTellsNetworkDataAndLossWithAllTheirSettings() {
        Objective.Origin origin = OBJECTIVE.origin().orElseThrow();
        assertEquals(String.join("\n", RELU.description().lines()), origin.function());
        assertEquals("two spirals, 601 examples, SHA-256 " + DATA.hash(), origin.data());
        String labels = "601 labels, hash " + Integer.toHexString(Arrays.hashCode(DATA.labels()));
        assertEquals("mean cross-entropy of " + labels, origin.scoring());
        assertTrue(OBJECTIVE.decay(0.5).origin().orElseThrow().scoring().endsWith(", weight decay 0.5 of PARAMETERS"));
        assertEquals(
                origin,
                NetworkObjective.of(Mlp.of(2, 9, 2), TwoSpirals.of(601, 1))
                        .origin()
                        .orElseThrow());
        float[] targets = {1, 2};
        NetworkObjective regression = NetworkObjective.of(RELU, DATA.first(1), SquaredError.of(targets, 2));
        String scoring = regression.origin().orElseThrow().scoring();
        assertTrue(
                scoring.startsWith("mean half the squared distance from 1 rows of targets, SHA-256 "
                        + Parameters.fingerprint(targets)),
                scoring);
    }
}
