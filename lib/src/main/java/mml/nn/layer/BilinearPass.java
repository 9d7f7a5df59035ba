package mml.nn.layer;

import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.Layer.Following;

/**
 * A layer at work whose outputs are linear in its parameters and in its input: {@code z = x W + b}.
 *
 * <p>Along a direction {@code (V, c)} with the input moving by {@code x'}, the outputs move by {@code z' = x V + c + x' W};
 * gradients are {@code dW = x^T g} and {@code dx = g W^T}, and move by {@code x^T g' + x'^T g} and {@code g' W^T + g V^T}.
 */
public final class BilinearPass implements Layer.Pass {
    /**
     * Examples within an array.
     *
     * @param values row-major; not copied
     * @param at where the first one begins
     * @param rows how many
     */
    public record Examples(float[] values, int at, int rows) {}

    /** The products of such a layer; {@code W} and {@code b} are found in the parameters of the whole network. */
    public interface Products {
        /**
         * Computes {@code z = x W + b}, and goes on from there.
         *
         * @param parameters of the whole network; not modified
         * @param x the inputs; not modified
         * @param z overwritten with the outputs
         * @param then what is done with every output, in the last go over them
         */
        void outputs(float[] parameters, Examples x, float[] z, Following then);

        /**
         * Computes {@code z += x W}.
         *
         * @param parameters of the whole network; not modified
         * @param x the inputs; not modified
         * @param z added to
         */
        void addOutputs(float[] parameters, Examples x, float[] z);

        /**
         * Computes {@code dW += x^T g}.
         *
         * @param x the inputs; not modified
         * @param g with respect to the outputs; not modified
         * @param gradient with respect to all parameters; the layer's weights are added to
         */
        void addWeightGradient(Examples x, float[] g, float[] gradient);

        /**
         * Adds all rows of {@code g} to {@code db}.
         *
         * @param g with respect to the outputs; not modified
         * @param gradient with respect to all parameters; the layer's biases are added to
         */
        void addBiasGradient(Examples g, float[] gradient);

        /**
         * Computes {@code dx = g W^T + kept dx}.
         *
         * @param parameters of the whole network; not modified
         * @param g with respect to the outputs; not modified
         * @param kept 0 or 1; if 0, what is in {@code dx} is not read
         * @param dx overwritten with the gradient with respect to the inputs
         */
        void back(float[] parameters, Examples g, float kept, float[] dx);
    }

    private final Products products;
    private final int inputs;
    private final float[] outputs;
    private Examples input;
    private Examples inputTangent;
    private float[] inputGradient;
    private float[] outputTangent;
    private float[] gradientTangent;

    /**
     * Creates the working memory.
     *
     * @param products the arithmetic
     * @param inputs how many numbers the inputs of a whole batch have
     * @param outputs how many its outputs have
     */
    public BilinearPass(Products products, int inputs, int outputs) {
        this.products = products;
        this.inputs = inputs;
        this.outputs = new float[outputs];
    }

    @Override
    public float[] forward(float[] parameters, float[] input, int at, int rows) {
        return forward(parameters, new Examples(input, at, rows), Following.nothing(outputs));
    }

    @Override
    public float[] forward(float[] parameters, float[] input, int at, int rows, Layer.Elementwise next) {
        return forward(parameters, new Examples(input, at, rows), next.follow(outputs, rows));
    }

    private float[] forward(float[] parameters, Examples examples, Following then) {
        input = examples;
        products.outputs(parameters, examples, outputs, then);
        return then.outputs();
    }

    @Override
    public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
        // first, since the weights may be what the gradient is added to
        inputGradient = inputGradient == null ? new float[inputs] : inputGradient;
        products.back(parameters, batch(outputGradient), 0, inputGradient);
        backwardFirst(parameters, outputGradient, gradient);
        return inputGradient;
    }

    @Override
    public void backwardFirst(float[] parameters, float[] outputGradient, float[] gradient) {
        products.addWeightGradient(input, outputGradient, gradient);
        products.addBiasGradient(batch(outputGradient), gradient);
    }

    @Override
    public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
        outputTangent = outputTangent == null ? new float[outputs.length] : outputTangent;
        products.outputs(direction, input, outputTangent, Following.nothing(outputTangent));
        this.inputTangent = null;
        if (inputTangent != null) {
            this.inputTangent = batch(inputTangent);
            products.addOutputs(parameters, this.inputTangent, outputTangent);
        }
        return outputTangent;
    }

    @Override
    public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
        backwardTangentFirst(parameters, direction, outputGradient, product);
        inputGradient = inputGradient == null ? new float[inputs] : inputGradient;
        gradientTangent = gradientTangent == null ? new float[inputs] : gradientTangent;
        products.back(parameters, batch(outputGradient.values()), 0, inputGradient);
        products.back(parameters, batch(outputGradient.tangents()), 0, gradientTangent);
        products.back(direction, batch(outputGradient.values()), 1, gradientTangent);
        return new Dual(inputGradient, gradientTangent);
    }

    @Override
    public void backwardTangentFirst(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
        products.addWeightGradient(input, outputGradient.tangents(), product);
        if (inputTangent != null) {
            products.addWeightGradient(inputTangent, outputGradient.values(), product);
        }
        products.addBiasGradient(batch(outputGradient.tangents()), product);
    }

    private Examples batch(float[] values) {
        return new Examples(values, 0, input.rows());
    }
}
