package mml.plot.solid;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A picture of triangles of which the nearest is seen at each dot. */
final class DepthImage {
    /** What is known of a corner and linear between corners: place on the page, nearness, and four numbers of its own. */
    record Corner(double x, double y, double nearness, double[] own) {}

    /** The colour of a dot. */
    interface Paint {
        /** Returns 0xrrggbb from the corners' own numbers in between, which are overwritten for the next dot. */
        int at(double[] own, int column, int row);
    }

    private final BufferedImage image;
    private final double[] nearest;
    private final int width;

    DepthImage(int width, int height) {
        this.width = width;
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        this.nearest = new double[width * height];
        Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
    }

    BufferedImage image() {
        return image;
    }

    /** Paints a triangle, corners in any order. */
    void triangle(Corner a, Corner b, Corner c, Paint paint) {
        double area = cross(a, b, c.x(), c.y());
        if (area == 0) {
            return; // seen from its edge
        }
        int left = (int) Math.max(0, Math.floor(Math.min(a.x(), Math.min(b.x(), c.x()))));
        int right = (int) Math.min(width - 1, Math.ceil(Math.max(a.x(), Math.max(b.x(), c.x()))));
        int top = (int) Math.max(0, Math.floor(Math.min(a.y(), Math.min(b.y(), c.y()))));
        int bottom = (int) Math.min(image.getHeight() - 1, Math.ceil(Math.max(a.y(), Math.max(b.y(), c.y()))));
        double[] own = new double[a.own().length];
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                double shareA = cross(b, c, column + 0.5, row + 0.5) / area;
                double shareB = cross(c, a, column + 0.5, row + 0.5) / area;
                double shareC = 1 - shareA - shareB;
                if (shareA >= 0 && shareB >= 0 && shareC >= 0) {
                    double nearness = shareA * a.nearness() + shareB * b.nearness() + shareC * c.nearness();
                    if (nearness > nearest[row * width + column]) {
                        nearest[row * width + column] = nearness;
                        for (int k = 0; k < own.length; k++) {
                            own[k] = shareA * a.own()[k] + shareB * b.own()[k] + shareC * c.own()[k];
                        }
                        image.setRGB(column, row, 0xff000000 | paint.at(own, column, row));
                    }
                }
            }
        }
    }

    /** Returns twice the area of a triangle, negative if its corners go round the other way. */
    static double cross(Corner a, Corner b, double x, double y) {
        return (b.x() - a.x()) * (y - a.y()) - (b.y() - a.y()) * (x - a.x());
    }
}
