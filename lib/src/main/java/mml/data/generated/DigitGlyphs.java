package mml.data.generated;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.math.Check;

/**
 * Digits of a bitmap font, moved and bent: a small stand-in for handwritten digits, of which there are as many as one likes.
 *
 * <p>A digit, uniform on the ten, is taken from a font of 5 x 7 pixels, bilinear between them; sheared by a number uniform on
 * [-0.2, 0.2], scaled by one uniform on [0.8, 1.2], rotated by an angle uniform on [-0.25, 0.25], put in the middle of 12 x 12
 * pixels and shifted by up to one pixel each way. A pixel is the ink there, from 0 to 1, minus 0.25, plus normal noise.
 *
 * <p>{@link #draw} is a generator for online training: {@code new Online(new DigitGlyphs(0.2)::draw, 1000, 50, seed)}. The same
 * seed with other noise gives the same digits.
 *
 * @param noise deviation of the noise; finite, not negative
 */
public record DigitGlyphs(double noise) {
    static final int SIDE = 12;
    private static final double ROTATION = 0.25;
    private static final double SCALE = 0.2;
    private static final double SHEAR = 0.2;
    private static final double SHIFT = 1;
    /** Puts paper and ink on the two sides of 0. */
    private static final double OFFSET = -0.25;

    private static final List<String> CLASSES =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    /**
     * Checks the noise.
     *
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public DigitGlyphs {
        Check.notNegative("noise", noise);
    }

    /**
     * How a digit lies in the image: sheared, then scaled, rotated and shifted.
     *
     * @param shear by how many pixels a line moves to the right for each line below the middle
     * @param scale 1 where a pixel of the font is one of the image
     * @param rotation clockwise, in radians
     * @param right the shift, in pixels
     * @param down the shift, in pixels
     */
    record Pose(double shear, double scale, double rotation, double right, double down) {
        static Pose random(RandomGenerator random) {
            return new Pose(
                    random.nextDouble(-SHEAR, SHEAR),
                    1 + random.nextDouble(-SCALE, SCALE),
                    random.nextDouble(-ROTATION, ROTATION),
                    random.nextDouble(-SHIFT, SHIFT),
                    random.nextDouble(-SHIFT, SHIFT));
        }

        /**
         * Adds the ink of a digit.
         *
         * @param digit from 0 to 9
         * @param images added to
         * @param at index of the image's first pixel
         */
        void paint(int digit, float[] images, int at) {
            double cos = Math.cos(rotation) / scale;
            double sin = Math.sin(rotation) / scale;
            for (int i = 0; i < SIDE * SIDE; i++) {
                double x = i % SIDE - (SIDE - 1) / 2.0 - right;
                double y = i / SIDE - (SIDE - 1) / 2.0 - down;
                double row = cos * y - sin * x;
                double column = cos * x + sin * y - shear * row;
                images[at + i] += (float)
                        DigitFont.ink(digit, column + (DigitFont.WIDTH - 1) / 2.0, row + (DigitFont.HEIGHT - 1) / 2.0);
            }
        }
    }

    /**
     * Draws images. Image {@code i} is the same whatever the size.
     *
     * @param size how many, at least 1; all their pixels together at most {@code 2^31 - 1}
     * @param seed of this draw
     * @return shape {@code [12, 12, 1]}, classes {@code 0} to {@code 9}; without noise from -0.25 to 0.75
     * @throws IllegalArgumentException if {@code size} is below 1, or so large that no array holds the pixels
     */
    public Dataset draw(int size, long seed) {
        String how = "digits of this library's bitmap font, moved and bent, noise of deviation " + noise;
        return new SquareImages("digit glyphs", how, CLASSES, SIDE).draw(size, seed, this::paint);
    }

    private int paint(RandomGenerator random, float[] images, int at) {
        int digit = random.nextInt(CLASSES.size());
        Pose.random(random).paint(digit, images, at);
        for (int i = at; i < at + SIDE * SIDE; i++) {
            images[i] += (float) (OFFSET + noise * random.nextGaussian());
        }
        return digit;
    }
}
