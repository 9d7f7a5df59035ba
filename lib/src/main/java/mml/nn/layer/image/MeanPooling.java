package mml.nn.layer.image;

import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.layer.image.Window.Padding;

/**
 * The mean of each window of an image, channel by channel; windows stay within the image.
 *
 * @param size height and width of the windows, at least 1
 * @param stride how many pixels they lie apart, at least 1
 */
public record MeanPooling(int size, int stride) implements Layer {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public MeanPooling {
        new Window(size, stride, Padding.VALID);
    }

    /**
     * Returns a pooling layer whose windows lie side by side.
     *
     * @param size height and width of the windows, at least 1
     * @return the layer
     * @throws IllegalArgumentException if it is below 1
     */
    public static MeanPooling of(int size) {
        return new MeanPooling(size, size);
    }

    /**
     * Returns the layer whose only window is the whole image, whatever its size.
     *
     * @return a layer from {@code [height, width, channels]} to {@code [channels]}
     */
    public static Global global() {
        return new Global();
    }

    /**
     * Returns the same layer with another distance between windows.
     *
     * @param stride how many pixels they lie apart, at least 1
     * @return the layer
     * @throws IllegalArgumentException if it is below 1
     */
    public MeanPooling stride(int stride) {
        return new MeanPooling(size, stride);
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        return new Window(size, stride, Padding.VALID).output("mean pooling", input, channels -> channels);
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return new MeanPass(Tiles.of(input, List.of(size, size), stride), capacity);
    }

    /** The mean of each channel of an image: a vector, which a dense layer can take. */
    public record Global() implements Layer {
        @Override
        public List<Integer> output(List<Integer> input) {
            Window.requireImage("global mean pooling", input);
            return List.of(input.get(2));
        }

        @Override
        public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
            return new MeanPass(Tiles.of(input, input.subList(0, 2), 1), capacity);
        }
    }

    private static final class MeanPass implements Pass {
        private final Tiles tiles;
        private final Lanes lanes;
        private final float[] outputs;
        private final int inputs;
        private int rows;
        private float[] inputGradient;
        private float[] tangents;
        private float[] gradientTangent;

        MeanPass(Tiles tiles, int capacity) {
            this.tiles = tiles;
            this.lanes = tiles.lanes();
            this.inputs = Math.multiplyExact(capacity, tiles.image());
            this.outputs = new float[Math.multiplyExact(capacity, tiles.outputs())];
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            this.rows = rows;
            means(input, at, outputs);
            return outputs;
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
            if (inputTangent == null) {
                Arrays.fill(tangents, 0);
            } else {
                means(inputTangent, 0, tangents);
            }
            return tangents;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            gradientTangent = gradientTangent == null ? new float[inputs] : gradientTangent;
            spread(outputGradient.tangents(), gradientTangent);
            return new Dual(backward(parameters, outputGradient.values(), product), gradientTangent);
        }

        private void means(float[] x, int at, float[] into) {
            int channels = tiles.channels();
            int size = tiles.pixels().length;
            lanes.each(
                    rows,
                    (from, to) -> tiles.each(from, to, (first, out) -> {
                        Arrays.fill(into, out, out + channels, 0);
                        for (int pixel : tiles.pixels()) {
                            for (int c = 0; c < channels; c++) {
                                into[out + c] += x[at + first + pixel + c];
                            }
                        }
                        for (int c = 0; c < channels; c++) {
                            into[out + c] /= size;
                        }
                    }));
        }

        private void spread(float[] g, float[] into) {
            int size = tiles.pixels().length;
            lanes.each(rows, (from, to) -> {
                Arrays.fill(into, from * tiles.image(), to * tiles.image(), 0);
                tiles.each(from, to, (first, out) -> {
                    for (int pixel : tiles.pixels()) {
                        for (int c = 0; c < tiles.channels(); c++) {
                            into[first + pixel + c] += g[out + c] / size;
                        }
                    }
                });
            });
        }
    }
}
