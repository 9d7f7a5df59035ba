package mml.plot.solid;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import mml.landscape.Surface;
import mml.math.Check;
import mml.math.Grid;
import mml.plot.Figure;
import mml.plot.chart.ColourBar;
import mml.plot.chart.Page;
import mml.plot.chart.Swatches;
import mml.plot.chart.Text;
import mml.plot.contour.Colours;
import mml.plot.plane.Labels;
import mml.plot.plane.Planes;

/**
 * The values of a grid as heights over a plane, in three dimensions, with their colours.
 *
 * <p>Immutable: every method returns a new figure. As a picture it is seen from one side; in JupyterLab and in exported pages,
 * where scripts may run, it is turned with the mouse or with sliders. Cells with a value that is not finite are holes, whose
 * places on the floor are marked, NaN and infinity apart. Scale and clipping change the drawing, never the values.
 */
public final class SurfacePlot implements Figure {
    /** What a frame leaves free at its right, which a bar counts on. */
    private static final int BEFORE_BAR = 18;

    private final Planes planes;
    private final Dimension size;

    private SurfacePlot(Planes planes, Dimension size) {
        this.planes = planes;
        this.size = size;
    }

    /**
     * Returns the surface over a grid.
     *
     * @param grid the values; NaN where there is none
     * @param xLabel the first axis of the floor: what is measured, with its unit
     * @param yLabel the second axis of the floor
     * @param valueLabel the heights
     * @return the figure
     * @throws IllegalArgumentException if a label is blank or cannot be drawn
     */
    public static SurfacePlot of(Grid grid, String xLabel, String yLabel, String valueLabel) {
        return of(grid, new Labels(xLabel, yLabel, valueLabel));
    }

    private static SurfacePlot of(Grid grid, Labels labels) {
        return new SurfacePlot(Planes.of(grid, labels, Colours.FULL), new Dimension(640, 480));
    }

    /**
     * Returns the surface of one score of a loss surface; if that is not complete, with interpolated values as in
     * {@link mml.plot.Figures#of(Surface, String)}.
     *
     * @param surface of any objective
     * @param score the score's name, such as {@code "loss"}
     * @return heights over the coordinates {@code a} and {@code b}
     * @throws IllegalArgumentException if there is no such score
     */
    public static SurfacePlot of(Surface surface, String score) {
        Surface.Preview preview = surface.preview(score);
        return of(preview.grid(), new Labels("a", "b", score, preview.note()));
    }

    private SurfacePlot with(Planes other) {
        return new SurfacePlot(other, size);
    }

    /**
     * Returns the figure with heights and colours by the logarithm of the values. Those that are not positive are clipped in
     * the drawing, at the floor of the box, which another colour, a cap on the colour bar and the text say.
     *
     * @return the figure
     * @throws IllegalArgumentException if there are values but none is positive, or the range given is not
     */
    public SurfacePlot logarithmic() {
        return with(planes.with(planes.colours().logarithmic()));
    }

    /**
     * Returns the figure with a given range of heights and colours, so that several figures can be compared. Values beyond are
     * clipped in the drawing, flat, which another colour, a cap on the colour bar and the text say.
     *
     * @param low the value at the floor of the box
     * @param high the value at its top
     * @return the figure
     * @throws IllegalArgumentException unless both are finite, low is less than high, and positive if heights are logarithmic
     */
    public SurfacePlot range(double low, double high) {
        return with(planes.with(planes.colours().over(low, high)));
    }

    /**
     * Returns the figure with heights and colours from the least value to a given one. Values beyond are clipped in the
     * drawing, flat, which another colour, a cap on the colour bar and the text say.
     *
     * @param high the value at the top of the box
     * @return the figure
     * @throws IllegalArgumentException unless it is finite, and positive if heights are logarithmic
     */
    public SurfacePlot clip(double high) {
        return with(planes.with(planes.colours().upTo(high)));
    }

    /**
     * Returns the figure with a title.
     *
     * @param text the title
     * @return the figure
     * @throws IllegalArgumentException if it is blank or cannot be drawn
     */
    public SurfacePlot title(String text) {
        return with(planes.titled(text));
    }

    /**
     * Returns the figure in another size; it is 640 x 480 unless told.
     *
     * @param newWidth in CSS pixels, at least 320
     * @param newHeight in CSS pixels, at least 280
     * @return the figure
     * @throws IllegalArgumentException if it is smaller
     */
    public SurfacePlot size(int newWidth, int newHeight) {
        Check.atLeast("newWidth", newWidth, 320);
        Check.atLeast("newHeight", newHeight, 280);
        return new SurfacePlot(planes, new Dimension(newWidth, newHeight));
    }

    @Override
    public int width() {
        return size.width;
    }

    @Override
    public int height() {
        return size.height;
    }

    Planes planes() {
        return planes;
    }

    Relief relief() {
        return new Relief(
                planes.all().get(0).grid(), planes.colours(), planes.axis().orElse(null));
    }

    @Override
    public void paint(Graphics2D graphics) {
        Page.paint(graphics, size, planes.all().get(0).title(), this::paintIn);
    }

    private void paintIn(Graphics2D graphics, Rectangle2D box) {
        Rectangle2D below = new Swatches(planes.holes()).paint(graphics, box);
        Optional<ColourBar> bar = planes.bar();
        double spare = bar.map(one -> one.room(below.getHeight())).orElse(0.0);
        Rectangle area = new Rectangle2D.Double(below.getX(), below.getY(), below.getWidth() - spare, below.getHeight())
                .getBounds();
        Relief relief = relief();
        View view = BoxDrawing.view(area, relief);
        BoxDrawing frame = new BoxDrawing(relief, planes.labels(), view);
        frame.paintBehind(graphics);
        new ReliefDrawing(relief, view).paint(graphics, area);
        frame.paintAxes(graphics);
        bar.ifPresent(one -> one.paint(graphics, besideBar(area)));
        if (bar.isEmpty()) {
            Text.drawTurned(graphics, "no finite value", area.getCenterX(), area.getCenterY(), 0, 8);
        }
    }

    /** The bar is not as high as the box of the page: it stands beside the surface. */
    private static Rectangle2D besideBar(Rectangle area) {
        double margin = 0.12 * area.height;
        return new Rectangle2D.Double(area.x, area.y + margin, area.width - BEFORE_BAR, area.height - 2 * margin);
    }

    @Override
    public String alternativeText() {
        return planes.titleInWords() + "Surface of " + planes.inWords() + ".";
    }

    /**
     * Returns the figure as a part of a page: the picture with a sentence, which a script replaces by a surface to turn, if the
     * page has plotly.js or the server of JupyterLab does.
     *
     * @return a {@code div} element that needs no network and has no id, so that one page can hold it twice
     */
    public String turnable() {
        return Turnable.html(this);
    }

    @Override
    public String toString() {
        return alternativeText();
    }
}
