package mml.nn.layer.image;

import java.util.List;
import mml.nn.layer.BilinearPass.Examples;
import mml.nn.layer.image.direct.OffsetProduct;
import mml.nn.layer.image.direct.Offsets;

/**
 * Images that are computed from others, one at a time: the outputs of a convolution, or the gradients of its inputs.
 *
 * @param product the arithmetic
 * @param from the images that are read
 * @param parts the products of which an image is made: each pixel belongs to one
 * @param row the channels of a pixel, as the parts have it
 * @param pixels how many there are in an image that is computed
 */
record DirectImages(OffsetProduct product, Surrounded from, List<Part> parts, Widened row, int pixels) {
    /**
     * Some of the pixels.
     *
     * @param offsets where the numbers lie
     * @param at where its weights begin, from the beginning of all
     */
    record Part(Offsets offsets, int at) {}

    /** The weights, and the row that each pixel starts from, both as wide as the parts have it. */
    record Weights(float[] values, int at, float[] start) {}

    /** Computes one image of a batch. */
    void write(Weights weights, Examples images, int image, float[] into) {
        float[] a = from.array(images, image, 1);
        int aAt = from.at(images, image);
        float[] c = row.isNothing() ? into : row.room(pixels);
        int cAt = row.isNothing() ? image * pixels * row.length() : 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            product.write(part.offsets, a, aAt, weights.values, weights.at + part.at, c, cAt, weights.start, 0);
        }
        if (!row.isNothing()) {
            row.narrow(c, pixels, into, image * pixels * row.length());
        }
    }

    /** Adds one image of a batch to what stands there. */
    void add(Weights weights, Examples images, int image, float[] into) {
        float[] a = from.array(images, image, 1);
        int aAt = from.at(images, image);
        int at = image * pixels * row.length();
        float[] c = row.isNothing() ? into : row.room(pixels);
        int cAt = row.isNothing() ? at : 0;
        if (!row.isNothing()) {
            row.widen(into, at, pixels, c, 0);
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            product.add(part.offsets, a, aAt, weights.values, weights.at + part.at, c, cAt);
        }
        if (!row.isNothing()) {
            row.narrow(c, pixels, into, at);
        }
    }
}
