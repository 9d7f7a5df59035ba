package mml.math;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;

/**
 * Values at the points of a rectangular grid; NaN where there is none.
 *
 * <p>Immutable. Columns run along {@code x}, rows along {@code y}, both counted from 0 at the low end.
 */
public final class Grid {
    /**
     * Equally spaced coordinates, both ends included.
     *
     * @param low the first coordinate, finite
     * @param high the last coordinate, finite and greater than {@code low}
     * @param count how many coordinates, at least 2
     */
    public record Axis(double low, double high, int count) {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException if an end is not finite, the range is empty or reversed, or the count is below 2
         */
        public Axis {
            Check.finite("low", low);
            Check.finite("high", high);
            Check.that(low < high, "low must be less than high, were %s and %s", low, high);
            Check.that(
                    Double.isFinite((high - low) * count),
                    "range must not be too large to compute with, was from %s to %s",
                    low,
                    high);
            Check.atLeast("count", count, 2);
        }

        /**
         * Returns a coordinate. Both ends are exact, and the formula between them is symmetric, so that the middle of [-1, 1]
         * is exactly 0.
         *
         * @param index from 0 to {@code count - 1}
         * @return the coordinate
         * @throws IllegalArgumentException if the index lies outside
         */
        public double at(int index) {
            Check.index("index", index, count);
            if (index == 0 || index == count - 1) {
                // the formula rounds: 0.1 times 3 over 3 is more than 0.1
                return index == 0 ? low : high;
            }
            return ((count - 1 - index) * low + index * high) / (count - 1);
        }

        /**
         * Returns all coordinates.
         *
         * @return a new array of {@code count} numbers
         */
        public double[] values() {
            double[] values = new double[count];
            Arrays.setAll(values, this::at);
            return values;
        }
    }

    private final Axis x;
    private final Axis y;
    private final double[] values;

    private Grid(Axis x, Axis y, double[] values) {
        this.x = x;
        this.y = y;
        this.values = values;
    }

    /**
     * Returns a grid of given values.
     *
     * @param x the columns' coordinates
     * @param y the rows' coordinates
     * @param values row by row, {@code y.count() * x.count()} of them; copied; NaN where there is none
     * @return the grid
     * @throws IllegalArgumentException if there are more or fewer values
     */
    public static Grid of(Axis x, Axis y, double[] values) {
        int size = Math.multiplyExact(x.count(), y.count());
        Check.that(values.length == size, "values has %s numbers, grid %s x %s", values.length, y.count(), x.count());
        return new Grid(x, y, values.clone());
    }

    /**
     * Returns the values of a function on a grid.
     *
     * @param x the columns' coordinates
     * @param y the rows' coordinates
     * @param function of the two coordinates
     * @return the grid
     */
    public static Grid of(Axis x, Axis y, DoubleBinaryOperator function) {
        double[] values = new double[Math.multiplyExact(x.count(), y.count())];
        Arrays.setAll(values, i -> function.applyAsDouble(x.at(i % x.count()), y.at(i / x.count())));
        return new Grid(x, y, values);
    }

    /**
     * Returns the columns' coordinates.
     *
     * @return the horizontal axis
     */
    public Axis x() {
        return x;
    }

    /**
     * Returns the rows' coordinates.
     *
     * @return the vertical axis
     */
    public Axis y() {
        return y;
    }

    /**
     * Returns the value at a point.
     *
     * @param column from 0, along x
     * @param row from 0, along y
     * @return the value, NaN if there is none
     * @throws IllegalArgumentException if the point lies outside
     */
    public double at(int column, int row) {
        Check.index("column", column, x.count());
        Check.index("row", row, y.count());
        return values[row * x.count() + column];
    }

    /**
     * Returns all values that there are, row by row, without the NaNs.
     *
     * @return a stream of them
     */
    public DoubleStream values() {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid grid && x.equals(grid.x) && y.equals(grid.y) && Arrays.equals(values, grid.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d x %d points, x in [%s, %s], y in [%s, %s]",
                x.count(),
                y.count(),
                x.low(),
                x.high(),
                y.low(),
                y.high());
    }
}
