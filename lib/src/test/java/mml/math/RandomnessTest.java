package mml.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomnessTest {
    private static final int SIZE = 100_000;

    private static double[] normal(long seed, String name) {
        return DoubleStream.generate(Randomness.of(seed, name)::nextGaussian)
                .limit(SIZE)
                .toArray();
    }

    @Test
    void theSameSeedAndNameGiveTheSameNumbers() {
        assertArrayEquals(normal(5, "head.weight"), normal(5, "head.weight"));
    }

    @Test
    void everySeedAndNameHasItsOwnNumbers() {
        Set<Long> first = new HashSet<>();
        for (long seed = -20; seed < 20; seed++) {
            for (String name : new String[] {"", "a", "b", "ab", "ba", "aa", "block1.weight", "block11.weight"}) {
                first.add(Randomness.of(seed, name).nextLong());
            }
        }
        assertEquals(40 * 8, first.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE})
    void normalNumbersHaveMeanZeroAndVarianceOne(long seed) {
        double[] sample = normal(seed, "sample");
        double mean = Statistics.mean(sample);
        double variance = Arrays.stream(sample).map(x -> x * x).average().orElseThrow();
        assertEquals(0, mean, 4 / Math.sqrt(SIZE)); // four standard deviations of a mean
        assertEquals(1, variance, 4 * Math.sqrt(2.0 / SIZE)); // and of a mean of squares
    }

    @ParameterizedTest
    @ValueSource(strings = {"other name", "samplf", ""})
    void numbersOfDifferentNamesAreUncorrelated(String name) {
        double[] one = normal(1, "sample");
        double[] other = normal(1, name);
        double product = 0;
        for (int i = 0; i < SIZE; i++) {
            product += one[i] * other[i] / SIZE;
        }
        assertEquals(0, product, 4 / Math.sqrt(SIZE)); // four standard deviations of a mean of products
    }
}
