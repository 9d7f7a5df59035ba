package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mml.data.Corruption.GaussianPixels;
import mml.data.Corruption.RandomLabels;
import mml.data.Corruption.RandomPixels;
import mml.data.Corruption.ShuffledPixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checks of section 6 of the sheet on Zhang et al. 2021. */
class CorruptionTest {
    private static final Dataset CLOTHES = FashionMnist.train();

    private static final List<Corruption> ALL =
            List.of(new RandomLabels(0.5, 1), new ShuffledPixels(1), new RandomPixels(1), new GaussianPixels(1));

    private static boolean[] changed(double probability, long seed) {
        int[] labels = new RandomLabels(probability, seed).of(CLOTHES).labels();
        boolean[] changed = new boolean[labels.length];
        for (int i = 0; i < labels.length; i++) {
            changed[i] = labels[i] != CLOTHES.labels()[i];
        }
        return changed;
    }

    @ParameterizedTest
    @CsvSource({"0.0, 1", "0.2, 1", "0.4, 2", "0.6, 3", "0.8, 4", "1.0, 5"})
    void theShareOfChangedLabelsIsNineTenthsOfTheProbability(double probability, long seed) {
        boolean[] changed = changed(probability, seed);
        double share = 0;
        for (boolean one : changed) {
            share += one ? 1.0 / changed.length : 0;
        }
        double expected = 0.9 * probability;
        assertEquals(expected, share, 3 * Math.sqrt(expected * (1 - expected) / changed.length));
    }

    @Test
    void randomLabelsAreUniformAndOweNothingToTheOldOnes() {
        Dataset random = new RandomLabels(1, 7).of(CLOTHES);
        int[][] table = new int[10][10];
        for (int i = 0; i < CLOTHES.size(); i++) {
            table[CLOTHES.labels()[i]][random.labels()[i]]++;
        }
        double chiSquared = 0;
        for (int k = 0; k < 100; k++) {
            double expected = Labels.counts(CLOTHES)[k / 10] / 10.0;
            chiSquared += Math.pow(table[k / 10][k % 10] - expected, 2) / expected;
        }
        // 90 degrees of freedom: mean 90, variance 180
        assertEquals(90, chiSquared, 3 * Math.sqrt(180));
    }

    @Test
    void aLabelThatIsReplacedStaysReplacedAtALargerProbability() {
        int[] some = new RandomLabels(0.4, 3).of(CLOTHES).labels();
        int[] more = new RandomLabels(0.7, 3).of(CLOTHES).labels();
        for (int i = 0; i < some.length; i++) {
            assertTrue(some[i] == CLOTHES.labels()[i] || some[i] == more[i], "example " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void aProbabilityOutsideOfTheUnitIntervalIsRefused(double probability) {
        var e = assertThrows(IllegalArgumentException.class, () -> new RandomLabels(probability, 1));
        assertEquals("probability must lie in [0.0, 1.0], was " + probability, e.getMessage());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void whatIsDrawnIsFixedAndTheDataAreNotModified(Corruption corruption) {
        Dataset some = CLOTHES.first(200);
        float[] features = some.features().clone();
        int[] labels = some.labels().clone();
        Dataset first = corruption.of(some);
        assertArrayEquals(first.features(), corruption.of(some).features());
        assertArrayEquals(first.labels(), corruption.of(some).labels());
        assertArrayEquals(features, some.features());
        assertArrayEquals(labels, some.labels());
    }

    @Test
    void onePermutationIsThatOfTrainingAndTestImages() {
        // pixel k of image i is 1000 i + k
        int[] order = places(new ShuffledPixels(5), 3)[0];
        assertArrayEquals(
                IntStream.range(0, 12).toArray(), Arrays.stream(order).sorted().toArray());
        assertFalse(Arrays.equals(IntStream.range(0, 12).toArray(), order));
        for (int[] other : places(new ShuffledPixels(5), 20)) {
            assertArrayEquals(order, other);
        }
        assertFalse(Arrays.equals(order, places(new ShuffledPixels(6), 1)[0]));
    }

    @Test
    void everyImageHasAPermutationOfItsOwn() {
        int[][] orders = places(new RandomPixels(5), 20);
        for (int[] order : orders) {
            assertArrayEquals(
                    IntStream.range(0, 12).toArray(),
                    Arrays.stream(order).sorted().toArray());
        }
        assertEquals(20, Arrays.stream(orders).map(Arrays::toString).distinct().count());
    }

    /** From where each pixel came, image by image, of images of 3 x 4 pixels; their two channels must stay together. */
    private static int[][] places(Corruption corruption, int size) {
        float[] features = new float[size * 24];
        for (int i = 0; i < features.length; i++) {
            features[i] = i;
        }
        Dataset data = Dataset.of("numbered", List.of("a", "b"), List.of(3, 4, 2), features, new int[size]);
        float[] permuted = corruption.of(data).features();
        int[][] places = new int[size][12];
        for (int i = 0; i < size * 12; i++) {
            assertEquals(permuted[2 * i] + 1, permuted[2 * i + 1]);
            places[i / 12][i % 12] = (int) permuted[2 * i] / 2 - i / 12 * 12;
        }
        return places;
    }

    @Test
    void gaussianPixelsHaveTheMeanAndVarianceOfTheData() {
        double[] expected = moments(CLOTHES);
        Dataset random = new GaussianPixels(3).of(CLOTHES);
        double[] found = moments(random);
        double count = CLOTHES.features().length;
        assertEquals(expected[0], found[0], 3 * Math.sqrt(expected[1] / count));
        assertEquals(expected[1], found[1], 3 * expected[1] * Math.sqrt(2 / count));
        // normal: 68.27 % within one deviation
        double deviation = Math.sqrt(expected[1]);
        double within = 0;
        for (float pixel : random.features()) {
            within += Math.abs(pixel - expected[0]) < deviation ? 1 / count : 0;
        }
        assertEquals(0.682689, within, 3 * Math.sqrt(0.6827 * 0.3173 / count));
        assertSame(CLOTHES.labels(), random.labels());
    }

    private static double[] moments(Dataset data) {
        double mean = 0;
        for (float feature : data.features()) {
            mean += feature;
        }
        mean /= data.features().length;
        double variance = 0;
        for (float feature : data.features()) {
            variance += (feature - mean) * (feature - mean);
        }
        return new double[] {mean, variance / data.features().length};
    }
}
