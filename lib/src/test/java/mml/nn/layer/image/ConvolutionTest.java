package mml.nn.layer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.math.Randomness;
import mml.math.Workers;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.layer.Bias;
import mml.nn.layer.Tanh;
import mml.nn.layer.image.Window.Padding;
import mml.nn.layer.image.direct.OffsetProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Convolutions by hand, beside plain loops, on several threads, and what they refuse. */
class ConvolutionTest {
    private static float[] forward(Convolution layer, List<Integer> shape, float[] parameters, float... input) {
        Layout layout = Layout.of(layer.blocks(shape));
        float[] outputs = layer.pass(shape, 1, layout, Mode.EVALUATION).forward(parameters, input, 0, 1);
        return Arrays.copyOf(outputs, Layer.size(layer.output(shape)));
    }

    @Test
    void theWindowIsNotFlippedAndThereAreZerosAroundTheImage() {
        Convolution same = Convolution.of("c", 1).withoutBias();
        float[] weights = {1, 2, 3, 4, 5, 6, 7, 8, 9};
        // a single 1 meets the last weight first
        float[] image = {0, 0, 0, 0, 1, 0, 0, 0, 0};
        assertArrayEquals(new float[] {9, 8, 7, 6, 5, 4, 3, 2, 1}, forward(same, List.of(3, 3, 1), weights, image));
        assertArrayEquals(new float[] {9, 7, 3, 1}, forward(same.stride(2), List.of(3, 3, 1), weights, image));
        assertArrayEquals(new float[] {5}, forward(same.padding(Padding.VALID), List.of(3, 3, 1), weights, image));
    }

    @Test
    void aFilterIsAColumnAndGetsItsBias() {
        Convolution pointwise = Convolution.of("c", 3).kernel(1);
        float[] parameters = {1, 2, 3, 4, 5, 6, 0.5f, 0, -0.5f};
        assertArrayEquals(
                new float[] {41.5f, 52, 62.5f, 0.5f, 0, -0.5f},
                forward(pointwise, List.of(1, 2, 2), parameters, 1, 10, 0, 0));
    }

    @Test
    void blocksAreKernelTimesKernelTimesInTimesOut() {
        Convolution layer = Convolution.of("c", 16).kernel(5);
        Block weight = new Block("c.weight", Kind.WEIGHT, List.of(5, 5, 3, 16));
        assertEquals(List.of(weight, new Block("c.bias", Kind.BIAS, List.of(16))), layer.blocks(List.of(32, 32, 3)));
        assertEquals(List.of(weight), layer.withoutBias().blocks(List.of(32, 32, 3)));
        assertTrue(layer.isLinearInParameters());
    }

    @Test
    void aConvolutionIsThreeByThreeWithStrideOneAndBiasesUnlessToldOtherwise() {
        Window window = new Window(3, 1, Padding.SAME);
        assertEquals(new Convolution("c", 2, window, Bias.WITH), Convolution.of("c", 2));
    }

    /** The terms of single images would be rounded away, were they added to the weights one by one. */
    @Test
    void aGradientMuchSmallerThanTheWeightsIsAddedToThemAsAWhole() {
        Convolution layer = Convolution.of("c", 16);
        List<Integer> shape = List.of(12, 12, 8);
        Layout layout = Layout.of(layer.blocks(shape));
        RandomGenerator random = Randomness.of(1, "numbers");
        float[] parameters = numbers(layout.size(), 1, random);
        float[] input = numbers(64 * Layer.size(shape), 1, random);
        float[] g = numbers(64 * Layer.size(layer.output(shape)), 1e-10, random);
        float[] gradient = new float[parameters.length];
        float[] moved = parameters.clone();
        for (float[] into : List.of(gradient, moved)) {
            Layer.Pass pass = layer.pass(shape, 64, layout, Mode.TRAINING);
            pass.forward(into == moved ? moved : parameters, input, 0, 64);
            pass.backward(into == moved ? moved : parameters, g.clone(), into);
        }
        for (int i = 0; i < moved.length; i++) {
            assertEquals(parameters[i] + gradient[i], moved[i], Math.ulp(parameters[i]));
        }
    }

    private static float[] numbers(int count, double size, RandomGenerator random) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) (size * (random.nextDouble() + 0.5));
        }
        return numbers;
    }

    /** A convolution of some images by one of the two arithmetics. */
    record Case(Convolution layer, List<Integer> image, Optional<OffsetProduct> direct) {
        static Stream<Case> of(Convolution layer, Integer... image) {
            return Stream.of(OffsetProduct.best(), Optional.<OffsetProduct>empty())
                    .distinct()
                    .map(direct -> new Case(layer, List.of(image), direct));
        }

        ConvolutionBatch batch() {
            return new ConvolutionBatch(layer, image, direct);
        }

        @Override
        public String toString() {
            return layer + " of " + image + (direct.isPresent() ? " directly" : " as products of matrices");
        }
    }

    static Stream<Case> cases() {
        Convolution layer = Convolution.of("c", 24);
        Convolution five = layer.kernel(5);
        return Stream.of(
                        Case.of(layer, 15, 16, 20),
                        Case.of(layer.withoutBias(), 15, 16, 20),
                        Case.of(layer.stride(2), 15, 16, 20),
                        Case.of(layer.kernel(1).withoutBias(), 15, 16, 20),
                        Case.of(layer.kernel(1).stride(2), 15, 16, 20),
                        Case.of(five.padding(Padding.VALID), 15, 16, 20),
                        Case.of(five.stride(2).padding(Padding.VALID).withoutBias(), 15, 16, 20),
                        Case.of(five.stride(2), 6, 7, 3),
                        Case.of(layer.padding(Padding.VALID).stride(2), 8, 6, 5),
                        Case.of(layer.stride(2), 1, 9, 2),
                        Case.of(five, 2, 1, 1),
                        Case.of(filters(16).withoutBias(), 32, 32, 3),
                        Case.of(filters(32).stride(2).withoutBias(), 16, 16, 16),
                        Case.of(filters(64), 8, 8, 64),
                        Case.of(filters(32), 17, 19, 32),
                        Case.of(filters(48), 7, 5, 48),
                        Case.of(filters(1), 9, 8, 17),
                        Case.of(filters(3), 5, 5, 8),
                        Case.of(filters(5).stride(2), 10, 11, 5),
                        Case.of(filters(17), 6, 6, 16),
                        Case.of(filters(8).kernel(5).padding(Padding.VALID), 28, 28, 1))
                .flatMap(all -> all);
    }

    private static Convolution filters(int filters) {
        return Convolution.of("c", filters);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outputsAndGradientsAreThoseOfPlainLoops(Case some) {
        ConvolutionBatch batch = some.batch();
        ConvolutionLoops loops = new ConvolutionLoops(some.layer, batch);
        float[] gradient = new float[batch.layout.size()];
        loops.requireEqual(0, batch.pass.forward(batch.parameters, batch.input, 0, ConvolutionBatch.SIZE));
        loops.requireEqual(2, batch.pass.backward(batch.parameters, batch.gradient, gradient));
        loops.requireEqual(1, gradient);
        for (int f = 0; f < batch.filters && some.layer.bias() == Bias.WITH; f++) {
            double sum = 0;
            double size = 0;
            for (int i = f; i < batch.outputs(); i += batch.filters) {
                sum += batch.gradient[i];
                size += Math.abs(batch.gradient[i]);
            }
            assertEquals(sum, gradient[batch.weights() + f], 1e-6 * size); // a rounding for each of four lanes
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void derivativesAlongADirectionAreSumsOfSuchProducts(Case some) {
        ConvolutionBatch batch = some.batch();
        float[] x = batch.input;
        float[] gradient = new float[batch.layout.size()];
        float[] product = new float[batch.layout.size()];
        float[] moved =
                batch.pass.forward(batch.direction, x, 0, ConvolutionBatch.SIZE).clone();
        float[] back =
                batch.pass.backward(batch.direction, batch.gradient, gradient).clone();
        float[] z = batch.pass
                .forward(batch.parameters, x, 0, ConvolutionBatch.SIZE)
                .clone();
        float[] tangents = batch.pass.forwardTangent(batch.parameters, batch.direction, x);
        for (int i = 0; i < z.length; i++) {
            // along (direction, x): x V + c + x W, where z = x W + b
            float bias = some.layer.bias() == Bias.WITH ? batch.parameters[batch.weights() + i % batch.filters] : 0;
            assertEquals(moved[i] + z[i] - bias, tangents[i], 1e-5 * (1 + 5 * Math.sqrt(batch.weights())));
        }
        Dual pulled = batch.pass.backwardTangent(
                batch.parameters, batch.direction, new Dual(batch.gradient, batch.gradient), product);
        float[] values = pulled.values();
        for (int i = 0; i < back.length; i++) {
            assertEquals(values[i] + back[i], pulled.tangents()[i], 1e-5 * (1 + 5 * Math.sqrt(batch.weights())));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bitsDoNotDependOnTheNumberOfThreads(Case some) {
        List<float[]> one = Workers.with(1, () -> some.batch().all());
        for (int threads : new int[] {2, 3}) {
            requireSame(one, Workers.with(threads, () -> some.batch().all()));
        }
        // within a task of a loop of others'
        Workers.map(List.of(1, 2), i -> some.batch().all()).forEach(inside -> requireSame(one, inside));
    }

    @Test
    void itCanBeToldHowConvolutionsAreComputed() {
        String told = Convolution.arithmetic();
        assertTrue(
                told.matches(
                        OffsetProduct.best().isPresent()
                                ? "directly, by vectors of \\d+ bits"
                                : "as products of matrices: .+"),
                told);
    }

    private static void requireSame(List<float[]> one, List<float[]> other) {
        for (int i = 0; i < one.size(); i++) {
            assertArrayEquals(one.get(i), other.get(i));
        }
    }

    @Test
    void shapesThatDoNotFitAreRefusedWithBoth() {
        Convolution layer = Convolution.of("c", 2).kernel(5);
        assertEquals(List.of(3, 1, 2), layer.stride(2).output(List.of(6, 1, 7)));
        String sentence = "layer c takes images [height, width, channels], its input has shape ";
        assertRefused(sentence + "[784]", () -> layer.output(List.of(784)));
        assertRefused(sentence + "[28, 28]", () -> layer.output(List.of(28, 28)));
        assertRefused(
                "window of c is 5 x 5, its input has shape [9, 4, 1]",
                () -> layer.padding(Padding.VALID).output(List.of(9, 4, 1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anActivationComputedInTheSameGoHasTheBitsOfOneOnItsOwn(Case each) {
        ConvolutionBatch batch = each.batch();
        List<Integer> shape = each.layer.output(each.image);
        float[] parameters = batch.parameters;
        float[] alone = batch.pass
                .forward(parameters, batch.input, 0, ConvolutionBatch.SIZE)
                .clone();
        Layer.Pass apart = new Tanh().pass(shape, ConvolutionBatch.SIZE, batch.layout, Mode.TRAINING);
        float[] expected = apart.forward(parameters, alone, 0, ConvolutionBatch.SIZE);
        var next = (Layer.Elementwise) new Tanh().pass(shape, ConvolutionBatch.SIZE, batch.layout, Mode.TRAINING);
        for (int threads = 1; threads <= 3; threads++) {
            float[] found = Workers.with(
                    threads, () -> batch.pass.forward(parameters, batch.input, 0, ConvolutionBatch.SIZE, next));
            assertArrayEquals(expected, found);
        }
    }

    @Test
    void sizesThatAreNotOfferedAreRefused() {
        Convolution layer = Convolution.of("c", 2);
        assertRefused("name must not be blank, was \" \"", () -> Convolution.of(" ", 2));
        assertRefused("filters of c must be at least 1, was 0", () -> Convolution.of("c", 0));
        assertRefused("kernel of c must be 1, 3 or 5, was 7", () -> layer.kernel(7));
        assertRefused("size of a window must be odd with padding SAME, was 2", () -> layer.kernel(2));
        assertRefused("size of a window must be at least 1, was 0", () -> layer.kernel(0));
        assertRefused("stride of c must be 1 or 2, was 3", () -> layer.stride(3));
        assertRefused("stride of a window must be at least 1, was 0", () -> layer.stride(0));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
