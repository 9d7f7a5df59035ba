package mml.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How {@link Contours} come onto the page. */
record ContourDrawing(Plane plane, Contours.Fill fill, double[] levels) {
    /** More labels a level would say the same again. */
    private static final int LABELS_A_LEVEL = 3;

    private static final float HALO = 4;
    private static final Color INK = new Color(0x22, 0x22, 0x22, 190);
    private static final BasicStroke STROKE = new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke WIDE = new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    /** The lightest colours cannot be seen as a line on white. */
    private static final double DARK_ENOUGH = 0.88;

    void paintIn(Graphics2D graphics, Rectangle2D box) {
        Frame frame = plane.frame(box, 0);
        if (fill == Contours.Fill.COLOURS) {
            plane.paintValues(graphics, frame, 0, plane::interpolated);
        } else {
            frame.paintGrid(graphics);
        }
        for (double level : levels) {
            paint(graphics, frame, level);
        }
        frame.paintAxes(graphics);
        List<ContourLabels.Path> paths = Arrays.stream(levels)
                .boxed()
                .flatMap(level -> labelled(frame, level))
                .toList();
        for (ContourLabels.Label label : ContourLabels.place(paths, frame.area())) {
            Text.drawTurned(graphics, Text.withMinus(label.text()), label.x(), label.y(), label.angle(), HALO);
        }
        if (fill == Contours.Fill.COLOURS) {
            plane.paintBar(graphics, frame);
        }
    }

    private void paint(Graphics2D graphics, Frame frame, double level) {
        Path2D path = new Path2D.Double();
        for (MarchingSquares.Line line : MarchingSquares.of(plane.grid(), level)) {
            path.moveTo(frame.x(line.xs()[0]), frame.y(line.ys()[0]));
            for (int i = 1; i < line.xs().length; i++) {
                path.lineTo(frame.x(line.xs()[i]), frame.y(line.ys()[i]));
            }
        }
        double share = DARK_ENOUGH * plane.bar().share(level);
        graphics.setColor(fill == Contours.Fill.COLOURS ? INK : Viridis.colour(share));
        graphics.setStroke(fill == Contours.Fill.COLOURS ? STROKE : WIDE);
        graphics.draw(path);
    }

    /** Returns the longest lines of a level, on the page. */
    private Stream<ContourLabels.Path> labelled(Frame frame, double level) {
        return MarchingSquares.of(plane.grid(), level).stream()
                .sorted(Comparator.comparing(line -> -line.xs().length))
                .limit(LABELS_A_LEVEL)
                .map(line -> new ContourLabels.Path(
                        Numbers.text(level),
                        Arrays.stream(line.xs()).map(frame::x).toArray(),
                        Arrays.stream(line.ys()).map(frame::y).toArray()));
    }
}
