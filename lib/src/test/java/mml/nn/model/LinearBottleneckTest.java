package mml.nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mml.math.Layout;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.layer.Tanh;
import org.junit.jupiter.api.Test;

class LinearBottleneckTest {
    private static int weights(LinearBottleneck net) {
        return net.network().layout().blocks().stream()
                .filter(block -> block.kind() == Layout.Kind.WEIGHT)
                .mapToInt(Layout.Block::size)
                .sum();
    }

    /** The sheet of the paper counts weights: 3.9 million and 173.7 million. */
    @Test
    void numbersOfWeightsAreThoseOfTheArithmetic() {
        LinearBottleneck narrow = new LinearBottleneck(1845, 250, 8_000, 183);
        LinearBottleneck wide = new LinearBottleneck(1845, 250, 400_000, 183);
        assertEquals(1845 * 250 + 250 * 8_000 + 8_000 * 183, weights(narrow));
        assertEquals(3_925_250, weights(narrow));
        assertEquals(173_661_250, weights(wide));
        assertEquals(3_925_250 + 8_000 + 183, narrow.network().layout().parameterCount());
    }

    /** The product of both matrices as one matrix makes the same net. */
    @Test
    void itIsAPerceptronWhoseMatrixIsAProduct() {
        Network network = new LinearBottleneck(5, 2, 7, 3).network(new Tanh());
        Network whole = Mlp.of(new Tanh(), 5, 7, 3);
        Parameters factors =
                network.initial(Initialisation.glorot(), 1).with("hidden1.bias", new float[] {1, 2, 3, 4, 5, 6, 7});
        float[] v = factors.block("bottleneck.weight");
        float[] u = factors.block("hidden1.weight");
        float[] product = new float[5 * 7];
        for (int k = 0; k < product.length; k++) {
            for (int r = 0; r < 2; r++) {
                product[k] += v[k / 7 * 2 + r] * u[r * 7 + k % 7];
            }
        }
        Parameters same = Parameters.zeros(whole.layout()).with("hidden1.weight", product);
        for (String block : List.of("hidden1.bias", "head.weight", "head.bias")) {
            same = same.with(block, factors.block(block));
        }
        float[] examples = {0.3f, -0.7f, 1.1f, 0.2f, 0.9f, -1, 0.5f, 0.1f, 0, 2};
        assertArrayEquals(whole.outputs(same, examples), network.outputs(factors, examples), 1e-6f); // roundings
    }

    @Test
    void sizesBelowOneAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new LinearBottleneck(5, 0, 7, 3));
        assertEquals("bottleneck must be at least 1, was 0", e.getMessage());
    }
}
