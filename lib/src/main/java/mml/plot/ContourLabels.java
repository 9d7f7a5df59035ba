package mml.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds places for labels on contour lines: along the line where it is straight, away from other lines and labels. A line
 * that is too short, or has no free place, gets none.
 */
final class ContourLabels {
    /** A text with its middle and its angle, clockwise. */
    record Label(String text, double x, double y, double angle) {}

    /** A contour line on the page. */
    record Path(String text, double[] xs, double[] ys) {}

    /** Side of the squares in which it is noted what lies there, in pixels. */
    private static final int SQUARE = 3;

    private static final int HALF_HEIGHT = 9;
    private static final int STEP = 5;
    /** The chord of a label must be nearly as long as its piece of the line. */
    private static final double STRAIGHT = 0.93;
    /** Squares under a label, as a share, that may hold other lines. */
    private static final double CROWDED = 0.06;

    private final Rectangle2D area;
    private final int columns;
    private final int[] owners;

    private ContourLabels(Rectangle2D area) {
        this.area = area;
        this.columns = (int) area.getWidth() / SQUARE + 1;
        this.owners = new int[columns * ((int) area.getHeight() / SQUARE + 1)];
    }

    /** Returns at most one label for each line; earlier lines choose first. */
    static List<Label> place(List<Path> lines, Rectangle2D area) {
        ContourLabels labels = new ContourLabels(area);
        for (int i = 0; i < lines.size(); i++) {
            labels.note(lines.get(i), i + 1);
        }
        List<Label> placed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Label label = labels.best(lines.get(i), i + 1);
            if (label != null) {
                placed.add(label);
                labels.squares(label, 4).forEach(square -> labels.owners[square] = -1);
            }
        }
        return placed;
    }

    private void note(Path line, int owner) {
        double[] lengths = lengths(line);
        for (double s = 0; s < lengths[lengths.length - 1]; s += SQUARE) {
            int square = square(at(line.xs(), lengths, s), at(line.ys(), lengths, s));
            if (square >= 0) {
                owners[square] = owner;
            }
        }
    }

    private Label best(Path line, int owner) {
        double[] lengths = lengths(line);
        double width = Text.width(line.text()) + 8;
        double total = lengths[lengths.length - 1];
        Label best = null;
        double least = CROWDED;
        if (total < Math.max(60, 1.5 * width)) {
            return null;
        }
        for (double s = width / 2; s <= total - width / 2; s += STEP) {
            Label label = along(line, lengths, s, width);
            double cost = label == null ? Double.POSITIVE_INFINITY : cost(label, owner);
            if (cost < least) {
                best = label;
                least = cost;
            }
        }
        return best;
    }

    /** Returns the label centred at a length along the line, or null where the line bends or leaves the area. */
    private Label along(Path line, double[] lengths, double s, double width) {
        double fromX = at(line.xs(), lengths, s - width / 2);
        double fromY = at(line.ys(), lengths, s - width / 2);
        double toX = at(line.xs(), lengths, s + width / 2);
        double toY = at(line.ys(), lengths, s + width / 2);
        if (Math.hypot(toX - fromX, toY - fromY) < STRAIGHT * width) {
            return null;
        }
        double angle = Math.atan2(toY - fromY, toX - fromX);
        double upright = angle > Math.PI / 2 ? angle - Math.PI : angle <= -Math.PI / 2 ? angle + Math.PI : angle;
        double x = (fromX + toX + 2 * at(line.xs(), lengths, s)) / 4;
        double y = (fromY + toY + 2 * at(line.ys(), lengths, s)) / 4;
        return new Label(line.text(), x, y, upright);
    }

    /** Returns how little a place is wished for: infinite outside and on labels, else crowding and slope. */
    private double cost(Label label, int owner) {
        List<Integer> squares = squares(label, 0);
        if (squares.stream().anyMatch(square -> square < 0 || owners[square] < 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double others = squares.stream()
                .filter(square -> owners[square] != 0 && owners[square] != owner)
                .count();
        // a level label is read more easily, but a free place counts for more
        return others / squares.size() + 0.02 * Math.abs(Math.sin(label.angle()));
    }

    private List<Integer> squares(Label label, int around) {
        List<Integer> squares = new ArrayList<>();
        double half = Text.width(label.text()) / 2 + around;
        double cos = Math.cos(label.angle());
        double sin = Math.sin(label.angle());
        for (double u = -half; u <= half; u += SQUARE) {
            for (double v = -HALF_HEIGHT - around; v <= HALF_HEIGHT + around; v += SQUARE) {
                int square = square(label.x() + u * cos - v * sin, label.y() + u * sin + v * cos);
                if (square >= 0 || around == 0) {
                    squares.add(square);
                }
            }
        }
        return squares;
    }

    /** Returns the index of the square at a point, negative outside the area. */
    private int square(double x, double y) {
        return area.contains(x, y) ? (int) (y - area.getY()) / SQUARE * columns + (int) (x - area.getX()) / SQUARE : -1;
    }

    private static double[] lengths(Path line) {
        double[] lengths = new double[line.xs().length];
        for (int i = 1; i < lengths.length; i++) {
            lengths[i] = lengths[i - 1] + Math.hypot(line.xs()[i] - line.xs()[i - 1], line.ys()[i] - line.ys()[i - 1]);
        }
        return lengths;
    }

    /** Returns the coordinate at a length along a line. */
    private static double at(double[] coordinates, double[] lengths, double s) {
        int found = java.util.Arrays.binarySearch(lengths, s);
        int next = Math.max(1, Math.min(lengths.length - 1, found < 0 ? -found - 1 : found));
        double piece = lengths[next] - lengths[next - 1];
        double share = piece == 0 ? 0 : (s - lengths[next - 1]) / piece;
        return coordinates[next - 1] + share * (coordinates[next] - coordinates[next - 1]);
    }
}
