package mml.plot.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import mml.plot.contour.Colours;
import mml.plot.contour.Raster;
import mml.plot.contour.Standing;
import mml.plot.scale.Axis;

/**
 * The colours of values, with their axis; a cap at an end says that values are clipped there.
 *
 * @param axis of the values
 * @param colours of the values
 * @param clipped the ends that have a cap
 */
public record ColourBar(Axis axis, Colours colours, List<Standing> clipped) {
    private static final int WIDTH = 20;
    private static final int DISTANCE = 16;
    /** High enough for its words to lie clear of the number at the end of the bar. */
    private static final int CAP = 22;
    /** Enough for most numbers, so that planes beside each other have one size. */
    private static final int ROOM = 90;

    /**
     * Returns the width that the bar with its axis takes beside a frame.
     *
     * @param height of the frame
     * @return in pixels
     */
    public double room(double height) {
        double words = clipped.stream()
                .mapToDouble(standing -> Text.width(inWords(standing)) + Frame.GAP)
                .max()
                .orElse(0);
        double beside =
                Math.max(words, Math.max(ROOM, Ruler.upright(axis, height).room()));
        return DISTANCE + WIDTH + beside - Frame.AFTER;
    }

    private String inWords(Standing standing) {
        return standing.inWords(colours.end(standing));
    }

    /**
     * Draws the bar.
     *
     * @param graphics drawn on
     * @param beside the plot area at the left of the bar
     */
    public void paint(Graphics2D graphics, Rectangle2D beside) {
        int top = clipped.contains(Standing.ABOVE) ? CAP : 0;
        int bottom = clipped.contains(Standing.BELOW) ? CAP : 0;
        double left = beside.getMaxX() + DISTANCE;
        Rectangle2D area = new Rectangle2D.Double(left, beside.getY() + top, WIDTH, beside.getHeight() - top - bottom);
        Raster.paint(graphics, area, (x, y) -> y, (share, i, j) -> colours.at(share));
        paintBorder(graphics, area);
        if (top > 0) {
            paintCap(graphics, Standing.ABOVE, new Rectangle2D.Double(left, beside.getY(), WIDTH, CAP));
        }
        if (bottom > 0) {
            paintCap(graphics, Standing.BELOW, new Rectangle2D.Double(left, area.getMaxY(), WIDTH, CAP));
        }
        paintAxis(graphics, area);
    }

    private void paintAxis(Graphics2D graphics, Rectangle2D area) {
        Ruler ruler = Ruler.upright(axis, area.getHeight());
        OwnAxis.paintBeside(graphics, ruler, area, 1);
        double middle = area.getMaxX() + ruler.room() - Text.LINE_HEIGHT / 2.0;
        Text.drawTurned(graphics, axis.label(), middle, area.getCenterY(), -Math.PI / 2, 0);
    }

    private void paintCap(Graphics2D graphics, Standing standing, Rectangle2D cap) {
        Raster.paint(graphics, cap, (x, y) -> 0, (value, i, j) -> standing.at(i, j));
        paintBorder(graphics, cap);
        // away from the number at the end of the bar
        double shift = standing == Standing.ABOVE ? -6 : 6;
        Text.draw(graphics, inWords(standing), cap.getMaxX() + Frame.GAP, cap.getCenterY() + Text.MIDDLE + shift, 0);
    }

    private static void paintBorder(Graphics2D graphics, Rectangle2D area) {
        graphics.setStroke(Ink.THIN);
        graphics.setColor(Ink.AXIS);
        graphics.draw(area);
    }
}
