package mml.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;
import mml.math.Check;
import mml.math.Grid;
import mml.plot.chart.ColourBar;
import mml.plot.chart.Frame;
import mml.plot.contour.Colours;
import mml.plot.contour.Interpolation;
import mml.plot.contour.Raster;
import mml.plot.scale.Axis;
import mml.plot.scale.Numbers;
import mml.plot.scale.Scale;

/** A grid with its labels and colours: its coloured plane, its colour bar, and what is said of both. */
record Plane(Grid grid, String xLabel, String yLabel, String valueLabel, Colours colours) {
    /** Axes whose spans differ by more do not measure the same thing, and each fills its side. */
    private static final double LIKE_UNITS = 4;

    Plane {
        Check.label("xLabel", xLabel);
        Check.label("yLabel", yLabel);
        Check.label("valueLabel", valueLabel);
        Check.that(grid.values().anyMatch(Double::isFinite), "grid must have a finite value, had none");
        colours.check(grid);
    }

    Plane with(Colours other) {
        return new Plane(grid, xLabel, yLabel, valueLabel, other);
    }

    Axis bar() {
        return colours.axis(valueLabel, grid);
    }

    /** Returns the frame in a box, with room for the colour bar; {@code cells} is how far it reaches beyond the points. */
    Frame frame(Rectangle2D box, double cells) {
        Axis x = axis(xLabel, grid.x(), cells);
        Axis y = axis(yLabel, grid.y(), cells);
        double spare = ColourBar.room(bar(), box.getHeight());
        Rectangle2D narrow = new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth() - spare, box.getHeight());
        double ratio = (x.high() - x.low()) / (y.high() - y.low());
        return ratio > LIKE_UNITS || ratio < 1 / LIKE_UNITS
                ? Frame.in(narrow, x, y, null)
                : Frame.inEqualUnits(narrow, x, y);
    }

    private static Axis axis(String label, Grid.Axis axis, double cells) {
        double beyond = cells * (axis.high() - axis.low()) / (axis.count() - 1);
        return new Axis(label, Scale.LINEAR, axis.low() - beyond, axis.high() + beyond);
    }

    /** Colours the plot area by the values; where there is none, it is grey with oblique lines. */
    void paintValues(Graphics2D graphics, Frame frame, double cells, Interpolation between) {
        double columns = grid.x().count() - 1 + 2 * cells;
        double rows = grid.y().count() - 1 + 2 * cells;
        Axis bar = bar();
        Raster.paint(
                graphics,
                frame.area(),
                (x, y) -> between.at(grid, x * columns - cells, y * rows - cells),
                at -> colours.at(bar.share(at)));
    }

    /** Draws the colour bar at the right of the frame; an arrow at an end says that values lie beyond it. */
    void paintBar(Graphics2D graphics, Frame frame) {
        new ColourBar(bar(), colours::at, below() > 0, above() > 0).paint(graphics, frame.area());
    }

    private DoubleStream finite() {
        return grid.values().filter(Double::isFinite);
    }

    private long above() {
        return colours.given() == null
                ? 0
                : finite().filter(value -> value > colours.given()[1]).count();
    }

    private long below() {
        return colours.given() == null
                ? 0
                : finite().filter(value -> value < colours.given()[0]).count();
    }

    double least() {
        return finite().min().getAsDouble();
    }

    double greatest() {
        return finite().max().getAsDouble();
    }

    /** Returns for example {@code loss over a in [-1, 1], b in [-1, 1]: least 0.31 at (0, 0), greatest 12 at (-1, 1)}. */
    String inWords() {
        String over = valueLabel + " over " + xLabel + " in " + interval(grid.x()) + ", " + yLabel + " in "
                + interval(grid.y()) + ": ";
        String extremes = least() == greatest()
                ? "all values are " + Numbers.text(least())
                : "least " + extreme(least()) + ", greatest " + extreme(greatest());
        return over
                + extremes
                + beyondInWords(below(), "below", 0)
                + beyondInWords(above(), "above", 1)
                + holesInWords();
    }

    private static String interval(Grid.Axis axis) {
        return "[" + Numbers.text(axis.low()) + ", " + Numbers.text(axis.high()) + "]";
    }

    private String extreme(double value) {
        for (int row = 0; row < grid.y().count(); row++) {
            for (int column = 0; column < grid.x().count(); column++) {
                if (grid.at(column, row) == value) {
                    return Numbers.text(value) + " at (" + Numbers.text(grid.x().at(column)) + ", "
                            + Numbers.text(grid.y().at(row)) + ")";
                }
            }
        }
        throw new IllegalArgumentException("value must be one of the grid's, was " + value);
    }

    private String beyondInWords(long count, String where, int end) {
        return count == 0
                ? ""
                : "; " + Numbers.count(count, "value") + " " + where + " " + Numbers.text(colours.given()[end])
                        + " in the colour of that end";
    }

    private String holesInWords() {
        long points = (long) grid.x().count() * grid.y().count();
        long holes = points - finite().count();
        return holes == 0 ? "" : "; " + holes + " of " + Numbers.count(points, "point") + " without a value";
    }
}
