package mml.nn.layer;

import mml.math.Workers.Part;

/**
 * The rectifier {@code max(0, x)}; its slope at 0 is taken to be 0. NaN stays NaN.
 *
 * <p>Gradients are kept or cleared by limits, since the compiler makes vectors of least and greatest numbers: on JDK 17 and 25
 * masks made of a number's bits took 10 times as long forward and twice as long back, and a branch, which could not be
 * foretold, 40 times.
 */
public record Relu() implements Activation {
    /** The smallest positive number times it, three times over, is infinite; 0 stays 0. */
    private static final float LARGE = 1e38f;

    @Override
    public Part values(float[] input, float[] output) {
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                output[i] = Math.max(0f, input[i]);
            }
        };
    }

    @Override
    public Part timesSlope(float[] output, float[] gradient) {
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                // infinite where the output, which is never negative, is positive; else 0, also beside an infinite
                // gradient
                float limit = output[i] * LARGE * LARGE * LARGE;
                gradient[i] = Math.min(limit, Math.max(0 - limit, gradient[i]));
            }
        };
    }
}
