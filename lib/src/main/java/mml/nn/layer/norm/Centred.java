package mml.nn.layer.norm;

import mml.nn.layer.norm.Channels.Numbers;

/**
 * The numbers {@code u} of a batch less the means of their channels: loops that form them as they go.
 *
 * @param channels how the loops run
 * @param size how many numbers
 * @param input the numbers as they are
 * @param mean of each channel, along a strip
 */
record Centred(Channels channels, int size, Numbers input, float[] mean) {
    /** Returns the sums of some numbers, and of their products with {@code u}. */
    double[][] sums(float[] values) {
        return channels.sums(
                size,
                2,
                (strips, length, sums) -> addTerms(strips[0], strips[1], mean, length, sums[0], sums[1]),
                Numbers.of(values),
                input);
    }

    private static void addTerms(float[] v, float[] x, float[] mean, int length, float[] sum, float[] product) {
        for (int j = 0; j < length; j++) {
            sum[j] += v[j];
            product[j] += v[j] * (x[j] - mean[j]);
        }
    }

    double[] products(float[] values, float[] others) {
        Channels.Terms terms = (strips, length, sums) -> addProducts(strips[0], strips[1], length, sums[0]);
        return channels.sums(size, 1, terms, Numbers.of(values), Numbers.of(others))[0];
    }

    private static void addProducts(float[] v, float[] w, int length, float[] sum) {
        for (int j = 0; j < length; j++) {
            sum[j] += v[j] * w[j];
        }
    }

    /** Writes {@code ofU u + constant}. */
    void line(double[] ofU, double[] constant, float[] into) {
        float[] q = channels.tiled(ofU);
        float[] s = channels.tiled(constant);
        channels.each(size, into, (strips, length) -> line(strips[0], mean, q, s, length), input);
    }

    private static void line(float[] x, float[] mean, float[] q, float[] s, int length) {
        for (int j = 0; j < length; j++) {
            x[j] = (x[j] - mean[j]) * q[j] + s[j];
        }
    }

    /** Writes {@code ofValues v + ofU u + constant}. */
    void plane(float[] values, double[] ofValues, double[] ofU, double[] constant, float[] into) {
        float[] p = channels.tiled(ofValues);
        float[] q = channels.tiled(ofU);
        float[] s = channels.tiled(constant);
        channels.each(
                size,
                into,
                (strips, length) -> plane(strips[0], strips[1], mean, p, q, s, length),
                Numbers.of(values),
                input);
    }

    private static void plane(float[] v, float[] x, float[] mean, float[] p, float[] q, float[] s, int length) {
        for (int j = 0; j < length; j++) {
            v[j] = v[j] * p[j] + (x[j] - mean[j]) * q[j] + s[j];
        }
    }

    /** Adds {@code ofValues v}. */
    void add(float[] values, double[] ofValues, float[] into) {
        float[] p = channels.tiled(ofValues);
        channels.each(
                size,
                into,
                (strips, length) -> add(strips[0], strips[1], p, length),
                Numbers.of(into),
                Numbers.of(values));
    }

    private static void add(float[] y, float[] v, float[] p, int length) {
        for (int j = 0; j < length; j++) {
            y[j] += v[j] * p[j];
        }
    }
}
