package mml.plot;

import java.awt.Graphics2D;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mml.math.Check;
import mml.plot.chart.Side;
import mml.plot.scale.Scale;

/**
 * Named curves over one horizontal axis, with one vertical axis or two.
 *
 * <p>Immutable: every method returns a new figure. A y that is not finite (a run that diverged) is a gap, and the
 * alternative text says how many there are.
 */
public final class Lines implements Figure {
    /** How the points of a series are drawn. */
    public enum Style {
        /** Joined by a line. */
        LINE,
        /** Joined by a dashed line. */
        DASHED,
        /** Each as a marker. */
        POINTS
    }

    private final LinesDrawing drawing;

    private Lines(LinesDrawing drawing) {
        this.drawing = drawing;
    }

    /**
     * Returns a figure without curves yet.
     *
     * @param xLabel the horizontal axis: what is measured, with its unit
     * @param yLabel the vertical axis: what is measured, with its unit
     * @return the figure
     * @throws IllegalArgumentException if a label is blank or cannot be drawn
     */
    public static Lines of(String xLabel, String yLabel) {
        return new Lines(new LinesDrawing(Check.label("xLabel", xLabel), Check.label("yLabel", yLabel)));
    }

    /**
     * Returns the figure with one more curve.
     *
     * @param name stands in the legend
     * @param xs finite numbers; copied
     * @param ys as many; copied; what is not finite is a gap
     * @return the figure
     * @throws IllegalArgumentException if the name is taken, the lengths differ or are 0, an x is not finite or no y is
     */
    public Lines add(String name, double[] xs, double[] ys) {
        return add(name, xs, ys, Style.LINE);
    }

    /**
     * Returns the figure with one more curve in a style.
     *
     * @param name stands in the legend
     * @param xs finite numbers; copied
     * @param ys as many; copied; what is not finite is a gap
     * @param style how the points are drawn
     * @return the figure
     * @throws IllegalArgumentException if the name is taken, the lengths differ or are 0, an x is not finite or no y is
     */
    public Lines add(String name, double[] xs, double[] ys, Style style) {
        return with(Series.of(name, xs, ys, style, Side.LEFT));
    }

    /**
     * Returns the figure with one more curve, in dashes, that is measured on an axis of its own at the right.
     *
     * <p>Its scale is always linear. All curves on the right share that axis.
     *
     * @param label the right axis: what is measured, with its unit
     * @param name stands in the legend
     * @param xs finite numbers; copied
     * @param ys as many; copied; what is not finite is a gap
     * @return the figure
     * @throws IllegalArgumentException if the right axis has another label already, the name is taken, the lengths differ
     *     or are 0, an x is not finite or no y is
     */
    public Lines addRight(String label, String name, double[] xs, double[] ys) {
        Check.label("label", label);
        String other = drawing.rightLabel;
        Check.that(
                other.isEmpty() || other.equals(label),
                "label of the right axis must be one for all curves, was \"%s\" after \"%s\"",
                label,
                other);
        return with(Series.of(name, xs, ys, Style.DASHED, Side.RIGHT)).with(next -> next.rightLabel = label);
    }

    private Lines with(Series added) {
        return with(next -> next.series = added.after(drawing.series));
    }

    /**
     * Returns the figure with a band around a curve, over bands that it has already.
     *
     * @param name of a curve that is there
     * @param low the lower ends over the curve's xs; copied; a gap where an end is not finite
     * @param high the upper ends; copied
     * @return the figure
     * @throws IllegalArgumentException if there is no such curve, the lengths differ from its own, or low exceeds high
     */
    public Lines band(String name, double[] low, double[] high) {
        return band(name, "", low, high);
    }

    /**
     * Returns the figure with an error bar at each point of a curve: of points that are no continuum, where a band would join
     * what lies between them.
     *
     * @param name of a curve that is there
     * @param low the lower ends over the curve's xs; copied; no bar where an end is not finite
     * @param high the upper ends; copied
     * @return the figure
     * @throws IllegalArgumentException if there is no such curve, the lengths differ from its own, or low exceeds high
     */
    public Lines errorBars(String name, double[] low, double[] high) {
        Series.Band bars = new Series.Band("error bars", low, high);
        return with(next -> next.series = Series.withBars(drawing.series, name, bars));
    }

    /** A band that has a meaning stands in the legend and in the text, once for all curves. */
    Lines band(String name, String meaning, double[] low, double[] high) {
        return with(next -> next.series = Series.withBand(drawing.series, name, new Series.Band(meaning, low, high)));
    }

    /**
     * Returns the figure with a logarithmic horizontal axis.
     *
     * @return the figure
     * @throws IllegalArgumentException if an x is not positive
     */
    public Lines logX() {
        return with(next -> next.xScale = Scale.LOGARITHMIC);
    }

    /**
     * Returns the figure with a logarithmic vertical axis, at the left.
     *
     * @return the figure
     * @throws IllegalArgumentException if a y is not positive
     */
    public Lines logY() {
        return with(next -> next.yScale = Scale.LOGARITHMIC);
    }

    /**
     * Returns the figure with a given range of the left axis; what lies outside is cut off, and the text says so.
     *
     * @param low the lower end
     * @param high the upper end
     * @return the figure
     * @throws IllegalArgumentException unless both are finite, low is less than high, and positive on a logarithmic axis
     */
    public Lines yRange(double low, double high) {
        return with(next -> next.yRange = Scale.range(low, high));
    }

    /**
     * Returns the figure with a named point.
     *
     * @param label stands beside it
     * @param x where
     * @param y where, on the left axis
     * @return the figure
     * @throws IllegalArgumentException if the label is blank or cannot be drawn or a coordinate is not finite
     */
    public Lines mark(String label, double x, double y) {
        return with(Mark.point(label, x, y));
    }

    /**
     * Returns the figure with a named vertical line.
     *
     * @param label stands at its foot
     * @param x where
     * @return the figure
     * @throws IllegalArgumentException if the label is blank or cannot be drawn or x is not finite
     */
    public Lines markX(String label, double x) {
        return with(Mark.vertical(label, x));
    }

    /**
     * Returns the figure with a named horizontal line.
     *
     * @param label stands above its right end
     * @param y where, on the left axis
     * @return the figure
     * @throws IllegalArgumentException if the label is blank or cannot be drawn or y is not finite
     */
    public Lines markY(String label, double y) {
        return with(Mark.horizontal(label, y));
    }

    private Lines with(Mark mark) {
        return with(next -> next.marks =
                Stream.concat(drawing.marks.stream(), Stream.of(mark)).toList());
    }

    /**
     * Returns the figure with a title.
     *
     * @param text the title
     * @return the figure
     * @throws IllegalArgumentException if it is blank or cannot be drawn
     */
    public Lines title(String text) {
        return with(next -> next.title = Check.label("title", text));
    }

    /**
     * Returns the figure in another size; it is 560 x 400 unless told.
     *
     * @param width in CSS pixels, at least 240
     * @param height in CSS pixels, at least 200
     * @return the figure
     * @throws IllegalArgumentException if it is smaller
     */
    public Lines size(int width, int height) {
        return with(next -> {
            next.width = Check.atLeast("width", width, 240);
            next.height = Check.atLeast("height", height, 200);
        });
    }

    private Lines with(Consumer<LinesDrawing> change) {
        LinesDrawing next = drawing.copy();
        change.accept(next);
        next.check();
        return new Lines(next);
    }

    @Override
    public int width() {
        return drawing.width;
    }

    @Override
    public int height() {
        return drawing.height;
    }

    @Override
    public void paint(Graphics2D graphics) {
        drawing.paint(graphics);
    }

    @Override
    public String alternativeText() {
        return drawing.inWords();
    }

    @Override
    public String toString() {
        return alternativeText();
    }
}
