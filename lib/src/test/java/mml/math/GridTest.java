package mml.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mml.math.Grid.Axis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridTest {
    private static final Axis X = new Axis(0, 2, 3);
    private static final Axis Y = new Axis(-1, 1, 2);

    @Test
    void aRangeThatCannotBeComputedWithIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Axis(-1.7e308, 1.7e308, 5));
        assertEquals("range must not be too large to compute with, was from -1.7E308 to 1.7E308", e.getMessage());
    }

    @Test
    void coordinatesAreEquallySpaced() {
        assertArrayEquals(new double[] {-0.5, 0, 0.5, 1, 1.5}, new Axis(-0.5, 1.5, 5).values());
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "-0.1, 0.7", "0.1, 0.3", "-0.3, -0.1", "1e-3, 1e3"})
    void endsAreExactAndCoordinatesRise(double low, double high) {
        for (int count = 2; count < 200; count++) {
            double[] values = new Axis(low, high, count).values();
            assertEquals(low, values[0], "low end of " + count);
            assertEquals(high, values[count - 1], "high end of " + count);
            for (int i = 1; i < count; i++) {
                assertTrue(values[i] > values[i - 1]);
            }
        }
    }

    @Test
    void theMiddleOfASymmetricAxisIsExactlyZero() {
        for (int count = 3; count < 200; count += 2) {
            assertEquals(0.0, new Axis(-1, 1, count).at(count / 2));
            assertEquals(0.0, new Axis(-0.1, 0.1, count).at(count / 2));
        }
    }

    @Test
    void columnsRunAlongXAndRowsAlongY() {
        Grid grid = Grid.of(X, Y, (x, y) -> 10 * x + y);
        assertEquals(19, grid.at(2, 0));
        assertEquals(1, grid.at(0, 1));
        assertEquals(grid, Grid.of(X, Y, new double[] {-1, 9, 19, 1, 11, 21}));
        assertNotEquals(grid, Grid.of(X, new Axis(-1, 2, 2), new double[] {-1, 9, 19, 1, 11, 21}));
        assertEquals("3 x 2 points, x in [0.0, 2.0], y in [-1.0, 1.0]", grid.toString());
    }

    @Test
    void valuesLeaveOutWhatIsNotThere() {
        double[] given = {1, Double.NaN, 3, 4, Double.NaN, 6};
        Grid grid = Grid.of(X, Y, given);
        given[0] = 9;
        assertArrayEquals(new double[] {1, 3, 4, 6}, grid.values().toArray());
    }

    @Test
    void axesAndPointsOutsideAreRefused() {
        assertRefused("low must be finite, was NaN", () -> new Axis(Double.NaN, 1, 2));
        assertRefused("high must be finite, was Infinity", () -> new Axis(0, Double.POSITIVE_INFINITY, 2));
        assertRefused("low must be less than high, were 1.0 and 1.0", () -> new Axis(1, 1, 2));
        assertRefused("count must be at least 2, was 1", () -> new Axis(0, 1, 1));
        assertRefused("index must be from 0 to 2, was 3", () -> X.at(3));
        assertRefused("values has 5 numbers, grid 2 x 3", () -> Grid.of(X, Y, new double[5]));
        Grid grid = Grid.of(X, Y, (x, y) -> 0);
        assertRefused("column must be from 0 to 2, was 3", () -> grid.at(3, 0));
        assertRefused("row must be from 0 to 1, was -1", () -> grid.at(0, -1));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
