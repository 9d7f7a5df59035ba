package mml.plot.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import mml.plot.contour.Raster;
import mml.plot.scale.Axis;

/**
 * The colours of values, with their axis; an arrow at an end says that values lie beyond it.
 *
 * @param axis of the values
 * @param colours 0xrrggbb of a share of the axis
 * @param isExceededBelow whether the lower end has an arrow
 * @param isExceededAbove whether the upper end has an arrow
 */
public record ColourBar(Axis axis, Raster.Colouring colours, boolean isExceededBelow, boolean isExceededAbove) {
    private static final int WIDTH = 20;
    private static final int DISTANCE = 16;
    private static final int ARROW = 12;
    /** Enough for most numbers, so that planes beside each other have one size. */
    private static final int ROOM = 90;

    /**
     * Returns the width that a bar with its axis takes beside a frame.
     *
     * @param axis of the values
     * @param height of the frame
     * @return in pixels
     */
    public static double room(Axis axis, double height) {
        return DISTANCE + WIDTH + Math.max(ROOM, Ruler.upright(axis, height).room()) - Frame.AFTER;
    }

    /**
     * Draws the bar.
     *
     * @param graphics drawn on
     * @param beside the plot area at the left of the bar
     */
    public void paint(Graphics2D graphics, Rectangle2D beside) {
        double top = isExceededAbove ? ARROW : 0;
        double bottom = isExceededBelow ? ARROW : 0;
        Rectangle2D area = new Rectangle2D.Double(
                beside.getMaxX() + DISTANCE, beside.getY() + top, WIDTH, beside.getHeight() - top - bottom);
        Raster.paint(graphics, area, (x, y) -> y, colours);
        paintArrow(graphics, area, area.getY(), -top, colours.of(1));
        paintArrow(graphics, area, area.getMaxY(), bottom, colours.of(0));
        graphics.setStroke(Ink.THIN);
        graphics.setColor(Ink.AXIS);
        graphics.draw(area);
        paintAxis(graphics, area);
    }

    private void paintAxis(Graphics2D graphics, Rectangle2D area) {
        Ruler ruler = Ruler.upright(axis, area.getHeight());
        OwnAxis.paintBeside(graphics, ruler, area, 1);
        double middle = area.getMaxX() + ruler.room() - Text.LINE_HEIGHT / 2.0;
        Text.drawTurned(graphics, axis.label(), middle, area.getCenterY(), -Math.PI / 2, 0);
    }

    private static void paintArrow(Graphics2D graphics, Rectangle2D area, double base, double length, int colour) {
        if (length != 0) {
            Path2D arrow = new Path2D.Double();
            arrow.moveTo(area.getX(), base);
            arrow.lineTo(area.getCenterX(), base + length);
            arrow.lineTo(area.getMaxX(), base);
            arrow.closePath();
            graphics.setColor(new Color(colour));
            graphics.fill(arrow);
            graphics.setStroke(Ink.THIN);
            graphics.setColor(Ink.AXIS);
            graphics.draw(arrow);
        }
    }
}
