package mml.train.batch;

import java.util.List;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Randomness;

/**
 * Images varied at random: moved by whole pixels, and mirrored.
 *
 * <p>Moving by at most {@code p} pixels each way, with zeros where nothing was, is the same as padding by {@code p} and
 * cutting out a window of the old size at random. What becomes of an example depends on a seed and its number only.
 *
 * <p>Source: K. He, X. Zhang, S. Ren, J. Sun, Deep residual learning for image recognition, CVPR 2016, section 4.2.
 *
 * @param shift the most pixels that an image is moved along each of its sides, each number of them as likely
 * @param mirror whether left and right are exchanged
 */
public record Augmentation(int shift, Mirror mirror) {
    /** When left and right are exchanged. */
    public enum Mirror {
        /** Never. */
        NEVER,
        /** In every other case, at random. */
        HALF
    }

    /**
     * Checks shift and mirror.
     *
     * @throws IllegalArgumentException if the shift is negative, or the mirror null
     */
    public Augmentation {
        Check.notNegative("shift", shift);
        Check.chosen("mirror", mirror, Mirror.values());
    }

    /**
     * Returns no change at all.
     *
     * @return images as they are
     */
    public static Augmentation none() {
        return new Augmentation(0, Mirror.NEVER);
    }

    /**
     * Returns padding and cropping.
     *
     * @param pixels by how many an image is padded on each side
     * @return images moved at random
     * @throws IllegalArgumentException if it is negative
     */
    public static Augmentation padAndCrop(int pixels) {
        return new Augmentation(pixels, Mirror.NEVER);
    }

    /**
     * Returns the same, with every other image mirrored.
     *
     * @return images mirrored at random
     */
    public Augmentation flip() {
        return new Augmentation(shift, Mirror.HALF);
    }

    /**
     * Returns whether images stay as they are.
     *
     * @return true of {@link #none}
     */
    public boolean isNone() {
        return shift == 0 && mirror == Mirror.NEVER;
    }

    /**
     * Refuses data that are no images, or too small.
     *
     * @param data to be varied
     * @throws IllegalArgumentException if there is something to do, and their shape is not {@code [height, width, channels]}
     *     or a side is not longer than the shift
     */
    public void requireFor(Dataset data) {
        List<Integer> shape = data.shape();
        Check.that(
                isNone() || shape.size() == 3 && Math.min(shape.get(0), shape.get(1)) > shift,
                "examples must be images [height, width, channels] with sides above %s, had shape %s",
                shift,
                shape);
    }

    /**
     * Writes a varied image.
     *
     * @param image where it comes from
     * @param seed of the variation, which depends on it and the image's number
     * @param into overwritten from {@code at} on, with as many numbers as an example has
     * @param at where it begins
     */
    public void write(Image image, long seed, float[] into, int at) {
        long random = Randomness.part(seed, image.example);
        int sides = 2 * shift + 1;
        int down = (int) Long.remainderUnsigned(random, sides) - shift;
        int right = (int) Long.remainderUnsigned(Long.divideUnsigned(random, sides), sides) - shift;
        // the top bit, which the remainders hardly touch
        boolean isMirrored = mirror == Mirror.HALF && random < 0;
        int height = image.data.shape().get(0);
        int width = image.data.shape().get(1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = (isMirrored ? width - 1 - x : x) - right;
                image.copyPixel(
                        y - down,
                        fromX,
                        into,
                        at + (y * width + x) * image.data.shape().get(2));
            }
        }
    }

    /**
     * One image of a data set.
     *
     * @param data whose examples have shape {@code [height, width, channels]}
     * @param example its number, counted from 0
     */
    public record Image(Dataset data, int example) {
        /** Copies a pixel, which is black outside of the image. */
        private void copyPixel(int y, int x, float[] into, int at) {
            int height = data.shape().get(0);
            int width = data.shape().get(1);
            int channels = data.shape().get(2);
            boolean isInside = y >= 0 && y < height && x >= 0 && x < width;
            int from = example * data.width() + (y * width + x) * channels;
            for (int c = 0; c < channels; c++) {
                into[at + c] = isInside ? data.features()[from + c] : 0;
            }
        }
    }
}
