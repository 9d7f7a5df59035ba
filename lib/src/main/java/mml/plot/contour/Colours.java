package mml.plot.contour;

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
 * @param low the value of the darkest, NaN for the least that there is
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
     * Refuses values that have no colour: on a logarithmic scale those that are not positive, unless the low end is given, at
     * which they are clipped.
     *
     * @param finite the finite values, each time anew
     * @throws IllegalArgumentException if the scale is logarithmic and a value or an end is not positive
     */
    public void check(Supplier<DoubleStream> finite) {
        scale.check("range", DoubleStream.of(low, high));
        if (Double.isNaN(low)) {
            scale.check("grid", finite.get());
        }
    }

    /**
     * Returns the axis of the colours.
     *
     * @param label what the values are
     * @param least of the finite values
     * @param greatest of the finite values
     * @return from the ends given, or from those of the values
     */
    public Axis axis(String label, double least, double greatest) {
        if (Double.isNaN(high)) {
            return Axis.covering(label, scale, least, greatest, 0);
        }
        double from = Double.isNaN(low) ? least : low;
        // where all is clipped, any scale below the end will do
        return new Axis(label, scale, from < high ? from : scale.below(high), high);
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
        return value > high ? Standing.ABOVE : value < low ? Standing.BELOW : Standing.WITHIN;
    }

    /**
     * Returns the end at which values are clipped.
     *
     * @param standing above or below
     * @return the end given, NaN if none is
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
