package mml.plot.contour;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import mml.plot.scale.Numbers;

/**
 * Finds places for labels on contour lines: along the line where it is straight, away from other lines and labels. A line
 * that is too short, or has no free place, gets none.
 */
public final class ContourLabels {
    /**
     * A label on a line.
     *
     * @param text the level
     * @param x of the middle
     * @param y of the middle
     * @param angle clockwise, never upside down
     * @param from where the piece of the line starts whose place it takes, as a length
     * @param to where it ends
     * @param bend of that piece: 0 if it is straight
     */
    public record Label(String text, double x, double y, double angle, double from, double to, double bend) {}

    /** More labels a level would say the same again. */
    private static final int MOST_A_LEVEL = 3;

    /** Side of the squares in which it is noted what lies there, in pixels. */
    private static final int SQUARE = 3;

    private static final int HALF_HEIGHT = 9;
    private static final int STEP = 5;
    /** Free pixels between a line and its label. */
    private static final int GAP = 4;

    /** The chord of a label must be nearly as long as its piece of the line. */
    private static final double STRAIGHT = 0.9;
    /** Squares under a label, as a share, that may hold other lines. */
    private static final double CROWDED = 0.06;

    private static final int TAKEN = -1;
    /** Free squares around what is drawn above: closer to a word, the line between would be read as a minus. */
    private static final int CLEAR = 4;
    /** Bits of a colour below those of its opacity. */
    private static final int ALPHA = 24;

    private final Rectangle2D area;
    private final ToDoubleFunction<String> widths;
    private final int columns;
    /** For each square 0, or one more than the index of a line, or TAKEN by a label or by what is drawn above. */
    private final int[] owners;

    /**
     * Makes an area in which nothing lies.
     *
     * @param area where labels may lie
     * @param widths the width of a text, in pixels
     */
    public ContourLabels(Rectangle2D area, ToDoubleFunction<String> widths) {
        this.area = area;
        this.widths = widths;
        this.columns = (int) area.getWidth() / SQUARE + 1;
        this.owners = new int[columns * ((int) area.getHeight() / SQUARE + 1)];
    }

    /**
     * Takes what is drawn over the lines, such as a path: no label comes to lie under it, or touches it.
     *
     * @param above draws it, in pixels of the page
     */
    public void keepClearOf(Consumer<Graphics2D> above) {
        int rows = owners.length / columns;
        BufferedImage drawn = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.scale(1.0 / SQUARE, 1.0 / SQUARE);
        graphics.translate(-area.getX(), -area.getY());
        above.accept(graphics);
        graphics.dispose();
        for (int square = 0; square < owners.length; square++) {
            if (drawn.getRGB(square % columns, square / columns) >>> ALPHA != 0) {
                takeAround(square % columns, square / columns);
            }
        }
    }

    private void takeAround(int column, int row) {
        int rows = owners.length / columns;
        for (int j = Math.max(0, row - CLEAR); j <= Math.min(rows - 1, row + CLEAR); j++) {
            for (int i = Math.max(0, column - CLEAR); i <= Math.min(columns - 1, column + CLEAR); i++) {
                take(j * columns + i);
            }
        }
    }

    /**
     * Returns the labels of those lines that get one; longer lines choose first.
     *
     * @param lines all lines in the area
     * @return a label for each line that has one
     */
    public Map<PageLine, Label> of(List<PageLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            note(lines.get(i), i + 1);
        }
        Map<PageLine, Label> placed = new HashMap<>();
        Map<Double, Integer> counts = new HashMap<>();
        for (PageLine line : longestFirst(lines)) {
            Label label = best(line, lines.indexOf(line) + 1);
            if (label != null && counts.merge(line.level(), 1, Integer::sum) <= MOST_A_LEVEL) {
                placed.put(line, label);
                squares(label, GAP).stream().filter(square -> square >= 0).forEach(this::take);
            }
        }
        return placed;
    }

    private static List<PageLine> longestFirst(List<PageLine> lines) {
        return lines.stream()
                .sorted((one, other) -> Double.compare(other.length(), one.length()))
                .toList();
    }

    private void take(int square) {
        owners[square] = TAKEN;
    }

    private void note(PageLine line, int owner) {
        for (double s = 0; s < line.length(); s += SQUARE) {
            int square = square(line.x(s), line.y(s));
            if (square >= 0 && owners[square] != TAKEN) {
                owners[square] = owner;
            }
        }
    }

    private Label best(PageLine line, int owner) {
        String text = Numbers.text(line.level());
        double width = widths.applyAsDouble(text) + 2 * GAP;
        Label best = null;
        double least = Double.POSITIVE_INFINITY;
        // a line that is not much longer than its label would be gone
        for (double s = width / 2; line.length() > 2.5 * width && s <= line.length() - width / 2; s += STEP) {
            Label label = along(line, text, s - width / 2, s + width / 2);
            double cost = label == null ? Double.POSITIVE_INFINITY : cost(label, owner);
            if (cost < least) {
                best = label;
                least = cost;
            }
        }
        return best;
    }

    /** Returns the label on a piece of a line, or null if the piece is bent. */
    private static Label along(PageLine line, String text, double from, double to) {
        double dx = line.x(to) - line.x(from);
        double dy = line.y(to) - line.y(from);
        double straightness = Math.hypot(dx, dy) / (to - from);
        if (straightness < STRAIGHT) {
            return null;
        }
        double angle = Math.atan2(dy, dx);
        double upright = angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;
        double middle = (from + to) / 2;
        double x = (line.x(from) + line.x(to) + 2 * line.x(middle)) / 4;
        double y = (line.y(from) + line.y(to) + 2 * line.y(middle)) / 4;
        return new Label(text, x, y, upright, from, to, 1 - straightness);
    }

    /** Returns how little a place is wished for: infinite if it is not free, else by crowding, bend and slope. */
    private double cost(Label label, int owner) {
        List<Integer> squares = squares(label, 0);
        if (squares.stream().anyMatch(square -> square < 0 || owners[square] == TAKEN)) {
            return Double.POSITIVE_INFINITY;
        }
        double others = squares.stream()
                .filter(square -> owners[square] != 0 && owners[square] != owner)
                .count();
        double crowding = others / squares.size();
        // a level label is read more easily, but a free place counts for more
        double wish = label.bend() + 0.02 * Math.abs(Math.sin(label.angle()));
        return crowding > CROWDED ? Double.POSITIVE_INFINITY : crowding + wish;
    }

    /** Returns the squares under a label and {@code around} it, negative ones outside the area. */
    private List<Integer> squares(Label label, int around) {
        List<Integer> squares = new ArrayList<>();
        double half = widths.applyAsDouble(label.text()) / 2 + around;
        double cos = Math.cos(label.angle());
        double sin = Math.sin(label.angle());
        for (double u = -half; u <= half; u += SQUARE) {
            for (double v = -HALF_HEIGHT - around; v <= HALF_HEIGHT + around; v += SQUARE) {
                squares.add(square(label.x() + u * cos - v * sin, label.y() + u * sin + v * cos));
            }
        }
        return squares;
    }

    private int square(double x, double y) {
        return area.contains(x, y) ? (int) (y - area.getY()) / SQUARE * columns + (int) (x - area.getX()) / SQUARE : -1;
    }
}
