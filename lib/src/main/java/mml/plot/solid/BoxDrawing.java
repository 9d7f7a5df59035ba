package mml.plot.solid;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import mml.math.Grid;
import mml.plot.chart.Ink;
import mml.plot.chart.Text;
import mml.plot.plane.Labels;
import mml.plot.scale.Axis;
import mml.plot.scale.Scale;
import mml.plot.scale.Ticks;

/**
 * The box around a surface: its floor and the two walls behind, with grid lines, and its three axes with numbers and labels.
 *
 * @param relief what stands in it
 * @param labels of the axes
 * @param view where it lies on the page
 */
record BoxDrawing(Relief relief, Labels labels, View view) {
    /** Pixels by which the number of a height stays above the corner, below which that of another axis begins. */
    private static final double OVER_CORNER = 8;

    private static final Color FLOOR = new Color(0xf3f4f6);
    private static final Color WALL = new Color(0xfafafb);
    private static final Color GRID = new Color(0xd9dce1);

    /** About how many numbers an axis has. */
    static final int TICKS = 5;

    private static final double HALF = 0.5;
    private static final double FLOOR_Z = Relief.z(0);
    private static final double TOP_Z = Relief.z(1);

    /** From an axis to its numbers, and to its label, in pixels. */
    private static final double TO_NUMBER = 20;

    private static final double TO_LABEL = 53;
    /** Pixels between numbers, and between those of the heights. */
    private static final double APART = 46;

    private static final double APART_UPRIGHT = 28;
    private static final double TICK = 6;

    /** Returns the view that fills a box of the page, with room for numbers and labels. */
    static View view(Rectangle2D box, Relief relief) {
        double left = Text.LINE_HEIGHT + TICK + 8 + widest(relief);
        double right = 54;
        double below = 46;
        double above = 6;
        double width = box.getWidth() - left - right;
        double height = box.getHeight() - below - above;
        double scale = Math.min(width / View.WIDTH, height / View.HEIGHT);
        return new View(scale, box.getX() + left + width / 2, box.getY() + above + height / 2);
    }

    private static double widest(Relief relief) {
        return relief.axis() == null
                ? 0
                : relief.axis().ticks(TICKS).stream()
                        .mapToDouble(tick -> Text.width(Text.withMinus(tick.label())))
                        .max()
                        .orElse(0);
    }

    static List<Ticks.Tick> ticks(Grid.Axis axis) {
        return ticks(axis, TICKS);
    }

    private static List<Ticks.Tick> ticks(Grid.Axis axis, int most) {
        return new Axis("axis", Scale.LINEAR, axis.low(), axis.high()).ticks(most);
    }

    private List<Ticks.Tick> along(Grid.Axis axis) {
        return ticks(axis, (int) Math.max(2, Math.min(TICKS, view.scale() / APART)));
    }

    /** Draws what lies behind the surface. */
    void paintBehind(Graphics2D graphics) {
        fill(graphics, FLOOR, corner(-1, -1, 0), corner(1, -1, 0), corner(1, 1, 0), corner(-1, 1, 0));
        fill(graphics, WALL, corner(-1, -1, 0), corner(-1, 1, 0), corner(-1, 1, 1), corner(-1, -1, 1));
        fill(graphics, WALL, corner(-1, 1, 0), corner(1, 1, 0), corner(1, 1, 1), corner(-1, 1, 1));
        graphics.setStroke(Ink.THIN);
        graphics.setColor(GRID);
        for (Ticks.Tick tick : along(relief.grid().x())) {
            double x = place(relief.grid().x(), tick);
            line(graphics, new double[] {x, -HALF, FLOOR_Z}, new double[] {x, HALF, FLOOR_Z});
            line(graphics, new double[] {x, HALF, FLOOR_Z}, new double[] {x, HALF, TOP_Z});
        }
        for (Ticks.Tick tick : along(relief.grid().y())) {
            double y = place(relief.grid().y(), tick);
            line(graphics, new double[] {-HALF, y, FLOOR_Z}, new double[] {HALF, y, FLOOR_Z});
            line(graphics, new double[] {-HALF, y, FLOOR_Z}, new double[] {-HALF, y, TOP_Z});
        }
        for (Ticks.Tick tick : heights()) {
            double z = Relief.z(relief.axis().share(tick.value()));
            line(graphics, new double[] {-HALF, -HALF, z}, new double[] {-HALF, HALF, z});
            line(graphics, new double[] {-HALF, HALF, z}, new double[] {HALF, HALF, z});
        }
    }

    private List<Ticks.Tick> heights() {
        double room = pageY(corner(-1, -1, 0)) - pageY(corner(-1, -1, 1));
        return relief.axis() == null
                ? List.of()
                : relief.axis().ticks((int) Math.max(3, Math.min(TICKS, room / APART_UPRIGHT))).stream()
                        .filter(tick -> !tick.label().isEmpty())
                        .toList();
    }

    private static double place(Grid.Axis axis, Ticks.Tick tick) {
        return (tick.value() - axis.low()) / (axis.high() - axis.low()) - HALF;
    }

    private static double[] corner(int x, int y, int top) {
        return new double[] {x * HALF, y * HALF, top == 1 ? TOP_Z : FLOOR_Z};
    }

    /** Draws the axes, with numbers and labels. */
    void paintAxes(Graphics2D graphics) {
        graphics.setStroke(Ink.THIN);
        graphics.setColor(Ink.AXIS);
        line(graphics, corner(-1, -1, 0), corner(1, -1, 0));
        line(graphics, corner(1, -1, 0), corner(1, 1, 0));
        line(graphics, corner(-1, -1, 0), corner(-1, -1, 1));
        // outwards on the page, as the floor's own lines run
        double[] left = outwards(0, -1);
        double[] right = outwards(1, 0);
        for (Ticks.Tick tick : along(relief.grid().x())) {
            paintTick(graphics, new double[] {place(relief.grid().x(), tick), -HALF, FLOOR_Z}, left, tick.label());
        }
        for (Ticks.Tick tick : along(relief.grid().y())) {
            paintTick(graphics, new double[] {HALF, place(relief.grid().y(), tick), FLOOR_Z}, right, tick.label());
        }
        for (Ticks.Tick tick : heights()) {
            double z = Relief.z(relief.axis().share(tick.value()));
            paintTick(graphics, new double[] {-HALF, -HALF, z}, new double[] {-1, 0}, tick.label());
        }
        paintLabel(graphics, labels.x(), corner(-1, -1, 0), corner(1, -1, 0));
        paintLabel(graphics, labels.y(), corner(1, -1, 0), corner(1, 1, 0));
        double x = pageX(corner(-1, -1, 0)) - TICK - 8 - widest(relief) - Text.LINE_HEIGHT / 2.0;
        double y = (pageY(corner(-1, -1, 0)) + pageY(corner(-1, -1, 1))) / 2;
        Text.drawTurned(graphics, labels.value(), x, y, -Math.PI / 2, 0);
    }

    private double[] outwards(int x, int y) {
        double right = view.pageX(x, y) - view.pageX(0, 0);
        double down = view.pageY(x, y, 0) - view.pageY(0, 0, 0);
        double length = Math.hypot(right, down);
        return new double[] {right / length, down / length};
    }

    private void paintTick(Graphics2D graphics, double[] at, double[] outwards, String label) {
        double x = pageX(at);
        double y = pageY(at);
        graphics.setColor(Ink.AXIS);
        graphics.draw(new Line2D.Double(x, y, x + TICK * outwards[0], y + TICK * outwards[1]));
        boolean isLevel = outwards[1] == 0;
        double distance = isLevel ? TICK + 4 : TO_NUMBER;
        // away from the corner where two axes meet
        double aligned = isLevel ? 1 : outwards[0] < 0 ? 0.8 : 0.2;
        double lift = isLevel ? Math.max(0, OVER_CORNER - (pageY(corner(-1, -1, 0)) - y)) : 0;
        Text.draw(
                graphics,
                Text.withMinus(label),
                x + distance * outwards[0],
                y + distance * outwards[1] + 6 - lift,
                aligned);
    }

    /** Draws a label along an axis, below it. */
    private void paintLabel(Graphics2D graphics, String label, double[] from, double[] to) {
        double angle = Math.atan2(pageY(to) - pageY(from), pageX(to) - pageX(from));
        double x = (pageX(from) + pageX(to)) / 2 - TO_LABEL * Math.sin(angle);
        double y = (pageY(from) + pageY(to)) / 2 + TO_LABEL * Math.cos(angle);
        Text.drawTurned(graphics, label, x, y, angle, 0);
    }

    private void fill(Graphics2D graphics, Color colour, double[]... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(pageX(corners[0]), pageY(corners[0]));
        for (int i = 1; i < corners.length; i++) {
            path.lineTo(pageX(corners[i]), pageY(corners[i]));
        }
        path.closePath();
        graphics.setColor(colour);
        graphics.fill(path);
        graphics.setColor(GRID);
        graphics.draw(path);
    }

    private void line(Graphics2D graphics, double[] from, double[] to) {
        graphics.draw(new Line2D.Double(pageX(from), pageY(from), pageX(to), pageY(to)));
    }

    private double pageX(double[] at) {
        return view.pageX(at[0], at[1]);
    }

    private double pageY(double[] at) {
        return view.pageY(at[0], at[1], at[2]);
    }
}
