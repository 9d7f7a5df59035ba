package mml.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** How {@link Contours} come onto the page. */
record ContourDrawing(Plane plane, Contours.Fill fill, double[] levels, List<Overlay> overlays) {
    private static final float HALO = 4;
    private static final Color INK = new Color(0x22, 0x22, 0x22, 200);
    private static final BasicStroke STROKE = new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke WIDE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** The lightest colours cannot be seen as a line on white. */
    private static final double DARK_ENOUGH = 0.88;

    void paintIn(Graphics2D graphics, Rectangle2D box) {
        Legend legend = new Legend(
                overlays.stream().flatMap(overlay -> overlay.legend().stream()).toList());
        Frame frame = plane.frame(legend.paint(graphics, box), 0);
        frame.paint(graphics);
        if (fill == Contours.Fill.COLOURS) {
            plane.paintValues(graphics, frame, 0, Interpolation.BILINEAR);
            plane.paintBar(graphics, frame);
        }
        List<PageLine> lines = Arrays.stream(levels)
                .boxed()
                .flatMap(level -> MarchingSquares.of(plane.grid(), level).stream())
                .map(line -> onPage(line, frame))
                .toList();
        Map<PageLine, ContourLabels.Label> labels = ContourLabels.place(lines, frame.area(), Text::width);
        lines.forEach(line -> paint(graphics, line, labels.get(line)));
        frame.paintBorder(graphics);
        lines.stream().filter(labels::containsKey).map(labels::get).forEach(label -> paint(graphics, label));
        paintOverlays(graphics, frame);
    }

    private void paintOverlays(Graphics2D graphics, Frame frame) {
        Shape clip = graphics.getClip();
        graphics.clip(frame.area());
        overlays.forEach(overlay -> overlay.paint(
                graphics, frame, value -> plane.colours().at(plane.bar().share(value))));
        graphics.setClip(clip);
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
        double share = DARK_ENOUGH * plane.bar().share(line.level());
        graphics.setColor(fill == Contours.Fill.COLOURS ? INK : new Color(Viridis.at(share)));
        graphics.setStroke(fill == Contours.Fill.COLOURS ? STROKE : WIDE);
        graphics.draw(path);
    }

    private static void paint(Graphics2D graphics, ContourLabels.Label label) {
        Text.drawTurned(graphics, Text.withMinus(label.text()), label.x(), label.y(), label.angle(), HALO);
    }
}
