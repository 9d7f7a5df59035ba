package mml.plot.path;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.plot.chart.Frame;
import mml.plot.chart.Ink;
import mml.plot.chart.Text;

/** How a {@link Trail} comes onto the page: in white borders, since it lies on colours. */
record TrailDrawing(Trail trail, int index, double[] xs, double[] ys, double farthest) {
    private static final Color HALO = new Color(255, 255, 255, 220);
    private static final BasicStroke WIDE = new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final int MARKER = 13;
    private static final int RING = 6;
    private static final double SMALL = 2.6;
    private static final double LEAST = 3.5;
    private static final double GREATEST = 8;

    /** The largest dot has the distance {@code farthest}. */
    static TrailDrawing of(Trail trail, Frame frame, int index, double farthest) {
        return new TrailDrawing(trail, index, trail.xs(frame), trail.ys(frame), farthest);
    }

    private boolean isScored() {
        return trail.fidelity().isPresent();
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

    /** Draws the dots, those at both ends of a path without scores excepted: ring and marker stand there. */
    void paintDots(Graphics2D graphics, DoubleToIntFunction colours) {
        int drawn = 0;
        for (int i = 0; i < xs.length; i++) {
            boolean isEnd = i == 0 || i == last();
            if (isEnd ? isScored() : isApart(i, drawn) && isApart(i, last())) {
                paintDot(graphics, i, colours);
                drawn = i;
            }
        }
    }

    private boolean isApart(int i, int other) {
        return Math.hypot(xs[i] - xs[other], ys[i] - ys[other]) >= radius(i) + radius(other);
    }

    private double radius(int i) {
        if (!isScored()) {
            return SMALL;
        }
        double share = farthest == 0 ? 0 : trail.path().offPlane()[i] / farthest;
        return LEAST + (GREATEST - LEAST) * share;
    }

    private void paintDot(Graphics2D graphics, int i, DoubleToIntFunction colours) {
        Ellipse2D dot = circle(xs[i], ys[i], radius(i));
        if (!isScored()) {
            graphics.setColor(colour());
            graphics.fill(dot);
            return;
        }
        boolean isFinite = Double.isFinite(trail.trueScore(i));
        graphics.setColor(isFinite ? new Color(colours.applyAsInt(trail.trueScore(i))) : Color.WHITE);
        graphics.fill(dot);
        graphics.setColor(Ink.TEXT);
        graphics.setStroke(Ink.THIN);
        graphics.draw(dot);
        if (!isFinite) {
            paintCross(graphics, dot.getBounds2D());
        }
    }

    private static void paintCross(Graphics2D graphics, Rectangle2D box) {
        graphics.draw(new Line2D.Double(box.getX(), box.getY(), box.getMaxX(), box.getMaxY()));
        graphics.draw(new Line2D.Double(box.getX(), box.getMaxY(), box.getMaxX(), box.getY()));
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** Draws a ring that the dot of a path with its scores does not cover. */
    void paintStart(Graphics2D graphics) {
        Ellipse2D ring = circle(xs[0], ys[0], Math.max(RING, isScored() ? radius(0) + 2.5 : 0));
        graphics.setColor(Color.WHITE);
        graphics.fill(ring);
        graphics.setColor(colour());
        graphics.setStroke(Ink.LINE);
        graphics.draw(ring);
    }

    /** Draws the marker, larger than the dot of a path with its scores. */
    void paintEnd(Graphics2D graphics) {
        int size = isScored() ? (int) Math.round(2 * radius(last())) + MARKER - 3 : MARKER;
        graphics.setColor(Color.WHITE);
        Ink.paintMarker(graphics, index, xs[last()], ys[last()], size + 4);
        graphics.setColor(colour());
        Ink.paintMarker(graphics, index, xs[last()], ys[last()], size);
    }

    /** Draws the word beside the ring, within the plot area and where no path is, if there is such a place. */
    void paintStartLabel(Graphics2D graphics, Rectangle2D area, List<TrailDrawing> all) {
        double away = Text.width("start") / 2 + GREATEST + 8;
        double over = Text.LINE_HEIGHT / 2.0 + GREATEST + 6;
        List<Point2D> places = Stream.of(
                        new Point2D.Double(xs[0] + away, ys[0]),
                        new Point2D.Double(xs[0] - away, ys[0]),
                        new Point2D.Double(xs[0], ys[0] - over),
                        new Point2D.Double(xs[0], ys[0] + over))
                .<Point2D>map(place -> place)
                .filter(place -> area.contains(word(place)))
                .toList();
        places.stream()
                .filter(place -> all.stream().noneMatch(one -> one.crosses(word(place))))
                .findFirst()
                .or(() -> places.stream().findFirst())
                .ifPresent(place -> Text.drawTurned(graphics, "start", place.getX(), place.getY(), 0, 5));
    }

    private static Rectangle2D word(Point2D middle) {
        double width = Text.width("start") + 6;
        return new Rectangle2D.Double(
                middle.getX() - width / 2, middle.getY() - Text.LINE_HEIGHT / 2.0, width, Text.LINE_HEIGHT);
    }

    private boolean crosses(Rectangle2D box) {
        return IntStream.range(1, xs.length).anyMatch(i -> box.intersectsLine(xs[i - 1], ys[i - 1], xs[i], ys[i]));
    }
}
