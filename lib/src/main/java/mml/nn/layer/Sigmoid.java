package mml.nn.layer;

import mml.nn.Dual;

/**
 * The logistic sigmoid {@code y = 1 / (1 + exp(-x))}, of slope {@code y (1 - y)}. Far from 0 it is 0 or 1, never NaN; NaN stays
 * NaN.
 */
public record Sigmoid() implements Activation {
    @Override
    public void apply(float[] input, int at, int count, float[] output) {
        for (int i = 0; i < count; i++) {
            // an exponential that overflows to infinity gives 0, which is right
            output[i] = (float) (1 / (1 + Math.exp(-input[at + i])));
        }
    }

    @Override
    public void timesSlope(float[] output, int count, float[] gradient) {
        for (int i = 0; i < count; i++) {
            gradient[i] *= output[i] * (1 - output[i]);
        }
    }

    @Override
    public void addBend(float[] output, float[] tangent, int count, Dual gradient) {
        for (int i = 0; i < count; i++) {
            gradient.tangents()[i] += (1 - 2 * output[i]) * tangent[i] * gradient.values()[i];
        }
    }
}
