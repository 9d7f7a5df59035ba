package mml.plot.contour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContourLabelsTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(0, 0, 400, 400);

    private static double width(String text) {
        return 9 * text.length();
    }

    private static PageLine circle(double level, double radius) {
        double[] xs = IntStream.rangeClosed(0, 90)
                .mapToDouble(i -> 200 + radius * Math.cos(i * Math.PI / 45))
                .toArray();
        double[] ys = IntStream.rangeClosed(0, 90)
                .mapToDouble(i -> 200 + radius * Math.sin(i * Math.PI / 45))
                .toArray();
        return new PageLine(level, xs, ys);
    }

    private static PageLine level(double level, double y) {
        return new PageLine(level, new double[] {0, 400}, new double[] {y, y});
    }

    @Test
    void aLabelLiesInTheGapOfItsLineAndIsUpright() {
        PageLine circle = circle(1.5, 150);
        ContourLabels.Label label = new ContourLabels(AREA, ContourLabelsTest::width)
                .of(List.of(circle))
                .get(circle);
        assertEquals("1.5", label.text());
        assertEquals(150, Math.hypot(label.x() - 200, label.y() - 200), 3);
        assertEquals(width("1.5") + 8, label.to() - label.from(), 1e-9);
        assertTrue(Math.abs(label.angle()) <= Math.PI / 2);
    }

    @Test
    void labelsDoNotMeetAndLieInside() {
        List<PageLine> lines = new ArrayList<>();
        for (int i = 1; i < 7; i++) {
            lines.add(circle(i, 32 * i));
        }
        List<ContourLabels.Label> labels = List.copyOf(
                new ContourLabels(AREA, ContourLabelsTest::width).of(lines).values());
        assertEquals(6, labels.size());
        for (int i = 0; i < labels.size(); i++) {
            assertTrue(AREA.contains(labels.get(i).x() - 8, labels.get(i).y() - 8, 16, 16));
            for (int j = 0; j < i; j++) {
                double distance = Math.hypot(
                        labels.get(i).x() - labels.get(j).x(),
                        labels.get(i).y() - labels.get(j).y());
                assertTrue(distance > 18, "labels are 18 pixels high, distance was " + distance);
            }
        }
    }

    @Test
    void labelsKeepClearOfWhatIsDrawnAbove() {
        PageLine line = level(1, 200);
        ContourLabels free = new ContourLabels(AREA, ContourLabelsTest::width);
        double x = free.of(List.of(line)).get(line).x();
        Line2D path = new Line2D.Double(x, 0, x, 400);
        ContourLabels crossed = new ContourLabels(AREA, ContourLabelsTest::width);
        crossed.keepClearOf(graphics -> graphics.draw(path));
        double distance = path.ptLineDist(
                new Point2D.Double(crossed.of(List.of(line)).get(line).x(), 200));
        assertTrue(distance > width("1") / 2 + 5, "distance of the label's middle was " + distance);
        ContourLabels covered = new ContourLabels(AREA, ContourLabelsTest::width);
        covered.keepClearOf(graphics -> graphics.fill(new Rectangle2D.Double(0, 190, 400, 20)));
        assertEquals(Map.of(), covered.of(List.of(line)));
    }

    @Test
    void crowdedAndShortLinesHaveNoLabel() {
        List<PageLine> crowded =
                IntStream.range(0, 10).mapToObj(i -> level(i, 100 + 5 * i)).toList();
        Map<PageLine, ContourLabels.Label> labels = new ContourLabels(AREA, ContourLabelsTest::width).of(crowded);
        assertTrue(labels.isEmpty(), labels::toString);
        assertTrue(new ContourLabels(AREA, ContourLabelsTest::width)
                .of(List.of(circle(1, 4)))
                .isEmpty());
    }

    @Test
    void aLevelHasAtMostThreeLabels() {
        List<PageLine> lines =
                IntStream.range(1, 8).mapToObj(i -> level(1, 50 * i)).toList();
        assertEquals(
                3, new ContourLabels(AREA, ContourLabelsTest::width).of(lines).size());
    }

    @Test
    void aPieceOfALineStartsAndEndsAtItsLengths() {
        PageLine corner = new PageLine(1, new double[] {0, 10, 10}, new double[] {0, 0, 10});
        Path2D path = new Path2D.Double();
        corner.addTo(path, 4, 16);
        assertEquals(20, corner.length(), 0);
        assertEquals(new Rectangle2D.Double(4, 0, 6, 6), path.getBounds2D());
    }
}
