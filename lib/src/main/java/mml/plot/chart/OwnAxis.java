package mml.plot.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import mml.plot.scale.Ticks;

/** The axes that XChart cannot draw well, logarithmic and very short ones, and those of colour bars. */
final class OwnAxis {
    private OwnAxis() {}

    /** Draws ticks and numbers below an area. */
    static void paintBelow(Graphics2D graphics, Ruler ruler, Rectangle2D area) {
        double bottom = area.getMaxY();
        for (Ticks.Tick tick : ruler.ticks()) {
            double at = area.getX() + ruler.axis().share(tick.value()) * area.getWidth();
            paintTick(graphics, new Line2D.Double(at, bottom, at, bottom + length(tick)));
            Text.draw(graphics, Text.withMinus(tick.label()), at, bottom + Frame.TICK + Frame.GAP + 12, 0.5);
        }
    }

    /** Draws ticks and numbers beside an area, at its left (-1) or its right (1). */
    static void paintBeside(Graphics2D graphics, Ruler ruler, Rectangle2D area, int side) {
        double edge = side < 0 ? area.getX() : area.getMaxX();
        for (Ticks.Tick tick : ruler.ticks()) {
            double at = area.getMaxY() - ruler.axis().share(tick.value()) * area.getHeight();
            paintTick(graphics, new Line2D.Double(edge, at, edge + side * length(tick), at));
            double number = edge + side * (Frame.TICK + Frame.GAP);
            Text.draw(graphics, Text.withMinus(tick.label()), number, at + Text.MIDDLE, side < 0 ? 1 : 0);
        }
    }

    private static void paintTick(Graphics2D graphics, Line2D line) {
        graphics.setStroke(Ink.THIN);
        graphics.setColor(Ink.AXIS);
        graphics.draw(line);
    }

    private static double length(Ticks.Tick tick) {
        return tick.label().isEmpty() ? Frame.TICK / 2.0 : Frame.TICK;
    }
}
