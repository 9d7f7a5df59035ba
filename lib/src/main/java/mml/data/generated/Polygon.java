package mml.data.generated;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An object of Shapeset at its place in an image: pixel {@code (row, column)} is the square from {@code (column, row)} to
 * {@code (column + 1, row + 1)}.
 *
 * @param shape from which it was made
 * @param x of the vertices, in pixels from the left; convex in their order
 * @param y of the vertices, in pixels from the top
 * @param centreX where the middle of the regular polygon went
 * @param centreY where the middle of the regular polygon went
 * @param size product of the two scales and of the shape's {@linkplain Shape#areaRatio area ratio}, in square pixels
 */
record Polygon(Shape shape, double[] x, double[] y, double centreX, double centreY, double size) {
    /** Smallest and largest scale, as shares of the image's side. */
    static final double SMALLEST = 0.2;

    static final double LARGEST = 0.8;
    /** How many pixels stay free at every edge of the image. */
    static final int MARGIN = 1;
    /** How many directions an object can have. */
    private static final int DIRECTIONS = 255;

    /**
     * What is drawn of an object first, and kept when its scales and its place are drawn again.
     *
     * @param shape its kind
     * @param tilt {@code a1}: the rotation before the scaling, which makes the object irregular
     * @param turn {@code a3}: the rotation after it
     */
    record Direction(Shape shape, double tilt, double turn) {
        static Direction random(RandomGenerator random) {
            Shape shape = Shape.random(random);
            double sector = Math.PI / shape.vertices();
            return new Direction(
                    shape, uniform(random, -sector, sector), 2 * Math.PI * random.nextInt(DIRECTIONS) / DIRECTIONS);
        }
    }

    /**
     * Draws the scales and the place, uniform over all places where the whole object stays off the edges.
     *
     * @param direction what is drawn already
     * @param side of the image in pixels
     * @param random advanced
     */
    static Polygon random(Direction direction, int side, RandomGenerator random) {
        double first = side * uniform(random, SMALLEST, LARGEST);
        double second = side * uniform(random, SMALLEST, LARGEST);
        Polygon centred = centred(direction, Math.max(first, second), Math.min(first, second));
        return centred.moved(place(centred.x, side, random), place(centred.y, side, random));
    }

    /** Returns {@code base R(a1) diag(s0, s1) R(a2) R(a3)} with {@code a2 = -atan(s1 / s0 tan a1)}, round the origin. */
    static Polygon centred(Direction direction, double s0, double s1) {
        Shape shape = direction.shape;
        double cos = Math.cos(direction.tilt);
        double sin = Math.sin(direction.tilt);
        double turn = direction.turn - Math.atan(s1 / s0 * Math.tan(direction.tilt));
        double turnCos = Math.cos(turn);
        double turnSin = Math.sin(turn);
        double[] x = new double[shape.vertices()];
        double[] y = new double[shape.vertices()];
        for (int t = 0; t < x.length; t++) {
            double u = s0 * (shape.x(t) * cos - shape.y(t) * sin);
            double v = s1 * (shape.x(t) * sin + shape.y(t) * cos);
            x[t] = u * turnCos - v * turnSin;
            y[t] = u * turnSin + v * turnCos;
        }
        return new Polygon(shape, x, y, 0, 0, s0 * s1 * shape.areaRatio());
    }

    private static double place(double[] coordinates, int side, RandomGenerator random) {
        double least = Arrays.stream(coordinates).min().getAsDouble();
        double most = Arrays.stream(coordinates).max().getAsDouble();
        return uniform(random, MARGIN - least, side - MARGIN - most);
    }

    private static double uniform(RandomGenerator random, double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Returns the same object elsewhere. */
    Polygon moved(double right, double down) {
        return new Polygon(shape, plus(x, right), plus(y, down), centreX + right, centreY + down, size);
    }

    private static double[] plus(double[] values, double shift) {
        return Arrays.stream(values).map(value -> value + shift).toArray();
    }

    /**
     * Estimates which share of an earlier object this one would hide: {@code (1 - 2^(1 - p / d)) size / earlier.size} with the
     * distance {@code d} of the centres and the sum {@code p} of how far each reaches towards the other.
     *
     * @return above 1 if this object is much larger, negative if the two are apart
     */
    double hiddenShare(Polygon earlier) {
        double right = centreX - earlier.centreX;
        double down = centreY - earlier.centreY;
        double square = right * right + down * down;
        // both reaches times d, so that their sum over the square of d is p / d
        double reaches = earlier.reach(right, down) + reach(-right, -down);
        double factor = square == 0 ? 1 : 1 - Math.pow(2, 1 - reaches / square);
        return factor * size / earlier.size;
    }

    private double reach(double right, double down) {
        double most = Double.NEGATIVE_INFINITY;
        for (int t = 0; t < x.length; t++) {
            most = Math.max(most, (x[t] - centreX) * right + (y[t] - centreY) * down);
        }
        return most;
    }

    /**
     * Fills the pixels whose middle lies inside; no grey levels in between.
     *
     * @param images overwritten where the object is
     * @param at index of the image's first pixel
     * @param side of the image
     * @param grey the value of a pixel
     */
    void fill(float[] images, int at, int side, float grey) {
        for (int row = 0; row < side; row++) {
            double middle = row + 0.5;
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            for (int t = 0, before = x.length - 1; t < x.length; before = t++) {
                if (y[t] <= middle != y[before] <= middle) {
                    double crossing = x[t] + (middle - y[t]) / (y[before] - y[t]) * (x[before] - x[t]);
                    left = Math.min(left, crossing);
                    right = Math.max(right, crossing);
                }
            }
            if (left < right) {
                int start = at + row * side;
                Arrays.fill(images, start + (int) Math.ceil(left - 0.5), start + (int) Math.ceil(right - 0.5), grey);
            }
        }
    }
}
