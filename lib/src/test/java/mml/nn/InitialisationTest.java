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
import mml.nn.layer.Tanh;
import mml.nn.layer.norm.BatchNormalisation;
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
    void standardWeightsAreUniformUpToOneOverTheRootOfTheFanIn() {
        float[] weights = hidden(Initialisation.standard());
        double largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        double bound = 1 / Math.sqrt(200);
        assertTrue(largest <= bound * (1 + 1e-7) && largest > 0.999 * bound, "largest " + largest); // one rounding
        assertEquals(1.0 / 3, variance(weights) * 200, 4 * Math.sqrt(0.8 / SIZE) / 3); // sheet 1: n Var W = 1/3
    }

    @Test
    void aDeviationIsThatOfEveryWeightWhateverTheFanIn() {
        Parameters parameters = Initialisation.normalWithDeviation(1e-3).parameters(LAYOUT, 1);
        assertEquals(1, variance(parameters.block("hidden1.weight")) / 1e-6, 4 * Math.sqrt(2.0 / SIZE));
        assertEquals(1, variance(parameters.block("head.weight")) / 1e-6, 4 * Math.sqrt(2.0 / 3000));
    }

    @Test
    void aConstantIsThatOfEveryWeightAndOfNothingElse() {
        Parameters parameters = Initialisation.constant(0.25).parameters(LAYOUT, 1);
        float[] quarters = new float[3000];
        Arrays.fill(quarters, 0.25f);
        assertArrayEquals(quarters, parameters.block("head.weight"));
        assertArrayEquals(new float[10], parameters.block("head.bias"));
    }

    private static final Layout CONVOLUTION = Layout.of(List.of(new Block("c", Kind.WEIGHT, List.of(5, 5, 20, 40))));

    @Test
    void fanInOfAConvolutionCountsKernelPositionsTimesInputs() {
        double normal = variance(Initialisation.he().parameters(CONVOLUTION, 1).block("c"));
        assertEquals(1, normal * 25 * 20 / 2, 4 * Math.sqrt(2.0 / (25 * 20 * 40)));
        double uniform =
                variance(Initialisation.standard().parameters(CONVOLUTION, 1).block("c"));
        assertEquals(1, uniform * 25 * 20 * 3, 4 * Math.sqrt(0.8 / (25 * 20 * 40)));
    }

    @Test
    void glorotsFanOutOfAConvolutionCountsKernelPositions() {
        double variance =
                variance(Initialisation.glorot().parameters(CONVOLUTION, 1).block("c"));
        assertEquals(1, variance * (25 * 20 + 25 * 40) / 2, 4 * Math.sqrt(0.8 / (25 * 20 * 40)));
    }

    @Test
    void biasesShiftsAndStatesBeginAtZeroAndScalesAtOne() {
        Layout layout = Layout.of(Arrays.stream(Kind.values())
                .map(kind -> new Block(kind.name(), kind, List.of(3)))
                .toList());
        for (Initialisation each : List.of(
                Initialisation.he(),
                Initialisation.leCun(),
                Initialisation.glorot(),
                Initialisation.standard(),
                Initialisation.orthogonal(),
                Initialisation.normalWithDeviation(2),
                Initialisation.constant(2))) {
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

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void deviationAndSingularValueMustBeFiniteAndPositive(double value) {
        var deviation = assertThrows(IllegalArgumentException.class, () -> Initialisation.normalWithDeviation(value));
        assertEquals("deviation must be finite and positive, was " + value, deviation.getMessage());
        var singular = assertThrows(IllegalArgumentException.class, () -> Initialisation.orthogonal(value));
        assertEquals("singular value must be finite and positive, was " + value, singular.getMessage());
    }

    @Test
    void aConstantMustBeFinite() {
        var e = assertThrows(IllegalArgumentException.class, () -> Initialisation.constant(Double.NaN));
        assertEquals("weight must be finite, was NaN", e.getMessage());
    }
}
