package mml.plot.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The colours, strokes and markers of all figures. */
public final class Ink {
    /** Text, and marks beside data. */
    public static final Color TEXT = new Color(0x222222);
    /** Axes and borders. */
    public static final Color AXIS = new Color(0x555555);

    static final Color GRID = new Color(0xe6e6e6);
    static final int MARKER_SIZE = 9;

    /** Of axes, grids and borders. */
    public static final BasicStroke THIN = new BasicStroke(1);
    /** Of data. */
    public static final BasicStroke LINE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** Of data, dashed. */
    public static final BasicStroke DASHES =
            new BasicStroke(2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {8, 5}, 0);
    /** Of error bars. */
    public static final BasicStroke BAR = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    /** Of lines that help the eye. */
    public static final BasicStroke GUIDE =
            new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {4, 4}, 0);

    /**
     * Colours that people with any of the common forms of colour blindness tell apart; the yellow is left out, which
     * is too pale for a line on white.
     *
     * <p>Source: M. Okabe, K. Ito, Color universal design, 2008.
     */
    private static final List<Color> SERIES = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0x000000),
            new Color(0xe69f00),
            new Color(0x56b4e9));

    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_DOWN);

    private Ink() {}

    /**
     * Returns the colour of a series.
     *
     * @param index counted from 0
     * @return one of seven
     */
    public static Color series(int index) {
        return SERIES.get(index % SERIES.size());
    }

    /**
     * Returns the marker of a series; colour and marker repeat together after 35 series only.
     *
     * @param index counted from 0
     * @return one of five
     */
    public static Marker marker(int index) {
        return MARKERS.get(index % MARKERS.size());
    }

    /**
     * Draws the marker of a series, alone and larger than along its line.
     *
     * @param graphics drawn on, in its colour
     * @param index counted from 0
     * @param x of its middle
     * @param y of its middle
     * @param size its width, in pixels
     */
    public static void paintMarker(Graphics2D graphics, int index, double x, double y, int size) {
        marker(index).paint(graphics, x, y, size);
    }

    /**
     * Returns a colour for areas under lines.
     *
     * @param colour of the line
     * @return the same, nearly transparent
     */
    public static Color faint(Color colour) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 56);
    }
}
