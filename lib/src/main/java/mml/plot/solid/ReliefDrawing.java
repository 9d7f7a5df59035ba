package mml.plot.solid;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.stream.IntStream;
import mml.plot.contour.Interpolation;
import mml.plot.contour.Raster;
import mml.plot.contour.Standing;
import mml.plot.contour.Viridis;
import mml.plot.solid.DepthImage.Corner;

/**
 * The surface itself: two triangles a cell, shaded, with some lines of the grid. A cell with a corner that is not finite is
 * left out, and its place on the floor is marked.
 *
 * @param relief what is drawn
 * @param view where it lies on the page
 */
record ReliefDrawing(Relief relief, View view) {
    /** Lines of the grid that are drawn each way: enough to see the form, too few to hide the colours. */
    private static final int LINES = 20;
    /** Half the width of a line, in dots. */
    private static final double HALF_LINE = 0.8;

    /** Shares of the colour that the darkest slope keeps, the underside, and what a line leaves. */
    private static final double DARKEST = 0.62;

    private static final double UNDERSIDE = 0.55;
    private static final double UNDER_LINE = 0.72;

    private static final int BLACK = 0;

    /** Draws what lies in a rectangle of the page, the box's frame being there already. */
    void paint(Graphics2D graphics, Rectangle area) {
        DepthImage image = new DepthImage(Raster.FINENESS * area.width, Raster.FINENESS * area.height);
        Corner[] lower = corners(area, 0);
        for (int row = 0; row < relief.rows() - 1; row++) {
            Corner[] upper = corners(area, row + 1);
            for (int column = 0; column < relief.columns() - 1; column++) {
                paintCell(image, area, List.of(lower[column], lower[column + 1], upper[column + 1], upper[column]));
            }
            lower = upper;
        }
        graphics.drawImage(image.image(), area.x, area.y, area.width, area.height, null);
    }

    private Corner[] corners(Rectangle area, int row) {
        return IntStream.range(0, relief.columns())
                .mapToObj(column -> corner(area, column, row, relief.share(column, row)))
                .toArray(Corner[]::new);
    }

    private void paintCell(DepthImage image, Rectangle area, List<Corner> round) {
        boolean isHole = round.stream().anyMatch(corner -> Double.isNaN(corner.own()[2]));
        List<Corner> corners = isHole
                ? round.stream()
                        .map(corner -> corner(area, (int) corner.own()[0], (int) corner.own()[1], 0))
                        .toList()
                : round;
        for (int k = 1; k <= 2; k++) {
            Corner second = corners.get(k);
            Corner third = corners.get(k + 1);
            image.triangle(
                    corners.get(0), second, third, isHole ? this::floor : surface(corners.get(0), second, third));
        }
    }

    /** Returns a corner whose own numbers are column, row, share and light. */
    private Corner corner(Rectangle area, int column, int row, double share) {
        double x = relief.x(column);
        double y = relief.y(row);
        return new Corner(
                Raster.FINENESS * (view.pageX(x, y) - area.x),
                Raster.FINENESS * (view.pageY(x, y, Relief.z(share)) - area.y),
                View.nearness(x, y, Relief.z(share)),
                new double[] {
                    column, row, share, View.light(relief.slope(column, row, 1, 0), relief.slope(column, row, 0, 1))
                });
    }

    private int floor(double[] own, int i, int j) {
        return relief.colours()
                .standing(Interpolation.BILINEAR.at(relief.grid(), own[0], own[1]))
                .at(i, j);
    }

    private DepthImage.Paint surface(Corner a, Corner b, Corner c) {
        double area = DepthImage.cross(a, b, c.x(), c.y());
        double kept = area < 0 ? 1 : UNDERSIDE; // the page counts downwards
        double acrossColumn = slopeOnPage(a, b, c, 0, area);
        double acrossRow = slopeOnPage(a, b, c, 1, area);
        Standing standing = clipped(a, b, c);
        return (own, i, j) -> {
            int colour = standing == Standing.WITHIN ? relief.colours().at(own[2]) : standing.plain();
            boolean isLine = isLine(own[0], relief.columns(), acrossColumn) || isLine(own[1], relief.rows(), acrossRow);
            double light = kept * (DARKEST + (1 - DARKEST) * own[3]) * (isLine ? UNDER_LINE : 1);
            return Viridis.mixed(BLACK, colour, light);
        };
    }

    /** Returns how fast a number of the corners changes on the page, for each dot. */
    private static double slopeOnPage(Corner a, Corner b, Corner c, int own, double area) {
        double ab = b.own()[own] - a.own()[own];
        double ac = c.own()[own] - a.own()[own];
        double x = (ab * (c.y() - a.y()) - ac * (b.y() - a.y())) / area;
        double y = (ac * (b.x() - a.x()) - ab * (c.x() - a.x())) / area;
        return Math.hypot(x, y);
    }

    private static boolean isLine(double place, int count, double slope) {
        int every = Math.max(1, (int) Math.ceil((count - 1.0) / LINES));
        return Math.abs(place - every * Math.rint(place / every)) < HALF_LINE * slope;
    }

    /** Returns the standing of a flat piece that is clipped; one that reaches down to other values has their colours. */
    private Standing clipped(Corner a, Corner b, Corner c) {
        Standing first = standing(a);
        return first.isClipped() && standing(b) == first && standing(c) == first ? first : Standing.WITHIN;
    }

    private Standing standing(Corner corner) {
        return relief.standing((int) corner.own()[0], (int) corner.own()[1]);
    }
}
