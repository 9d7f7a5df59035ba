package mml.data;

import java.util.List;
import mml.math.Check;

/** Images of another size. */
public final class Images {
    private Images() {}

    /**
     * Returns images with zeros around them, in the middle of a larger frame; an odd pixel goes below and to the right.
     *
     * @param images a data set whose examples have shape {@code [height, width, channels]}
     * @param height of the frame, at least that of the images
     * @param width of the frame, at least that of the images
     * @return the same examples at shape {@code [height, width, channels]}
     * @throws IllegalArgumentException if the examples are no images, or larger than the frame
     */
    public static Dataset padded(Dataset images, int height, int width) {
        List<Integer> shape = images.shape();
        Check.that(shape.size() == 3, "images must have shape [height, width, channels], had %s", shape);
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
        float[] framed = new float[Math.multiplyExact(images.size(), Math.multiplyExact(height * width, channels))];
        int corner = (height - lines) / 2 * width + (width - shape.get(1)) / 2;
        for (int line = 0; line < images.size() * lines; line++) {
            int to = (line / lines * height + line % lines) * width + corner;
            System.arraycopy(images.features(), line * length, framed, to * channels, length);
        }
        return Dataset.of(images.name(), images.classes(), List.of(height, width, channels), framed, images.labels());
    }
}
