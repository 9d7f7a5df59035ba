package mml.data.generated;

import java.util.List;
import java.util.random.RandomGenerator;
import mml.data.Dataset;
import mml.data.Provenance;
import mml.math.Check;
import mml.math.Randomness;
import mml.math.Workers;

/**
 * Grey square images made side by side, each from a random stream of its own, so that image {@code i} is the same whatever the
 * size of the set and the number of threads.
 *
 * @param name of the data set, and of the random streams
 * @param how they are made, and with which settings
 * @param classes their names
 * @param side of an image in pixels
 */
record SquareImages(String name, String how, List<String> classes, int side) {
    /** How many images a thread makes at a time: more than an online batch, which is not worth a hand-over. */
    private static final int CHUNK = 64;

    /** Makes one image. */
    @FunctionalInterface
    interface Painter {
        /**
         * Paints an image.
         *
         * @param random of this image alone
         * @param images into which its pixels are written, row by row
         * @param at index of the first pixel
         * @return the class
         */
        int paint(RandomGenerator random, float[] images, int at);
    }

    /**
     * Makes images.
     *
     * @param size how many, at least 1 and not more than an array can hold
     * @param seed of their random streams
     * @param painter makes each
     * @return shape {@code [side, side, 1]}
     * @throws IllegalArgumentException if {@code size} is below 1 or too large
     */
    Dataset draw(int size, long seed, Painter painter) {
        Check.positive("size", size);
        long most = Integer.MAX_VALUE / ((long) side * side);
        Check.that(size <= most, "size must be at most %s for images of %s x %s, was %s", most, side, side, size);
        int pixels = side * side;
        float[] images = new float[size * pixels];
        int[] labels = new int[size];
        Workers.each((size - 1) / CHUNK + 1, chunk -> {
            int last = (int) Math.min(size, (chunk + 1L) * CHUNK);
            for (int i = chunk * CHUNK; i < last; i++) {
                labels[i] = painter.paint(Randomness.of(Randomness.part(seed, i), name), images, i * pixels);
            }
        });
        return Dataset.of(name, classes, List.of(side, side, 1), images, labels)
                .from(Provenance.generated(how + ", seed " + seed));
    }
}
