package mml.plot;

import java.util.DoubleSummaryStatistics;
import java.util.stream.DoubleStream;
import mml.math.Check;
import mml.math.Grid;
import mml.plot.contour.Viridis;
import mml.plot.scale.Axis;
import mml.plot.scale.Scale;

/**
 * What colour a value has. {@code given} is the range asked for, or null for that of the values; {@code paleness} is how
 * much white is mixed in, so that dark lines and text can be read on top.
 */
record Colours(Scale scale, double[] given, double paleness) {
    static final Colours FULL = new Colours(Scale.LINEAR, null, 0);
    static final Colours PALE = new Colours(Scale.LINEAR, null, 0.3);

    Colours logarithmic() {
        return new Colours(Scale.LOGARITHMIC, given, paleness);
    }

    Colours over(double low, double high) {
        Check.finite("low", low);
        Check.finite("high", high);
        Check.that(low < high, "low must be less than high, were %s and %s", low, high);
        return new Colours(scale, new double[] {low, high}, paleness);
    }

    void check(Grid grid) {
        scale.check("grid", grid.values());
        if (given != null) {
            scale.check("range", DoubleStream.of(given));
        }
    }

    /** Returns the axis of the colour bar. */
    Axis axis(String label, Grid grid) {
        if (given != null) {
            return new Axis(label, scale, given[0], given[1]);
        }
        DoubleSummaryStatistics range = grid.values().filter(Double::isFinite).summaryStatistics();
        return Axis.covering(label, scale, range.getMin(), range.getMax(), 0);
    }

    /** Returns the colour, as 0xrrggbb, at a share of the colour bar. */
    int at(double share) {
        return Viridis.mixed(Viridis.at(share), 0xffffff, paleness);
    }
}
