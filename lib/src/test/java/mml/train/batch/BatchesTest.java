package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchesTest {
    @ParameterizedTest
    @CsvSource({"10, 5, 2", "10, 3, 4", "10, 10, 1", "10, 1, 10", "1, 1, 1"})
    void theLastBatchMayBeSmaller(int examples, int size, int perEpoch) {
        assertEquals(perEpoch, new Batches(examples, size, 1).perEpoch());
    }

    @Test
    void everyEpochIsAPermutationOfItsOwn() {
        Batches batches = new Batches(100, 7, 1);
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
        Batches batches = new Batches(100, 7, 1);
        assertArrayEquals(batches.order(3), new Batches(100, 50, 1).order(3));
        assertFalse(Arrays.equals(batches.order(3), new Batches(100, 7, 2).order(3)));
    }

    @Test
    void everyExampleIsEquallyLikelyToComeFirst() {
        int[] counts = new int[10];
        for (int epoch = 0; epoch < 10_000; epoch++) {
            counts[new Batches(10, 1, 5).order(epoch)[0]]++;
        }
        for (int count : counts) {
            assertEquals(1000, count, 4 * Math.sqrt(10_000 * 0.1 * 0.9)); // four deviations of a binomial count
        }
    }

    @Test
    void batchesThatAreEmptyOrLargerThanTheDataAreRefused() {
        assertRefused("batch must be from 1 to the 10 examples, was 0", () -> new Batches(10, 0, 1));
        assertRefused("batch must be from 1 to the 10 examples, was 11", () -> new Batches(10, 11, 1));
        assertRefused("examples must be at least 1, was 0", () -> new Batches(0, 1, 1));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
