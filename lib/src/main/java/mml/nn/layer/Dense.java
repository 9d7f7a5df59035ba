package mml.nn.layer;

import static mml.math.blas.Gemm.Form.AS_IS;
import static mml.math.blas.Gemm.Form.TRANSPOSED;

import java.util.List;
import mml.math.Check;
import mml.math.Layout;
import mml.math.blas.Gemm;
import mml.nn.Dual;
import mml.nn.Layer;

/**
 * A dense layer: {@code z = x W + b} with weights {@code W} of shape {@code [in, out]} and biases {@code b}.
 *
 * @param name what its blocks are called: {@code name.weight} and {@code name.bias}
 * @param outputs how many outputs, at least 1
 */
public record Dense(String name, int outputs) implements Layer {
    /**
     * Checks name and size.
     *
     * @throws IllegalArgumentException if the name is blank, or {@code outputs} is below 1
     */
    public Dense {
        Check.notBlank("name", name);
        Check.positive("outputs of " + name, outputs);
    }

    /**
     * Returns a dense layer.
     *
     * @param name what its blocks are called
     * @param outputs how many outputs, at least 1
     * @return the layer
     * @throws IllegalArgumentException if the name is blank, or {@code outputs} is below 1
     */
    public static Dense of(String name, int outputs) {
        return new Dense(name, outputs);
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        Check.that(input.size() == 1, "layer %s takes vectors, its input has shape %s", name, input);
        return List.of(outputs);
    }

    @Override
    public List<Layout.Block> blocks(List<Integer> input) {
        return List.of(
                new Layout.Block(name + ".weight", Layout.Kind.WEIGHT, List.of(input.get(0), outputs)),
                new Layout.Block(name + ".bias", Layout.Kind.BIAS, List.of(outputs)));
    }

    @Override
    public boolean isLinearInParameters() {
        return true;
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return new DensePass(
                input.get(0), outputs, layout.offset(name + ".weight"), layout.offset(name + ".bias"), capacity);
    }

    private static final class DensePass implements Pass {
        private final Gemm gemm = Gemm.best();
        private final int in;
        private final int out;
        private final int weight;
        private final int bias;
        private final float[] outputs;
        private final int capacity;
        private float[] inputGradient;
        private float[] input;
        private int at;
        private int rows;
        private float[] outputTangent;
        private float[] inputTangent;
        private float[] gradientTangent;

        DensePass(int in, int out, int weight, int bias, int capacity) {
            this.in = in;
            this.out = out;
            this.weight = weight;
            this.bias = bias;
            this.capacity = capacity;
            this.outputs = new float[Math.multiplyExact(capacity, out)];
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            this.input = input;
            this.at = at;
            this.rows = rows;
            copyBiases(parameters, outputs);
            addProduct(input, at, parameters, outputs);
            return outputs;
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            backwardFirst(parameters, outputGradient, gradient);
            inputGradient = inputGradient == null ? new float[Math.multiplyExact(capacity, in)] : inputGradient;
            backThrough(parameters, outputGradient, 0, inputGradient);
            return inputGradient;
        }

        @Override
        public void backwardFirst(float[] parameters, float[] outputGradient, float[] gradient) {
            addWeightGradient(input, at, outputGradient, gradient);
            addBiasGradient(outputGradient, gradient);
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            this.inputTangent = inputTangent;
            outputTangent = outputTangent == null ? new float[outputs.length] : outputTangent;
            copyBiases(direction, outputTangent);
            addProduct(input, at, direction, outputTangent);
            if (inputTangent != null) {
                addProduct(inputTangent, 0, parameters, outputTangent);
            }
            return outputTangent;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            backwardTangentFirst(parameters, direction, outputGradient, product);
            inputGradient = inputGradient == null ? new float[Math.multiplyExact(capacity, in)] : inputGradient;
            gradientTangent = gradientTangent == null ? new float[inputGradient.length] : gradientTangent;
            backThrough(parameters, outputGradient.values(), 0, inputGradient);
            backThrough(parameters, outputGradient.tangents(), 0, gradientTangent);
            backThrough(direction, outputGradient.values(), 1, gradientTangent);
            return new Dual(inputGradient, gradientTangent);
        }

        @Override
        public void backwardTangentFirst(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            addWeightGradient(input, at, outputGradient.tangents(), product);
            if (inputTangent != null) {
                addWeightGradient(inputTangent, 0, outputGradient.values(), product);
            }
            addBiasGradient(outputGradient.tangents(), product);
        }

        private void copyBiases(float[] parameters, float[] into) {
            for (int row = 0; row < rows; row++) {
                System.arraycopy(parameters, bias, into, row * out, out);
            }
        }

        private void addProduct(float[] x, int xAt, float[] parameters, float[] into) {
            gemm.multiply(AS_IS, AS_IS, rows, out, in, 1, x, xAt, in, parameters, weight, out, 1, into, 0, out);
        }

        private void addWeightGradient(float[] x, int xAt, float[] g, float[] into) {
            gemm.multiply(TRANSPOSED, AS_IS, in, out, rows, 1, x, xAt, in, g, 0, out, 1, into, weight, out);
        }

        private void addBiasGradient(float[] g, float[] into) {
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < out; j++) {
                    into[bias + j] += g[row * out + j];
                }
            }
        }

        private void backThrough(float[] parameters, float[] g, float kept, float[] into) {
            gemm.multiply(AS_IS, TRANSPOSED, rows, in, out, 1, g, 0, out, parameters, weight, out, kept, into, 0, in);
        }
    }
}
