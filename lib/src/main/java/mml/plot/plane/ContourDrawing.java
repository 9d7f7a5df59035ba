package mml.plot.plane;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mml.math.Grid;
import mml.plot.chart.Frame;
import mml.plot.chart.Legend;
import mml.plot.chart.Overlay;
import mml.plot.chart.Side;
import mml.plot.chart.Text;
import mml.plot.contour.ContourLabels;
import mml.plot.contour.Interpolation;
import mml.plot.contour.MarchingSquares;
import mml.plot.contour.PageLine;
import mml.plot.contour.Viridis;
import mml.plot.plane.PlaneDrawing.Fill;
import mml.plot.scale.Axis;

/**
 * How contours come onto the page.
 *
 * @param planes what is drawn
 * @param fill what lies under the lines
 * @param levels of the lines, the same on every plane
 * @param overlays what is drawn above, on every plane
 */
public record ContourDrawing(Planes planes, Fill fill, double[] levels, List<Overlay> overlays) {
    private static final float HALO = 4;
    private static final Color INK = new Color(0x22, 0x22, 0x22, 200);
    private static final BasicStroke STROKE = new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke WIDE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** The lightest colours cannot be seen as a line on white. */
    private static final double DARK_ENOUGH = 0.88;

    /**
     * Draws planes and lines.
     *
     * @param graphics drawn on
     * @param box for all
     */
    public void paintIn(Graphics2D graphics, Rectangle2D box) {
        Legend legend = new Legend(
                overlays.stream().flatMap(overlay -> overlay.legend().stream()).toList());
        new PlaneDrawing(planes, 0, Interpolation.BILINEAR, fill)
                .paint(graphics, legend.paint(graphics, box), this::paintLines);
    }

    private void paintLines(Graphics2D graphics, Frame frame, Grid grid) {
        List<PageLine> lines = Arrays.stream(levels)
                .boxed()
                .flatMap(level -> MarchingSquares.of(grid, level).stream())
                .map(line -> onPage(line, frame))
                .toList();
        ContourLabels places = new ContourLabels(frame.area(), Text::width);
        planes.axis()
                .ifPresent(axis -> places.keepClearOf(
                        clear -> overlays.forEach(overlay -> paint(clear, overlay.whole(), frame, axis))));
        Map<PageLine, ContourLabels.Label> labels = places.of(lines);
        lines.forEach(line -> paint(graphics, line, labels.get(line)));
        lines.stream().filter(labels::containsKey).map(labels::get).forEach(label -> paint(graphics, label));
        planes.axis().ifPresent(axis -> paintOverlays(graphics, frame, axis));
    }

    private void paintOverlays(Graphics2D graphics, Frame frame, Axis axis) {
        Shape clip = graphics.getClip();
        graphics.clip(frame.area());
        overlays.forEach(overlay -> paint(graphics, overlay, frame, axis));
        graphics.setClip(clip);
    }

    private void paint(Graphics2D graphics, Overlay overlay, Frame frame, Axis axis) {
        overlay.paint(graphics, frame, value -> planes.colours().at(axis.share(value)));
    }

    private static PageLine onPage(MarchingSquares.Line line, Frame frame) {
        return new PageLine(
                line.level(),
                Arrays.stream(line.xs()).map(frame::x).toArray(),
                Arrays.stream(line.ys()).map(y -> frame.y(y, Side.LEFT)).toArray());
    }

    /** Draws a line, but for the place of its label. */
    private void paint(Graphics2D graphics, PageLine line, ContourLabels.Label label) {
        Path2D path = new Path2D.Double();
        line.addTo(path, 0, label == null ? line.length() : label.from());
        if (label != null) {
            line.addTo(path, label.to(), line.length());
        }
        graphics.setColor(fill == Fill.COLOURS ? INK : colour(line.level()));
        graphics.setStroke(fill == Fill.COLOURS ? STROKE : WIDE);
        graphics.draw(path);
    }

    private Color colour(double level) {
        Axis axis = planes.axis().orElseThrow(); // there is a line, and so a finite value
        return new Color(Viridis.at(DARK_ENOUGH * axis.share(level)));
    }

    private static void paint(Graphics2D graphics, ContourLabels.Label label) {
        Text.drawTurned(graphics, Text.withMinus(label.text()), label.x(), label.y(), label.angle(), HALO);
    }
}
