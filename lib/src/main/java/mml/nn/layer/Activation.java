package mml.nn.layer;

import java.util.List;
import mml.math.Layout;
import mml.nn.Layer;

/** A layer that applies one function to every number. */
interface Activation extends Layer {
    /**
     * Applies the function.
     *
     * @param input the arguments; not modified
     * @param at where they begin
     * @param count how many
     * @param output the values, from index 0; overwritten
     */
    void apply(float[] input, int at, int count, float[] output);

    /**
     * Multiplies a gradient by the function's slopes, in place.
     *
     * @param output the function's values; not modified
     * @param count how many
     * @param gradient with respect to the values; becomes the one with respect to the arguments
     */
    void timesSlope(float[] output, int count, float[] gradient);

    @Override
    default List<Integer> output(List<Integer> input) {
        return input;
    }

    @Override
    default Pass pass(List<Integer> input, int capacity, Layout layout) {
        return new ActivationPass(this, Layer.size(input), capacity);
    }

    /** An activation at work. */
    final class ActivationPass implements Pass {
        private final Activation function;
        private final int width;
        private final float[] outputs;
        private int rows;

        ActivationPass(Activation function, int width, int capacity) {
            this.function = function;
            this.width = width;
            this.outputs = new float[Math.multiplyExact(capacity, width)];
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            this.rows = rows;
            function.apply(input, at, rows * width, outputs);
            return outputs;
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            function.timesSlope(outputs, rows * width, outputGradient);
            return outputGradient;
        }
    }
}
