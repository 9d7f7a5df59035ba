package mml.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.DoubleStream;
import mml.math.Check;
import mml.plot.chart.Frame;
import mml.plot.chart.Ink;
import mml.plot.chart.Side;
import mml.plot.chart.Text;
import mml.plot.scale.Numbers;
import mml.plot.scale.Scale;

/** A named point, or a named line where one of the coordinates is NaN. */
record Mark(String label, double x, double y) {
    private static final int RADIUS = 6;
    private static final int GAP = 5;

    static Mark point(String label, double x, double y) {
        return new Mark(Check.label("label", label), Check.finite("x", x), Check.finite("y", y));
    }

    static Mark vertical(String label, double x) {
        return new Mark(Check.label("label", label), Check.finite("x", x), Double.NaN);
    }

    static Mark horizontal(String label, double y) {
        return new Mark(Check.label("label", label), Double.NaN, Check.finite("y", y));
    }

    void check(Scale xScale, Scale yScale) {
        xScale.check("x of \"" + label + "\"", DoubleStream.of(x));
        yScale.check("y of \"" + label + "\"", DoubleStream.of(y));
    }

    /** Draws the line or the ring; labels come later, on top of all lines. */
    void paint(Graphics2D graphics, Frame frame) {
        Rectangle2D area = frame.area();
        graphics.setColor(Ink.TEXT);
        graphics.setStroke(Ink.GUIDE);
        if (Double.isNaN(y)) {
            graphics.draw(new Line2D.Double(frame.x(x), area.getY(), frame.x(x), area.getMaxY()));
        } else if (Double.isNaN(x)) {
            graphics.draw(new Line2D.Double(area.getX(), frame.y(y, Side.LEFT), area.getMaxX(), frame.y(y, Side.LEFT)));
        } else {
            paintRing(graphics, frame.x(x), frame.y(y, Side.LEFT));
        }
    }

    private static void paintRing(Graphics2D graphics, double x, double y) {
        Ellipse2D ring = new Ellipse2D.Double(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
        graphics.setColor(Color.WHITE);
        graphics.fill(ring);
        graphics.setColor(Ink.TEXT);
        graphics.setStroke(Ink.LINE);
        graphics.draw(ring);
    }

    void paintLabel(Graphics2D graphics, Frame frame) {
        Rectangle2D area = frame.area();
        if (Double.isNaN(y)) {
            paintLabel(graphics, area, frame.x(x) + GAP, area.getMaxY() - Text.LINE_HEIGHT);
        } else if (Double.isNaN(x)) {
            paintLabel(graphics, area, area.getMaxX(), frame.y(y, Side.LEFT) - Text.LINE_HEIGHT / 2.0);
        } else {
            paintLabel(graphics, area, frame.x(x) + RADIUS + GAP, frame.y(y, Side.LEFT) - RADIUS - GAP);
        }
    }

    /** Draws the label with its left end at a point, moved so that it lies inside the plot area. */
    private void paintLabel(Graphics2D graphics, Rectangle2D area, double left, double middle) {
        double width = Text.width(label);
        double x = Math.max(area.getX() + GAP, Math.min(left, area.getMaxX() - width - GAP));
        double half = Text.LINE_HEIGHT / 2.0;
        double y = Math.max(area.getY() + half, Math.min(middle, area.getMaxY() - half));
        Text.drawTurned(graphics, label, x + width / 2, y, 0, 5);
    }

    String inWords() {
        if (Double.isNaN(y)) {
            return label + " at " + Numbers.text(x);
        }
        return Double.isNaN(x)
                ? label + " at height " + Numbers.text(y)
                : label + " at (" + Numbers.text(x) + ", " + Numbers.text(y) + ")";
    }
}
