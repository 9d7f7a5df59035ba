package mml.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantiles as {@code numpy.quantile} defines them: at {@code (n - 1) share}, linear between neighbours. */
class StatisticsTest {
    private static final double[] SAMPLE = {7, 1, 15, 4};

    @ParameterizedTest
    @CsvSource({"0, 1", "0.1, 1.9", "0.25, 3.25", "0.5, 5.5", "0.9, 12.6", "1, 15"})
    void quantilesAreThoseOfNumpy(double share, double quantile) {
        assertEquals(quantile, Statistics.quantile(share, SAMPLE), 1e-14 * quantile); // a few roundings
    }

    @Test
    void meanAndMedianAreTheUsualOnes() {
        assertEquals(6.75, Statistics.mean(SAMPLE));
        assertEquals(5.5, Statistics.median(SAMPLE));
        assertEquals(4, Statistics.median(7, 1, 4));
        assertEquals(3, Statistics.median(3));
    }

    @Test
    void samplesAreNotModified() {
        Statistics.median(SAMPLE);
        Statistics.mean(SAMPLE);
        assertArrayEquals(new double[] {7, 1, 15, 4}, SAMPLE);
    }

    @Test
    void emptySamplesNanAndSharesOutsideAreRefused() {
        assertRefused("sample must not be empty", Statistics::mean);
        assertRefused("sample must not be empty", Statistics::median);
        assertRefused("sample must have no NaN, had one", () -> Statistics.mean(1, Double.NaN));
        assertRefused("sample must have no NaN, had one", () -> Statistics.quantile(0.5, Double.NaN));
        assertRefused("share must lie in [0.0, 1.0], was 90.0", () -> Statistics.quantile(90, SAMPLE));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
