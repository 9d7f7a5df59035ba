package mml.nn.layer;

import mml.math.Workers.Part;
import mml.nn.Dual;

/**
 * The hyperbolic tangent, of slope {@code 1 - tanh(x)^2}.
 *
 * <p>Computed as {@code 1 - 2 / (exp(2 x) + 1)} in double precision, and as {@code x (1 - x^2 / 3)} near 0, where that difference
 * would lose digits: rounded to single precision both are as good as {@code Math.tanh}, and 2 to 9 times as fast on JDK 25 and 17.
 */
public record Tanh() implements Activation {
    /** Where the next term of the series, {@code 2 x^4 / 15} of the value, is below 2e-13. */
    private static final double NEAR = 1e-3;

    @Override
    public Part values(float[] input, int at, float[] output) {
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                double x = input[at + i];
                output[i] = (float) (Math.abs(x) < NEAR ? x * (1 - x * x / 3) : 1 - 2 / (Math.exp(2 * x) + 1));
            }
        };
    }

    @Override
    public Part timesSlope(float[] output, float[] gradient) {
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                gradient[i] *= 1 - output[i] * output[i];
            }
        };
    }

    @Override
    public Part addBend(float[] output, float[] tangent, Dual gradient) {
        float[] values = gradient.values();
        float[] tangents = gradient.tangents();
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                tangents[i] -= 2 * output[i] * tangent[i] * values[i];
            }
        };
    }

    @Override
    public int worthAThread() {
        return 1 << 11;
    }
}
