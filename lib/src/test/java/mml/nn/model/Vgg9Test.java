package mml.nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import mml.math.Parameters;
import mml.nn.Network;
import mml.nn.Probe;
import mml.nn.SoftmaxCrossEntropy;
import mml.nn.Summary;
import org.junit.jupiter.api.Test;

class Vgg9Test {
    @Test
    void numbersOfParametersAreThoseOfThePublishedNet() {
        assertEquals(2_789_706, Vgg9.of().network().layout().parameterCount());
        assertEquals(2_788_554, Vgg9.of().withoutBias().network().layout().parameterCount());
        assertEquals(
                2_789_706 - 2 * 9 * 64, Vgg9.of().channels(1).network().layout().parameterCount());
    }

    @Test
    void poolingHalvesTheImagesThreeTimes() {
        List<List<Integer>> pooled = Vgg9.of().network().summary().rows().stream()
                .filter(row -> row.kind().equals("max pooling"))
                .map(Summary.Row::output)
                .toList();
        assertEquals(List.of(List.of(16, 16, 64), List.of(8, 8, 128), List.of(4, 4, 256)), pooled);
    }

    @Test
    void initialParametersAreThoseOfThePublishedCode() {
        Parameters initial = Vgg9.of().initial(1);
        ResNetTest.assertVariance(2.0 / (9 * 128), initial.block("conv5.weight"));
        ResNetTest.assertVariance(1e-6, initial.block("hidden.weight"));
        ResNetTest.assertVariance(1e-6, initial.block("head.weight"));
        assertArrayEquals(new float[256], initial.block("conv5.bias"));
    }

    /** That is why the convolutions may do without. */
    @Test
    void inTrainingBatchNormalisationTakesABiasAway() {
        Network network = Vgg9.of().channels(1).network();
        Parameters without = Vgg9.of().channels(1).initial(1);
        float[] bias = new float[64];
        Arrays.fill(bias, 0.5f);
        assertArrayEquals(
                normalised(network, without), normalised(network, without.with("conv1.bias", bias)), 1e-5); // roundings
    }

    private static double[] normalised(Network network, Parameters at) {
        SoftmaxCrossEntropy loss = SoftmaxCrossEntropy.of(new int[] {3, 7}, 10);
        return Probe.inTraining(network, at, ResNetTest.images(2, 1), loss)
                .of("norm1")
                .outputs();
    }

    @Test
    void channelsThatAreNoneAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Vgg9.of().channels(4));
        assertEquals("channels must be 1 or 3, was 4", e.getMessage());
    }
}
