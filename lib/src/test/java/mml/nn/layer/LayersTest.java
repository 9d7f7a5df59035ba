package mml.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.Window;
import mml.nn.layer.norm.BatchNormalisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values known by heart, and what the layers refuse. */
class LayersTest {
    private static final Layout NO_MATTER = Layout.vector(1);

    private static float[] forward(Layer layer, Layout layout, float[] parameters, float... input) {
        List<Integer> shape = List.of(input.length);
        float[] outputs = layer.pass(shape, 1, layout, Mode.EVALUATION).forward(parameters, input, 0, 1);
        return Arrays.copyOf(outputs, Layer.size(layer.output(shape)));
    }

    @Test
    void denseMultipliesFromTheRightAndAddsTheBiases() {
        Dense dense = Dense.of("d", 3);
        Layout layout = Layout.of(dense.blocks(List.of(2)));
        float[] parameters = {1, 2, 3, 4, 5, 6, 0.5f, 0, -0.5f};
        assertArrayEquals(new float[] {41.5f, 52, 62.5f}, forward(dense, layout, parameters, 1, 10));
    }

    @Test
    void denseHasAWeightOfOneColumnAnOutputAndABias() {
        assertEquals(
                List.of(new Block("d.weight", Kind.WEIGHT, List.of(2, 3)), new Block("d.bias", Kind.BIAS, List.of(3))),
                Dense.of("d", 3).blocks(List.of(2)));
        assertTrue(Dense.of("d", 3).isLinearInParameters());
        assertFalse(Residual.of(Dense.of("d", 3)).isLinearInParameters());
        assertFalse(new Tanh().isLinearInParameters());
    }

    @Test
    void reluKeepsWhatIsPositiveAndNan() {
        float[] outputs = forward(new Relu(), NO_MATTER, new float[1], -2, 0, 3, Float.NaN, Float.NEGATIVE_INFINITY);
        assertArrayEquals(new float[] {0, 0, 3, Float.NaN, 0}, outputs);
    }

    @Test
    void theSlopeOfReluAtZeroIsZero() {
        Layer.Pass pass = new Relu().pass(List.of(3), 1, NO_MATTER, Mode.TRAINING);
        pass.forward(new float[1], new float[] {-1, 0, 1}, 0, 1);
        assertArrayEquals(
                new float[] {0, 0, 7}, Arrays.copyOf(pass.backward(new float[1], new float[] {5, 6, 7}, null), 3));
    }

    @Test
    void reluKeepsAGradientOfAnySizeWhereItsOutputIsPositiveAndClearsItWhereItIsNot() {
        float[] gradients = {5, -5, Float.MAX_VALUE, 1 / 0f, -1 / 0f, Float.MIN_VALUE, -Float.MIN_VALUE};
        for (float output : new float[] {Float.MIN_VALUE, 1e-30f, 1, 1e30f, 1 / 0f, 0, -0f, -1}) {
            float[] inputs = new float[gradients.length];
            Arrays.fill(inputs, output);
            Layer.Pass pass = new Relu().pass(List.of(gradients.length), 1, NO_MATTER, Mode.TRAINING);
            pass.forward(new float[1], inputs, 0, 1);
            float[] expected = output > 0 ? gradients : new float[gradients.length];
            assertArrayEquals(expected, pass.backward(new float[1], gradients.clone(), null), "at " + output);
        }
    }

    @Test
    void tanhIsTheHyperbolicTangent() {
        float[] outputs = forward(new Tanh(), NO_MATTER, new float[1], 0, 1, -100, Float.NaN);
        assertArrayEquals(new float[] {0, 0.76159416f, -1, Float.NaN}, outputs, 6e-8f); // one rounding
    }

    @Test
    void tanhIsRightlyRoundedButForAFiftiethOfAnUlpForArgumentsOfAnySize() {
        int count = 1 << 16;
        float[] inputs = new float[count];
        for (int i = 0; i < count; i++) {
            inputs[i] = (i % 2 == 0 ? 1 : -1) * Float.intBitsToFloat(i * (0x7f800000 / count)); // from 0 to the largest
        }
        float[] outputs = forward(new Tanh(), NO_MATTER, new float[1], inputs);
        for (int i = 0; i < count; i++) {
            double expected = Math.tanh(inputs[i]);
            assertEquals(expected, outputs[i], 0.52 * Math.ulp((float) expected), "tanh of " + inputs[i]);
        }
        assertArrayEquals(new float[] {1, -1}, forward(new Tanh(), NO_MATTER, new float[1], 1 / 0f, -1 / 0f));
    }

    @Test
    void aResidualBlockAddsItsInput() {
        assertArrayEquals(new float[] {-2, 6}, forward(Residual.of(new Relu()), NO_MATTER, new float[1], -2, 3));
    }

    @Test
    void aProjectionTakesThePlaceOfTheIdentity() {
        Residual block = Residual.of(Dense.of("body", 1)).projection(Dense.of("shortcut", 1));
        Layout layout = Layout.of(block.blocks(List.of(2)));
        float[] parameters = {1, 2, 0.5f, 10, 20, 100};
        assertArrayEquals(new float[] {5.5f + 150}, forward(block, layout, parameters, 1, 2));
        assertArrayEquals(new float[] {5.5f}, forward(block.withoutShortcut(), layout, parameters, 1, 2));
    }

    @Test
    void aResidualBlockDrawsAndRemembersInBothOfItsParts() {
        Residual block = Residual.of(new Dropout(0.5), BatchNormalisation.of("body"))
                .projection(new Dropout(0.5), BatchNormalisation.of("shortcut"));
        Layout layout = Layout.of(block.blocks(List.of(1)));
        float[] input = new float[100];
        for (int i = 0; i < input.length; i++) {
            input[i] = 1 + i * i;
        }
        float[][] remembered = new float[2][layout.size()];
        for (int seed : new int[] {0, 1}) {
            Layer.Pass pass = block.pass(List.of(1), 100, layout, Mode.TRAINING);
            pass.draw(seed);
            pass.forward(remembered[seed], input, 0, 100);
            pass.remember(remembered[seed]);
        }
        // means of different numbers, with different seeds
        for (int mean : new int[] {layout.offset("body.mean"), layout.offset("shortcut.mean")}) {
            assertNotEquals(0, remembered[0][mean]);
            assertNotEquals(remembered[0][mean], remembered[1][mean]);
        }
        assertNotEquals(remembered[0][layout.offset("body.mean")], remembered[0][layout.offset("shortcut.mean")]);
    }

    @Test
    void sigmoidIsTheLogisticFunctionAndNeverOverflows() {
        float[] outputs = forward(
                new Sigmoid(), NO_MATTER, new float[1], 0, 1, -1, 1000, -1000, Float.NEGATIVE_INFINITY, Float.NaN);
        float[] expected = {0.5f, 0.7310586f, 0.26894143f, 1, 0, 0, Float.NaN};
        assertArrayEquals(expected, outputs, 6e-8f); // one rounding
        // exp(-80), far below one rounding of 1, keeps its digits
        assertEquals(1.8048513e-35, forward(new Sigmoid(), NO_MATTER, new float[1], -80)[0], 1e-41);
    }

    @Test
    void softsignDividesByOnePlusTheSize() {
        float[] outputs = forward(new Softsign(), NO_MATTER, new float[1], 0, 1, -3, 1e30f, Float.NaN);
        assertArrayEquals(new float[] {0, 0.5f, -0.75f, 1, Float.NaN}, outputs);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1e-3f, 1, 1e3f, 1e6f, 1e10f, -1, -1e3f, -1e6f, -1e10f})
    void softsignKeepsItsSlopesWhereItsValuesAreOne(float x) {
        // from the second of two rows, whose arguments do not begin at index 0
        Layer.Pass pass = new Softsign().pass(List.of(1), 2, NO_MATTER, Mode.TRAINING);
        pass.forward(new float[1], new float[] {5, x}, 1, 1);
        double root = 1 / (1 + Math.abs((double) x));
        double slope = root * root;
        double bend = -2 * Math.signum(x) * root * root * root;
        float[] tangent = pass.forwardTangent(new float[1], new float[1], new float[] {1});
        Dual back = pass.backwardTangent(new float[1], new float[1], new Dual(new float[] {1}, new float[1]), null);
        assertEquals(slope, pass.backward(new float[1], new float[] {1}, null)[0], 1e-6 * slope); // some roundings
        assertEquals(slope, tangent[0], 1e-6 * slope);
        assertEquals(slope, back.values()[0], 1e-6 * slope);
        assertEquals(bend, back.tangents()[0], 1e-6 * Math.abs(bend));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void softsignHasNoValueAndNoSlopeWhereItsArgumentIsNotFinite(float x) {
        Layer.Pass pass = new Softsign().pass(List.of(1), 1, NO_MATTER, Mode.TRAINING);
        assertEquals(Float.NaN, pass.forward(new float[1], new float[] {x}, 0, 1)[0]);
        assertEquals(Float.NaN, pass.backward(new float[1], new float[] {1}, null)[0]);
    }

    @Test
    void identityHandsOnTheRowsThatItIsGiven() {
        Layer.Pass pass = new Identity().pass(List.of(2), 2, NO_MATTER, Mode.TRAINING);
        assertArrayEquals(new float[] {3, 4}, pass.forward(new float[1], new float[] {1, 2, 3, 4}, 2, 1));
        assertArrayEquals(new float[] {0, 0}, pass.forwardTangent(new float[1], new float[1], null));
    }

    @Test
    void wrongShapesAreRefusedWithBoth() {
        assertRefused(
                "layer d takes vectors, its input has shape [2, 2]",
                () -> Dense.of("d", 3).output(List.of(2, 2)));
        assertRefused(
                "body and shortcut of a residual block must make the same shape, made [3] and [4]",
                () -> Residual.of(Dense.of("d", 3)).output(List.of(4)));
    }

    @Test
    void layersWithoutNameOutputsOrBodyAreRefused() {
        assertRefused("name must not be blank, was \" \"", () -> Dense.of(" ", 3));
        assertRefused("outputs of d must be at least 1, was 0", () -> Dense.of("d", 0));
        assertRefused("layers must not be empty", Residual::of);
        assertRefused("bias of d must be one of [WITH, WITHOUT], was null", () -> new Dense("d", 3, null));
        assertRefused("padding must be one of [SAME, VALID], was null", () -> new Window(3, 1, null));
        assertRefused("window of c must not be null", () -> new Convolution("c", 3, null, Bias.WITH));
        assertRefused(
                "bias of c must be one of [WITH, WITHOUT], was null",
                () -> new Convolution("c", 3, new Window(3, 1, Window.Padding.SAME), null));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
