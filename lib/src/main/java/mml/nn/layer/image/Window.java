package mml.nn.layer.image;

import java.util.List;
import java.util.function.UnaryOperator;
import mml.math.Check;

/**
 * A square window that moves over an image: where it stands, and how large a picture of its places is.
 *
 * @param size its height and width, at least 1; odd if the padding is {@link Padding#SAME}
 * @param stride how many pixels it moves at once, at least 1
 * @param padding what happens at the border
 */
public record Window(int size, int stride, Padding padding) {
    /** What a window does at the border of an image. */
    public enum Padding {
        /**
         * The image is surrounded by {@code (size - 1) / 2} zeros on each side, so that an extent {@code h} becomes {@code h /
         * stride}, rounded up.
         */
        SAME,
        /** The window stays within the image: {@code h} becomes {@code (h - size) / stride + 1}, rounded down. */
        VALID
    }

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if {@code size} or {@code stride} is below 1, {@code size} is even with padding SAME, or
     *     the padding null
     */
    public Window {
        Check.positive("size of a window", size);
        Check.positive("stride of a window", stride);
        Check.chosen("padding", padding, Padding.values());
        Check.that(
                padding == Padding.VALID || size % 2 == 1,
                "size of a window must be odd with padding SAME, was %s",
                size);
    }

    /** Returns how many zeros surround the image on each side. */
    int margin() {
        return padding == Padding.SAME ? (size - 1) / 2 : 0;
    }

    private int places(int extent) {
        return (extent + 2 * margin() - size) / stride + 1;
    }

    /** Returns the shape of a layer's output: the places of the window, or refuses the shape of its input. */
    List<Integer> output(String layer, List<Integer> input, UnaryOperator<Integer> channels) {
        requireImage(layer, input);
        int smallest = Math.min(input.get(0), input.get(1)) + 2 * margin();
        Check.that(smallest >= size, "window of %s is %s x %s, its input has shape %s", layer, size, size, input);
        return List.of(places(input.get(0)), places(input.get(1)), channels.apply(input.get(2)));
    }

    /** Refuses whatever is no image. */
    static void requireImage(String layer, List<Integer> input) {
        Check.that(
                input.size() == 3,
                "layer %s takes images [height, width, channels], its input has shape %s",
                layer,
                input);
    }
}
