package mml.nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Randomness;
import mml.nn.Network;
import mml.nn.Probe;
import mml.nn.SoftmaxCrossEntropy;
import mml.nn.Summary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResNetTest {
    private static int count(ResNet net) {
        return net.network().layout().parameterCount();
    }

    static float[] images(int count, int channels) {
        float[] images = new float[count * 32 * 32 * channels];
        var random = Randomness.of(1, "images");
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return images;
    }

    /** Convolutions without biases, scale and shift of batch normalisation, 10 classes. */
    @Test
    void numbersOfParametersAreThoseOfThePublishedNets() {
        assertEquals(272_474, count(ResNet.of(20)));
        assertEquals(269_722, count(ResNet.of(20).withoutShortcuts()));
        assertEquals(272_186, count(ResNet.of(20).channels(1)));
        assertEquals(855_770, count(ResNet.of(56)));
        assertEquals(1_730_714, count(ResNet.of(110)));
    }

    @ParameterizedTest
    @CsvSource({"8, 1", "20, 2", "56, 4", "56, 8"})
    void aWiderNetHasMoreFiltersFromTheFirstConvolutionOn(int depth, int width) {
        int blocks = (depth - 2) / 6;
        int n = 16 * width;
        int plain = 27 * n + 2 * n;
        int projections = 0;
        for (int in = n, out = n, stage = 1; stage <= 3; stage++, in = out, out *= 2) {
            plain += 9 * in * out + (2 * blocks - 1) * 9 * out * out + 2 * blocks * 2 * out;
            projections += stage == 1 ? 0 : in * out + 2 * out;
            in = out;
        }
        plain += 4 * n * 10 + 10;
        assertEquals(plain, count(ResNet.of(depth).width(width).withoutShortcuts()));
        assertEquals(plain + projections, count(ResNet.of(depth).width(width)));
    }

    @Test
    void blocksAreCalledByStageAndPlace() {
        List<String> names = ResNet.of(8).network().layout().blocks().stream()
                .filter(block -> block.kind() == Layout.Kind.WEIGHT)
                .map(Layout.Block::name)
                .toList();
        assertEquals(
                List.of(
                        "conv1.weight",
                        "stage1.block1.conv1.weight",
                        "stage1.block1.conv2.weight",
                        "stage2.block1.conv1.weight",
                        "stage2.block1.conv2.weight",
                        "stage2.block1.shortcut.conv.weight",
                        "stage3.block1.conv1.weight",
                        "stage3.block1.conv2.weight",
                        "stage3.block1.shortcut.conv.weight",
                        "head.weight"),
                names);
    }

    @Test
    void withoutShortcutsABlockIsSixLayersInARow() {
        List<Summary.Row> rows =
                ResNet.of(8).withoutShortcuts().network().summary().rows();
        List<String> block =
                List.of("convolution", "batch normalisation", "relu", "convolution", "batch normalisation", "relu");
        assertEquals(block, rows.subList(9, 15).stream().map(Summary.Row::kind).toList());
        assertEquals("stage2.block1.conv1", rows.get(9).layer());
        assertEquals(List.of(16, 16, 32), rows.get(9).output());
        assertEquals(List.of(1, 1, 64), rows.get(21).output());
        assertEquals(3 + 3 * 6 + 3, rows.size());
    }

    /** Its input is not negative, so that the last ReLU leaves it as it is. */
    @Test
    void aBlockWhoseBodyIsZeroPutsOutItsInput() {
        ResNet net = ResNet.of(8).channels(1);
        Parameters at = net.initial(1).with("stage1.block1.norm2.scale", new float[16]);
        Probe probe = Probe.inTraining(net.network(), at, images(2, 1), SoftmaxCrossEntropy.of(new int[] {3, 7}, 10));
        assertArrayEquals(
                probe.of("norm1.relu").outputs(), probe.of("stage1.block1.relu").outputs());
        Probe plain = Probe.inTraining(
                net.withoutShortcuts().network(),
                net.withoutShortcuts().initial(1).with("stage1.block1.norm2.scale", new float[16]),
                images(2, 1),
                SoftmaxCrossEntropy.of(new int[] {3, 7}, 10));
        assertArrayEquals(
                new double[2 * 32 * 32 * 16],
                plain.of("stage1.block1.norm2.relu").outputs());
    }

    @Test
    void netsWithAndWithoutShortcutsShareTheNumbersOfTheirBlocks() {
        Parameters with = ResNet.of(20).initial(5);
        Parameters without = ResNet.of(20).withoutShortcuts().initial(5);
        for (Layout.Block block : without.layout().blocks()) {
            assertArrayEquals(with.block(block.name()), without.block(block.name()));
        }
        assertFalse(Arrays.equals(
                with.block("conv1.weight"), ResNet.of(20).initial(6).block("conv1.weight")));
    }

    @Test
    void initialParametersAreThoseOfThePublishedCode() {
        Parameters initial = ResNet.of(14).initial(2);
        assertVariance(2.0 / (9 * 16), initial.block("stage2.block1.conv1.weight"));
        assertVariance(2.0 / 32, initial.block("stage3.block1.shortcut.conv.weight"));
        assertVariance(1e-6, initial.block("head.weight"));
        assertArrayEquals(new float[10], initial.block("head.bias"));
        assertArrayEquals(new float[16], initial.block("norm1.shift"));
        assertArrayEquals(ones(16), initial.block("norm1.scale"));
        assertArrayEquals(ones(16), initial.block("norm1.variance"));
    }

    static void assertVariance(double expected, float[] sample) {
        double squares = IntStream.range(0, sample.length)
                .mapToDouble(i -> sample[i] * sample[i])
                .sum();
        // four deviations of a variance
        assertEquals(1, squares / sample.length / expected, 4 * Math.sqrt(2.0 / sample.length));
    }

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @ParameterizedTest
    @CsvSource({"18, 14, 20", "19, 14, 20", "21, 20, 26", "100, 98, 104", "2147483647, 2147483642, 2147483648"})
    void aDepthBetweenIsRefusedWithTheNearest(int depth, int below, long above) {
        var e = assertThrows(IllegalArgumentException.class, () -> ResNet.of(depth));
        assertEquals(
                "depth must be 6 k + 2, the nearest are " + below + " and " + above + ", was " + depth, e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 2, 0, -4})
    void aDepthBelowEightIsRefused(int depth) {
        var e = assertThrows(IllegalArgumentException.class, () -> ResNet.of(depth));
        assertEquals("depth must be 6 k + 2 with k at least 1, the nearest is 8, was " + depth, e.getMessage());
    }

    @Test
    void widthAndChannelsThatAreNoneAreRefused() {
        var width =
                assertThrows(IllegalArgumentException.class, () -> ResNet.of(20).width(0));
        assertEquals("width must be at least 1, was 0", width.getMessage());
        var wide =
                assertThrows(IllegalArgumentException.class, () -> ResNet.of(20).width(1 << 28));
        assertEquals("width must be at most 33554431, was 268435456", wide.getMessage());
        var channels =
                assertThrows(IllegalArgumentException.class, () -> ResNet.of(20).channels(2));
        assertEquals("channels must be 1 or 3, was 2", channels.getMessage());
    }

    @Test
    void imagesOfAnotherSizeAreRefused() {
        Network network = ResNet.of(8).channels(1).network();
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> network.outputs(Parameters.zeros(network.layout()), new float[28 * 28]));
        assertEquals("examples must hold a positive multiple of 1024 numbers, held 784", e.getMessage());
    }
}
