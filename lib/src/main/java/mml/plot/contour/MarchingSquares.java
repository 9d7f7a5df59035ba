package mml.plot.contour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mml.math.Grid;

/**
 * Lines of equal value in a grid, by marching squares.
 *
 * <p>On an edge of a cell whose one end is at least the level and whose other end is below it lies one crossing, at the
 * place of linear interpolation. A cell with two crossings is crossed by a straight piece; one with four (a saddle) by two
 * pieces, which leave its high corners joined if the mean of the four corners is at least the level, and apart if not. A
 * cell with a corner that is not finite is skipped. Since neighbouring cells share crossings, pieces join exactly.
 */
public final class MarchingSquares {
    /**
     * A line of equal value in the grid's coordinates; a closed one ends where it starts.
     *
     * @param level the value
     * @param xs of its corners
     * @param ys of its corners
     */
    public record Line(double level, double[] xs, double[] ys) {
        /**
         * Returns whether the line ends where it starts.
         *
         * @return true if it does
         */
        public boolean isClosed() {
            int last = xs.length - 1;
            return last > 1 && xs[0] == xs[last] && ys[0] == ys[last];
        }
    }

    private static final int NONE = -1;

    private final Grid grid;
    private final double level;
    /** The crossings that a crossing is joined to, by edges; two at most, one in each cell beside the edge. */
    private final int[][] joined;

    private MarchingSquares(Grid grid, double level) {
        this.grid = grid;
        this.level = level;
        this.joined = new int[2][2 * grid.x().count() * grid.y().count()];
        Arrays.fill(joined[0], NONE);
        Arrays.fill(joined[1], NONE);
    }

    /**
     * Returns the lines at a level.
     *
     * @param grid the values; NaN where there is none
     * @param level the value of the lines
     * @return open lines, then closed ones
     */
    public static List<Line> of(Grid grid, double level) {
        MarchingSquares squares = new MarchingSquares(grid, level);
        for (int row = 0; row < grid.y().count() - 1; row++) {
            for (int column = 0; column < grid.x().count() - 1; column++) {
                squares.cross(column, row);
            }
        }
        return squares.lines();
    }

    private void cross(int column, int row) {
        double southWest = grid.at(column, row);
        double southEast = grid.at(column + 1, row);
        double northEast = grid.at(column + 1, row + 1);
        double northWest = grid.at(column, row + 1);
        if (!Double.isFinite(southWest + southEast + northEast + northWest)) {
            return;
        }
        int south = edge(column, row, 0);
        int west = edge(column, row, 1);
        int north = edge(column, row + 1, 0);
        int east = edge(column + 1, row, 1);
        boolean highCentre = (southWest + southEast + northEast + northWest) / 4 >= level;
        int high = bit(southWest, 1) | bit(southEast, 2) | bit(northEast, 4) | bit(northWest, 8);
        switch (high) {
            case 1, 14 -> join(south, west);
            case 2, 13 -> join(south, east);
            case 4, 11 -> join(north, east);
            case 8, 7 -> join(north, west);
            case 3, 12 -> join(west, east);
            case 6, 9 -> join(south, north);
            case 5, 10 -> {
                boolean aroundSouthEast = highCentre == (high == 5);
                join(south, aroundSouthEast ? east : west);
                join(north, aroundSouthEast ? west : east);
            }
            default -> {} // all corners on one side
        }
    }

    private int bit(double value, int bit) {
        return value >= level ? bit : 0;
    }

    /** Returns the number of the edge that leaves a grid point eastwards (0) or northwards (1). */
    private int edge(int column, int row, int northwards) {
        return 2 * (row * grid.x().count() + column) + northwards;
    }

    private void join(int one, int other) {
        joined[joined[0][one] == NONE ? 0 : 1][one] = other;
        joined[joined[0][other] == NONE ? 0 : 1][other] = one;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (int edge = 0; edge < joined[0].length; edge++) {
            if (joined[0][edge] != NONE && joined[1][edge] == NONE) {
                lines.add(walk(edge));
            }
        }
        for (int edge = 0; edge < joined[0].length; edge++) {
            if (joined[0][edge] != NONE) {
                lines.add(walk(edge));
            }
        }
        return lines;
    }

    /** Follows a line from one of its crossings, and forgets its joints on the way. */
    private Line walk(int start) {
        List<Integer> edges = new ArrayList<>();
        int edge = start;
        while (edge != NONE) {
            edges.add(edge);
            int next = joined[0][edge] != NONE ? joined[0][edge] : joined[1][edge];
            if (next != NONE) {
                part(edge, next);
                part(next, edge);
            }
            edge = next;
        }
        double[] xs = edges.stream().mapToDouble(this::x).toArray();
        double[] ys = edges.stream().mapToDouble(this::y).toArray();
        return new Line(level, xs, ys);
    }

    private void part(int edge, int other) {
        joined[joined[0][edge] == other ? 0 : 1][edge] = NONE;
    }

    private double x(int edge) {
        int column = edge / 2 % grid.x().count();
        return edge % 2 == 1 ? grid.x().at(column) : between(grid.x(), column, share(edge));
    }

    private double y(int edge) {
        int row = edge / 2 / grid.x().count();
        return edge % 2 == 0 ? grid.y().at(row) : between(grid.y(), row, share(edge));
    }

    private static double between(Grid.Axis axis, int index, double share) {
        return (1 - share) * axis.at(index) + share * axis.at(index + 1);
    }

    /** Returns where on its edge the crossing lies. */
    private double share(int edge) {
        int column = edge / 2 % grid.x().count();
        int row = edge / 2 / grid.x().count();
        double from = grid.at(column, row);
        double to = edge % 2 == 0 ? grid.at(column + 1, row) : grid.at(column, row + 1);
        return (level - from) / (to - from);
    }
}
