package mml.landscape.trust;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SpreadTest {
    private static final double INFINITE = Double.POSITIVE_INFINITY;

    private static double[] fiveNumbers(Spread spread) {
        return new double[] {spread.min(), spread.lowerQuartile(), spread.median(), spread.upperQuartile(), spread.max()
        };
    }

    @Test
    void fiveNumbersAreThoseOfTheOrderedSample() {
        Spread spread = Spread.of(5, 1, 4, 2, 3);
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, fiveNumbers(spread));
        assertArrayEquals(new double[] {1, 1.75, 2.5, 3.25, 4}, fiveNumbers(Spread.of(4, 3, 2, 1)));
        assertEquals(
                "5 draws: median 3.00, quartiles 2.00 and 4.00, range 1.00 to 5.00. " + spread.sentence(),
                spread.toString());
        assertArrayEquals(new double[] {5, 1, 4, 2, 3}, spread.values());
    }

    @Test
    void infiniteNumbersAreOrderedLikeOthers() {
        assertArrayEquals(
                new double[] {1, 1.75, INFINITE, INFINITE, INFINITE}, fiveNumbers(Spread.of(1, 2, INFINITE, INFINITE)));
        assertArrayEquals(new double[] {1, 2, 3, 4, INFINITE}, fiveNumbers(Spread.of(INFINITE, 4, 3, 2, 1)));
        assertArrayEquals(
                new double[] {-INFINITE, -INFINITE, 3, 4, 5}, fiveNumbers(Spread.of(-INFINITE, -INFINITE, 3, 4, 5)));
    }

    @Test
    void aDrawMisleadsIfItIsOffTheMedianByMoreThanHalfOfIt() {
        Spread spread = Spread.of(10, 5, 15, 4.9, 15.1, 9, 30);
        assertEquals(10, spread.median());
        assertEquals(3, spread.misleading());
        assertEquals(
                "3 of 7 draws alone would have misled by more than half of the median 10.0: the farthest gave 30.0.",
                spread.sentence());
        assertEquals(2, Spread.of(-10, -4, -10, -10, -30).misleading());
        assertEquals(
                "None of 2 draws alone would have misled by more than half of the median 1.00: the farthest gave 1.00.",
                Spread.of(1, 1).sentence());
        assertEquals(1, Spread.of(1, 1, INFINITE).misleading());
    }

    @Test
    void aNumberThatIsNoneLeavesNoOrder() {
        Spread spread = Spread.of(1, Double.NaN, 2);
        double nan = Double.NaN;
        assertArrayEquals(new double[] {nan, nan, nan, nan, nan}, fiveNumbers(spread));
        assertEquals(1, spread.misleading());
        assertEquals("1 of 3 draws gave no number.", spread.sentence());
        assertEquals(nan, spread.reversals(Spread.of(1)));
    }

    @Test
    void reversalsAreTheShareOfPairsInTheOtherOrderThanTheMedians() {
        Spread low = Spread.of(1, 2, 9);
        Spread high = Spread.of(3, 4, 9);
        // of nine pairs 9 > 3 and 9 > 4 are reversed and 9 = 9 is a tie
        assertEquals(2.5 / 9, low.reversals(high), 1e-15);
        assertEquals(2.5 / 9, high.reversals(low), 1e-15);
        assertEquals(0, Spread.of(1, 2).reversals(Spread.of(3, INFINITE)));
        assertEquals(Double.NaN, low.reversals(low));
    }

    @Test
    void anEmptySpreadIsRefused() {
        assertEquals(
                "values must not be empty",
                assertThrows(IllegalArgumentException.class, Spread::of).getMessage());
    }
}
