package mml.plot;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.function.DoubleBinaryOperator;

/** A rectangle of the page coloured dot by dot, as fine as the PNG. */
final class Raster {
    private Raster() {}

    /** A colour, as 0xrrggbb, of the dot in a column and a row, counted from the upper left. */
    interface Dots {
        int at(int column, int row);
    }

    /** Colours an area whose sides are whole pixels. */
    static void paint(Graphics2D graphics, Rectangle2D area, Dots dots) {
        int width = Rendering.FINENESS * (int) area.getWidth();
        int height = Rendering.FINENESS * (int) area.getHeight();
        int[] row = new int[width];
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int j = 0; j < height; j++) {
            for (int i = 0; i < width; i++) {
                row[i] = dots.at(i, j);
            }
            image.getRaster().setDataElements(0, j, width, 1, row);
        }
        graphics.drawImage(
                image, (int) area.getX(), (int) area.getY(), (int) area.getWidth(), (int) area.getHeight(), null);
    }

    /** Colours an area by a function of the shares of its width and height, both from 0 at the lower left. */
    static void paint(Graphics2D graphics, Rectangle2D area, DoubleBinaryOperator value, Colouring colouring) {
        double width = Rendering.FINENESS * area.getWidth();
        double height = Rendering.FINENESS * area.getHeight();
        paint(graphics, area, (i, j) -> {
            double at = value.applyAsDouble((i + 0.5) / width, (height - j - 0.5) / height);
            return Double.isFinite(at) ? colouring.of(at) : hole(i + j);
        });
    }

    /** A colour, as 0xrrggbb, of a finite value. */
    interface Colouring {
        int of(double value);
    }

    /** Returns the colour where there is no value: grey with oblique lines. */
    private static int hole(int diagonal) {
        return (diagonal % 14 < 3 ? Ink.HATCH : Ink.HOLE).getRGB();
    }
}
