package mml.plot.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import mml.plot.contour.Raster;
import mml.plot.contour.Standing;

/**
 * What the stripes of a plane mean, in one row above it.
 *
 * @param shown in order; none leaves no trace
 */
public record Swatches(List<Standing> shown) {
    private static final int SIDE = 18;
    private static final int GAP = 7;
    private static final int BETWEEN = 22;

    /**
     * Returns the height of the row.
     *
     * @return in pixels, 0 for an empty one
     */
    public int height() {
        return shown.isEmpty() ? 0 : Text.LINE_HEIGHT + 4;
    }

    /**
     * Draws the row at the top of a box.
     *
     * @param graphics drawn on
     * @param box for the row and the plane
     * @return the box below the row
     */
    public Rectangle2D paint(Graphics2D graphics, Rectangle2D box) {
        double x = box.getX() + GAP;
        double y = box.getY() + 2;
        for (Standing standing : shown) {
            Rectangle2D swatch = new Rectangle2D.Double(Math.rint(x), Math.rint(y), SIDE, SIDE);
            Raster.paint(graphics, swatch, (right, up) -> 0, (value, i, j) -> standing.at(i, j));
            graphics.setStroke(Ink.THIN);
            graphics.setColor(Ink.AXIS);
            graphics.draw(swatch);
            String words = standing.inWords(Double.NaN);
            Text.draw(graphics, words, x + SIDE + GAP, y + SIDE / 2.0 + Text.MIDDLE, 0);
            x += SIDE + GAP + Text.width(words) + BETWEEN;
        }
        return new Rectangle2D.Double(box.getX(), box.getY() + height(), box.getWidth(), box.getHeight() - height());
    }
}
