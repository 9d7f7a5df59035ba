package mml.data;

import java.util.List;
import mml.math.Check;

/** Images of another size, and images whitened one by one. */
public final class Images {
    private Images() {}

    /**
     * Returns images with zeros around them, in the middle of a larger frame; an odd pixel goes below and to the right.
     *
     * @param images a data set whose examples have shape {@code [height, width, channels]}
     * @param height of the frame, at least that of the images
     * @param width of the frame, at least that of the images
     * @return the same examples at shape {@code [height, width, channels]}
     * @throws IllegalArgumentException if the examples are no images, or larger than the frame, or no array holds all frames
     */
    public static Dataset padded(Dataset images, int height, int width) {
        List<Integer> shape = requireImages(images);
        int lines = shape.get(0);
        int channels = shape.get(2);
        int length = shape.get(1) * channels;
        Check.that(
                height >= lines && width >= shape.get(1),
                "frame must be at least %s x %s, was %s x %s",
                lines,
                shape.get(1),
                height,
                width);
        long most = Integer.MAX_VALUE / channels / images.size();
        Check.that(
                (long) height * width <= most,
                "frame must have at most %s pixels for %s images, was %s x %s",
                most,
                images.size(),
                height,
                width);
        float[] framed = new float[images.size() * height * width * channels];
        int corner = (height - lines) / 2 * width + (width - shape.get(1)) / 2;
        for (int line = 0; line < images.size() * lines; line++) {
            int to = (line / lines * height + line % lines) * width + corner;
            System.arraycopy(images.features(), line * length, framed, to * channels, length);
        }
        return images.withFeatures("padded to " + height + " x " + width, List.of(height, width, channels), framed);
    }

    /**
     * Returns the middle of images; of an odd number of pixels that go, the odd one goes below and to the right.
     *
     * @param images a data set whose examples have shape {@code [height, width, channels]}
     * @param height of the middle, from 1 to that of the images
     * @param width of the middle, from 1 to that of the images
     * @return the same examples at shape {@code [height, width, channels]}
     * @throws IllegalArgumentException if the examples are no images, or smaller than the middle
     */
    public static Dataset cropped(Dataset images, int height, int width) {
        List<Integer> shape = requireImages(images);
        Check.that(
                height >= 1 && width >= 1 && height <= shape.get(0) && width <= shape.get(1),
                "middle must be from 1 x 1 to %s x %s, was %s x %s",
                shape.get(0),
                shape.get(1),
                height,
                width);
        int channels = shape.get(2);
        int length = width * channels;
        float[] middle = new float[images.size() * height * length];
        int corner = (shape.get(0) - height) / 2 * shape.get(1) + (shape.get(1) - width) / 2;
        for (int line = 0; line < images.size() * height; line++) {
            int from = (line / height * shape.get(0) + line % height) * shape.get(1) + corner;
            System.arraycopy(images.features(), from * channels, middle, line * length, length);
        }
        return images.withFeatures("cropped to " + height + " x " + width, List.of(height, width, channels), middle);
    }

    /**
     * Returns images each shifted and scaled to mean 0 and deviation 1: {@code (x - m) / max(s, 1 / sqrt(n))} with mean
     * {@code m} and deviation {@code s} of the image's own {@code n} numbers. An image of one colour becomes 0.
     *
     * <p>Source: C. Zhang et al., Understanding deep learning requires rethinking generalization, ICLR 2017, appendix A.
     *
     * @param images a data set whose examples have any shape
     * @return the same examples whitened
     */
    public static Dataset whitened(Dataset images) {
        int width = images.width();
        float[] whitened = new float[images.features().length];
        for (int at = 0; at < whitened.length; at += width) {
            whiten(images.features(), at, width, whitened);
        }
        return images.withFeatures("whitened, each image by itself", images.shape(), whitened);
    }

    private static void whiten(float[] images, int at, int width, float[] into) {
        // from the first number on, so that an image of one colour has exactly that as its mean
        double mean = images[at];
        for (int i = at; i < at + width; i++) {
            mean += ((double) images[i] - images[at]) / width;
        }
        double variance = 0;
        for (int i = at; i < at + width; i++) {
            variance += (images[i] - mean) * (images[i] - mean) / width;
        }
        double scale = Math.max(Math.sqrt(variance), 1 / Math.sqrt(width));
        for (int i = at; i < at + width; i++) {
            into[i] = (float) ((images[i] - mean) / scale);
        }
    }

    private static List<Integer> requireImages(Dataset data) {
        List<Integer> shape = data.shape();
        Check.that(shape.size() == 3, "images must have shape [height, width, channels], had %s", shape);
        return shape;
    }
}
