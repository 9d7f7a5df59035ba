package mml.plot.contour;

import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import mml.math.Check;
import mml.plot.scale.Axis;
import mml.plot.scale.Scale;

/**
 * What colour a value has. Scale and clipping change the drawing alone: a value beyond an end given is marked as clipped, one
 * that is not finite as what it is.
 *
 * @param scale how values are spread over the colours
 * @param low the value of the darkest, NaN for the least that there is; never without {@code high}
 * @param high the value of the lightest, NaN for the greatest that there is
 * @param paleness how much white is mixed in, so that dark lines and text can be read on top
 */
public record Colours(Scale scale, double low, double high, double paleness) {
    /** As they are. */
    public static final Colours FULL = new Colours(Scale.LINEAR, Double.NaN, Double.NaN, 0);

    /** For lines on top. */
    public static final Colours PALE = new Colours(Scale.LINEAR, Double.NaN, Double.NaN, 0.3);

    /**
     * Returns the colours by the logarithm of the values.
     *
     * @return other colours
     */
    public Colours logarithmic() {
        return new Colours(Scale.LOGARITHMIC, low, high, paleness);
    }

    /**
     * Returns the colours over a given range.
     *
     * @param from the value of the darkest
     * @param to the value of the lightest
     * @return other colours
     * @throws IllegalArgumentException unless both are finite and from is less than to
     */
    public Colours over(double from, double to) {
        Scale.range(from, to);
        return new Colours(scale, from, to, paleness);
    }

    /**
     * Returns the colours from the least value that there is to a given one.
     *
     * @param to the value of the lightest
     * @return other colours
     * @throws IllegalArgumentException if it is not finite
     */
    public Colours upTo(double to) {
        return new Colours(scale, Double.NaN, Check.finite("high", to), paleness);
    }

    /**
     * Refuses colours by the logarithm where there can be none.
     *
     * @param finite the finite values, each time anew
     * @throws IllegalArgumentException if the scale is logarithmic and an end is not positive, or, without a low end, there are
     *     values but none is positive
     */
    public void check(Supplier<DoubleStream> finite) {
        scale.check("range", DoubleStream.of(low, high));
        if (scale == Scale.LOGARITHMIC && Double.isNaN(low)) {
            Check.that(
                    finite.get().findAny().isEmpty() || finite.get().anyMatch(this::isPossible),
                    "grid must have a positive value on a logarithmic scale, none of %s is",
                    finite.get().count());
        }
    }

    private boolean isPossible(double value) {
        return scale == Scale.LINEAR || value > 0;
    }

    /**
     * Returns the axis of the colours.
     *
     * @param label what the values are
     * @param finite the finite values; on a logarithmic scale those that are not positive do not count
     * @return from the ends given, or from those of the values; none if there is no value
     */
    public Optional<Axis> axis(String label, DoubleStream finite) {
        double[] values = finite.toArray();
        DoubleSummaryStatistics range =
                DoubleStream.of(values).filter(this::isPossible).summaryStatistics();
        if (values.length == 0) {
            return Optional.empty();
        } else if (Double.isNaN(high)) {
            return Optional.of(Axis.covering(label, scale, range.getMin(), range.getMax(), 0));
        }
        double from = Double.isNaN(low) ? range.getMin() : low;
        // where all is clipped, any scale below the end will do
        return Optional.of(new Axis(label, scale, from < high ? from : scale.below(high), high));
    }

    /**
     * Returns how a value stands to the colours.
     *
     * @param value any
     * @return whether it is on the scale, clipped, or not finite
     */
    public Standing standing(double value) {
        if (Double.isNaN(value)) {
            return Standing.NO_VALUE;
        } else if (Double.isInfinite(value)) {
            return value > 0 ? Standing.PLUS_INFINITY : Standing.MINUS_INFINITY;
        }
        return value > high ? Standing.ABOVE : value < low || !isPossible(value) ? Standing.BELOW : Standing.WITHIN;
    }

    /**
     * Returns the end at which values are clipped.
     *
     * @param standing above or below
     * @return the end given, NaN if none is: what is clipped is then not positive
     */
    public double end(Standing standing) {
        return standing == Standing.ABOVE ? high : low;
    }

    /**
     * Returns a colour.
     *
     * @param share of the colour bar
     * @return 0xrrggbb
     */
    public int at(double share) {
        return Viridis.mixed(Viridis.at(share), 0xffffff, paleness);
    }
}
