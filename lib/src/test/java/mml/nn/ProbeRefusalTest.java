package mml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import mml.math.Parameters;
import mml.nn.layer.Dense;
import mml.nn.layer.Tanh;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a probe refuses, word for word. */
class ProbeRefusalTest {
    private static final Network NETWORK = Mlp.of(new Tanh(), 4, 6, 5, 3);
    private static final Loss LOSS = SoftmaxCrossEntropy.of(new int[] {0, 1, 2, 0, 1, 2, 1}, 3);
    private static final float[] EXAMPLES = new float[7 * 4];

    private static Probe probe() {
        return Probe.of(NETWORK, Parameters.zeros(NETWORK.layout()), EXAMPLES, LOSS);
    }

    @Test
    void anUnknownLayerIsRefusedWithTheKnownOnes() {
        assertRefused(
                "layer must be one of [hidden1, hidden1.tanh, hidden2, hidden2.tanh, head], was hidden3",
                () -> probe().of("hidden3"));
        assertRefused(
                "layer must have weights, hidden1.tanh has none",
                () -> probe().of("hidden1.tanh").weightGradient());
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        Parameters own = Parameters.zeros(NETWORK.layout());
        Network other = Network.of(List.of(4), Dense.of("head", 3));
        assertRefused(
                "examples must hold a positive multiple of 4 numbers, held 27",
                () -> Probe.of(NETWORK, own, Arrays.copyOf(EXAMPLES, 27), LOSS));
        assertRefused(
                "loss is of 2 outputs, the network has 3",
                () -> Probe.of(NETWORK, own, EXAMPLES, SoftmaxCrossEntropy.of(new int[7], 2)));
        assertRefused(
                "loss knows 7 examples, data have 6", () -> Probe.of(NETWORK, own, Arrays.copyOf(EXAMPLES, 24), LOSS));
        assertRefused(
                "parameters must have the network's layout (6 blocks, 83 numbers), had another (2 blocks, 15 numbers)",
                () -> Probe.of(NETWORK, Parameters.zeros(other.layout()), EXAMPLES, LOSS));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
    void whatIsNotFiniteIsRefusedWithItsPlace(float value) {
        float[] numbers = new float[NETWORK.layout().size()];
        numbers[17] = value;
        Parameters broken = Parameters.of(NETWORK.layout(), numbers);
        assertRefused(
                "parameters must be finite, value 17 was " + value, () -> Probe.of(NETWORK, broken, EXAMPLES, LOSS));
        float[] examples = EXAMPLES.clone();
        examples[3] = value;
        assertRefused(
                "examples must be finite, value 3 was " + value,
                () -> Probe.of(NETWORK, Parameters.zeros(NETWORK.layout()), examples, LOSS));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
