package mml.plot.contour;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleBinaryOperator;

/** A rectangle of the page coloured dot by dot, as fine as the PNG. */
public final class Raster {
    /** Dots for each pixel of the page. */
    public static final int FINENESS = 2;

    private Raster() {}

    /** The colour of a dot. */
    public interface Dots {
        /**
         * Returns the colour.
         *
         * @param column from the left, counted from 0
         * @param row from the top, counted from 0
         * @return 0xrrggbb
         */
        int at(int column, int row);
    }

    /** The colour of a value. */
    public interface Colouring {
        /**
         * Returns the colour.
         *
         * @param value any
         * @param column of the dot, from the left
         * @param row of the dot, from the top
         * @return 0xrrggbb
         */
        int of(double value, int column, int row);
    }

    /**
     * Colours an area.
     *
     * @param graphics painted on
     * @param area with sides of whole pixels
     * @param dots the colours
     */
    public static void paint(Graphics2D graphics, Rectangle area, Dots dots) {
        int width = FINENESS * area.width;
        int height = FINENESS * area.height;
        int[] row = new int[width];
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                row[i] = dots.at(i, j);
            }
            image.getRaster().setDataElements(0, j, width, 1, row);
        }
        graphics.drawImage(image, area.x, area.y, area.width, area.height, null);
    }

    /**
     * Colours an area by a function of the shares of its width and height.
     *
     * @param graphics painted on
     * @param area anywhere
     * @param value of the shares, both from 0 at the lower left to 1
     * @param colouring the colours of values
     */
    public static void paint(Graphics2D graphics, Rectangle2D area, DoubleBinaryOperator value, Colouring colouring) {
        Rectangle whole = area.getBounds();
        Shape clip = graphics.getClip();
        graphics.clip(area);
        paint(graphics, whole, (i, j) -> {
            double right = whole.x + (i + 0.5) / FINENESS - area.getX();
            double up = area.getMaxY() - whole.y - (j + 0.5) / FINENESS;
            double at = value.applyAsDouble(right / area.getWidth(), up / area.getHeight());
            return colouring.of(at, i, j);
        });
        graphics.setClip(clip);
    }
}
