package mml.train.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mml.data.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawnTest {
    private static Dataset data(int examples) {
        return Dataset.of("zeros", List.of("a", "b"), List.of(1), new float[examples], new int[examples]);
    }

    private static Drawn batches(int examples, int size, long seed) {
        return new Drawn(data(examples), size, seed, Drawn.Order.PERMUTED);
    }

    @ParameterizedTest
    @CsvSource({"10, 5, 2", "10, 3, 4", "10, 10, 1", "10, 1, 10", "1, 1, 1"})
    void theLastBatchMayBeSmaller(int examples, int size, int perEpoch) {
        assertEquals(perEpoch, batches(examples, size, 1).perEpoch());
    }

    @Test
    void everyEpochIsAPermutationOfItsOwn() {
        Drawn batches = batches(100, 7, 1);
        for (int epoch = 0; epoch < 20; epoch++) {
            int[] order = batches.order(epoch);
            assertArrayEquals(
                    IntStream.range(0, 100).toArray(),
                    Arrays.stream(order).sorted().toArray());
            assertFalse(Arrays.equals(order, batches.order(epoch + 1)));
        }
    }

    @Test
    void anEpochsOrderDependsOnTheSeedAndTheEpochOnly() {
        Drawn batches = batches(100, 7, 1);
        assertArrayEquals(batches.order(3), batches(100, 50, 1).order(3));
        assertFalse(Arrays.equals(batches.order(3), batches(100, 7, 2).order(3)));
    }

    @Test
    void everyExampleIsEquallyLikelyToComeFirst() {
        int[] counts = new int[10];
        Drawn batches = batches(10, 1, 5);
        for (int epoch = 0; epoch < 10_000; epoch++) {
            counts[batches.order(epoch)[0]]++;
        }
        for (int count : counts) {
            assertEquals(1000, count, 4 * Math.sqrt(10_000 * 0.1 * 0.9)); // four deviations of a binomial count
        }
    }

    @Test
    void batchesFollowEachOtherInTheOrderOfTheirEpoch() {
        Drawn batches = batches(10, 4, 1);
        int[] order = batches.order(2);
        Batches.Epoch epoch = batches.epoch(2);
        int[] seen = IntStream.range(0, 3)
                .mapToObj(epoch::batch)
                .flatMapToInt(batch -> Arrays.stream(batch.order(), batch.from(), batch.from() + batch.count()))
                .toArray();
        assertArrayEquals(order, seen);
        assertRefused("batch must be from 0 to 2, was 3", () -> epoch.batch(3));
    }

    /** The share of examples that are never drawn among as many draws tends to 1/e. */
    @Test
    void withReplacementAThirdOfTheExamplesIsLeftOut() {
        Batches batches = Batches.withReplacement(data(10_000)).size(100);
        Drawn drawn = (Drawn) batches;
        long seen = Arrays.stream(drawn.order(0)).distinct().count();
        assertEquals(
                1 - 1 / Math.E, seen / 10_000.0, 4 * Math.sqrt(0.1 / 10_000)); // four deviations, variance below 0.1
        assertFalse(Arrays.equals(drawn.order(0), drawn.order(1)));
        assertArrayEquals(drawn.order(1), ((Drawn) batches.size(7)).order(1));
    }

    @Test
    void batchesThatAreEmptyOrLargerThanTheDataAreRefused() {
        assertRefused("batch must be from 1 to the 10 examples, was 0", () -> batches(10, 0, 1));
        assertRefused("batch must be from 1 to the 10 examples, was 11", () -> batches(10, 11, 1));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
