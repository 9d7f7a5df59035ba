package mml.nn.layer;

import mml.math.Workers.Part;
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
    public Part values(float[] input, float[] output) {
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                output[i] = input[i] / (1 + Math.abs(input[i]));
            }
        };
    }

    @Override
    public boolean slopesFromArguments() {
        return true;
    }

    @Override
    public Part timesSlope(float[] input, float[] gradient) {
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                float root = 1 / (1 + Math.abs(input[i]));
                // 0 x is NaN where x is infinite, as the value is
                gradient[i] *= root * root + 0 * input[i];
            }
        };
    }

    @Override
    public Part addBend(float[] input, float[] tangent, Dual gradient) {
        float[] values = gradient.values();
        float[] tangents = gradient.tangents();
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                float bend = -2 * Math.signum(input[i]) / (1 + Math.abs(input[i]));
                tangents[i] += bend * tangent[i] * values[i];
            }
        };
    }
}
