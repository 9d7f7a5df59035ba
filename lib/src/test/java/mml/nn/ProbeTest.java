package mml.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import mml.math.Parameters;
import mml.math.Randomness;
import mml.nn.layer.Dense;
import mml.nn.layer.Dropout;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.Tanh;
import mml.nn.layer.norm.BatchNormalisation;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProbeTest {
    private static final Network PLAIN = Mlp.of(new Tanh(), 4, 6, 5, 3);
    private static final Network NESTED = Network.of(
            List.of(4),
            Dense.of("a", 5),
            new Relu(),
            Residual.of(new Tanh(), Dense.of("b", 5), Residual.of(Dense.of("c", 5), new Tanh())),
            Dense.of("head", 3));
    private static final int ROWS = 7;
    private static final Loss LOSS = SoftmaxCrossEntropy.of(new int[] {0, 1, 2, 0, 1, 2, 1}, 3);
    private static final float[] EXAMPLES = examples();

    private static float[] examples() {
        float[] examples = new float[ROWS * 4];
        var random = Randomness.of(1, "examples");
        for (int i = 0; i < examples.length; i++) {
            examples[i] = (float) random.nextGaussian();
        }
        return examples;
    }

    private static Probe probe(Network network) {
        return Probe.of(network, network.initial(Initialisation.glorot(), 1), EXAMPLES, LOSS);
    }

    private static double[] wide(float[] numbers) {
        double[] wide = new double[numbers.length];
        Arrays.setAll(wide, i -> numbers[i]);
        return wide;
    }

    static List<Network> networks() {
        return List.of(PLAIN, NESTED);
    }

    @Test
    void layersAreCalledAsTheirBlocksAndActivationsAfterThem() {
        assertEquals(
                List.of("hidden1", "hidden1.tanh", "hidden2", "hidden2.tanh", "head"),
                probe(PLAIN).layers());
        assertEquals(
                List.of("a", "a.relu", "a.residual", "a.tanh", "b", "c.residual", "c", "c.tanh", "head"),
                probe(NESTED).layers());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void lookingChangesNoBit(Network network) {
        Parameters at = network.initial(Initialisation.glorot(), 1);
        Probe probe = probe(network);
        assertArrayEquals(wide(network.outputs(at, EXAMPLES)), probe.of("head").outputs());
        Layer.Pass pass = network.pass(ROWS, Layer.Mode.EVALUATION);
        float[] outputs = pass.forward(at.values(), EXAMPLES, 0, ROWS);
        float[] outputGradient = new float[outputs.length];
        int[] all = {0, 1, 2, 3, 4, 5, 6};
        double loss = LOSS.gradient(outputs, all, 0, ROWS, 1.0 / ROWS, outputGradient) / ROWS;
        double[] head = wide(outputGradient);
        float[] gradient = new float[at.layout().size()];
        pass.backwardFirst(at.values(), outputGradient, gradient);
        assertEquals(loss, probe.loss());
        assertArrayEquals(head, probe.of("head").outputGradients());
        assertEquals(Parameters.of(at.layout(), gradient), probe.gradient());
    }

    @Test
    void activationsAreThoseOfThePreActivations() {
        Probe probe = probe(PLAIN);
        double[] expected =
                Arrays.stream(probe.of("hidden2").outputs()).map(Math::tanh).toArray();
        assertArrayEquals(expected, probe.of("hidden2.tanh").outputs(), 1e-7); // one rounding
        assertEquals(List.of(5), probe.of("hidden2.tanh").shape());
        assertEquals(ROWS * 5, probe.of("hidden2.tanh").outputs().length);
    }

    /** {@code dC/ds = dC/dz (1 - tanh(s)^2)}, {@code dC/dz = dC/ds' W'}. */
    @Test
    void gradientsTravelBackAsTheChainRuleSays() {
        Probe probe = probe(PLAIN);
        double[] z = probe.of("hidden1.tanh").outputs();
        double[] toActivations = probe.of("hidden1.tanh").outputGradients();
        double[] toPreActivations = probe.of("hidden1").outputGradients();
        double[] above = probe.of("hidden2").outputGradients();
        float[] w = PLAIN.initial(Initialisation.glorot(), 1).block("hidden2.weight");
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < 6; i++) {
                double sum = 0;
                for (int j = 0; j < 5; j++) {
                    sum += above[row * 5 + j] * w[i * 5 + j];
                }
                int k = row * 6 + i;
                assertEquals(sum, toActivations[k], 1e-7); // roundings of sums of numbers below 0.1
                assertEquals(toActivations[k] * (1 - z[k] * z[k]), toPreActivations[k], 1e-7);
            }
        }
    }

    @Test
    void theGradientOfWeightsIsThatOfTheirInputsAndOutputs() {
        Probe probe = probe(PLAIN);
        double[] z = probe.of("hidden1.tanh").outputs();
        double[] g = probe.of("hidden2").outputGradients();
        double[] expected = new double[6 * 5];
        for (int row = 0; row < ROWS; row++) {
            for (int k = 0; k < expected.length; k++) {
                expected[k] += z[row * 6 + k / 5] * g[row * 5 + k % 5];
            }
        }
        assertArrayEquals(expected, probe.of("hidden2").weightGradient(), 1e-7);
        assertArrayEquals(
                wide(probe.gradient().block("hidden2.weight")),
                probe.of("hidden2").weightGradient());
    }

    @Test
    void layersInsideOthersAreSeenToo() {
        Probe probe = probe(NESTED);
        double[] before = probe.of("a.relu").outputs();
        double[] inner = probe.of("c.residual").outputs();
        double[] sum = new double[before.length];
        Arrays.setAll(sum, i -> before[i] + inner[i]);
        assertArrayEquals(sum, probe.of("a.residual").outputs(), 1e-6); // one rounding of numbers below 10
        // what comes back to the body is what comes back to the block
        assertArrayEquals(
                probe.of("a.residual").outputGradients(), probe.of("c.residual").outputGradients());
        assertEquals(2 * 25, probe.of("a.residual").weightGradient().length);
    }

    /** In evaluation the remembered mean 0 and variance 1 change next to nothing; in training the batch is normalised. */
    @Test
    void inTrainingBatchStatisticsAreThoseOfTheExamples() {
        Network network = Network.of(List.of(4), Dense.of("a", 5), BatchNormalisation.of("norm"), Dense.of("head", 3));
        Parameters at = network.initial(Initialisation.glorot(), 1);
        Probe evaluated = Probe.of(network, at, EXAMPLES, LOSS);
        double root = Math.sqrt(1 + 1e-5);
        double[] expected =
                Arrays.stream(evaluated.of("a").outputs()).map(s -> s / root).toArray();
        assertArrayEquals(expected, evaluated.of("norm").outputs(), 1e-6); // roundings
        double[] trained =
                Probe.inTraining(network, at, EXAMPLES, LOSS).of("norm").outputs();
        for (int unit = 0; unit < 5; unit++) {
            double sum = 0;
            double squares = 0;
            for (int row = 0; row < ROWS; row++) {
                sum += trained[row * 5 + unit];
                squares += Math.pow(trained[row * 5 + unit], 2);
            }
            assertEquals(0, sum / ROWS, 1e-6); // roundings
            assertEquals(1, squares / ROWS, 1e-3); // epsilon beside variances above 0.01
        }
    }

    @Test
    void inTrainingTheSameUnitsAreDroppedEachTime() {
        Network network = Network.of(List.of(4), Dense.of("a", 50), new Dropout(0.5), Dense.of("head", 3));
        Parameters at = network.initial(Initialisation.glorot(), 1);
        double[] dropped =
                Probe.inTraining(network, at, EXAMPLES, LOSS).of("a.dropout").outputs();
        assertArrayEquals(
                dropped,
                Probe.inTraining(network, at, EXAMPLES, LOSS).of("a.dropout").outputs());
        double kept = Arrays.stream(dropped).filter(z -> z != 0).count();
        assertEquals(0.5, kept / dropped.length, 4 * 0.5 / Math.sqrt(dropped.length));
    }

    @Test
    void whatIsHandedOutIsACopy() {
        Probe probe = probe(PLAIN);
        double[] kept = probe.of("head").outputs();
        Arrays.fill(probe.of("head").outputs(), 7);
        assertArrayEquals(kept, probe.of("head").outputs());
    }
}
