package mml.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import mml.math.Check;
import mml.math.Grid;
import mml.plot.chart.Frame;
import mml.plot.chart.Page;
import mml.plot.contour.Colours;
import mml.plot.contour.Interpolation;

/**
 * The values of a grid as colours, one cell for each point, with a colour bar.
 *
 * <p>Immutable: every method returns a new figure. A point without a finite value is grey with oblique lines.
 */
public final class HeatMap implements Figure {
    /** A cell reaches half way to the neighbouring points. */
    private static final double HALF_CELL = 0.5;

    private final Plane plane;
    private final String title;
    private final int width;
    private final int height;

    private HeatMap(Plane plane, String title, int width, int height) {
        this.plane = plane;
        this.title = title;
        this.width = width;
        this.height = height;
    }

    /**
     * Returns the heat map of a grid.
     *
     * @param grid the values; NaN where there is none
     * @param xLabel the horizontal axis: what is measured, with its unit
     * @param yLabel the vertical axis
     * @param valueLabel the colour bar
     * @return the figure
     * @throws IllegalArgumentException if no value is finite, or a label is blank or cannot be drawn
     */
    public static HeatMap of(Grid grid, String xLabel, String yLabel, String valueLabel) {
        return new HeatMap(new Plane(grid, xLabel, yLabel, valueLabel, Colours.FULL), "", 560, 450);
    }

    /**
     * Returns the figure with colours by the logarithm of the values.
     *
     * @return the figure
     * @throws IllegalArgumentException if a value is not positive
     */
    public HeatMap logColours() {
        return new HeatMap(plane.with(plane.colours().logarithmic()), title, width, height);
    }

    /**
     * Returns the figure with a given range of colours, so that several figures can be compared. Values beyond have the
     * colour of the end; an arrow on the colour bar and the text say so.
     *
     * @param low the value of the darkest colour
     * @param high the value of the lightest colour
     * @return the figure
     * @throws IllegalArgumentException unless both are finite, low is less than high, and positive if colours are
     *     logarithmic
     */
    public HeatMap range(double low, double high) {
        return new HeatMap(plane.with(plane.colours().over(low, high)), title, width, height);
    }

    /**
     * Returns the figure with a title.
     *
     * @param text the title
     * @return the figure
     * @throws IllegalArgumentException if it is blank or cannot be drawn
     */
    public HeatMap title(String text) {
        return new HeatMap(plane, Check.label("title", text), width, height);
    }

    /**
     * Returns the figure in another size; it is 560 x 450 unless told.
     *
     * @param newWidth in CSS pixels, at least 240
     * @param newHeight in CSS pixels, at least 200
     * @return the figure
     * @throws IllegalArgumentException if it is smaller
     */
    public HeatMap size(int newWidth, int newHeight) {
        return new HeatMap(
                plane, title, Check.atLeast("newWidth", newWidth, 240), Check.atLeast("newHeight", newHeight, 200));
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
        Page.paint(graphics, new Dimension(width(), height()), title, this::paintIn);
    }

    private void paintIn(Graphics2D graphics, Rectangle2D box) {
        Frame frame = plane.frame(box, HALF_CELL);
        frame.paint(graphics);
        plane.paintValues(graphics, frame, HALF_CELL, Interpolation.NEAREST);
        frame.paintBorder(graphics);
        plane.paintBar(graphics, frame);
    }

    @Override
    public String alternativeText() {
        return (title.isEmpty() ? "" : title + ". ") + "Heat map of " + plane.inWords() + ".";
    }

    @Override
    public String toString() {
        return alternativeText();
    }
}
