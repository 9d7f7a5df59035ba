package mml.plot.plane;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import mml.math.Grid;
import mml.plot.chart.ColourBar;
import mml.plot.chart.Frame;
import mml.plot.chart.Page;
import mml.plot.chart.Swatches;
import mml.plot.chart.Text;
import mml.plot.contour.Colours;
import mml.plot.contour.Interpolation;
import mml.plot.contour.Raster;
import mml.plot.contour.Standing;
import mml.plot.scale.Axis;
import mml.plot.scale.Scale;

/**
 * How grids come onto the page: beside each other, with one colour bar.
 *
 * @param planes what is drawn
 * @param cells how far the plot area reaches beyond the points, in cells
 * @param between the values between points
 * @param fill whether values have their colours
 */
public record PlaneDrawing(Planes planes, double cells, Interpolation between, Fill fill) {
    /** Axes whose spans differ by more do not measure the same thing, and each fills its side. */
    private static final double LIKE_UNITS = 4;

    /** What a page of a notebook shows at full size. */
    private static final int PAGE = 900;
    /** What labels, numbers and titles take in height more than in width. */
    private static final int TALLER = 16;

    private static final int BAR = 110;
    private static final int MARGINS = 16;

    /** What lies under lines. */
    public enum Fill {
        /** The colours of the values. */
        COLOURS,
        /** White, but for the stripes of what is not finite. */
        NONE
    }

    /** What is drawn upon a plane. */
    public interface Overlay {
        /**
         * Paints into the plot area.
         *
         * @param graphics painted on
         * @param frame where values lie
         * @param grid of the plane
         */
        void paint(Graphics2D graphics, Frame frame, Grid grid);
    }

    /**
     * Returns the size of a figure that nobody has told its size.
     *
     * @param count of the planes
     * @return in CSS pixels
     */
    public static Dimension size(int count) {
        if (count == 1) {
            return new Dimension(560, 450);
        }
        int side = (PAGE - BAR - MARGINS) / columns(count);
        return new Dimension(PAGE, rows(count) * (side + TALLER) + MARGINS);
    }

    private static int columns(int count) {
        return count == 4 ? 2 : Math.min(count, 3);
    }

    private static int rows(int count) {
        return (count + columns(count) - 1) / columns(count);
    }

    /**
     * Draws all.
     *
     * @param graphics drawn on
     * @param box for all
     * @param overlay drawn upon each plane
     */
    public void paint(Graphics2D graphics, Rectangle2D box, Overlay overlay) {
        Rectangle2D below = new Swatches(planes.holes()).paint(graphics, box);
        int rows = rows(planes.all().size());
        int columns = columns(planes.all().size());
        Optional<ColourBar> bar = planes.bar().filter(any -> fill == Fill.COLOURS);
        double width =
                (below.getWidth() - bar.map(one -> one.room(below.getHeight())).orElse(0.0)) / columns;
        double height = below.getHeight() / rows;
        Rectangle2D areas = null;
        for (int i = 0; i < planes.all().size(); i++) {
            double left = below.getX() + i % columns * width;
            double top = below.getY() + i / columns * height;
            Rectangle2D area =
                    paint(graphics, planes.all().get(i), new Rectangle2D.Double(left, top, width, height), overlay);
            areas = areas == null ? area : areas.createUnion(area);
        }
        Rectangle2D beside = areas;
        bar.ifPresent(one -> one.paint(graphics, beside));
    }

    private Rectangle2D paint(Graphics2D graphics, Plane plane, Rectangle2D box, Overlay overlay) {
        // a lone one stands over the whole page
        List<String> titles = planes.all().size() == 1
                ? List.of()
                : planes.all().stream().map(Plane::title).toList();
        String title = titles.isEmpty() ? "" : plane.title();
        Frame frame = frame(Page.paintTitle(graphics, box, title, titles), plane.grid());
        frame.paint(graphics);
        if (fill == Fill.COLOURS || !planes.holes().isEmpty()) {
            paintValues(graphics, frame, plane.grid());
        }
        overlay.paint(graphics, frame, plane.grid());
        frame.paintBorder(graphics);
        if (plane.finite().findAny().isEmpty()) {
            Rectangle2D area = frame.area();
            Text.drawTurned(graphics, "no finite value", area.getCenterX(), area.getCenterY(), 0, 8);
        }
        return frame.area();
    }

    /**
     * Returns the frame of a grid in a box.
     *
     * @param box without room for a colour bar
     * @param grid with axes to lay out
     * @return the frame
     */
    Frame frame(Rectangle2D box, Grid grid) {
        Axis x = axis(planes.labels().x(), grid.x());
        Axis y = axis(planes.labels().y(), grid.y());
        double ratio = (x.high() - x.low()) / (y.high() - y.low());
        return ratio > LIKE_UNITS || ratio < 1 / LIKE_UNITS ? Frame.in(box, x, y, null) : Frame.inEqualUnits(box, x, y);
    }

    private Axis axis(String label, Grid.Axis axis) {
        double beyond = cells * (axis.high() - axis.low()) / (axis.count() - 1);
        return new Axis(label, Scale.LINEAR, axis.low() - beyond, axis.high() + beyond);
    }

    private void paintValues(Graphics2D graphics, Frame frame, Grid grid) {
        double columns = grid.x().count() - 1 + 2 * cells;
        double rows = grid.y().count() - 1 + 2 * cells;
        Axis axis = planes.axis().orElse(null);
        Raster.paint(
                graphics,
                frame.area(),
                (x, y) -> between.at(grid, x * columns - cells, y * rows - cells),
                (value, i, j) -> colour(axis, value, i, j));
    }

    private int colour(Axis axis, double value, int i, int j) {
        Colours colours = planes.colours();
        Standing standing = colours.standing(value);
        if (fill == Fill.NONE && Double.isFinite(value)) {
            return 0xffffff;
        }
        return standing == Standing.WITHIN ? colours.at(axis.share(value)) : standing.at(i, j);
    }
}
