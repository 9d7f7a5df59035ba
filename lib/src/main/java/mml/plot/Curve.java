package mml.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.knowm.xchart.style.markers.Marker;

/** A series as it is drawn: in its colour, with its markers, {@code phase} pixels after the start. */
record Curve(Series series, Color colour, Marker marker, double phase) {
    /** Pixels from one marker of a line to the next: enough to tell lines apart, too few to hide them. */
    private static final double MARKER_DISTANCE = 70;

    /** Returns the name in the legend. */
    String name() {
        return series.side() == Series.Side.RIGHT ? series.name() + " (right)" : series.name();
    }

    /** Adds band, line and markers; a dashed line comes later. */
    void addTo(Frame frame) {
        if (series.low() != null) {
            frame.addArea(
                    "band of " + name(),
                    closed(series.xs(), series.xs()),
                    closed(series.low(), series.high()),
                    series.side(),
                    Ink.faint(colour));
        }
        if (series.style() == Lines.Style.LINE) {
            frame.add("line of " + name(), series.xs(), series.ys(), series.side())
                    .setLineColor(colour)
                    .setLineStyle(Ink.LINE);
        }
        frame.add("markers of " + name(), twice(series.xs()), marked(frame), series.side())
                .setMarker(marker)
                .setMarkerColor(colour);
    }

    /** Returns the stroke, null for points. */
    BasicStroke stroke() {
        return switch (series.style()) {
            case LINE -> Ink.LINE;
            case DASHED -> Ink.DASHES;
            case POINTS -> null;
        };
    }

    private static double[] twice(double[] values) {
        return Arrays.stream(values)
                .flatMap(value -> DoubleStream.of(value, value))
                .toArray();
    }

    /** Returns the heights that get a marker, each followed by a gap, so that no line joins them. */
    private double[] marked(Frame frame) {
        double[] heights = new double[2 * series.ys().length];
        Arrays.fill(heights, Double.NaN);
        double last = frame.x(series.xs()[0]) + phase % MARKER_DISTANCE - MARKER_DISTANCE;
        for (int i = 0; i < series.ys().length; i++) {
            double x = frame.x(series.xs()[i]);
            boolean due = series.style() == Lines.Style.POINTS || Math.abs(x - last) >= MARKER_DISTANCE;
            if (due && Double.isFinite(series.ys()[i])) {
                heights[2 * i] = series.ys()[i];
                last = x;
            }
        }
        return heights;
    }

    private static double[] closed(double[] there, double[] back) {
        double[] all = Arrays.copyOf(there, 2 * there.length);
        for (int i = 0; i < back.length; i++) {
            all[all.length - 1 - i] = back[i];
        }
        return all;
    }

    /** Draws a dashed line in one piece, since XChart begins a dash anew at every point. */
    void paintDashes(Graphics2D graphics, Frame frame) {
        if (series.style() == Lines.Style.DASHED) {
            graphics.setColor(colour);
            graphics.setStroke(Ink.DASHES);
            graphics.draw(path(frame, series.side() == Series.Side.LEFT ? frame::y : frame::right));
        }
    }

    private Path2D path(Frame frame, DoubleUnaryOperator height) {
        Path2D path = new Path2D.Double();
        boolean pen = false;
        for (int i = 0; i < series.xs().length; i++) {
            double y = series.ys()[i];
            if (Double.isFinite(y) && pen) {
                path.lineTo(frame.x(series.xs()[i]), height.applyAsDouble(y));
            } else if (Double.isFinite(y)) {
                path.moveTo(frame.x(series.xs()[i]), height.applyAsDouble(y));
            }
            pen = Double.isFinite(y);
        }
        return path;
    }
}
