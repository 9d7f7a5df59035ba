package mml.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import mml.math.Check;
import mml.math.Grid;
import mml.plot.chart.Page;
import mml.plot.contour.Colours;
import mml.plot.contour.Interpolation;
import mml.plot.plane.Labels;
import mml.plot.plane.PlaneDrawing;
import mml.plot.plane.PlaneDrawing.Fill;
import mml.plot.plane.Planes;

/**
 * The values of a grid as colours, one cell for each point, with a colour bar.
 *
 * <p>Immutable: every method returns a new figure. A point without a finite value has
 * stripes of its own, which a legend names, one kind for NaN and one for infinity.
 */
public final class HeatMap implements Figure {
    /** A cell reaches half way to the neighbouring points. */
    private static final double HALF_CELL = 0.5;

    private final Planes planes;
    /** Null unless told. */
    private final Dimension size;

    private HeatMap(Planes planes, Dimension size) {
        this.planes = planes;
        this.size = size;
    }

    /**
     * Returns the heat map of a grid.
     *
     * @param grid the values; NaN where there is none
     * @param xLabel the horizontal axis: what is measured, with its unit
     * @param yLabel the vertical axis
     * @param valueLabel the colour bar
     * @return the figure
     * @throws IllegalArgumentException if a label is blank or cannot be drawn
     */
    public static HeatMap of(Grid grid, String xLabel, String yLabel, String valueLabel) {
        return new HeatMap(Planes.of(grid, new Labels(xLabel, yLabel, valueLabel), Colours.FULL), null);
    }

    /**
     * Returns the figure with one more grid beside: both have one colour scale and one colour bar. The title of the figure
     * becomes that of the first.
     *
     * @param title of the one more
     * @param grid over the same axes, of any resolution
     * @return the figure, as wide as a page unless told
     * @throws IllegalArgumentException if it reaches over other axes, or its title is blank or cannot be drawn
     */
    public HeatMap beside(String title, Grid grid) {
        return new HeatMap(planes.beside(title, grid), size);
    }

    /**
     * Returns the figure with colours by the logarithm of the values. Those that are not positive are clipped in the drawing,
     * which stripes, a cap on the colour bar and the text say.
     *
     * @return the figure
     * @throws IllegalArgumentException if there are values but none is positive, or the range given is not
     */
    public HeatMap logColours() {
        return new HeatMap(planes.with(planes.colours().logarithmic()), size);
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
    public HeatMap range(double low, double high) {
        return new HeatMap(planes.with(planes.colours().over(low, high)), size);
    }

    /**
     * Returns the figure with colours from the least value to a given one. Values beyond are clipped in the drawing, which
     * stripes, a cap on the colour bar and the text say.
     *
     * @param high the value of the lightest colour
     * @return the figure
     * @throws IllegalArgumentException unless it is finite, and positive if colours are logarithmic
     */
    public HeatMap clip(double high) {
        return new HeatMap(planes.with(planes.colours().upTo(high)), size);
    }

    /**
     * Returns the figure with a title.
     *
     * @param text the title
     * @return the figure
     * @throws IllegalArgumentException if it is blank or cannot be drawn
     */
    public HeatMap title(String text) {
        return new HeatMap(planes.titled(text), size);
    }

    /**
     * Returns the whole figure in another size; one grid is 560 x 450 unless told.
     *
     * @param newWidth in CSS pixels, at least 240
     * @param newHeight in CSS pixels, at least 200
     * @return the figure
     * @throws IllegalArgumentException if it is smaller
     */
    public HeatMap size(int newWidth, int newHeight) {
        Check.atLeast("newWidth", newWidth, 240);
        Check.atLeast("newHeight", newHeight, 200);
        return new HeatMap(planes, new Dimension(newWidth, newHeight));
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
        Page.paint(graphics, dimension(), title, this::paintIn);
    }

    private void paintIn(Graphics2D graphics, Rectangle2D box) {
        new PlaneDrawing(planes, HALF_CELL, Interpolation.NEAREST, Fill.COLOURS)
                .paint(graphics, box, (own, frame, grid) -> {});
    }

    @Override
    public String alternativeText() {
        return planes.titleInWords() + "Heat map of " + planes.inWords() + ".";
    }

    @Override
    public String toString() {
        return alternativeText();
    }
}
