package mml.nn.layer.image;

import static mml.math.blas.Gemm.Form.AS_IS;
import static mml.math.blas.Gemm.Form.TRANSPOSED;

import mml.math.blas.Gemm;
import mml.nn.Layer.Following;
import mml.nn.layer.BilinearPass;
import mml.nn.layer.BilinearPass.Examples;

/**
 * The arithmetic of a convolution where there are no {@link DirectProducts}: products of matrices, one for each piece of a
 * batch, with the examples on several threads.
 *
 * <p>The gradient with respect to the input is itself a convolution, of the gradient with respect to the outputs.
 */
final class ConvolutionProducts implements BilinearPass.Products {
    private static final Gemm GEMM = Gemm.best();

    private final Columns inputs;
    private final Columns outputs;
    private final int channels;
    private final int filters;
    private final int positions;
    private final int weight;
    private final Biases biases;
    private final Lanes lanes;
    private float[] turned;

    ConvolutionProducts(Sight sight, int weight, Biases biases) {
        this.inputs = Columns.ofInputs(sight.input(), sight.output(), sight.window());
        this.outputs = Columns.ofOutputs(sight.input(), sight.output(), sight.window());
        this.channels = inputs.channels();
        this.filters = outputs.channels();
        this.positions = inputs.length() / channels;
        this.weight = weight;
        this.biases = biases;
        this.lanes = new Lanes((long) inputs.rows() * inputs.length() * filters);
    }

    @Override
    public void outputs(float[] parameters, Examples x, float[] z, Following then) {
        lanes.each(
                x.rows(),
                (from, to) -> inputs.each(x, from, to, (a, row) -> {
                    float kept = copyBiases(parameters, z, row, row + a.rows());
                    multiply(a, parameters, kept, z, row);
                    then.work().of(row * filters, (row + a.rows()) * filters);
                }));
    }

    /** Returns what factor keeps the biases: 0 if there are none. */
    private float copyBiases(float[] parameters, float[] z, int from, int to) {
        if (biases.isNone()) {
            return 0;
        }
        for (int row = from; row < to; row++) {
            biases.copy(parameters, z, row * filters);
        }
        return 1;
    }

    @Override
    public void addOutputs(float[] parameters, Examples x, float[] z) {
        lanes.each(x.rows(), (from, to) -> inputs.each(x, from, to, (a, row) -> multiply(a, parameters, 1, z, row)));
    }

    private void multiply(Examples a, float[] parameters, float kept, float[] z, int row) {
        int k = inputs.length();
        GEMM.multiply(
                AS_IS,
                AS_IS,
                a.rows(),
                filters,
                k,
                1,
                a.values(),
                a.at(),
                k,
                parameters,
                weight,
                filters,
                kept,
                z,
                row * filters,
                filters);
    }

    @Override
    public void addWeightGradient(Examples x, float[] g, float[] gradient) {
        Lanes.Term term = (from, to, into, at) -> inputs.each(x, from, to, (a, row) -> addTerm(a, g, row, into, at));
        lanes.sum(x.rows(), gradient, weight, inputs.length() * filters, term);
    }

    private void addTerm(Examples a, float[] g, int row, float[] into, int at) {
        int k = inputs.length();
        int from = row * filters;
        GEMM.multiply(
                TRANSPOSED,
                AS_IS,
                k,
                filters,
                a.rows(),
                1,
                a.values(),
                a.at(),
                k,
                g,
                from,
                filters,
                1,
                into,
                at,
                filters);
    }

    @Override
    public void addBiasGradient(Examples g, float[] gradient) {
        biases.addGradient(lanes, g, gradient);
    }

    /** The gradients of all that was computed from an input, times the weights with which it was multiplied then. */
    @Override
    public void back(float[] parameters, Examples g, float kept, float[] dx) {
        turn(parameters);
        lanes.each(g.rows(), (from, to) -> outputs.each(g, from, to, (a, row) -> multiplyBack(a, kept, dx, row)));
    }

    private void multiplyBack(Examples a, float kept, float[] dx, int row) {
        int k = outputs.length();
        int to = row * channels;
        GEMM.multiply(
                AS_IS,
                TRANSPOSED,
                a.rows(),
                channels,
                k,
                1,
                a.values(),
                a.at(),
                k,
                turned,
                0,
                k,
                kept,
                dx,
                to,
                channels);
    }

    /** Puts the weights in the order {@code [in, ky, kx, out]}, with the last position first. */
    private void turn(float[] parameters) {
        turned = turned == null ? new float[inputs.length() * filters] : turned;
        for (int position = 0; position < positions; position++) {
            for (int channel = 0; channel < channels; channel++) {
                int from = weight + ((positions - 1 - position) * channels + channel) * filters;
                System.arraycopy(parameters, from, turned, (channel * positions + position) * filters, filters);
            }
        }
    }
}
