package mml.plot;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** The plot area of a figure with its axes: where values lie on the page, and the grid, ticks and labels around them. */
final class Frame {
    private static final int TICK = 5;
    private static final int GAP = 5;

    private final Axis x;
    private final Axis y;
    private final Axis right;
    private final Rectangle2D area;

    private Frame(Axis x, Axis y, Axis right, Rectangle2D area) {
        this.x = x;
        this.y = y;
        this.right = right;
        this.area = area;
    }

    /** Lays the axes out so that they fill a box; {@code right} is null if there is one vertical axis. */
    static Frame in(Rectangle2D box, Axis x, Axis y, Axis right) {
        double bottom = TICK + GAP + 2 * Text.LINE_HEIGHT;
        double top = Text.LINE_HEIGHT / 2.0;
        double height = box.getHeight() - bottom - top;
        double before = room(y, height);
        double after = right == null ? 18 : room(right, height);
        return new Frame(
                x,
                y,
                right,
                new Rectangle2D.Double(
                        Math.round(box.getX() + before),
                        Math.round(box.getY() + top),
                        Math.round(box.getWidth() - before - after),
                        Math.round(height)));
    }

    /** Lays the axes out so that a unit is as long on both, with {@code spare} left free on the right. */
    static Frame inEqualUnits(Rectangle2D box, Axis x, Axis y, double spare) {
        Rectangle2D narrow = new Rectangle2D.Double(box.getX(), box.getY(), box.getWidth() - spare, box.getHeight());
        Rectangle2D full = in(narrow, x, y, null).area;
        double unit = Math.min(full.getWidth() / span(x), full.getHeight() / span(y));
        double width = Math.round(unit * span(x));
        double height = Math.round(unit * span(y));
        double left = full.getX() + Math.floor((full.getWidth() - width) / 2);
        return new Frame(x, y, null, new Rectangle2D.Double(left, full.getY(), width, height));
    }

    private static double span(Axis axis) {
        return axis.high() - axis.low();
    }

    /** Returns the width of a vertical axis: its label, its widest number, its ticks. */
    static double room(Axis axis, double height) {
        double widest = axis.ticks(mostAcross(height)).stream()
                .mapToDouble(tick -> Text.width(Text.withMinus(tick.label())))
                .max()
                .orElse(0);
        return Text.LINE_HEIGHT + GAP + widest + GAP + TICK;
    }

    private static int mostAcross(double height) {
        return (int) Math.max(2, height / 48);
    }

    Rectangle2D area() {
        return area;
    }

    double x(double value) {
        return area.getX() + x.share(value) * area.getWidth();
    }

    double y(double value) {
        return area.getMaxY() - y.share(value) * area.getHeight();
    }

    /** Returns the height of a value on the right axis. */
    double right(double value) {
        return area.getMaxY() - right.share(value) * area.getHeight();
    }

    /** Draws the thin grid, which belongs under the data. */
    void paintGrid(Graphics2D graphics) {
        graphics.setStroke(Ink.THIN);
        graphics.setColor(Ink.GRID);
        for (Ticks.Tick tick : labelled(xTicks())) {
            double at = x(tick.value());
            graphics.draw(new Line2D.Double(at, area.getY(), at, area.getMaxY()));
        }
        for (Ticks.Tick tick : labelled(y.ticks(mostAcross(area.getHeight())))) {
            double at = y(tick.value());
            graphics.draw(new Line2D.Double(area.getX(), at, area.getMaxX(), at));
        }
    }

    private static List<Ticks.Tick> labelled(List<Ticks.Tick> ticks) {
        return ticks.stream().filter(tick -> !tick.label().isEmpty()).toList();
    }

    /** Draws the axes with ticks, numbers and labels. */
    void paintAxes(Graphics2D graphics) {
        graphics.setStroke(Ink.THIN);
        graphics.setColor(Ink.AXIS);
        graphics.draw(area);
        paintBelow(graphics);
        paintBeside(graphics, y, area, -1);
        if (right != null) {
            paintBeside(graphics, right, area, 1);
        }
    }

    private void paintBelow(Graphics2D graphics) {
        double bottom = area.getMaxY();
        for (Ticks.Tick tick : xTicks()) {
            double at = x(tick.value());
            graphics.setColor(Ink.AXIS);
            graphics.draw(new Line2D.Double(at, bottom, at, bottom + length(tick)));
            Text.draw(graphics, Text.withMinus(tick.label()), at, bottom + TICK + GAP + 12, 0.5);
        }
        Text.draw(graphics, x.label(), area.getCenterX(), bottom + TICK + GAP + 12 + Text.LINE_HEIGHT, 0.5);
    }

    /** Draws a vertical axis beside an area: ticks, numbers and label, at its left (-1) or its right (1). */
    static void paintBeside(Graphics2D graphics, Axis axis, Rectangle2D area, int side) {
        double edge = side < 0 ? area.getX() : area.getMaxX();
        for (Ticks.Tick tick : axis.ticks(mostAcross(area.getHeight()))) {
            double at = area.getMaxY() - axis.share(tick.value()) * area.getHeight();
            double number = edge + side * (TICK + GAP);
            graphics.setStroke(Ink.THIN);
            graphics.setColor(Ink.AXIS);
            graphics.draw(new Line2D.Double(edge, at, edge + side * length(tick), at));
            Text.draw(graphics, Text.withMinus(tick.label()), number, at + Text.MIDDLE, side < 0 ? 1 : 0);
        }
        double middle = edge + side * (room(axis, area.getHeight()) - Text.LINE_HEIGHT / 2.0);
        Text.drawTurned(graphics, axis.label(), middle, area.getCenterY(), -Math.PI / 2, 0);
    }

    private static double length(Ticks.Tick tick) {
        return tick.label().isEmpty() ? TICK / 2.0 : TICK;
    }

    /** Returns as many ticks as have room beside each other. */
    private List<Ticks.Tick> xTicks() {
        int most = (int) Math.max(2, area.getWidth() / 50);
        List<Ticks.Tick> ticks = x.ticks(most);
        while (most > 1 && overlap(ticks)) {
            most--;
            ticks = x.ticks(most);
        }
        return ticks;
    }

    private boolean overlap(List<Ticks.Tick> ticks) {
        double end = Double.NEGATIVE_INFINITY;
        List<Ticks.Tick> inOrder = labelled(ticks).stream()
                .sorted((one, other) -> Double.compare(one.value(), other.value()))
                .toList();
        for (Ticks.Tick tick : inOrder) {
            double half = Text.width(Text.withMinus(tick.label())) / 2 + 6;
            if (x(tick.value()) - half < end) {
                return true;
            }
            end = x(tick.value()) + half;
        }
        return false;
    }
}
