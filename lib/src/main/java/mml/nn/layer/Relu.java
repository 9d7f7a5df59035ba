package mml.nn.layer;

import mml.math.Workers.Part;

/**
 * The rectifier {@code max(0, x)}; its slope at 0 is taken to be 0. NaN stays NaN.
 *
 * <p>Numbers are kept or cleared by masks made of their bits, which the compiler turns into vectors: {@code Math.max} took 10
 * times as long, on JDK 17 and 25, and a branch could not be foretold.
 */
public record Relu() implements Activation {
    private static final int SIGN = 1 << 31;
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    @Override
    public Part values(float[] input, int at, float[] output) {
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                int x = Float.floatToRawIntBits(input[at + i]);
                // all ones where the number is not negative, or is NaN: those lie beyond infinity
                int keep = ~(x >> 31) | (INFINITY - (x & ~SIGN)) >> 31;
                output[i] = Float.intBitsToFloat(x & keep);
            }
        };
    }

    @Override
    public Part timesSlope(float[] output, float[] gradient) {
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                // all ones where the output, which is never negative, is positive; of NaN either, as its sign may be
                int keep = -Float.floatToRawIntBits(output[i]) >> 31;
                gradient[i] = Float.intBitsToFloat(Float.floatToRawIntBits(gradient[i]) & keep);
            }
        };
    }
}
