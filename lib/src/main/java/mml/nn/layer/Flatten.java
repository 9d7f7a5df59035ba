package mml.nn.layer;

import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.nn.Dual;
import mml.nn.Layer;

/** Makes a vector of whatever comes in, as a dense layer takes it: {@code [h, w, c]} becomes {@code [h w c]}, in this order. */
public record Flatten() implements Layer {
    @Override
    public List<Integer> output(List<Integer> input) {
        return List.of(Layer.size(input));
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return new FlattenPass(Layer.size(input), capacity);
    }

    /** Hands on what it is given, which is in order already; only what does not begin at index 0 is copied. */
    private static final class FlattenPass implements Pass {
        private final int width;
        private final int capacity;
        private float[] copied;
        private float[] zeros;

        FlattenPass(int width, int capacity) {
            this.width = width;
            this.capacity = capacity;
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            if (at == 0) {
                return input;
            }
            copied = copied == null ? new float[Math.multiplyExact(capacity, width)] : copied;
            System.arraycopy(input, at, copied, 0, rows * width);
            return copied;
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            return outputGradient;
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            if (inputTangent != null) {
                return inputTangent;
            }
            zeros = zeros == null ? new float[Math.multiplyExact(capacity, width)] : zeros;
            Arrays.fill(zeros, 0);
            return zeros;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            return outputGradient;
        }
    }
}
