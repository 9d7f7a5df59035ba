package mml.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mml.landscape.Surface;
import mml.math.Check;
import mml.math.Grid;
import mml.plot.chart.Overlay;
import mml.plot.chart.Page;
import mml.plot.contour.Colours;
import mml.plot.plane.ContourDrawing;
import mml.plot.plane.Labels;
import mml.plot.plane.Levels;
import mml.plot.plane.PlaneDrawing;
import mml.plot.plane.PlaneDrawing.Fill;
import mml.plot.plane.Planes;

/**
 * Labelled lines of equal value of a grid, over its colours: the picture of a loss surface.
 *
 * <p>Immutable: every method returns a new figure. Lines follow from linear interpolation on the edges of the grid's
 * cells; a saddle cell joins its high corners if the mean of its corners is at least the level. Cells with a value that is
 * not finite are left out: stripes of their own, which a legend names, mark NaN and infinity. Unless told, the levels are
 * round numbers.
 */
public final class Contours implements Figure {
    private final Planes planes;
    private final Fill fill;
    private final Levels levels;
    /** Null unless told. */
    private final Dimension size;

    private final List<Overlay> overlays;

    private Contours(Planes planes, Fill fill, Levels levels, Dimension size, List<Overlay> overlays) {
        this.planes = planes;
        this.fill = fill;
        this.levels = levels;
        this.size = size;
        this.overlays = overlays;
    }

    /**
     * Returns the contours of a grid.
     *
     * @param grid the values; NaN where there is none
     * @param xLabel the horizontal axis: what is measured, with its unit
     * @param yLabel the vertical axis
     * @param valueLabel the colour bar
     * @return the figure
     * @throws IllegalArgumentException if a label is blank or cannot be drawn
     */
    public static Contours of(Grid grid, String xLabel, String yLabel, String valueLabel) {
        return of(grid, new Labels(xLabel, yLabel, valueLabel));
    }

    /**
     * Returns the contours of one score of a surface. If that is not complete, the values of points that are waiting are
     * interpolated, and how many of them there are is said beside the colours.
     *
     * @param surface of any objective
     * @param score the score's name, such as {@code "loss"}
     * @param xLabel the direction of {@code a}
     * @param yLabel the direction of {@code b}
     * @return the figure
     * @throws IllegalArgumentException if there is no such score, or a label is blank or cannot be drawn
     */
    public static Contours of(Surface surface, String score, String xLabel, String yLabel) {
        Surface.Preview preview = surface.preview(score);
        return of(preview.grid(), new Labels(xLabel, yLabel, score, preview.note()));
    }

    private static Contours of(Grid grid, Labels labels) {
        return new Contours(Planes.of(grid, labels, Colours.PALE), Fill.COLOURS, Levels.ROUND, null, List.of());
    }

    /**
     * Returns the figure with one more grid beside: both have one colour scale, one colour bar and the same levels. The
     * title of the figure becomes that of the first.
     *
     * @param title of the one more
     * @param grid over the same axes, of any resolution
     * @return the figure, as wide as a page unless told
     * @throws IllegalArgumentException if it reaches over other axes, or its title is blank or cannot be drawn
     */
    public Contours beside(String title, Grid grid) {
        return with(planes.beside(title, grid));
    }

    private Contours with(Planes other) {
        return new Contours(other, fill, levels, size, overlays);
    }

    /**
     * Returns the figure with lines at given levels.
     *
     * @param values finite, at least one; in any order
     * @return the figure
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public Contours levels(double... values) {
        return at(Levels.of(values));
    }

    private Contours at(Levels other) {
        return new Contours(planes, fill, other, size, overlays);
    }

    /**
     * Returns the figure with lines at equal steps: {@code low, low + step, ...}, below {@code high}.
     *
     * @param low the first level
     * @param high none is at or above it
     * @param step from one to the next, positive
     * @return the figure
     * @throws IllegalArgumentException unless low is less than high and the step is positive, all finite, with at most
     *     1000 levels
     */
    public Contours levelsFrom(double low, double high, double step) {
        return at(Levels.from(low, high, step));
    }

    /**
     * Returns the figure with lines at 0.1, 0.6, ..., 9.6, whatever the values: so pictures of several nets can be compared.
     *
     * <p>Source: Li, Xu, Taylor, Studer, Goldstein (2018), Visualizing the loss landscape of neural nets, defaults of its code.
     *
     * @return the figure
     */
    public Contours paperLevels() {
        return levelsFrom(0.1, 10, 0.5);
    }

    /**
     * Returns the figure with lines that cut the grid's values into parts of equal number, which shows the form of a
     * surface whatever its range.
     *
     * @param count how many levels, at least 1
     * @return the figure
     * @throws IllegalArgumentException if the count is not from 1 to 1000
     */
    public Contours quantiles(int count) {
        return at(Levels.quantiles(count));
    }

    /**
     * Returns the figure with coloured lines on white, without colours under them.
     *
     * @return the figure
     */
    public Contours linesOnly() {
        return new Contours(planes, Fill.NONE, levels, size, overlays);
    }

    /**
     * Returns the figure with colours by the logarithm of the values. Those that are not positive are clipped in the drawing,
     * which stripes, a cap on the colour bar and the text say.
     *
     * @return the figure
     * @throws IllegalArgumentException if there are values but none is positive, or the range given is not
     */
    public Contours logColours() {
        return with(planes.with(planes.colours().logarithmic()));
    }

    /**
     * Returns the figure with a given range of colours, so that several figures can be compared. Values beyond are clipped in
     * the drawing, which stripes, a cap on the colour bar and the text say.
     *
     * @param low the value of the darkest colour
     * @param high the value of the lightest colour
     * @return the figure
     * @throws IllegalArgumentException unless both are finite, low is less than high, and positive if colours are
     *     logarithmic
     */
    public Contours range(double low, double high) {
        return with(planes.with(planes.colours().over(low, high)));
    }

    /**
     * Returns the figure with something drawn over it, such as a path, above what is there.
     *
     * @param overlay in the coordinates of the grid
     * @return the figure
     */
    public Contours over(Overlay overlay) {
        List<Overlay> all = Stream.concat(overlays.stream(), Stream.of(overlay)).toList();
        return new Contours(planes, fill, levels, size, all);
    }

    /**
     * Returns the figure with colours from the least value to a given one. Values beyond are clipped in the drawing, which
     * stripes, a cap on the colour bar and the text say.
     *
     * @param high the value of the lightest colour
     * @return the figure
     * @throws IllegalArgumentException unless it is finite, and positive if colours are logarithmic
     */
    public Contours clip(double high) {
        return with(planes.with(planes.colours().upTo(high)));
    }

    /**
     * Returns the figure with a title.
     *
     * @param text the title
     * @return the figure
     * @throws IllegalArgumentException if it is blank or cannot be drawn
     */
    public Contours title(String text) {
        return with(planes.titled(text));
    }

    /**
     * Returns the whole figure in another size; one grid is 560 x 450 unless told.
     *
     * @param newWidth in CSS pixels, at least 240
     * @param newHeight in CSS pixels, at least 200
     * @return the figure
     * @throws IllegalArgumentException if it is smaller
     */
    public Contours size(int newWidth, int newHeight) {
        Check.atLeast("newWidth", newWidth, 240);
        Check.atLeast("newHeight", newHeight, 200);
        return new Contours(planes, fill, levels, new Dimension(newWidth, newHeight), overlays);
    }

    @Override
    public int width() {
        return dimension().width;
    }

    @Override
    public int height() {
        return dimension().height;
    }

    private Dimension dimension() {
        return size == null ? PlaneDrawing.size(planes.all().size()) : size;
    }

    @Override
    public void paint(Graphics2D graphics) {
        String title = planes.all().size() == 1 ? planes.all().get(0).title() : "";
        Page.paint(
                graphics,
                dimension(),
                title,
                new ContourDrawing(planes, fill, levels.among(planes), overlays)::paintIn);
    }

    @Override
    public String alternativeText() {
        return planes.titleInWords() + "Contours of " + planes.inWords() + "; " + levels.inWords(planes) + "."
                + overlays.stream()
                        .map(overlay -> " " + overlay.inWords() + ".")
                        .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return alternativeText();
    }
}
