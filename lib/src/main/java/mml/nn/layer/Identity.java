package mml.nn.layer;

import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.nn.Dual;
import mml.nn.Layer;

/** The identity: a linear network's activation, and the shortcut of a residual block. It costs no time and no memory. */
public record Identity() implements Layer {
    @Override
    public List<Integer> output(List<Integer> input) {
        return input;
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return new IdentityPass(Layer.size(input));
    }

    /** Hands on the arrays that it is given; nobody modifies an input. */
    private static final class IdentityPass implements Pass {
        private final int width;
        private int rows;

        IdentityPass(int width) {
            this.width = width;
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            this.rows = rows;
            return at == 0 ? input : Arrays.copyOfRange(input, at, at + rows * width);
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            return outputGradient;
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            return inputTangent == null ? new float[rows * width] : inputTangent;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            return outputGradient;
        }
    }
}
