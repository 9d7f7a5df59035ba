package mml.math;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Quantile.EstimationMethod;

/** Summaries of samples, in double precision. Every method refuses an empty sample, and one with a NaN. */
public final class Statistics {
    /** The rule of NumPy and R's default, so that numbers can be compared with theirs. */
    private static final Quantile QUANTILE = Quantile.withDefaults().with(EstimationMethod.HF7);

    private Statistics() {}

    /**
     * Returns the arithmetic mean.
     *
     * @param sample at least one number; not modified
     * @return the mean
     * @throws IllegalArgumentException if the sample is empty or has a NaN
     */
    public static double mean(double... sample) {
        return Mean.of(checked(sample)).getAsDouble();
    }

    /**
     * Returns the median: the mean of the two middle numbers if the sample is even.
     *
     * @param sample at least one number; not modified
     * @return the median
     * @throws IllegalArgumentException if the sample is empty or has a NaN
     */
    public static double median(double... sample) {
        return quantile(0.5, sample);
    }

    /**
     * Returns a quantile, linear between the order statistics (definition 7 of Hyndman and Fan, as in NumPy).
     *
     * <p>Source: R. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50(4), 1996.
     *
     * @param share from 0 (the minimum) to 1 (the maximum)
     * @param sample at least one number; not modified
     * @return the quantile
     * @throws IllegalArgumentException if the share lies outside [0, 1], or the sample is empty or has a NaN
     */
    public static double quantile(double share, double... sample) {
        Check.within("share", share, 0, 1);
        return QUANTILE.evaluate(checked(sample).clone(), share);
    }

    private static double[] checked(double[] sample) {
        Check.that(sample.length > 0, "sample must not be empty");
        Check.that(Arrays.stream(sample).noneMatch(Double::isNaN), "sample must have no NaN, had one");
        return sample;
    }
}
