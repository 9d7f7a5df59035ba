package mml.nn.layer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mml.math.Layout;
import mml.math.Randomness;
import mml.math.Workers;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.layer.Flatten;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pooling and flattening by hand, on several threads, and what they refuse. */
class PoolingTest {
    private static final float NAN = Float.NaN;
    /** Two channels: the second one is ten times the first one. */
    private static final float[] TWO_CHANNELS = {1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60, 7, 70, 8, 80, 9, 90};

    private static final List<Integer> NINE_PIXELS = List.of(3, 3, 2);

    private static Layer.Pass pass(Layer layer, List<Integer> shape) {
        return layer.pass(shape, 1, Layout.vector(1), Mode.TRAINING);
    }

    private static float[] forward(Layer layer, List<Integer> shape, float... input) {
        float[] outputs = pass(layer, shape).forward(new float[1], input, 0, 1);
        return Arrays.copyOf(outputs, Layer.size(layer.output(shape)));
    }

    private static float[] backward(Layer layer, List<Integer> shape, float[] input, float... outputGradient) {
        Layer.Pass pass = pass(layer, shape);
        pass.forward(new float[1], input, 0, 1);
        return Arrays.copyOf(pass.backward(new float[1], outputGradient, new float[1]), Layer.size(shape));
    }

    @Test
    void poolingTakesTheLargestOrTheMeanOfEachChannel() {
        assertArrayEquals(new float[] {5, 50}, forward(MaxPooling.of(2), NINE_PIXELS, TWO_CHANNELS));
        assertArrayEquals(new float[] {3, 30}, forward(MeanPooling.of(2), NINE_PIXELS, TWO_CHANNELS));
        assertArrayEquals(
                new float[] {5, 50, 6, 60, 8, 80, 9, 90},
                forward(MaxPooling.of(2).stride(1), NINE_PIXELS, TWO_CHANNELS));
        assertArrayEquals(
                new float[] {3, 30, 4, 40, 6, 60, 7, 70},
                forward(MeanPooling.of(2).stride(1), NINE_PIXELS, TWO_CHANNELS));
        assertArrayEquals(
                new float[] {1, 10, 3, 30, 7, 70, 9, 90},
                forward(MaxPooling.of(1).stride(2), NINE_PIXELS, TWO_CHANNELS));
        assertArrayEquals(new float[] {5, 50}, forward(MeanPooling.global(), NINE_PIXELS, TWO_CHANNELS));
    }

    @Test
    void theFirstLargestNumberGetsTheWholeGradient() {
        List<Integer> shape = List.of(2, 2, 1);
        assertArrayEquals(new float[] {0, 8, 0, 0}, backward(MaxPooling.of(2), shape, new float[] {-1, 3, 3, 2}, 8));
        assertArrayEquals(new float[] {2, 2, 2, 2}, backward(MeanPooling.of(2), shape, new float[] {-1, 3, 3, 2}, 8));
    }

    @Test
    void gradientsOfWindowsThatOverlapAreAdded() {
        List<Integer> shape = List.of(1, 3, 1);
        assertArrayEquals(
                new float[] {0, 3, 0}, backward(MaxPooling.of(1).stride(1), shape, new float[] {1, 5, 2}, 0, 3, 0));
        assertArrayEquals(
                new float[] {0, 0, 0, 0, 15, 0, 0, 0, 0},
                backward(
                        MaxPooling.of(2).stride(1),
                        List.of(3, 3, 1),
                        new float[] {0, 0, 0, 0, 1, 0, 0, 0, 0},
                        1,
                        2,
                        4,
                        8));
        assertArrayEquals(
                new float[] {1, 3, 2, 5, 15, 10, 4, 12, 8},
                backward(MeanPooling.of(2).stride(1), List.of(3, 3, 1), new float[9], 4, 8, 16, 32));
    }

    @Test
    void aNanIsTheLargestWhereverItStands() {
        List<Integer> shape = List.of(2, 2, 1);
        assertArrayEquals(new float[] {NAN}, forward(MaxPooling.of(2), shape, NAN, 1, 2, 3));
        assertArrayEquals(new float[] {NAN}, forward(MaxPooling.of(2), shape, 1, 2, NAN, 3));
        assertArrayEquals(new float[] {NAN}, forward(MeanPooling.of(2), shape, 1, 2, NAN, 3));
        float minus = Float.NEGATIVE_INFINITY;
        assertArrayEquals(new float[] {minus}, forward(MaxPooling.of(2), shape, minus, minus, minus, minus));
    }

    @Test
    void flatteningKeepsTheOrder() {
        assertArrayEquals(TWO_CHANNELS, forward(new Flatten(), NINE_PIXELS, TWO_CHANNELS));
        float[] later = pass(new Flatten(), List.of(1, 2)).forward(new float[1], TWO_CHANNELS, 4, 1);
        assertArrayEquals(new float[] {3, 30}, later);
    }

    static Stream<Layer> layers() {
        return Stream.of(MaxPooling.of(3).stride(2), MeanPooling.of(3).stride(2), MeanPooling.global());
    }

    @ParameterizedTest
    @MethodSource("layers")
    void bitsDoNotDependOnTheNumberOfThreads(Layer layer) {
        List<float[]> one = Workers.with(1, () -> all(layer));
        for (int threads : new int[] {2, 3}) {
            List<float[]> several = Workers.with(threads, () -> all(layer));
            for (int i = 0; i < one.size(); i++) {
                assertArrayEquals(one.get(i), several.get(i));
            }
        }
    }

    /** Enough images for four lanes, and an odd number of them. */
    private static List<float[]> all(Layer layer) {
        int rows = 33;
        List<Integer> shape = List.of(31, 32, 16);
        var random = Randomness.of(1, "input");
        float[] input = new float[rows * Layer.size(shape)];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        Layer.Pass pass = layer.pass(shape, rows, Layout.vector(1), Mode.TRAINING);
        List<float[]> all = new ArrayList<>();
        all.add(pass.forward(new float[1], input, 0, rows).clone());
        all.add(pass.backward(new float[1], all.get(0).clone(), new float[1]).clone());
        return all;
    }

    @Test
    void shapesThatDoNotFitAreRefusedWithBoth() {
        String takes = " takes images [height, width, channels], its input has shape ";
        assertRefused(
                "layer max pooling" + takes + "[4]", () -> MaxPooling.of(2).output(List.of(4)));
        assertRefused(
                "layer mean pooling" + takes + "[4, 4]", () -> MeanPooling.of(2).output(List.of(4, 4)));
        assertRefused(
                "layer global mean pooling" + takes + "[4]",
                () -> MeanPooling.global().output(List.of(4)));
        assertRefused(
                "window of max pooling is 3 x 3, its input has shape [4, 2, 1]",
                () -> MaxPooling.of(3).output(List.of(4, 2, 1)));
        assertRefused(
                "window of mean pooling is 3 x 3, its input has shape [2, 4, 1]",
                () -> MeanPooling.of(3).output(List.of(2, 4, 1)));
    }

    @Test
    void sizesBelowOneAreRefused() {
        assertRefused("size of a window must be at least 1, was 0", () -> MaxPooling.of(0));
        assertRefused("size of a window must be at least 1, was -1", () -> MeanPooling.of(-1));
        assertRefused(
                "stride of a window must be at least 1, was 0",
                () -> MaxPooling.of(2).stride(0));
        assertRefused(
                "stride of a window must be at least 1, was 0",
                () -> MeanPooling.of(2).stride(0));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
