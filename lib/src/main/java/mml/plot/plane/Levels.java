package mml.plot.plane;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mml.math.Check;
import mml.math.Statistics;
import mml.plot.scale.Numbers;
import mml.plot.scale.Scale;
import mml.plot.scale.Ticks;

/** The values at which lines are drawn: given ones, or such as the values themselves ask for. */
public final class Levels {
    /** Round numbers. */
    public static final Levels ROUND = new Levels(null, 0);

    /** More lines than a picture has rows. */
    private static final int MOST = 1000;

    private static final int ROUND_LEVELS = 15;
    /** More are not told one by one. */
    private static final int TOLD = 8;

    /** Null if the values ask for them. */
    private final double[] given;
    /** How many quantiles, 0 for round numbers. */
    private final int quantiles;

    private Levels(double[] given, int quantiles) {
        this.given = given;
        this.quantiles = quantiles;
    }

    /**
     * Returns given levels.
     *
     * @param values finite, at least one; in any order
     * @return the levels
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public static Levels of(double... values) {
        Check.that(values.length > 0, "levels must not be empty");
        for (double value : values) {
            Check.finite("level", value);
        }
        return new Levels(Arrays.stream(values).sorted().distinct().toArray(), 0);
    }

    /**
     * Returns levels at equal steps.
     *
     * @param low the first level
     * @param high none is at or above it
     * @param step from one to the next, positive
     * @return the levels
     * @throws IllegalArgumentException unless low is less than high and the step is positive, all finite, with at most
     *     1000 levels
     */
    public static Levels from(double low, double high, double step) {
        Scale.range(low, high);
        Check.positive("step", step);
        double count = Math.ceil((high - low) / step);
        Check.that(count <= MOST, "levels must be at most %s, would be %s", MOST, count);
        return of(IntStream.range(0, (int) count)
                .mapToDouble(i -> low + i * step)
                // the sum may be rounded up
                .filter(level -> level < high)
                .toArray());
    }

    /**
     * Returns levels that cut all finite values into parts of equal number.
     *
     * @param count how many levels, at least 1
     * @return the levels
     * @throws IllegalArgumentException if the count is not from 1 to 1000
     */
    public static Levels quantiles(int count) {
        Check.positive("count", count);
        Check.that(count <= MOST, "count must be at most %s, was %s", MOST, count);
        return new Levels(null, count);
    }

    /**
     * Returns the levels that lie among the values.
     *
     * @param planes the values
     * @return in rising order
     */
    public double[] among(Planes planes) {
        DoubleSummaryStatistics range = planes.finite().summaryStatistics();
        DoubleStream asked = given != null
                ? Arrays.stream(given)
                : quantiles > 0 ? cuts(planes.finite().toArray()) : round(planes);
        return asked.filter(level -> level > range.getMin() && level <= range.getMax())
                .toArray();
    }

    private DoubleStream cuts(double[] values) {
        return values.length == 0
                ? DoubleStream.empty()
                : IntStream.rangeClosed(1, quantiles)
                        .mapToDouble(i -> Statistics.quantile(i / (quantiles + 1.0), values))
                        .distinct();
    }

    private static DoubleStream round(Planes planes) {
        return planes.axis().stream()
                .flatMap(axis -> axis.ticks(ROUND_LEVELS).stream())
                .filter(tick -> !tick.label().isEmpty())
                .mapToDouble(Ticks.Tick::value);
    }

    /**
     * Returns which lines are drawn.
     *
     * @param planes the values
     * @return words without a full stop
     */
    public String inWords(Planes planes) {
        double[] drawn = among(planes);
        if (drawn.length == 0) {
            DoubleSummaryStatistics range = planes.finite().summaryStatistics();
            boolean areOutside = given != null
                    && range.getCount() > 0
                    && Arrays.stream(given).noneMatch(level -> level >= range.getMin() && level <= range.getMax());
            return areOutside ? "no lines, all levels lie outside the values" : "no lines";
        }
        if (drawn.length > TOLD) {
            return drawn.length + " lines from " + Numbers.text(drawn[0]) + " to "
                    + Numbers.text(drawn[drawn.length - 1]);
        }
        return (drawn.length == 1 ? "line at " : "lines at ")
                + Arrays.stream(drawn).mapToObj(Numbers::text).collect(Collectors.joining(", "));
    }
}
