package mml.landscape.trust;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import mml.math.Check;
import mml.math.Statistics;

/**
 * One number from each of several draws of random directions: its median, quartiles and range.
 *
 * <p><em>When one draw would have misled.</em> A draw counts as misleading if it differs from the median by more than half of
 * the median's size. Half is a convention, and the median is that of these draws: with few of them it is uncertain itself.
 *
 * <p>Infinite numbers are ordered like others. If one is NaN (none could be had from that draw), there is no order: median,
 * quartiles and range are NaN.
 */
public final class Spread {
    /** How far off a draw may be, as a share of what the median shows. */
    static final double TOLERATED = 0.5;

    private final double[] values;

    private Spread(double[] values) {
        this.values = values;
    }

    /**
     * Returns the spread of given numbers.
     *
     * @param values one a draw, at least one; copied
     * @return their spread
     * @throws IllegalArgumentException if there is none
     */
    public static Spread of(double... values) {
        Check.that(values.length > 0, "values must not be empty");
        return new Spread(values.clone());
    }

    /**
     * Returns the numbers.
     *
     * @return in the order of the draws; a new array
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * Returns the smallest number.
     *
     * @return NaN if one is
     */
    public double min() {
        return quantile(0);
    }

    /**
     * Returns what a quarter of the draws lie below.
     *
     * @return NaN if a number is
     */
    public double lowerQuartile() {
        return quantile(0.25);
    }

    /**
     * Returns the median.
     *
     * @return NaN if a number is
     */
    public double median() {
        return quantile(0.5);
    }

    /**
     * Returns what a quarter of the draws lie above.
     *
     * @return NaN if a number is
     */
    public double upperQuartile() {
        return quantile(0.75);
    }

    /**
     * Returns the largest number.
     *
     * @return NaN if one is
     */
    public double max() {
        return quantile(1);
    }

    /** Linear between the order statistics also where one is infinite, which must not be subtracted from itself. */
    private double quantile(double share) {
        if (hasNaN()) {
            return Double.NaN;
        }
        if (Arrays.stream(values).noneMatch(Double::isInfinite)) {
            return Statistics.quantile(share, values);
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = share * (sorted.length - 1);
        double below = sorted[(int) place];
        double above = sorted[(int) Math.ceil(place)];
        boolean isBelow = place == (int) place || Double.isInfinite(below);
        return isBelow ? below : below + (place - (int) place) * (above - below);
    }

    private boolean hasNaN() {
        return Arrays.stream(values).anyMatch(Double::isNaN);
    }

    /**
     * Returns how many draws alone would have misled.
     *
     * @return how many differ from the median by more than half of its size; a NaN counts, as it shows nothing
     */
    public int misleading() {
        double median = median();
        return (int) Arrays.stream(values)
                .filter(value -> Double.isNaN(value) || Math.abs(value - median) > TOLERATED * Math.abs(median))
                .count();
    }

    /**
     * Returns how often one draw of each of two spreads would have shown the opposite order to the medians': the chance that a
     * comparison of two networks by one picture each comes out the wrong way round.
     *
     * @param other the spread of what is compared
     * @return the share of all pairs of one draw of each, ties counted half: from 0 to 1, and NaN if a median is or both are equal
     */
    public double reversals(Spread other) {
        double order = Math.signum(other.median() - median());
        if (Double.isNaN(order) || order == 0) {
            return Double.NaN;
        }
        return Arrays.stream(values)
                .flatMap(mine -> DoubleStream.of(other.values)
                        .map(theirs -> (1 - order * Math.signum(Double.compare(theirs, mine))) / 2))
                .average()
                .getAsDouble();
    }

    /**
     * Returns a sentence on whether one draw would have misled.
     *
     * @return how many of the draws would have, and how far off the farthest is
     */
    public String sentence() {
        double median = median();
        if (Double.isNaN(median)) {
            long missing = Arrays.stream(values).filter(Double::isNaN).count();
            return String.format(Locale.ROOT, "%d of %d draws gave no number.", missing, values.length);
        }
        double farthest = 0;
        double at = median;
        for (double value : values) {
            if (Math.abs(value - median) > farthest) {
                farthest = Math.abs(value - median);
                at = value;
            }
        }
        return String.format(
                Locale.ROOT,
                "%s alone would have misled by more than half of the median %.3g: the farthest gave %.3g.",
                counted(misleading(), values.length),
                median,
                at);
    }

    static String counted(int misleading, int draws) {
        return (misleading == 0 ? "None" : misleading) + " of " + draws + " draws";
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d draws: median %.3g, quartiles %.3g and %.3g, range %.3g to %.3g. %s",
                values.length,
                median(),
                lowerQuartile(),
                upperQuartile(),
                min(),
                max(),
                sentence());
    }
}
