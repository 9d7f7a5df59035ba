package mml.plot.scale;

import java.util.List;
import mml.math.Check;

/**
 * A labelled range of values on a scale.
 *
 * @param label what is measured
 * @param scale how values are spread
 * @param low the lower end; positive on a logarithmic scale
 * @param high the upper end, above the lower one
 */
public record Axis(String label, Scale scale, double low, double high) {
    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException unless low is less than high
     */
    public Axis {
        Check.that(low < high, "%s must have a range with low < high, were %s and %s", label, low, high);
    }

    /**
     * Returns an axis that covers a range and a share of it more at both ends; a single value gets room around it.
     *
     * @param label what is measured
     * @param scale how values are spread
     * @param low the least value
     * @param high the greatest value
     * @param margin the share
     * @return the axis
     */
    public static Axis covering(String label, Scale scale, double low, double high, double margin) {
        double from = scale.forward(low);
        double to = scale.forward(high);
        // below this, ticks would differ in digits that the numbers do not have
        boolean single = to - from <= 1e-12 * Math.max(Math.abs(from), Math.abs(to));
        double room = single ? roomAround(scale, from) : margin * (to - from);
        return new Axis(label, scale, scale.back(from - room), scale.back(to + room));
    }

    private static double roomAround(Scale scale, double place) {
        return scale == Scale.LOGARITHMIC ? Math.log10(2) : place == 0 ? 1 : Math.abs(place) / 10;
    }

    /**
     * Returns where a value lies.
     *
     * @param value on the axis or beyond
     * @return 0 at the low end, 1 at the high one
     */
    public double share(double value) {
        double from = scale.forward(low);
        return (scale.forward(value) - from) / (scale.forward(high) - from);
    }

    /**
     * Returns round numbers on the axis.
     *
     * @param most about how many labelled ones, at least 1
     * @return the ticks
     */
    public List<Ticks.Tick> ticks(int most) {
        return Ticks.of(scale, low, high, most);
    }
}
