package mml.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.style.markers.Marker;

/** A series as it is drawn: in its colour, with its stroke and its markers, {@code phase} pixels after the start. */
record Curve(Series series, Color colour, Marker marker, double phase) {
    static final int MARKER_SIZE = 9;
    /** Pixels from one marker of a line to the next: enough to tell lines apart, too few to hide them. */
    private static final double MARKER_DISTANCE = 70;

    BasicStroke stroke() {
        return switch (series.style()) {
            case LINE -> Ink.LINE;
            case DASHED -> Ink.DASHES;
            case POINTS -> null;
        };
    }

    void paint(Graphics2D graphics, Frame frame) {
        DoubleUnaryOperator height = series.side() == Series.Side.LEFT ? frame::y : frame::right;
        if (series.low() != null) {
            paintBand(graphics, frame, height);
        }
        graphics.setColor(colour);
        if (stroke() != null) {
            graphics.setStroke(stroke());
            graphics.draw(path(frame, height));
        }
        if (marker != null) {
            paintMarkers(graphics, frame, height);
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

    private void paintMarkers(Graphics2D graphics, Frame frame, DoubleUnaryOperator height) {
        double last = frame.x(series.xs()[0]) + phase % MARKER_DISTANCE - MARKER_DISTANCE;
        for (int i = 0; i < series.xs().length; i++) {
            double x = frame.x(series.xs()[i]);
            boolean due = stroke() == null || Math.abs(x - last) >= MARKER_DISTANCE;
            if (due && Double.isFinite(series.ys()[i])) {
                marker.paint(graphics, x, height.applyAsDouble(series.ys()[i]), MARKER_SIZE);
                last = x;
            }
        }
    }

    private void paintBand(Graphics2D graphics, Frame frame, DoubleUnaryOperator height) {
        Path2D path = new Path2D.Double();
        int count = series.xs().length;
        path.moveTo(frame.x(series.xs()[0]), height.applyAsDouble(series.low()[0]));
        for (int i = 1; i < count; i++) {
            path.lineTo(frame.x(series.xs()[i]), height.applyAsDouble(series.low()[i]));
        }
        for (int i = count - 1; i >= 0; i--) {
            path.lineTo(frame.x(series.xs()[i]), height.applyAsDouble(series.high()[i]));
        }
        path.closePath();
        graphics.setColor(Ink.faint(colour));
        graphics.fill(path);
    }
}
