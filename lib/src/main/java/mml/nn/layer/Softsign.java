package mml.nn.layer;

import mml.nn.Dual;

/**
 * The softsign {@code y = x / (1 + |x|)}, of slope {@code (1 - |y|)^2}: like tanh, but it nears 1 and -1 slowly. NaN stays NaN,
 * and an infinite argument, which an overflow has made, becomes NaN.
 *
 * <p>Slopes are computed from the values, so that far out their relative error grows with the argument: 1e-4 at 1e3, 3e-2 at 1e6.
 *
 * <p>Source: X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, AISTATS 2010,
 * section 2.2.
 */
public record Softsign() implements Activation {
    @Override
    public void apply(float[] input, int at, int count, float[] output) {
        for (int i = 0; i < count; i++) {
            output[i] = input[at + i] / (1 + Math.abs(input[at + i]));
        }
    }

    @Override
    public void timesSlope(float[] output, int count, float[] gradient) {
        for (int i = 0; i < count; i++) {
            float root = 1 - Math.abs(output[i]);
            gradient[i] *= root * root;
        }
    }

    @Override
    public void addBend(float[] output, float[] tangent, int count, Dual gradient) {
        for (int i = 0; i < count; i++) {
            float bend = -2 * (1 - Math.abs(output[i])) * Math.signum(output[i]);
            gradient.tangents()[i] += bend * tangent[i] * gradient.values()[i];
        }
    }
}
