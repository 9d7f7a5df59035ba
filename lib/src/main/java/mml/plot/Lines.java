package mml.plot;

import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
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
public final class Lines implements Figure, Cloneable {
    /** How the points of a series are drawn. */
    public enum Style {
        /** Joined by a line. */
        LINE,
        /** Joined by a dashed line. */
        DASHED,
        /** Each as a marker. */
        POINTS
    }

    // set only on a copy, before anybody else sees it
    final String xLabel;
    final String yLabel;
    String rightLabel = "";
    String title = "";
    Scale xScale = Scale.LINEAR;
    Scale yScale = Scale.LINEAR;
    double[] yRange;
    List<Series> series = List.of();
    List<Mark> marks = List.of();
    private int width = 560;
    private int height = 400;

    private Lines(String xLabel, String yLabel) {
        this.xLabel = Check.notBlank("xLabel", xLabel);
        this.yLabel = Check.notBlank("yLabel", yLabel);
    }

    /**
     * Returns a figure without curves yet.
     *
     * @param xLabel the horizontal axis: what is measured, with its unit
     * @param yLabel the vertical axis: what is measured, with its unit
     * @return the figure
     * @throws IllegalArgumentException if a label is blank
     */
    public static Lines of(String xLabel, String yLabel) {
        return new Lines(xLabel, yLabel);
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
        Check.notBlank("label", label);
        Check.that(
                rightLabel.isEmpty() || rightLabel.equals(label),
                "label of the right axis must be one for all curves, was \"%s\" after \"%s\"",
                label,
                rightLabel);
        return with(Series.of(name, xs, ys, Style.DASHED, Side.RIGHT)).with(next -> next.rightLabel = label);
    }

    private Lines with(Series added) {
        Check.that(
                series.stream().noneMatch(other -> other.name().equals(added.name())),
                "name must differ from those of other series, was \"%s\" twice",
                added.name());
        return with(next -> next.series = and(series, added));
    }

    /**
     * Returns the figure with a band, say of quartiles, around a curve.
     *
     * @param name of a curve that is there
     * @param low the lower ends over the curve's xs; copied
     * @param high the upper ends; copied
     * @return the figure
     * @throws IllegalArgumentException if there is no such curve, the lengths differ from its own, or low exceeds high
     */
    public Lines band(String name, double[] low, double[] high) {
        Check.that(
                series.stream().anyMatch(other -> other.name().equals(name)),
                "name must be that of a series, was \"%s\"",
                name);
        return with(next -> next.series = series.stream()
                .map(one -> one.name().equals(name) ? one.withBand(low, high) : one)
                .toList());
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
        Check.finite("low", low);
        Check.finite("high", high);
        Check.that(low < high, "low must be less than high, were %s and %s", low, high);
        return with(next -> next.yRange = new double[] {low, high});
    }

    /**
     * Returns the figure with a named point.
     *
     * @param label stands beside it
     * @param x where
     * @param y where, on the left axis
     * @return the figure
     * @throws IllegalArgumentException if the label is blank or a coordinate is not finite
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
     * @throws IllegalArgumentException if the label is blank or x is not finite
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
     * @throws IllegalArgumentException if the label is blank or y is not finite
     */
    public Lines markY(String label, double y) {
        return with(Mark.horizontal(label, y));
    }

    private Lines with(Mark mark) {
        return with(next -> next.marks = and(marks, mark));
    }

    private static <T> List<T> and(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }

    /**
     * Returns the figure with a title.
     *
     * @param text the title
     * @return the figure
     * @throws IllegalArgumentException if it is blank
     */
    public Lines title(String text) {
        return with(next -> next.title = Check.notBlank("title", text));
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

    /** Returns a changed copy; checks what depends on the order of calls, so that it may be any: scales against values. */
    private Lines with(Consumer<Lines> change) {
        Lines next = copy();
        change.accept(next);
        next.series.forEach(one -> one.check(next.xScale, next.yScale));
        next.marks.forEach(mark -> mark.check(next.xScale, next.yScale));
        next.yScale.check("range of y", next.yRange == null ? DoubleStream.empty() : DoubleStream.of(next.yRange));
        return next;
    }

    private Lines copy() {
        try {
            return (Lines) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("this class can be cloned", e);
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void paint(Graphics2D graphics) {
        new LinesDrawing(this).paint(graphics);
    }

    @Override
    public String alternativeText() {
        return new LinesDrawing(this).inWords();
    }

    @Override
    public String toString() {
        return alternativeText();
    }
}
