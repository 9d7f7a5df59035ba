package mml.plot.contour;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import mml.math.Grid;
import mml.plot.scale.Axis;
import mml.plot.scale.Scale;

/**
 * What colour a value has.
 *
 * @param scale how values are spread over the colours
 * @param given the range asked for, or null for that of the values
 * @param paleness how much white is mixed in, so that dark lines and text can be read on top
 */
public record Colours(Scale scale, double[] given, double paleness) {
    /** As they are. */
    public static final Colours FULL = new Colours(Scale.LINEAR, null, 0);

    /** For lines on top. */
    public static final Colours PALE = new Colours(Scale.LINEAR, null, 0.3);

    /**
     * Returns the colours by the logarithm of the values.
     *
     * @return other colours
     */
    public Colours logarithmic() {
        return new Colours(Scale.LOGARITHMIC, given, paleness);
    }

    /**
     * Returns the colours over a given range.
     *
     * @param low the value of the darkest
     * @param high the value of the lightest
     * @return other colours
     * @throws IllegalArgumentException unless both are finite and low is less than high
     */
    public Colours over(double low, double high) {
        return new Colours(scale, Scale.range(low, high), paleness);
    }

    /**
     * Refuses values that have no colour.
     *
     * @param grid the values
     * @throws IllegalArgumentException if the scale is logarithmic and a value or the range is not positive
     */
    public void check(Grid grid) {
        scale.check("grid", grid.values());
        if (given != null) {
            scale.check("range", DoubleStream.of(given));
        }
    }

    /**
     * Returns the axis of the colour bar.
     *
     * @param label what the values are
     * @param grid the values
     * @return the range given, or that of the values
     */
    public Axis axis(String label, Grid grid) {
        if (given != null) {
            return new Axis(label, scale, given[0], given[1]);
        }
        DoubleSummaryStatistics range = grid.values().filter(Double::isFinite).summaryStatistics();
        return Axis.covering(label, scale, range.getMin(), range.getMax(), 0);
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
