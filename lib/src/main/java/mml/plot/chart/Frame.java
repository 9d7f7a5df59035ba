package mml.plot.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import mml.plot.scale.Axis;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A chart of XChart's in its place on the page: plot area, grid, axes, data, and where values lie. */
public final class Frame {
    static final int TICK = 5;
    static final int GAP = 5;

    /** Room for half a number after the plot area. */
    static final int AFTER = 18;
    /** From numbers to the far side of the label. */
    static final int LABEL = 27;

    private static final int ABOVE = Text.LINE_HEIGHT / 2;
    private static final int BELOW = TICK + GAP + 12 + LABEL;

    private final XYChart chart = new XYChart(1, 1);
    private final Rectangle2D box;
    private final Ruler x;
    private final Ruler y;
    private final Ruler right;
    private Rectangle2D area;

    private Frame(Rectangle2D box, Axis x, Axis y, Axis right) {
        this.box = box;
        double height = box.getHeight() - ABOVE - BELOW;
        Room.require(height, "high");
        this.y = Ruler.upright(y, height);
        this.right = right == null ? null : Ruler.uprightAtTheRight(right, height);
        double before = this.y.room();
        double width = box.getWidth() - before - (right == null ? AFTER : this.right.room());
        Room.require(width, "wide");
        this.x = Ruler.level(x, width);
        // near to what XChart will find
        this.area = new Rectangle2D.Double(box.getX() + before, box.getY() + ABOVE, width, height);
        ChartStyle.set(chart, this.x, this.y, this.right, area);
        addOwnGrid();
    }

    /**
     * Lays axes out so that they fill a box.
     *
     * @param box with room for numbers and labels
     * @param x below
     * @param y at the left
     * @param right null if there is one vertical axis
     * @return the frame
     */
    public static Frame in(Rectangle2D box, Axis x, Axis y, Axis right) {
        return new Frame(box, x, y, right);
    }

    /**
     * Lays two axes out at the top of a box so that a unit is as long on both.
     *
     * @param box with room for numbers and labels
     * @param x below
     * @param y at the left
     * @return the frame
     */
    public static Frame inEqualUnits(Rectangle2D box, Axis x, Axis y) {
        Rectangle2D smaller = box;
        Frame frame = in(box, x, y, null);
        for (int i = 0; i < 3; i++) { // other numbers on a shorter axis may take other room
            frame.layOut();
            double unit = Math.min(frame.area.getWidth() / span(x), frame.area.getHeight() / span(y));
            double width = Math.round(smaller.getWidth() - frame.area.getWidth() + unit * span(x));
            double height = Math.round(smaller.getHeight() - frame.area.getHeight() + unit * span(y));
            double left = box.getX() + Math.floor((box.getWidth() - width) / 2);
            smaller = new Rectangle2D.Double(left, box.getY(), width, height);
            frame = in(smaller, x, y, null);
        }
        frame.layOut();
        return frame;
    }

    private static double span(Axis axis) {
        return axis.high() - axis.low();
    }

    /** Adds what XChart's grid has not; it comes first, and so lies under the data. */
    private void addOwnGrid() {
        double[] heights = {y.axis().low(), y.axis().high()};
        double[] widths = {x.axis().low(), x.axis().high()};
        x.ownGrid().forEach(at -> addGridLine("x " + at, new double[] {at, at}, heights));
        y.ownGrid().forEach(at -> addGridLine("y " + at, widths, new double[] {at, at}));
    }

    private void addGridLine(String name, double[] xs, double[] ys) {
        addLine(new Points(name, xs, ys, Side.LEFT), Ink.GRID, Ink.THIN);
    }

    private XYSeries add(Points points) {
        Ruler upright = points.side() == Side.LEFT ? y : right;
        double[] across = Arrays.stream(points.xs()).map(x::place).toArray();
        double[] up = Arrays.stream(points.ys()).map(upright::place).toArray();
        XYSeries series = chart.addSeries(points.name(), across, up);
        series.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Line).setMarker(SeriesMarkers.NONE);
        series.setYAxisGroup(points.side().ordinal());
        return series;
    }

    /**
     * Adds a line through points.
     *
     * @param points its corners
     * @param colour of the line
     * @param stroke not dashed, since XChart begins a dash anew at every point
     */
    public void addLine(Points points, Color colour, BasicStroke stroke) {
        add(points).setLineColor(colour).setLineStyle(stroke);
    }

    /**
     * Adds an area.
     *
     * @param points its corners
     * @param colour of the area
     */
    public void addArea(Points points, Color colour) {
        add(points)
                .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea)
                .setLineStyle(SeriesLines.NONE)
                .setFillColor(colour);
    }

    /**
     * Adds a marker at every point.
     *
     * @param points where
     * @param colour of the markers
     * @param marker the form
     */
    public void addMarkers(Points points, Color colour, Marker marker) {
        add(points)
                .setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
                .setMarker(marker)
                .setMarkerColor(colour);
    }

    /**
     * Returns the plot area.
     *
     * @return before the chart is painted, nearly
     */
    public Rectangle2D area() {
        return area;
    }

    /**
     * Returns where a value lies on the page.
     *
     * @param value of the lower axis
     * @return from the left, in pixels
     */
    public double x(double value) {
        return area.getX() + x.axis().share(value) * area.getWidth();
    }

    /**
     * Returns where a value lies on the page.
     *
     * @param value of a vertical axis
     * @param side which
     * @return from the top, in pixels
     */
    public double y(double value, Side side) {
        return area.getMaxY() - upright(side).share(value) * area.getHeight();
    }

    /**
     * Returns the least value that a vertical axis shows.
     *
     * @param side which
     * @return a finite number
     */
    public double low(Side side) {
        return upright(side).low();
    }

    /**
     * Returns the greatest value that a vertical axis shows.
     *
     * @param side which
     * @return a finite number
     */
    public double high(Side side) {
        return upright(side).high();
    }

    private Axis upright(Side side) {
        return (side == Side.LEFT ? y : right).axis();
    }

    /** Finds the plot area as XChart will, without a trace on the page. */
    private void layOut() {
        Graphics2D nowhere = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        nowhere.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        paintChart(nowhere);
        nowhere.dispose();
    }

    private void paintChart(Graphics2D graphics) {
        double left = box.getX() - ChartStyle.MARGIN;
        double top = box.getY() + ABOVE - ChartStyle.MARGIN;
        int width = (int) box.getWidth() + 2 * ChartStyle.MARGIN - (right == null ? AFTER : 0);
        int height = (int) box.getHeight() - ABOVE + 2 * ChartStyle.MARGIN;
        graphics.translate(left, top);
        chart.paint(graphics, width, height);
        graphics.translate(-left, -top);
        chart.getStyler().setXAxisTickMarkSpacingHint(1); // else all values of a low plot have its middle
        double edge = left + chart.getScreenXFromChart(x.low());
        double upper = top + chart.getScreenYFromChart(y.high());
        area = new Rectangle2D.Double(
                edge,
                upper,
                left + chart.getScreenXFromChart(x.high()) - edge,
                top + chart.getScreenYFromChart(y.low()) - upper);
    }

    /**
     * Draws the chart and what XChart has not: some axes, and labels as text.
     *
     * @param graphics drawn on
     */
    public void paint(Graphics2D graphics) {
        paintChart(graphics);
        if (x.isOwn()) {
            OwnAxis.paintBelow(graphics, x, area);
        }
        if (y.isOwn()) {
            OwnAxis.paintBeside(graphics, y, area, -1);
        }
        if (right != null && right.isOwn()) {
            OwnAxis.paintBeside(graphics, right, area, 1);
        }
        Text.draw(graphics, x.axis().label(), area.getCenterX(), area.getMaxY() + BELOW - 5, 0.5);
        double half = Text.LINE_HEIGHT / 2.0;
        Text.drawTurned(graphics, y.axis().label(), box.getX() + half, area.getCenterY(), -Math.PI / 2, 0);
        if (right != null) {
            double middle = area.getMaxX() + right.room() - half;
            Text.drawTurned(graphics, right.axis().label(), middle, area.getCenterY(), -Math.PI / 2, 0);
        }
    }

    /**
     * Draws the border again, over what has been painted in the plot area.
     *
     * @param graphics drawn on
     */
    public void paintBorder(Graphics2D graphics) {
        graphics.setStroke(Ink.THIN);
        graphics.setColor(Ink.AXIS);
        graphics.draw(area);
    }
}
