package mml.landscape.point;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import mml.math.Check;
import mml.math.Grid.Axis;

/**
 * The points of a grid from coarse to fine, numbered row by row from 0.
 *
 * <p>Level {@code k} has every column and row whose distance from the middle one is a multiple of {@code 2^k}, and both ends:
 * each level contains the coarser ones, the finest is the whole grid, and all of them reach from edge to edge and have the
 * middle, where a landscape has its minimum. The coarsest has at most 5 columns and 5 rows if the grid is square.
 *
 * @param columns at least 1
 * @param rows at least 1
 */
public record Levels(int columns, int rows) {
    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public Levels {
        Check.positive("columns", columns);
        Check.positive("rows", rows);
    }

    /**
     * Returns the points of axes.
     *
     * @param axes of the columns and of the rows; of the columns alone if there is one row
     * @return the points
     */
    public static Levels of(List<Axis> axes) {
        return new Levels(
                axes.get(0).count(), axes.size() == 1 ? 1 : axes.get(1).count());
    }

    /**
     * Returns how many points there are.
     *
     * @return the product of the counts
     * @throws ArithmeticException if they are too many to be numbered
     */
    public int count() {
        return Math.multiplyExact(columns, rows);
    }

    /**
     * Returns the number of the coarsest level.
     *
     * @return the exponent of its step; 0 if the grid is too small for more than one level
     */
    public int coarsest() {
        int half = (Math.max(columns, rows) - 1) / 2;
        return 31 - Integer.numberOfLeadingZeros(Math.max(1, half));
    }

    /**
     * Returns the points of a level.
     *
     * @param level from 0 (all) to {@link #coarsest}
     * @return their numbers, ascending
     * @throws IllegalArgumentException if there is no such level
     */
    public int[] points(int level) {
        Check.index("level", level, coarsest() + 1);
        int[] inRow = side(columns, level);
        return Arrays.stream(side(rows, level))
                .flatMap(row -> Arrays.stream(inRow).map(column -> row * columns + column))
                .toArray();
    }

    private static int[] side(int count, int level) {
        int step = 1 << level;
        return IntStream.range(0, count)
                .filter(i -> i == 0 || i == count - 1 || (i - count / 2) % step == 0)
                .toArray();
    }

    /**
     * Returns all points, those of coarser levels first.
     *
     * @return each number once
     */
    public int[] order() {
        return IntStream.iterate(coarsest(), level -> level >= 0, level -> level - 1)
                .flatMap(level -> Arrays.stream(points(level)))
                .distinct()
                .toArray();
    }

    /**
     * Returns the finest level that is complete.
     *
     * @param isThere whether a point has been computed, by its number
     * @return empty if not even the coarsest is
     */
    public OptionalInt complete(IntPredicate isThere) {
        return IntStream.rangeClosed(0, coarsest())
                .filter(level -> Arrays.stream(points(level)).allMatch(isThere))
                .findFirst();
    }

    /**
     * Returns values with those that are missing interpolated between the nearest columns and rows of the finest level that is
     * complete, linearly in both directions. Where that would need a value that is not finite there is none: a hole stays a
     * hole. If no level is complete nothing is interpolated.
     *
     * @param values one a point; not modified
     * @param isThere whether a value has been computed, by its number
     * @return a new array, in which values that are there are as they were
     */
    public double[] filled(double[] values, IntPredicate isThere) {
        double[] filled = values.clone();
        OptionalInt level = complete(isThere);
        if (level.isPresent() && level.getAsInt() > 0) {
            int[] inRow = side(columns, level.getAsInt());
            int[] inColumn = side(rows, level.getAsInt());
            IntStream.range(0, values.length)
                    .filter(i -> !isThere.test(i))
                    .forEach(i ->
                            filled[i] = between(values, Span.of(inRow, i % columns), Span.of(inColumn, i / columns)));
        }
        return filled;
    }

    /** Where a number lies between two of a level: at {@code share} of the way, 0 at the first of them. */
    private record Span(int low, int high, double share) {
        static Span of(int[] ascending, int number) {
            int found = Arrays.binarySearch(ascending, number);
            int above = found >= 0 ? found : -found - 1;
            int below = found >= 0 ? found : above - 1;
            int low = ascending[below];
            int high = ascending[above];
            return new Span(low, high, low == high ? 0 : (number - low) / (double) (high - low));
        }
    }

    private double between(double[] values, Span x, Span y) {
        double low = between(values[y.low * columns + x.low], values[y.low * columns + x.high], x.share);
        double high = between(values[y.high * columns + x.low], values[y.high * columns + x.high], x.share);
        return between(low, high, y.share);
    }

    /** An infinite value gives no number between: neither of them is claimed to reach so far. */
    private static double between(double low, double high, double share) {
        if (share == 0) {
            return low;
        }
        return Double.isFinite(low) && Double.isFinite(high) ? low + share * (high - low) : Double.NaN;
    }
}
