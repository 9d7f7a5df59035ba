package mml.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.stream.IntStream;
import mml.plot.chart.Frame;
import mml.plot.chart.Ink;
import mml.plot.chart.Points;
import mml.plot.chart.Side;
import org.knowm.xchart.style.markers.Marker;

/** A series as it is drawn: in its colour, with its markers, {@code phase} pixels after the start. */
record Curve(Series series, Color colour, Marker marker, double phase) {
    /** Pixels from one marker of a line to the next: enough to tell lines apart, too few to hide them. */
    private static final double MARKER_DISTANCE = 70;

    /** Returns the name in the legend. */
    String name() {
        return series.side() == Side.RIGHT ? series.name() + " (right)" : series.name();
    }

    /** Half the width of the ends of an error bar, in pixels. */
    private static final double CAP = 4;

    /** Adds bands, line and markers; a dashed line and error bars come later. */
    void addTo(Frame frame) {
        for (int i = 0; i < series.bands().size(); i++) {
            addBand(frame, i);
        }
        if (series.style() == Lines.Style.LINE) {
            frame.addLine(points("line", series.xs(), series.ys()), colour, Ink.LINE);
        }
        frame.addMarkers(points("markers", series.xs(), marked(frame)), colour, marker);
    }

    /** Adds an area for each piece of a band between gaps. */
    private void addBand(Frame frame, int index) {
        Series.Band band = series.bands().get(index);
        Series.Band shown = shown(frame, band);
        int from = 0;
        for (int i = 0; i <= series.xs().length; i++) {
            if (i == series.xs().length || band.isGap(i)) {
                if (i - from > 1) {
                    double[] xs = Arrays.copyOfRange(series.xs(), from, i);
                    double[] low = Arrays.copyOfRange(shown.low(), from, i);
                    double[] high = Arrays.copyOfRange(shown.high(), from, i);
                    Points corners = points("band " + index + " from " + from, closed(xs, xs), closed(low, high));
                    frame.addArea(corners, Ink.faint(colour));
                }
                from = i + 1;
            }
        }
    }

    /** An end that is infinite lies beyond the edge of the page: what leads there is drawn up to the edge. */
    private Series.Band shown(Frame frame, Series.Band band) {
        return band.within(frame.low(series.side()), frame.high(series.side()));
    }

    private Points points(String what, double[] xs, double[] ys) {
        return new Points(what + " of " + series.name(), xs, ys, series.side());
    }

    /** Returns the stroke, null for points. */
    BasicStroke stroke() {
        return switch (series.style()) {
            case LINE -> Ink.LINE;
            case DASHED -> Ink.DASHES;
            case POINTS -> null;
        };
    }

    /** Returns the heights that get a marker, and gaps. */
    private double[] marked(Frame frame) {
        double[] heights = new double[series.ys().length];
        // a line of one point would not be seen without its marker
        boolean isDotted = series.style() == Lines.Style.POINTS || heights.length == 1;
        double last = frame.x(series.xs()[0]) + phase % MARKER_DISTANCE - MARKER_DISTANCE;
        for (int i = 0; i < heights.length; i++) {
            double x = frame.x(series.xs()[i]);
            boolean due = isDotted || Math.abs(x - last) >= MARKER_DISTANCE;
            heights[i] = due ? series.ys()[i] : Double.NaN;
            last = Double.isFinite(heights[i]) ? x : last;
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

    /** Draws error bars, whose ends have a width in pixels, which XChart has not for values from low to high. */
    void paintBars(Graphics2D graphics, Frame frame) {
        graphics.setColor(colour);
        graphics.setStroke(Ink.BAR);
        for (Series.Band band : series.bars()) {
            Series.Band shown = shown(frame, band);
            IntStream.range(0, series.xs().length)
                    .filter(i -> !band.isGap(i))
                    .forEach(i -> graphics.draw(bar(frame, i, shown)));
        }
    }

    private Path2D bar(Frame frame, int i, Series.Band band) {
        double x = frame.x(series.xs()[i]);
        double low = frame.y(band.low()[i], series.side());
        double high = frame.y(band.high()[i], series.side());
        Path2D bar = new Path2D.Double();
        bar.moveTo(x - CAP, low);
        bar.lineTo(x + CAP, low);
        bar.moveTo(x, low);
        bar.lineTo(x, high);
        bar.moveTo(x - CAP, high);
        bar.lineTo(x + CAP, high);
        return bar;
    }

    /** Draws a dashed line in one piece, since XChart begins a dash anew at every point. */
    void paintDashes(Graphics2D graphics, Frame frame) {
        if (series.style() == Lines.Style.DASHED) {
            graphics.setColor(colour);
            graphics.setStroke(Ink.DASHES);
            graphics.draw(path(frame));
        }
    }

    private Path2D path(Frame frame) {
        Path2D path = new Path2D.Double();
        boolean pen = false;
        for (int i = 0; i < series.xs().length; i++) {
            double x = frame.x(series.xs()[i]);
            double y = frame.y(series.ys()[i], series.side());
            if (Double.isFinite(y) && pen) {
                path.lineTo(x, y);
            } else if (Double.isFinite(y)) {
                path.moveTo(x, y);
            }
            pen = Double.isFinite(y);
        }
        return path;
    }
}
