package mml.plot.solid;

import java.util.Arrays;
import mml.math.Grid;
import mml.plot.contour.Colours;
import mml.plot.contour.Standing;
import mml.plot.scale.Axis;

/** The heights of a grid as they are drawn, in a box whose floor has sides of 1. */
final class Relief {
    /** Of the box: low enough for the far side to be seen over the near one. */
    static final double HEIGHT = 0.62;

    private final Grid grid;
    private final Colours colours;
    private final Axis axis;
    /** Row by row, NaN where there is a hole. */
    private final double[] shares;

    /** Finds the heights; the axis is that of the values, null if none is finite. */
    Relief(Grid grid, Colours colours, Axis axis) {
        this.grid = grid;
        this.colours = colours;
        this.axis = axis;
        this.shares = new double[columns() * rows()];
        Arrays.setAll(shares, i -> drawn(grid.at(i % columns(), i / columns())));
    }

    private double drawn(double value) {
        return switch (colours.standing(value)) {
            case WITHIN -> Math.max(0, Math.min(1, axis.share(value)));
            case ABOVE -> 1;
            case BELOW -> 0;
            default -> Double.NaN;
        };
    }

    Grid grid() {
        return grid;
    }

    Colours colours() {
        return colours;
    }

    Axis axis() {
        return axis;
    }

    int columns() {
        return grid.x().count();
    }

    int rows() {
        return grid.y().count();
    }

    Standing standing(int column, int row) {
        return colours.standing(grid.at(column, row));
    }

    /** Returns the height as a share of the box's, NaN where there is a hole; a clipped one lies at the floor or the top. */
    double share(int column, int row) {
        return shares[row * columns() + column];
    }

    double x(int column) {
        return column / (columns() - 1.0) - 0.5;
    }

    double y(int row) {
        return row / (rows() - 1.0) - 0.5;
    }

    static double z(double share) {
        return HEIGHT * (share - 0.5);
    }

    /** Returns how steeply the surface rises along x (or y), from the neighbours that there are. */
    double slope(int column, int row, int alongX, int alongY) {
        double next = share(Math.min(column + alongX, columns() - 1), Math.min(row + alongY, rows() - 1));
        double last = share(Math.max(column - alongX, 0), Math.max(row - alongY, 0));
        double here = share(column, row);
        double to = Double.isNaN(next) ? here : next;
        double from = Double.isNaN(last) ? here : last;
        double step = 1.0 / (alongX == 1 ? columns() - 1 : rows() - 1);
        return HEIGHT * (to - from) / (2 * step);
    }
}
