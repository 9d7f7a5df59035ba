package mml.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import mml.math.Layout;

/**
 * A layer that keeps copies of what passes through it, in both directions; so do the layers inside it. It works as the layer
 * does, so there is one implementation of a pass, and a network that is not looked into pays nothing.
 */
final class Observed implements Layer {
    private final String kind;
    private final Layer layer;
    private final List<Observed> parts = new ArrayList<>();
    private List<Integer> input;
    private float[] outputs;
    private float[] outputGradients;

    Observed(Layer layer) {
        this.kind = kind(layer.getClass().getSimpleName());
        this.layer = layer.withParts(part -> {
            Observed observed = new Observed(part);
            parts.add(observed);
            return observed;
        });
    }

    /** A class without a name makes a layer all the same. */
    private static String kind(String className) {
        return className.isEmpty()
                ? "layer"
                : className.substring(0, 1).toLowerCase(Locale.ROOT) + className.substring(1);
    }

    /** Returns what the layer is, such as {@code "dense"}. */
    String kind() {
        return kind;
    }

    /** Returns the layers directly inside. */
    List<Observed> parts() {
        return parts;
    }

    /** Returns the shape of the output, once it has been asked for. */
    List<Integer> shape() {
        return layer.output(input);
    }

    /** Returns the blocks, once the output's shape has been asked for. */
    List<Layout.Block> blocks() {
        return layer.blocks(input);
    }

    /** Returns the outputs of the last pass forward. */
    float[] outputs() {
        return outputs;
    }

    /** Returns the gradient of the last pass backward, with respect to the outputs. */
    float[] outputGradients() {
        return outputGradients;
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        this.input = input;
        return layer.output(input);
    }

    @Override
    public List<Layout.Block> blocks(List<Integer> input) {
        return layer.blocks(input);
    }

    @Override
    public boolean isLinearInParameters() {
        return layer.isLinearInParameters();
    }

    @Override
    public boolean mixesExamples() {
        return layer.mixesExamples();
    }

    @Override
    public Layer withParts(UnaryOperator<Layer> change) {
        return layer.withParts(change);
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return new ObservedPass(layer.pass(input, capacity, layout, mode), Layer.size(layer.output(input)));
    }

    private final class ObservedPass implements Pass {
        private final Pass pass;
        private final int width;
        private int rows;

        ObservedPass(Pass pass, int width) {
            this.pass = pass;
            this.width = width;
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            this.rows = rows;
            float[] values = pass.forward(parameters, input, at, rows);
            outputs = Arrays.copyOf(values, rows * width);
            return values;
        }

        /** One after the other, since the outputs of this one are to be seen. */
        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows, Elementwise next) {
            return next.forward(parameters, forward(parameters, input, at, rows), 0, rows);
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            // before, since the layer may overwrite what it is given
            outputGradients = Arrays.copyOf(outputGradient, rows * width);
            return pass.backward(parameters, outputGradient, gradient);
        }

        @Override
        public void backwardFirst(float[] parameters, float[] outputGradient, float[] gradient) {
            outputGradients = Arrays.copyOf(outputGradient, rows * width);
            pass.backwardFirst(parameters, outputGradient, gradient);
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            return pass.forwardTangent(parameters, direction, inputTangent);
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            return pass.backwardTangent(parameters, direction, outputGradient, product);
        }

        @Override
        public void backwardTangentFirst(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            pass.backwardTangentFirst(parameters, direction, outputGradient, product);
        }

        @Override
        public void draw(long seed) {
            pass.draw(seed);
        }

        @Override
        public void remember(float[] parameters) {
            pass.remember(parameters);
        }
    }
}
