package mml.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import mml.plot.chart.Frame;
import mml.plot.chart.Ink;
import mml.plot.chart.Legend;
import mml.plot.chart.Page;
import mml.plot.chart.Side;
import mml.plot.scale.Axis;
import mml.plot.scale.Numbers;
import mml.plot.scale.Scale;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** How {@link Lines} come onto the page and into words. */
record LinesDrawing(Lines lines) {
    /** Pixels by which the markers of a line lag behind those of the line before, so that they do not meet. */
    private static final int PHASE = 14;

    void paint(Graphics2D graphics) {
        Page.paint(graphics, new Dimension(lines.width(), lines.height()), lines.title, this::paintIn);
    }

    private void paintIn(Graphics2D graphics, Rectangle2D box) {
        List<Curve> curves = curves();
        Rectangle2D below = legend(curves).paint(graphics, box);
        Frame frame = Frame.in(below, xAxis(), yAxis(), rightAxis());
        curves.forEach(curve -> curve.addTo(frame));
        frame.paint(graphics);
        Shape clip = graphics.getClip();
        graphics.clip(frame.area());
        curves.forEach(curve -> curve.paintDashes(graphics, frame));
        lines.marks.forEach(mark -> mark.paint(graphics, frame));
        lines.marks.forEach(mark -> mark.paintLabel(graphics, frame));
        graphics.setClip(clip);
    }

    /** Returns the series with their ink: a lone line needs no markers to be told from others. */
    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (int i = 0; i < lines.series.size(); i++) {
            Series series = lines.series.get(i);
            boolean plain = lines.series.size() == 1 && series.style() != Lines.Style.POINTS;
            curves.add(new Curve(series, Ink.series(i), plain ? SeriesMarkers.NONE : Ink.marker(i), i * PHASE));
        }
        return curves;
    }

    private Legend legend(List<Curve> curves) {
        boolean said = curves.size() == 1 && curves.get(0).series().name().equals(lines.yLabel);
        return new Legend(curves.stream()
                .filter(curve -> !said)
                .map(curve -> new Legend.Entry(curve.name(), curve.colour(), curve.stroke(), curve.marker()))
                .toList());
    }

    private Axis xAxis() {
        DoubleStream marked = lines.marks.stream().mapToDouble(Mark::x);
        DoubleStream xs = lines.series.stream().flatMapToDouble(series -> DoubleStream.of(series.xs()));
        return axis(lines.xLabel, lines.xScale, DoubleStream.concat(xs, marked), 0.02);
    }

    private Axis yAxis() {
        if (lines.yRange != null) {
            return new Axis(lines.yLabel, lines.yScale, lines.yRange[0], lines.yRange[1]);
        }
        DoubleStream marked = lines.marks.stream().mapToDouble(Mark::y);
        return axis(lines.yLabel, lines.yScale, DoubleStream.concat(heights(Side.LEFT), marked), 0.05);
    }

    private Axis rightAxis() {
        return lines.rightLabel.isEmpty() ? null : axis(lines.rightLabel, Scale.LINEAR, heights(Side.RIGHT), 0.05);
    }

    private DoubleStream heights(Side side) {
        return lines.series.stream().filter(series -> series.side() == side).flatMapToDouble(Series::heights);
    }

    private static Axis axis(String label, Scale scale, DoubleStream values, double margin) {
        DoubleSummaryStatistics range = values.filter(Double::isFinite).summaryStatistics();
        return range.getCount() == 0
                ? new Axis(label, scale, 1, 10) // an empty page still has axes
                : Axis.covering(label, scale, range.getMin(), range.getMax(), margin);
    }

    String inWords() {
        if (lines.series.isEmpty()) {
            return "Axes of " + lines.yLabel + " against " + lines.xLabel + ", without lines.";
        }
        String what = "Lines of " + lines.yLabel + rightInWords() + " against " + lines.xLabel + scalesInWords() + ": ";
        String courses = lines.series.stream().map(Series::inWords).collect(Collectors.joining("; "));
        String marks =
                lines.marks.stream().map(mark -> "; marked: " + mark.inWords()).collect(Collectors.joining());
        String title = lines.title.isEmpty() ? "" : lines.title + ". ";
        return title + what + courses + marks + "." + cutOffInWords();
    }

    private String rightInWords() {
        return lines.rightLabel.isEmpty() ? "" : " and, at the right, " + lines.rightLabel;
    }

    private String scalesInWords() {
        boolean x = lines.xScale == Scale.LOGARITHMIC;
        boolean y = lines.yScale == Scale.LOGARITHMIC;
        return x && y ? " (both logarithmic)" : x ? " (logarithmic)" : y ? " (vertical axis logarithmic)" : "";
    }

    private String cutOffInWords() {
        if (lines.yRange == null) {
            return "";
        }
        long outside = lines.series.stream()
                .filter(series -> series.side() == Side.LEFT)
                .flatMapToDouble(Series::finiteYs)
                .filter(y -> y < lines.yRange[0] || y > lines.yRange[1])
                .count();
        return outside == 0
                ? ""
                : " " + Numbers.count(outside, "value") + " outside " + Numbers.text(lines.yRange[0]) + " to "
                        + Numbers.text(lines.yRange[1]) + " cut off.";
    }
}
