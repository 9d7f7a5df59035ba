package mml.nn;

import java.util.Arrays;
import java.util.List;
import mml.math.Check;
import mml.math.Parameters;

/**
 * The derivatives of a layer's outputs, or of those of a run of layers, with respect to its inputs at one example.
 *
 * <p>Column {@code i} is the derivative along input {@code i}: a pass forward carries a batch of unit vectors through the
 * layers, and no pass backward is needed.
 */
public final class Jacobian {
    /** So many unit vectors at once keep a matrix product busy and take little memory. */
    private static final int BATCH = 128;

    private final int outputs;
    private final int inputs;
    private final double[] values;

    private Jacobian(int outputs, int inputs) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.values = new double[Layer.size(List.of(outputs, inputs))];
    }

    /** The layers from index first to index last of a network, evaluated. */
    static Jacobian of(Network network, Parameters parameters, float[] example, int first, int last) {
        float[] at = network.requireFinite(parameters).values();
        int rows = network.examples(Check.finite("example", example));
        Check.that(rows == 1, "example must be one, were %s", rows);
        List<Layer> layers = network.layers();
        List<Integer> shape = network.input();
        float[] input = example;
        if (first > 0) {
            Sequence before = new Sequence(layers.subList(0, first));
            input = before.pass(shape, 1, network.layout(), Layer.Mode.EVALUATION)
                    .forward(at, example, 0, 1);
            shape = before.output(shape);
        }
        Sequence run = new Sequence(layers.subList(first, last + 1));
        Jacobian jacobian = new Jacobian(Layer.size(run.output(shape)), Layer.size(shape));
        int batch = Math.min(BATCH, jacobian.inputs);
        Layer.Pass pass = run.pass(shape, batch, network.layout(), Layer.Mode.EVALUATION);
        pass.forward(at, repeated(input, jacobian.inputs, batch), 0, batch);
        jacobian.fill(pass, at, batch);
        return jacobian;
    }

    private static float[] repeated(float[] row, int width, int rows) {
        float[] repeated = new float[Layer.size(List.of(rows, width))];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(row, 0, repeated, i * width, width);
        }
        return repeated;
    }

    private void fill(Layer.Pass pass, float[] at, int batch) {
        float[] still = new float[at.length];
        float[] units = new float[batch * inputs];
        for (int from = 0; from < inputs; from += batch) {
            int count = Math.min(batch, inputs - from);
            Arrays.fill(units, 0);
            for (int i = 0; i < count; i++) {
                units[i * inputs + from + i] = 1;
            }
            float[] tangents = pass.forwardTangent(at, still, units);
            for (int k = 0; k < count * outputs; k++) {
                values[k % outputs * inputs + from + k / outputs] = tangents[k];
            }
        }
    }

    /**
     * Returns how many outputs are differentiated.
     *
     * @return the number of rows
     */
    public int outputs() {
        return outputs;
    }

    /**
     * Returns with respect to how many inputs.
     *
     * @return the number of columns
     */
    public int inputs() {
        return inputs;
    }

    /**
     * Returns one derivative.
     *
     * @param output of which output, counted from 0
     * @param input with respect to which input, counted from 0
     * @return the derivative
     * @throws IllegalArgumentException if there is no such output or input
     */
    public double at(int output, int input) {
        Check.index("output", output, outputs);
        return values[output * inputs + Check.index("input", input, inputs)];
    }

    /**
     * Returns all derivatives.
     *
     * @return row-major, of shape {@code [outputs, inputs]}; a copy
     */
    public double[] values() {
        return values.clone();
    }

    @Override
    public String toString() {
        return "Jacobian of " + outputs + " outputs with respect to " + inputs + " inputs";
    }
}
