package mml.plot.contour;

import java.awt.geom.Path2D;
import java.util.Arrays;

/** A contour line on the page, measured along its length in pixels. */
public final class PageLine {
    private final double level;
    private final double[] xs;
    private final double[] ys;
    /** From the start to each corner. */
    private final double[] lengths;

    /**
     * Makes a line of its corners.
     *
     * @param level the value
     * @param xs of two corners or more, in pixels
     * @param ys as many
     */
    public PageLine(double level, double[] xs, double[] ys) {
        this.level = level;
        this.xs = xs;
        this.ys = ys;
        this.lengths = new double[xs.length];
        for (int i = 1; i < lengths.length; i++) {
            lengths[i] = lengths[i - 1] + Math.hypot(xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
        }
    }

    /**
     * Returns the value on the line.
     *
     * @return the level
     */
    public double level() {
        return level;
    }

    /**
     * Returns the length.
     *
     * @return in pixels
     */
    public double length() {
        return lengths[lengths.length - 1];
    }

    double x(double s) {
        return at(xs, s);
    }

    double y(double s) {
        return at(ys, s);
    }

    private double at(double[] coordinates, double s) {
        int next = cornerAfter(s);
        double piece = lengths[next] - lengths[next - 1];
        double share = piece == 0 ? 0 : (s - lengths[next - 1]) / piece;
        return coordinates[next - 1] + share * (coordinates[next] - coordinates[next - 1]);
    }

    /** Returns the first corner but the start that is at least {@code s} along the line. */
    private int cornerAfter(double s) {
        int found = Arrays.binarySearch(lengths, s);
        return Math.max(1, Math.min(lengths.length - 1, found < 0 ? -found - 1 : found));
    }

    /**
     * Adds a piece to a path.
     *
     * @param path added to
     * @param from where the piece starts, as a length from the start
     * @param to where it ends
     */
    public void addTo(Path2D path, double from, double to) {
        path.moveTo(x(from), y(from));
        for (int i = cornerAfter(from); i < lengths.length && lengths[i] < to; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        path.lineTo(x(to), y(to));
    }
}
