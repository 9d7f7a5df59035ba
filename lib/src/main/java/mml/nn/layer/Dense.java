package mml.nn.layer;

import static mml.math.blas.Gemm.Form.AS_IS;
import static mml.math.blas.Gemm.Form.TRANSPOSED;

import java.util.Arrays;
import java.util.List;
import mml.math.Check;
import mml.math.Layout;
import mml.math.blas.Gemm;
import mml.nn.Layer;
import mml.nn.layer.BilinearPass.Examples;

/**
 * A dense layer: {@code z = x W + b} with weights {@code W} of shape {@code [in, out]} and biases {@code b}, or without them.
 *
 * @param name what its blocks are called: {@code name.weight} and {@code name.bias}
 * @param outputs how many outputs, at least 1
 * @param bias whether each output has one
 */
public record Dense(String name, int outputs, Bias bias) implements Layer {
    /**
     * Checks name and size.
     *
     * @throws IllegalArgumentException if the name is blank, {@code outputs} is below 1, or the bias null
     */
    public Dense {
        Check.notBlank("name", name);
        Check.positive("outputs of " + name, outputs);
        Check.chosen("bias of " + name, bias, Bias.values());
    }

    /**
     * Returns a dense layer with biases.
     *
     * @param name what its blocks are called
     * @param outputs how many outputs, at least 1
     * @return the layer
     * @throws IllegalArgumentException if the name is blank, or {@code outputs} is below 1
     */
    public static Dense of(String name, int outputs) {
        return new Dense(name, outputs, Bias.WITH);
    }

    /**
     * Returns the same layer without biases: a linear map.
     *
     * @return the layer
     */
    public Dense withoutBias() {
        return new Dense(name, outputs, Bias.WITHOUT);
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        Check.that(input.size() == 1, "layer %s takes vectors, its input has shape %s", name, input);
        return List.of(outputs);
    }

    @Override
    public List<Layout.Block> blocks(List<Integer> input) {
        Layout.Block weights = new Layout.Block(name + ".weight", Layout.Kind.WEIGHT, List.of(input.get(0), outputs));
        return bias == Bias.WITHOUT
                ? List.of(weights)
                : List.of(weights, new Layout.Block(name + ".bias", Layout.Kind.BIAS, List.of(outputs)));
    }

    @Override
    public boolean isLinearInParameters() {
        return true;
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        int in = input.get(0);
        int biases = bias == Bias.WITH ? layout.offset(name + ".bias") : Products.NONE;
        Products products = new Products(in, outputs, layout.offset(name + ".weight"), biases);
        return new BilinearPass(products, Math.multiplyExact(capacity, in), Math.multiplyExact(capacity, outputs));
    }

    private record Products(int in, int out, int weight, int bias) implements BilinearPass.Products {
        static final int NONE = -1;
        private static final Gemm GEMM = Gemm.best().onThreads();

        @Override
        public void outputs(float[] parameters, Examples x, float[] z) {
            if (bias == NONE) {
                Arrays.fill(z, 0, x.rows() * out, 0);
            }
            for (int row = 0; row < x.rows() && bias != NONE; row++) {
                System.arraycopy(parameters, bias, z, row * out, out);
            }
            addOutputs(parameters, x, z);
        }

        @Override
        public void addOutputs(float[] parameters, Examples x, float[] z) {
            GEMM.multiply(
                    AS_IS, AS_IS, x.rows(), out, in, 1, x.values(), x.at(), in, parameters, weight, out, 1, z, 0, out);
        }

        @Override
        public void addWeightGradient(Examples x, float[] g, float[] gradient) {
            GEMM.multiply(
                    TRANSPOSED,
                    AS_IS,
                    in,
                    out,
                    x.rows(),
                    1,
                    x.values(),
                    x.at(),
                    in,
                    g,
                    0,
                    out,
                    1,
                    gradient,
                    weight,
                    out);
        }

        @Override
        public void addBiasGradient(Examples g, float[] gradient) {
            for (int row = 0; row < g.rows() && bias != NONE; row++) {
                for (int j = 0; j < out; j++) {
                    gradient[bias + j] += g.values()[row * out + j];
                }
            }
        }

        @Override
        public void back(float[] parameters, Examples g, float kept, float[] dx) {
            GEMM.multiply(
                    AS_IS,
                    TRANSPOSED,
                    g.rows(),
                    in,
                    out,
                    1,
                    g.values(),
                    0,
                    out,
                    parameters,
                    weight,
                    out,
                    kept,
                    dx,
                    0,
                    in);
        }
    }
}
