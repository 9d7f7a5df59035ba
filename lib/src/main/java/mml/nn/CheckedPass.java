package mml.nn;

import mml.math.Check;

/**
 * A network at work, which refuses arrays that are too short and calls that come too early: native code reads arrays, on some
 * JDKs without a check of its own. Sentences are made for what is refused only, since a step of a small network is short.
 */
final class CheckedPass implements Layer.Pass {
    /** How many examples at once, and how many numbers: those of an example's input and outputs, and the parameters. */
    record Sizes(int capacity, int inputs, int outputs, int parameters) {}

    private final Layer.Pass pass;
    private final Sizes sizes;
    private int rows;
    private boolean isMoved;

    CheckedPass(Layer.Pass pass, Sizes sizes) {
        this.pass = pass;
        this.sizes = sizes;
    }

    @Override
    public float[] forward(float[] parameters, float[] input, int at, int rows) {
        requireParameters("parameters", parameters);
        if (rows < 1 || rows > sizes.capacity) {
            Check.that(false, "rows must be from 1 to the capacity of %s, were %s", sizes.capacity, rows);
        }
        if (at < 0 || at + (long) rows * sizes.inputs > input.length) {
            Check.that(
                    false,
                    "input has %s numbers, %s rows of %s from index %s do not lie in it",
                    input.length,
                    rows,
                    sizes.inputs,
                    at);
        }
        this.rows = 0;
        isMoved = false;
        float[] outputs = pass.forward(parameters, input, at, rows);
        this.rows = rows;
        return outputs;
    }

    @Override
    public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
        requireBackward(parameters, outputGradient, gradient);
        return pass.backward(parameters, outputGradient, gradient);
    }

    @Override
    public void backwardFirst(float[] parameters, float[] outputGradient, float[] gradient) {
        requireBackward(parameters, outputGradient, gradient);
        pass.backwardFirst(parameters, outputGradient, gradient);
    }

    private void requireBackward(float[] parameters, float[] outputGradient, float[] gradient) {
        Check.that(rows > 0, "backward must come after forward");
        requireParameters("parameters", parameters);
        requireRows("output gradient", outputGradient, sizes.outputs);
        requireParameters("gradient", gradient);
    }

    @Override
    public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
        Check.that(rows > 0, "forwardTangent must come after forward");
        requireParameters("parameters", parameters);
        requireParameters("direction", direction);
        if (inputTangent != null) {
            requireRows("input tangent", inputTangent, sizes.inputs);
        }
        isMoved = true;
        return pass.forwardTangent(parameters, direction, inputTangent);
    }

    @Override
    public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
        requireBackwardTangent(parameters, direction, outputGradient, product);
        return pass.backwardTangent(parameters, direction, outputGradient, product);
    }

    @Override
    public void backwardTangentFirst(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
        requireBackwardTangent(parameters, direction, outputGradient, product);
        pass.backwardTangentFirst(parameters, direction, outputGradient, product);
    }

    private void requireBackwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
        Check.that(isMoved, "backwardTangent must come after forwardTangent");
        requireParameters("parameters", parameters);
        requireParameters("direction", direction);
        requireRows("output gradient", outputGradient.values(), sizes.outputs);
        requireRows("output gradient's tangent", outputGradient.tangents(), sizes.outputs);
        requireParameters("product", product);
    }

    @Override
    public void draw(long seed) {
        pass.draw(seed);
    }

    @Override
    public void remember(float[] parameters) {
        Check.that(rows > 0, "remember must come after forward");
        requireParameters("parameters", parameters);
        pass.remember(parameters);
    }

    private void requireParameters(String name, float[] vector) {
        if (vector.length != sizes.parameters) {
            Check.that(false, "%s has %s numbers, layout %s", name, vector.length, sizes.parameters);
        }
    }

    private void requireRows(String name, float[] numbers, int width) {
        if (numbers.length < (long) rows * width) {
            Check.that(false, "%s has %s numbers, %s rows of %s need more", name, numbers.length, rows, width);
        }
    }
}
