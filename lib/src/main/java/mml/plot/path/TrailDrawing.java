package mml.plot.path;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import mml.plot.chart.Frame;
import mml.plot.chart.Ink;
import mml.plot.chart.Text;
import mml.plot.contour.Raster;

/** How a {@link Trail} comes onto the page: in white borders, since it lies on colours. */
record TrailDrawing(Trail trail, int index, double[] xs, double[] ys) {
    private static final Color HALO = new Color(255, 255, 255, 220);
    private static final BasicStroke WIDE = new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final int MARKER = 13;
    private static final int RING = 6;
    private static final double SMALL = 2.6;
    private static final double LEAST = 3.5;
    private static final double GREATEST = 8;

    static TrailDrawing of(Trail trail, Frame frame, int index) {
        return new TrailDrawing(trail, index, trail.xs(frame), trail.ys(frame));
    }

    private Color colour() {
        return Ink.series(index);
    }

    private int last() {
        return xs.length - 1;
    }

    void paintLine(Graphics2D graphics) {
        Path2D line = new Path2D.Double();
        line.moveTo(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            line.lineTo(xs[i], ys[i]);
        }
        graphics.setColor(HALO);
        graphics.setStroke(WIDE);
        graphics.draw(line);
        graphics.setColor(colour());
        graphics.setStroke(Ink.LINE);
        graphics.draw(line);
    }

    void paintDots(Graphics2D graphics, Raster.Colouring colours) {
        int drawn = 0;
        for (int i = 0; i < xs.length; i++) {
            boolean isApart = Math.hypot(xs[i] - xs[drawn], ys[i] - ys[drawn]) >= radius(i) + radius(drawn);
            if (i == 0 || i == last() || isApart) {
                paintDot(graphics, i, colours);
                drawn = i;
            }
        }
    }

    private double radius(int i) {
        return trail.fidelity().isPresent() ? LEAST + (GREATEST - LEAST) * trail.off(i) : SMALL;
    }

    private void paintDot(Graphics2D graphics, int i, Raster.Colouring colours) {
        double radius = radius(i);
        Ellipse2D dot = circle(xs[i], ys[i], radius);
        boolean isScored = trail.fidelity().isPresent();
        boolean isFinite = isScored && Double.isFinite(trail.trueScore(i));
        graphics.setColor(isFinite ? new Color(colours.of(trail.trueScore(i))) : isScored ? Color.WHITE : colour());
        graphics.fill(dot);
        if (isScored) {
            graphics.setColor(Ink.TEXT);
            graphics.setStroke(Ink.THIN);
            graphics.draw(dot);
        }
        if (isScored && !isFinite) {
            graphics.draw(new Line2D.Double(xs[i] - radius, ys[i] - radius, xs[i] + radius, ys[i] + radius));
            graphics.draw(new Line2D.Double(xs[i] - radius, ys[i] + radius, xs[i] + radius, ys[i] - radius));
        }
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Draws a ring, around the dot of a path with its scores. */
    void paintStart(Graphics2D graphics) {
        boolean isScored = trail.fidelity().isPresent();
        Ellipse2D ring = circle(xs[0], ys[0], isScored ? Math.max(RING, radius(0) + 2.5) : RING);
        if (!isScored) {
            graphics.setColor(Color.WHITE);
            graphics.fill(ring);
        }
        graphics.setColor(colour());
        graphics.setStroke(Ink.LINE);
        graphics.draw(ring);
    }

    void paintEnd(Graphics2D graphics) {
        graphics.setColor(Color.WHITE);
        Ink.paintMarker(graphics, index, xs[last()], ys[last()], MARKER + 4);
        graphics.setColor(colour());
        Ink.paintMarker(graphics, index, xs[last()], ys[last()], MARKER);
    }

    /** Draws the word on the side of the ring where the path does not go on, within the plot area. */
    void paintStartLabel(Graphics2D graphics, Rectangle2D area) {
        double half = Text.width("start") / 2;
        double next = xs[Math.min(1, last())];
        double away = (next > xs[0] ? -1 : 1) * (half + GREATEST + 8);
        double x = Math.max(area.getX() + half + 4, Math.min(xs[0] + away, area.getMaxX() - half - 4));
        Text.drawTurned(graphics, "start", x, ys[0], 0, 5);
    }
}
