package mml.plot.contour;

import mml.math.Grid;

/** Values between the points of a grid. */
public enum Interpolation {
    /** That of the nearest point. */
    NEAREST {
        @Override
        public double at(Grid grid, double column, double row) {
            return grid.at((int) within(Math.round(column), grid.x().count() - 1), (int)
                    within(Math.round(row), grid.y().count() - 1));
        }
    },
    /** Straight along rows and columns within a cell; in a cell with a corner that is not finite, that of such a corner. */
    BILINEAR {
        @Override
        public double at(Grid grid, double column, double row) {
            int c = (int) within(column, grid.x().count() - 2);
            int r = (int) within(row, grid.y().count() - 2);
            double right = column - c;
            double up = row - r;
            double lower = (1 - right) * grid.at(c, r) + right * grid.at(c + 1, r);
            double upper = (1 - right) * grid.at(c, r + 1) + right * grid.at(c + 1, r + 1);
            // a product with 0 hides no corner: infinity times 0 is NaN
            return Double.isFinite(lower) && Double.isFinite(upper)
                    ? (1 - up) * lower + up * upper
                    : nearestHole(grid, column, row);
        }
    };

    /** Returns the value of the nearest corner that is not finite; nothing is made up between it and the others. */
    private static double nearestHole(Grid grid, double column, double row) {
        int c = (int) within(column, grid.x().count() - 2);
        int r = (int) within(row, grid.y().count() - 2);
        double nearest = Double.POSITIVE_INFINITY;
        double value = Double.NaN;
        for (int corner = 0; corner < 4; corner++) {
            int right = corner % 2;
            int up = corner / 2;
            double at = grid.at(c + right, r + up);
            double distance = Math.hypot(column - c - right, row - r - up);
            if (!Double.isFinite(at) && distance < nearest) {
                nearest = distance;
                value = at;
            }
        }
        return value;
    }

    private static double within(double index, int last) {
        return Math.max(0, Math.min(last, index));
    }

    /**
     * Returns the value at a place.
     *
     * @param grid the values
     * @param column counted in grid points from the first
     * @param row counted in grid points from the first
     * @return the value, which need not be finite
     */
    public abstract double at(Grid grid, double column, double row);
}
