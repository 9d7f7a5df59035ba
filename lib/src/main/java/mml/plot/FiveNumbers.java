package mml.plot;

import java.util.Arrays;
import java.util.List;
import mml.math.Check;

/**
 * Five-number summaries of a quantity along an axis, such as a loss over many random directions: one for each point.
 *
 * <p>All five arrays are as long, copied, and in order at each point; a point at which all are NaN is a gap.
 *
 * @param least the minimum
 * @param lower the lower quartile
 * @param median the median
 * @param upper the upper quartile
 * @param greatest the maximum; it may be infinite, and is then not drawn
 */
public record FiveNumbers(double[] least, double[] lower, double[] median, double[] upper, double[] greatest) {
    /**
     * Checks lengths and order.
     *
     * @throws IllegalArgumentException if the lengths differ, or the numbers of a point are not in order
     */
    public FiveNumbers {
        least = least.clone();
        lower = lower.clone();
        median = median.clone();
        upper = upper.clone();
        greatest = greatest.clone();
        List<double[]> five = List.of(least, lower, median, upper, greatest);
        for (double[] one : five) {
            Check.that(
                    one.length == median.length,
                    "the five arrays must be as long, were %s",
                    five.stream().map(numbers -> numbers.length).toList());
        }
        for (int i = 0; i < median.length; i++) {
            checkOrder(five, i);
        }
    }

    private static void checkOrder(List<double[]> five, int i) {
        double[] point = five.stream().mapToDouble(one -> one[i]).toArray();
        boolean isGap = true;
        boolean isOrdered = true;
        for (int k = 0; k < point.length; k++) {
            isGap &= Double.isNaN(point[k]);
            isOrdered &= k == 0 ? !Double.isNaN(point[k]) : point[k - 1] <= point[k];
        }
        Check.that(
                isGap || isOrdered,
                "least, lower, median, upper and greatest must be in order, point %s has %s",
                i,
                Arrays.toString(point));
    }

    /**
     * Returns a figure with the median as one more curve, in two bands: the quartiles, and the range.
     *
     * @param lines a figure
     * @param name of the curve, in the legend
     * @param xs finite numbers, as many as there are points; copied
     * @return the figure with the curve
     * @throws IllegalArgumentException if the name is taken, the lengths differ or are 0, an x is not finite or no median is
     */
    public Lines addTo(Lines lines, String name, double[] xs) {
        return lines.add(name, xs, median).band(name, "range", least, greatest).band(name, "quartiles", lower, upper);
    }
}
