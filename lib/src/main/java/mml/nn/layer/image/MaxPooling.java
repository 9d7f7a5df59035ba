package mml.nn.layer.image;

import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.layer.image.Window.Padding;

/**
 * The largest number in each window of an image, channel by channel; windows stay within the image.
 *
 * <p>Of several largest numbers the first counts, in the order of the image, and gets the whole gradient. A NaN counts as the
 * largest.
 *
 * @param size height and width of the windows, at least 1
 * @param stride how many pixels they lie apart, at least 1
 */
public record MaxPooling(int size, int stride) implements Layer {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public MaxPooling {
        new Window(size, stride, Padding.VALID);
    }

    /**
     * Returns a pooling layer whose windows lie side by side.
     *
     * @param size height and width of the windows, at least 1
     * @return the layer
     * @throws IllegalArgumentException if it is below 1
     */
    public static MaxPooling of(int size) {
        return new MaxPooling(size, size);
    }

    /**
     * Returns the same layer with another distance between windows.
     *
     * @param stride how many pixels they lie apart, at least 1
     * @return the layer
     * @throws IllegalArgumentException if it is below 1
     */
    public MaxPooling stride(int stride) {
        return new MaxPooling(size, stride);
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        return new Window(size, stride, Padding.VALID).output("max pooling", input, channels -> channels);
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return new MaxPass(Tiles.of(input, List.of(size, size), stride), capacity);
    }

    private static final class MaxPass implements Pass {
        private final Tiles tiles;
        private final Lanes lanes;
        private final float[] outputs;
        private final int[] largest;
        private final int inputs;
        private int rows;
        private float[] inputGradient;
        private float[] tangents;
        private float[] gradientTangent;

        MaxPass(Tiles tiles, int capacity) {
            this.tiles = tiles;
            this.lanes = tiles.lanes();
            this.inputs = Math.multiplyExact(capacity, tiles.image());
            this.outputs = new float[Math.multiplyExact(capacity, tiles.outputs())];
            this.largest = new int[outputs.length];
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            this.rows = rows;
            lanes.each(
                    rows,
                    (from, to) -> tiles.each(from, to, (first, out) -> {
                        begin(input, at, first, out);
                        for (int pixel : tiles.pixels()) {
                            compare(input, at, first + pixel, out);
                        }
                    }));
            return outputs;
        }

        private void begin(float[] input, int at, int pixel, int out) {
            for (int c = 0; c < tiles.channels(); c++) {
                outputs[out + c] = input[at + pixel + c];
                largest[out + c] = pixel + c;
            }
        }

        private void compare(float[] input, int at, int pixel, int out) {
            for (int c = 0; c < tiles.channels(); c++) {
                float value = input[at + pixel + c];
                float before = outputs[out + c];
                if (value > before || Float.isNaN(value) && !Float.isNaN(before)) {
                    outputs[out + c] = value;
                    largest[out + c] = pixel + c;
                }
            }
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            inputGradient = inputGradient == null ? new float[inputs] : inputGradient;
            spread(outputGradient, inputGradient);
            return inputGradient;
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            tangents = tangents == null ? new float[outputs.length] : tangents;
            for (int i = 0; i < rows * tiles.outputs(); i++) {
                tangents[i] = inputTangent == null ? 0 : inputTangent[largest[i]];
            }
            return tangents;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            gradientTangent = gradientTangent == null ? new float[inputs] : gradientTangent;
            spread(outputGradient.tangents(), gradientTangent);
            return new Dual(backward(parameters, outputGradient.values(), product), gradientTangent);
        }

        private void spread(float[] g, float[] into) {
            lanes.each(rows, (from, to) -> {
                Arrays.fill(into, from * tiles.image(), to * tiles.image(), 0);
                for (int i = from * tiles.outputs(); i < to * tiles.outputs(); i++) {
                    into[largest[i]] += g[i];
                }
            });
        }
    }
}
