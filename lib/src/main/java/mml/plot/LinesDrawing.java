package mml.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import mml.plot.chart.Frame;
import mml.plot.chart.Ink;
import mml.plot.chart.Legend;
import mml.plot.chart.Page;
import mml.plot.chart.Side;
import mml.plot.scale.Axis;
import mml.plot.scale.Numbers;
import mml.plot.scale.Scale;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What {@link Lines} show, and how it comes onto the page and into words. */
final class LinesDrawing implements Cloneable {
    /** Pixels by which the markers of a line lag behind those of the line before, so that they do not meet. */
    private static final int PHASE = 14;

    // set only on a copy, before anybody else sees it
    final String xLabel;
    final String yLabel;
    String rightLabel = "";
    String title = "";
    Scale xScale = Scale.LINEAR;
    Scale yScale = Scale.LINEAR;
    /** Null unless told. */
    double[] yRange;

    List<Series> series = List.of();
    List<Mark> marks = List.of();
    int width = 560;
    int height = 400;

    LinesDrawing(String xLabel, String yLabel) {
        this.xLabel = xLabel;
        this.yLabel = yLabel;
    }

    LinesDrawing copy() {
        try {
            return (LinesDrawing) clone();
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("this class can be cloned", e);
        }
    }

    /** Checks what depends on the order of calls, so that it may be any: scales against values. */
    void check() {
        series.forEach(one -> one.check(xScale, yScale));
        marks.forEach(mark -> mark.check(xScale, yScale));
        yScale.check("range of y", yRange == null ? DoubleStream.empty() : DoubleStream.of(yRange));
    }

    void paint(Graphics2D graphics) {
        Page.paint(graphics, new Dimension(width, height), title, this::paintIn);
    }

    private void paintIn(Graphics2D graphics, Rectangle2D box) {
        List<Curve> curves = curves();
        Rectangle2D below = legend(curves).paint(graphics, box);
        Frame frame = Frame.in(below, xAxis(), yAxis(), rightAxis());
        curves.forEach(curve -> curve.addTo(frame));
        frame.paint(graphics);
        Shape clip = graphics.getClip();
        graphics.clip(frame.area());
        curves.forEach(curve -> curve.paintBars(graphics, frame));
        curves.forEach(curve -> curve.paintDashes(graphics, frame));
        marks.forEach(mark -> mark.paint(graphics, frame));
        marks.forEach(mark -> mark.paintLabel(graphics, frame));
        graphics.setClip(clip);
    }

    /** Returns the series with their ink: a lone line needs no markers to be told from others. */
    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (Series one : series) {
            int i = curves.size();
            boolean plain = series.size() == 1 && one.style() != Lines.Style.POINTS;
            curves.add(new Curve(one, Ink.series(i), plain ? SeriesMarkers.NONE : Ink.marker(i), i * PHASE));
        }
        return curves;
    }

    private Legend legend(List<Curve> curves) {
        boolean said = curves.size() == 1 && curves.get(0).series().name().equals(yLabel);
        Stream<Legend.Entry> names = curves.stream()
                .filter(curve -> !said)
                .map(curve -> new Legend.Entry(curve.name(), curve.colour(), curve.stroke(), curve.marker(), 0));
        return new Legend(Stream.concat(names, bands(curves)).toList());
    }

    /** Returns what bands mean, once for all curves that have the same; a later one lies over those before it. */
    private static Stream<Legend.Entry> bands(List<Curve> curves) {
        Map<String, Legend.Entry> entries = new LinkedHashMap<>();
        boolean isOne = curves.stream()
                        .filter(curve -> !curve.series().bands().isEmpty())
                        .count()
                == 1;
        for (Curve curve : curves) {
            Color colour = isOne ? curve.colour() : Ink.AXIS;
            List<Series.Band> bands = curve.series().bands();
            for (int i = bands.size() - 1; i >= 0; i--) {
                String meaning = bands.get(i).meaning();
                entries.putIfAbsent(meaning, new Legend.Entry(meaning, colour, null, SeriesMarkers.NONE, i + 1));
            }
        }
        entries.remove("");
        return entries.values().stream();
    }

    private Axis xAxis() {
        DoubleStream marked = marks.stream().mapToDouble(Mark::x);
        DoubleStream xs = series.stream().flatMapToDouble(series -> DoubleStream.of(series.xs()));
        return axis(xLabel, xScale, DoubleStream.concat(xs, marked), 0.02);
    }

    private Axis yAxis() {
        if (yRange != null) {
            return new Axis(yLabel, yScale, yRange[0], yRange[1]);
        }
        DoubleStream marked = marks.stream().mapToDouble(Mark::y);
        return axis(yLabel, yScale, DoubleStream.concat(heights(Side.LEFT), marked), 0.05);
    }

    private Axis rightAxis() {
        return rightLabel.isEmpty() ? null : axis(rightLabel, Scale.LINEAR, heights(Side.RIGHT), 0.05);
    }

    private DoubleStream heights(Side side) {
        return series.stream().filter(series -> series.side() == side).flatMapToDouble(Series::heights);
    }

    private static Axis axis(String label, Scale scale, DoubleStream values, double margin) {
        DoubleSummaryStatistics range = values.filter(Double::isFinite).summaryStatistics();
        return range.getCount() == 0
                ? new Axis(label, scale, 1, 10) // an empty page still has axes
                : Axis.covering(label, scale, range.getMin(), range.getMax(), margin);
    }

    String inWords() {
        if (series.isEmpty()) {
            return "Axes of " + yLabel + " against " + xLabel + ", without ";
        }
        String what = "Lines of " + yLabel + rightInWords() + " against " + xLabel + scalesInWords() + ": ";
        String courses = series.stream().map(Series::inWords).collect(Collectors.joining("; "));
        String marked =
                marks.stream().map(mark -> "; marked: " + mark.inWords()).collect(Collectors.joining());
        return (title.isEmpty() ? "" : title + ". ") + what + courses + marked + "." + cutOffInWords();
    }

    private String rightInWords() {
        return rightLabel.isEmpty() ? "" : " and, at the right, " + rightLabel;
    }

    private String scalesInWords() {
        boolean x = xScale == Scale.LOGARITHMIC;
        boolean y = yScale == Scale.LOGARITHMIC;
        return x && y ? " (both logarithmic)" : x ? " (logarithmic)" : y ? " (vertical axis logarithmic)" : "";
    }

    private String cutOffInWords() {
        if (yRange == null) {
            return "";
        }
        long outside = series.stream()
                .filter(series -> series.side() == Side.LEFT)
                .flatMapToDouble(Series::finiteYs)
                .filter(y -> y < yRange[0] || y > yRange[1])
                .count();
        return outside == 0
                ? ""
                : " " + Numbers.count(outside, "value") + " outside " + Numbers.text(yRange[0]) + " to "
                        + Numbers.text(yRange[1]) + " cut off.";
    }
}
