package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Example {@code i} has the feature {@code i}; of each ten, seven are of class a, two of b and one is of c. */
class SplitTest {
    private static final int SIZE = 1000;
    private static final Dataset DATA = numbered(SIZE);

    /** How to split. */
    enum Way {
        RANDOM((test, seed) -> Split.random(DATA, test, seed)),
        STRATIFIED((test, seed) -> Split.stratified(DATA, test, seed));

        private final BiFunction<Integer, Long, Split> split;

        Way(BiFunction<Integer, Long, Split> split) {
            this.split = split;
        }
    }

    private static Dataset numbered(int size) {
        float[] features = new float[size];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            features[i] = i;
            labels[i] = i % 10 < 7 ? 0 : i % 10 < 9 ? 1 : 2;
        }
        return Dataset.of("numbered", List.of("a", "b", "c"), List.of(1), features, labels);
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleIsInOnePartWithItsLabel(Way way) {
        Split split = way.split.apply(230, 1L);
        assertEquals(230, split.test().size());
        boolean[] seen = new boolean[SIZE];
        for (Dataset part : List.of(split.train(), split.test())) {
            for (int i = 0; i < part.size(); i++) {
                int number = (int) part.features()[i];
                assertFalse(seen[number], "example " + number + " twice");
                seen[number] = true;
                assertEquals(DATA.labels()[number], part.labels()[i]);
            }
        }
        assertEquals(SIZE, split.train().size() + split.test().size());
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameParts(Way way) {
        float[] first = way.split.apply(230, 1L).test().features();
        assertArrayEquals(first, way.split.apply(230, 1L).test().features());
        assertFalse(Arrays.equals(first, way.split.apply(230, 2L).test().features()));
    }

    @ParameterizedTest
    @EnumSource
    void partsAreInRandomOrder(Way way) {
        float[] train = way.split.apply(500, 1L).train().features();
        long rises = IntStream.range(1, train.length)
                .filter(i -> train[i] > train[i - 1])
                .count();
        // of n numbers in random order (n - 1) / 2 rise, with variance (n + 1) / 12
        assertEquals(499 / 2.0, rises, 4 * Math.sqrt(501 / 12.0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyClassHasItsShareOfAStratifiedSplit(long seed) {
        Split split = Split.stratified(DATA, 230, seed);
        assertArrayEquals(new int[] {161, 46, 23}, Labels.counts(split.test()));
        assertArrayEquals(new int[] {539, 154, 77}, Labels.counts(split.train()));
    }

    @Test
    void whatRoundingLeavesGoesToTheLargestFractions() {
        // 0.7 * 13 = 9.1, 0.2 * 13 = 2.6, 0.1 * 13 = 1.3
        assertArrayEquals(
                new int[] {9, 3, 1}, Labels.counts(Split.stratified(DATA, 13, 1).test()));
    }

    @Test
    void aClassThatWouldBeMissingFromAPartIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Split.stratified(DATA, 3, 1));
        assertEquals("class c must have an example in both parts, of its 100 the second gets 0", e.getMessage());
        Dataset withoutC = DATA.select(IntStream.range(0, 7).toArray());
        e = assertThrows(IllegalArgumentException.class, () -> Split.stratified(withoutC, 3, 1));
        assertEquals("class b must have an example in both parts, of its 0 the second gets 0", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, SIZE, SIZE + 1})
    void aPartWithoutExamplesIsRefused(int test) {
        for (Way way : Way.values()) {
            var e = assertThrows(IllegalArgumentException.class, () -> way.split.apply(test, 1L));
            assertEquals(
                    "test must be from 1 to 999, as both parts of 1000 examples need one, was " + test, e.getMessage());
        }
    }
}
