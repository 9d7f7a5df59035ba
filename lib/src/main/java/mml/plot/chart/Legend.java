package mml.plot.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;

/**
 * Names with samples of their ink, in rows above the plot area, where they cover no data.
 *
 * <p>XChart's legend breaks no row, and sets names with and without descenders on different base lines.
 *
 * @param entries in order; none leaves no trace
 */
public record Legend(List<Entry> entries) {
    private static final int SAMPLE = 34;
    private static final int GAP = 7;
    private static final int BETWEEN = 22;

    /**
     * A name with its ink.
     *
     * @param name of a series
     * @param colour of the series
     * @param stroke null if it has no line
     * @param marker of the series
     * @param layers how many areas lie under it, one over the other
     */
    public record Entry(String name, Color colour, BasicStroke stroke, Marker marker, int layers) {
        double width() {
            return SAMPLE + GAP + Text.width(name);
        }
    }

    /**
     * Draws the rows at the top of a box.
     *
     * @param graphics drawn on
     * @param box for legend and chart
     * @return the box below the rows
     */
    public Rectangle2D paint(Graphics2D graphics, Rectangle2D box) {
        if (entries.isEmpty()) {
            return box;
        }
        double x = box.getX() + GAP;
        double y = box.getY() + 4;
        for (Entry entry : entries) {
            if (x > box.getX() + GAP && x + entry.width() > box.getMaxX()) {
                x = box.getX() + GAP;
                y += Text.LINE_HEIGHT;
            }
            paint(graphics, entry, x, y + Text.LINE_HEIGHT / 2.0);
            x += entry.width() + BETWEEN;
        }
        double bottom = y + Text.LINE_HEIGHT;
        return new Rectangle2D.Double(box.getX(), bottom, box.getWidth(), box.getMaxY() - bottom);
    }

    private static void paint(Graphics2D graphics, Entry entry, double x, double y) {
        graphics.setColor(Ink.faint(entry.colour()));
        for (int layer = 0; layer < entry.layers(); layer++) {
            graphics.fill(new Rectangle2D.Double(x, y - 7, SAMPLE, 14));
        }
        graphics.setColor(entry.colour());
        if (entry.stroke() != null) {
            graphics.setStroke(entry.stroke());
            graphics.draw(new Line2D.Double(x, y, x + SAMPLE, y));
        }
        entry.marker().paint(graphics, x + SAMPLE / 2.0, y, Ink.MARKER_SIZE);
        Text.draw(graphics, entry.name(), x + SAMPLE + GAP, y + Text.MIDDLE, 0);
    }
}
