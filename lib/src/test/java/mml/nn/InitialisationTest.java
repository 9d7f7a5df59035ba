package mml.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.math.Parameters;
import mml.nn.layer.BatchNormalisation;
import mml.nn.layer.Tanh;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitialisationTest {
    private static final Layout LAYOUT = Mlp.of(new Tanh(), 200, 300, 10).layout();
    private static final int SIZE = 200 * 300;

    private static double variance(float[] sample) {
        double squares = 0;
        for (float x : sample) {
            squares += (double) x * x / sample.length;
        }
        return squares;
    }

    private static float[] hidden(Initialisation initialisation) {
        return initialisation.parameters(LAYOUT, 1).block("hidden1.weight");
    }

    @Test
    void normalWeightsHaveTheVarianceOfTheirName() {
        double deviation = Math.sqrt(2.0 / SIZE); // of a variance, relative
        assertEquals(1, variance(hidden(Initialisation.he())) * 200 / 2, 4 * deviation);
        assertEquals(1, variance(hidden(Initialisation.leCun())) * 200, 4 * deviation);
        assertEquals(1, variance(hidden(Initialisation.normal(0.1))) * 200 / 0.1, 4 * deviation);
    }

    @Test
    void glorotsWeightsAreUniformUpToTheirBound() {
        float[] weights = hidden(Initialisation.glorot());
        double bound = Math.sqrt(6.0 / (200 + 300));
        double largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        assertTrue(largest <= bound * (1 + 1e-7) && largest > 0.999 * bound, "largest " + largest); // one rounding
        // a square of a uniform number has the relative deviation sqrt(0.8)
        assertEquals(1, variance(weights) * (200 + 300) / 2, 4 * Math.sqrt(0.8 / SIZE));
    }

    @Test
    void glorotsFanOutOfAConvolutionCountsKernelPositions() {
        Layout layout = Layout.of(List.of(new Block("c", Kind.WEIGHT, List.of(5, 5, 20, 40))));
        double variance = variance(Initialisation.glorot().parameters(layout, 1).block("c"));
        assertEquals(1, variance * (25 * 20 + 25 * 40) / 2, 4 * Math.sqrt(0.8 / (25 * 20 * 40)));
    }

    @Test
    void biasesShiftsAndStatesBeginAtZeroAndScalesAtOne() {
        Layout layout = Layout.of(Arrays.stream(Kind.values())
                .map(kind -> new Block(kind.name(), kind, List.of(3)))
                .toList());
        for (Initialisation each : List.of(Initialisation.he(), Initialisation.glorot())) {
            Parameters parameters = each.parameters(layout, 1);
            assertArrayEquals(new float[3], parameters.block("BIAS"));
            assertArrayEquals(new float[3], parameters.block("SHIFT"));
            assertArrayEquals(new float[3], parameters.block("STATE"));
            assertArrayEquals(new float[] {1, 1, 1}, parameters.block("SCALE"));
            assertFalse(Arrays.equals(new float[3], parameters.block("WEIGHT")));
        }
    }

    @Test
    void variancesBeginAtOneAndMeansAtZero() {
        Layout layout = Layout.of(BatchNormalisation.of("norm").blocks(List.of(2)));
        float[] expected = {1, 1, 0, 0, 0, 0, 1, 1};
        assertArrayEquals(expected, Initialisation.he().parameters(layout, 1).values());
        assertArrayEquals(
                expected, Initialisation.glorot().parameters(layout, 1).values());
    }

    @Test
    void numbersDependOnSeedAndNameOnly() {
        Parameters shallow = Mlp.of(8, 8, 2).initial(Initialisation.he(), 7);
        Parameters deep = Mlp.of(8, 8, 8, 8, 2).initial(Initialisation.he(), 7);
        assertArrayEquals(shallow.block("hidden1.weight"), deep.block("hidden1.weight"));
        assertArrayEquals(shallow.block("head.weight"), deep.block("head.weight"));
        assertFalse(Arrays.equals(deep.block("hidden1.weight"), deep.block("hidden2.weight")));
        assertFalse(shallow.equals(Mlp.of(8, 8, 2).initial(Initialisation.he(), 8)));
    }

    @Test
    void anExceptionFillsItsBlocksAndNoOther() {
        Initialisation both =
                Initialisation.he().except(block -> block.name().startsWith("head"), Initialisation.leCun());
        Parameters parameters = both.parameters(LAYOUT, 1);
        assertArrayEquals(hidden(Initialisation.he()), parameters.block("hidden1.weight"));
        assertArrayEquals(
                Initialisation.leCun().parameters(LAYOUT, 1).block("head.weight"), parameters.block("head.weight"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void gainMustBeFiniteAndPositive(double gain) {
        var e = assertThrows(IllegalArgumentException.class, () -> Initialisation.normal(gain));
        assertEquals("gain must be finite and positive, was " + gain, e.getMessage());
    }
}
