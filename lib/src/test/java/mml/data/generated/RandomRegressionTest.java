package mml.data.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import mml.data.Provenance;
import mml.math.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomRegressionTest {
    private static final int SIZE = 3000;
    private static final int WIDTH = 7;

    /** What the targets have beyond the weighted inputs. */
    private static double[] residuals(RandomRegression problem) {
        double[] residuals = problem.targets().clone();
        for (int i = 0; i < problem.inputs().length; i++) {
            residuals[i / WIDTH] -= problem.inputs()[i] * problem.weights()[i % WIDTH];
        }
        return residuals;
    }

    private static double meanSquare(double[] values) {
        return Arrays.stream(values).map(x -> x * x).average().getAsDouble();
    }

    @Test
    void withoutNoiseTheTargetsAreTheWeightedInputs() {
        double[] residuals = residuals(RandomRegression.of(SIZE, WIDTH, 0, 1));
        // rounding of seven products of numbers of size one
        assertArrayEquals(new double[SIZE], residuals, 1e-13);
    }

    @Test
    void noiseHasTheDeviationAskedFor() {
        double variance = meanSquare(residuals(RandomRegression.of(SIZE, WIDTH, 0.3, 2)));
        assertEquals(0.09, variance, 4 * 0.09 * Math.sqrt(2.0 / SIZE));
    }

    @Test
    void inputsAreStandardNormal() {
        double[] inputs = RandomRegression.of(SIZE, WIDTH, 1, 3).inputs();
        double mean = Arrays.stream(inputs).average().getAsDouble();
        assertEquals(0, mean, 4 / Math.sqrt(inputs.length));
        assertEquals(1, meanSquare(inputs), 4 * Math.sqrt(2.0 / inputs.length));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyNumberOfThreadsGivesTheSameBits(int threads) {
        RandomRegression expected = RandomRegression.of(SIZE, WIDTH, 1, 4);
        RandomRegression found = Workers.with(threads, () -> RandomRegression.of(SIZE, WIDTH, 1, 4));
        assertArrayEquals(expected.inputs(), found.inputs());
        assertArrayEquals(expected.targets(), found.targets());
        assertArrayEquals(expected.weights(), found.weights());
    }

    @Test
    void aLargerProblemBeginsWithTheSmallerOneAndOtherSeedsDiffer() {
        double[] small = RandomRegression.of(300, WIDTH, 1, 5).targets();
        assertArrayEquals(
                small, Arrays.copyOf(RandomRegression.of(SIZE, WIDTH, 1, 5).targets(), 300));
        assertFalse(Arrays.equals(small, RandomRegression.of(300, WIDTH, 1, 6).targets()));
    }

    @Test
    void numbersThatMakeNoProblemAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> RandomRegression.of(0, 1, 1, 1));
        assertEquals("size must be at least 1, was 0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> RandomRegression.of(1, 0, 1, 1));
        assertEquals("width must be at least 1, was 0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> RandomRegression.of(1 << 20, 1 << 20, 1, 1));
        assertEquals("size must be at most 2047 for 1048576 features, was 1048576", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> RandomRegression.of(1, 1, Double.NaN, 1));
        assertEquals("noise must be finite and not negative, was NaN", e.getMessage());
        e = assertThrows(
                IllegalArgumentException.class,
                () -> new RandomRegression(2, 3, new double[6], new double[3], new double[3], Provenance.UNKNOWN));
        assertEquals("inputs, targets and weights must have 6, 2 and 3 numbers, had 6, 3 and 3", e.getMessage());
    }

    @Test
    void theTruthIsTheTargetWithoutNoise() {
        RandomRegression noiseless = RandomRegression.of(5, 4, 0, 9);
        for (int i = 0; i < 5; i++) {
            assertEquals(noiseless.targets()[i], noiseless.truth(i), 1e-12);
        }
        var e = assertThrows(IllegalArgumentException.class, () -> noiseless.truth(5));
        assertEquals("example must be from 0 to 4, was 5", e.getMessage());
        assertEquals("random regression: 5 examples of 4 features", noiseless.toString());
    }
}
