package mml.landscape.trust;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import mml.landscape.Curve;
import mml.math.Check;
import mml.math.Grid.Axis;

/**
 * One score along several lines as a band: at each coordinate the median, the quartiles and the range over the draws.
 *
 * <p><em>When one draw would have misled.</em> A curve is read for how far it rises. A draw counts as misleading if somewhere
 * on the axis it is off the median curve by more than half of the median curve's rise (its largest finite value less its
 * smallest). Half is a convention, the worst coordinate decides, and the median is that of these draws.
 *
 * <p>Where a draw has no value (NaN, or not computed), the band has a hole: median, quartiles and range are NaN there. An
 * infinite value is ordered like others.
 */
public final class Band {
    private final String score;
    private final Axis axis;
    private final double[][] curves;
    private final Spread[] spreads;

    private Band(String score, Axis axis, double[][] curves) {
        this.score = score;
        this.axis = axis;
        this.curves = curves;
        this.spreads = new Spread[axis.count()];
        Arrays.setAll(
                spreads,
                i -> Spread.of(
                        Arrays.stream(curves).mapToDouble(curve -> curve[i]).toArray()));
    }

    /**
     * Returns the band of one score of several curves.
     *
     * @param curves at least one, all on one axis, such as {@link Draws#curves} gives
     * @param score the score's name
     * @return the band
     * @throws IllegalArgumentException if there is no curve, axes differ, or a curve has no such score
     */
    public static Band of(List<Curve> curves, String score) {
        Check.that(!curves.isEmpty(), "curves must not be empty");
        Axis axis = curves.get(0).axis();
        for (Curve curve : curves) {
            Check.that(curve.axis().equals(axis), "curves must have one axis, had %s and %s", axis, curve.axis());
        }
        return new Band(
                score, axis, curves.stream().map(curve -> curve.values(score)).toArray(double[][]::new));
    }

    /**
     * Returns the coordinates.
     *
     * @return the axis along the lines
     */
    public Axis axis() {
        return axis;
    }

    /**
     * Returns the score's name.
     *
     * @return such as {@code "loss"}
     */
    public String score() {
        return score;
    }

    /**
     * Returns over how many draws the band is.
     *
     * @return at least 1
     */
    public int draws() {
        return curves.length;
    }

    /**
     * Returns the smallest value at each coordinate.
     *
     * @return NaN at a hole; a new array
     */
    public double[] min() {
        return each(Spread::min);
    }

    /**
     * Returns the lower quartile at each coordinate.
     *
     * @return NaN at a hole; a new array
     */
    public double[] lowerQuartile() {
        return each(Spread::lowerQuartile);
    }

    /**
     * Returns the median at each coordinate.
     *
     * @return NaN at a hole; a new array
     */
    public double[] median() {
        return each(Spread::median);
    }

    /**
     * Returns the upper quartile at each coordinate.
     *
     * @return NaN at a hole; a new array
     */
    public double[] upperQuartile() {
        return each(Spread::upperQuartile);
    }

    /**
     * Returns the largest value at each coordinate.
     *
     * @return NaN at a hole; a new array
     */
    public double[] max() {
        return each(Spread::max);
    }

    private double[] each(ToDoubleFunction<Spread> number) {
        return Arrays.stream(spreads).mapToDouble(number).toArray();
    }

    /**
     * Returns how far the median curve rises.
     *
     * @return its largest finite value less its smallest; NaN if none is finite
     */
    public double rise() {
        double[] finite =
                DoubleStream.of(median()).filter(Double::isFinite).sorted().toArray();
        return finite.length == 0 ? Double.NaN : finite[finite.length - 1] - finite[0];
    }

    /**
     * Returns how many draws alone would have misled.
     *
     * @return how many are somewhere off the median curve by more than half of its rise; all, if it is finite nowhere
     */
    public int misleading() {
        double tolerated = Double.isNaN(rise()) ? -1 : Spread.TOLERATED * rise();
        return (int) Arrays.stream(curves)
                .filter(curve -> off(curve, farthest(curve)) > tolerated)
                .count();
    }

    /** Returns how far a curve is off the median at a coordinate: 0 at a hole, and where both are equally infinite. */
    private double off(double[] curve, int at) {
        double off = Math.abs(curve[at] - spreads[at].median());
        return Double.isNaN(off) ? 0 : off;
    }

    private int farthest(double[] curve) {
        int farthest = 0;
        for (int i = 1; i < curve.length; i++) {
            farthest = off(curve, i) > off(curve, farthest) ? i : farthest;
        }
        return farthest;
    }

    /**
     * Returns a sentence on whether one draw would have misled.
     *
     * @return how many of the draws would have, how far off the farthest is and where, and how many holes there are
     */
    public String sentence() {
        if (Double.isNaN(rise())) {
            return "The median " + score + " of " + curves.length + " draws is finite nowhere: nothing can be told.";
        }
        double[] worst = curves[0];
        for (double[] curve : curves) {
            worst = off(curve, farthest(curve)) > off(worst, farthest(worst)) ? curve : worst;
        }
        int at = farthest(worst);
        long holes = DoubleStream.of(median()).filter(Double::isNaN).count();
        return String.format(
                Locale.ROOT,
                "%s alone would have misled by more than half of the rise %.3g of the median %s:"
                        + " the farthest has %.3g at %.3g, where the median has %.3g.%s",
                Spread.counted(misleading(), curves.length),
                rise(),
                score,
                worst[at],
                axis.at(at),
                spreads[at].median(),
                holes == 0 ? "" : " At " + holes + " of " + axis.count() + " coordinates a draw has no value.");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s over %d draws at %d points on [%s, %s]. %s",
                score,
                curves.length,
                axis.count(),
                axis.low(),
                axis.high(),
                sentence());
    }
}
