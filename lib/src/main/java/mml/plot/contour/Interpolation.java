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
    /** Straight along rows and columns within a cell; NaN if a corner is. */
    BILINEAR {
        @Override
        public double at(Grid grid, double column, double row) {
            int c = (int) within(column, grid.x().count() - 2);
            int r = (int) within(row, grid.y().count() - 2);
            double right = column - c;
            double up = row - r;
            return (1 - up) * ((1 - right) * grid.at(c, r) + right * grid.at(c + 1, r))
                    + up * ((1 - right) * grid.at(c, r + 1) + right * grid.at(c + 1, r + 1));
        }
    };

    private static double within(double index, int last) {
        return Math.max(0, Math.min(last, index));
    }

    /**
     * Returns the value at a place.
     *
     * @param grid the values
     * @param column counted in grid points from the first
     * @param row counted in grid points from the first
     * @return the value
     */
    public abstract double at(Grid grid, double column, double row);
}
