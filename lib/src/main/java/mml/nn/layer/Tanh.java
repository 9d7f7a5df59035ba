package mml.nn.layer;

import mml.nn.Dual;

/** The hyperbolic tangent, of slope {@code 1 - tanh(x)^2}. */
public record Tanh() implements Activation {
    @Override
    public void apply(float[] input, int at, int count, float[] output) {
        for (int i = 0; i < count; i++) {
            output[i] = (float) Math.tanh(input[at + i]);
        }
    }

    @Override
    public void timesSlope(float[] output, int count, float[] gradient) {
        for (int i = 0; i < count; i++) {
            gradient[i] *= 1 - output[i] * output[i];
        }
    }

    @Override
    public void addBend(float[] output, float[] tangent, int count, Dual gradient) {
        for (int i = 0; i < count; i++) {
            gradient.tangents()[i] -= 2 * output[i] * tangent[i] * gradient.values()[i];
        }
    }
}
