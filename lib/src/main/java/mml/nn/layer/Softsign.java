package mml.nn.layer;

import mml.nn.Dual;

/**
 * The softsign {@code y = x / (1 + |x|)}, of slope {@code 1 / (1 + |x|)^2}: like tanh, but it nears 1 and -1 slowly. NaN stays
 * NaN, and an infinite argument, which an overflow has made, becomes NaN, in the value and in the slope.
 *
 * <p>Slopes are computed from the arguments: values of single precision cannot be told from 1 beyond {@code x = 3e7}, where the
 * slope still has all its digits.
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
    public boolean slopesFromArguments() {
        return true;
    }

    @Override
    public void timesSlope(float[] input, int count, float[] gradient) {
        for (int i = 0; i < count; i++) {
            float root = 1 / (1 + Math.abs(input[i]));
            // 0 x is NaN where x is infinite, as the value is
            gradient[i] *= root * root + 0 * input[i];
        }
    }

    @Override
    public void addBend(float[] input, float[] tangent, int count, Dual gradient) {
        for (int i = 0; i < count; i++) {
            float bend = -2 * Math.signum(input[i]) / (1 + Math.abs(input[i]));
            gradient.tangents()[i] += bend * tangent[i] * gradient.values()[i];
        }
    }
}
