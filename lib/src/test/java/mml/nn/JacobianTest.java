package mml.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mml.math.Parameters;
import mml.nn.layer.Dense;
import mml.nn.layer.Residual;
import mml.nn.layer.Tanh;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class JacobianTest {
    private static final Network NETWORK = Mlp.of(new Tanh(), 4, 300, 200, 3);
    private static final Parameters AT = NETWORK.initial(Initialisation.glorot(), 1);
    private static final float[] EXAMPLE = {0.3f, -0.7f, 1.1f, 0.2f};

    @Test
    void ofADenseLayerItIsTheTransposeOfTheWeights() {
        Jacobian jacobian = NETWORK.jacobian(AT, EXAMPLE, "hidden2", "hidden2");
        float[] w = AT.block("hidden2.weight");
        assertEquals(List.of(200, 300), List.of(jacobian.outputs(), jacobian.inputs()));
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < 200; j++) {
                assertEquals(w[i * 200 + j], jacobian.at(j, i)); // a product with 1 and sums with 0 are exact
            }
        }
    }

    /** {@code J_ji = (1 - tanh(s_j)^2) W_ij}. */
    @Test
    void ofALayerAndItsActivationItHasTheSlopesToo() {
        Jacobian jacobian = NETWORK.jacobian(AT, EXAMPLE, "hidden2", "hidden2.tanh");
        Probe probe = Probe.of(NETWORK, AT, EXAMPLE, SoftmaxCrossEntropy.of(new int[1], 3));
        double[] z = probe.of("hidden2.tanh").outputs();
        float[] w = AT.block("hidden2.weight");
        for (int i = 0; i < 300; i++) {
            for (int j = 0; j < 200; j++) {
                assertEquals((1 - z[j] * z[j]) * w[i * 200 + j], jacobian.at(j, i), 1e-7); // a few roundings
            }
        }
    }

    @Test
    void ofAWholeNetworkItAgreesWithDifferences() {
        Network network = Network.of(
                List.of(4), Dense.of("a", 5), Residual.of(Dense.of("b", 5), new Tanh()), Dense.of("head", 3));
        Parameters at = network.initial(Initialisation.glorot(), 2);
        Jacobian jacobian = network.jacobian(at, EXAMPLE);
        float step = 1e-2f;
        for (int i = 0; i < 4; i++) {
            float[] more = EXAMPLE.clone();
            float[] less = EXAMPLE.clone();
            more[i] += step;
            less[i] -= step;
            float[] above = network.outputs(at, more);
            float[] below = network.outputs(at, less);
            for (int j = 0; j < 3; j++) {
                double difference = ((double) above[j] - below[j]) / ((double) more[i] - less[i]);
                assertEquals(difference, jacobian.at(j, i), 1e-4); // the square of the step, roundings over the step
            }
        }
    }

    @Test
    void jacobiansOfTwoRunsMultiplyToThatOfBoth() {
        Jacobian first = NETWORK.jacobian(AT, EXAMPLE, "hidden1", "hidden1.tanh");
        Jacobian second = NETWORK.jacobian(AT, EXAMPLE, "hidden2", "head");
        Jacobian whole = NETWORK.jacobian(AT, EXAMPLE);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 300; k++) {
                    sum += second.at(j, k) * first.at(k, i);
                }
                assertEquals(sum, whole.at(j, i), 1e-6); // roundings of sums of size 1
            }
        }
    }

    /** All singular values are that of the initialisation: {@code J J' = 4 I}. */
    @Test
    void ofAnOrthogonalLayerAllSingularValuesAreEqual() {
        Parameters orthogonal = NETWORK.initial(Initialisation.orthogonal(2), 1);
        Jacobian jacobian = NETWORK.jacobian(orthogonal, EXAMPLE, "hidden2", "hidden2");
        for (int i = 0; i < 200; i += 13) {
            for (int j = 0; j < 200; j++) {
                double sum = 0;
                for (int k = 0; k < 300; k++) {
                    sum += jacobian.at(i, k) * jacobian.at(j, k);
                }
                assertEquals(i == j ? 4 : 0, sum, 1e-5);
            }
        }
    }

    @Test
    void valuesAreRowMajor() {
        Jacobian jacobian = NETWORK.jacobian(AT, EXAMPLE);
        double[] values = new double[3 * 4];
        for (int k = 0; k < values.length; k++) {
            values[k] = jacobian.at(k / 4, k % 4);
        }
        assertArrayEquals(values, jacobian.values());
        assertEquals("Jacobian of 3 outputs with respect to 4 inputs", jacobian.toString());
    }

    @Test
    void layersAndExamplesThatDoNotFitAreRefused() {
        String names = "[hidden1, hidden1.tanh, hidden2, hidden2.tanh, head]";
        assertRefused(
                "first must be one of " + names + ", was hidden",
                () -> NETWORK.jacobian(AT, EXAMPLE, "hidden", "head"));
        assertRefused(
                "last must be one of " + names + ", was tail", () -> NETWORK.jacobian(AT, EXAMPLE, "head", "tail"));
        assertRefused(
                "last must not stand before first, hidden1 stands before hidden2",
                () -> NETWORK.jacobian(AT, EXAMPLE, "hidden2", "hidden1"));
        assertRefused("example must be one, were 2", () -> NETWORK.jacobian(AT, new float[8]));
        assertRefused(
                "examples must hold a positive multiple of 4 numbers, held 3",
                () -> NETWORK.jacobian(AT, new float[3]));
        assertRefused(
                "example must be finite, value 1 was NaN",
                () -> NETWORK.jacobian(AT, new float[] {0, Float.NaN, 0, 0}));
        assertRefused(
                "parameters must be finite, value 0 was Infinity",
                () -> NETWORK.jacobian(AT.with("head.bias", new float[3]).plus(Double.POSITIVE_INFINITY, AT), EXAMPLE));
        assertRefused(
                "output must be from 0 to 2, was 3",
                () -> NETWORK.jacobian(AT, EXAMPLE).at(3, 0));
        assertRefused(
                "input must be from 0 to 3, was -1",
                () -> NETWORK.jacobian(AT, EXAMPLE).at(0, -1));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
