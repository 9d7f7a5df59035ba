package mml.nn.layer;

import mml.math.Workers.Part;
import mml.nn.Dual;

/**
 * The logistic sigmoid {@code y = 1 / (1 + exp(-x))}, of slope {@code y (1 - y)}. Far from 0 it is 0 or 1, never NaN; NaN stays
 * NaN.
 */
public record Sigmoid() implements Activation {
    @Override
    public Part values(float[] input, float[] output) {
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                // an exponential that overflows to infinity gives 0, which is right
                output[i] = (float) (1 / (1 + Math.exp(-input[i])));
            }
        };
    }

    @Override
    public Part timesSlope(float[] output, float[] gradient) {
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                gradient[i] *= output[i] * (1 - output[i]);
            }
        };
    }

    @Override
    public Part addBend(float[] output, float[] tangent, Dual gradient) {
        float[] values = gradient.values();
        float[] tangents = gradient.tangents();
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                tangents[i] += (1 - 2 * output[i]) * tangent[i] * values[i];
            }
        };
    }

    @Override
    public int worthAThread() {
        return 1 << 11;
    }
}
