package mml.nn.layer.norm;

import mml.nn.Layer.Following;
import mml.nn.layer.norm.Channels.Numbers;

/** The numbers {@code u} of a batch less the means of their channels: loops that form them as they go. */
final class Centred {
    private final Channels channels;
    private final float[] mean;
    /** What a loop multiplies by and adds, along a strip. */
    private final float[] p;

    private final float[] q;
    private final float[] s;
    private Numbers input;
    private int size;

    Centred(Channels channels) {
        this.channels = channels;
        this.mean = channels.strip();
        this.p = channels.strip();
        this.q = channels.strip();
        this.s = channels.strip();
    }

    /** Takes a batch. */
    void take(Numbers numbers, int howMany, double[] means) {
        input = numbers;
        size = howMany;
        channels.tile(means, mean);
    }

    /** Overwrites two arrays with the sums of some numbers, and of their products with {@code u}. */
    double[][] sums(float[] values, double[][] into) {
        Channels.Terms terms = (strips, length, sums) -> addTerms(strips[0], strips[1], mean, length, sums[0], sums[1]);
        return channels.sums(size, into, terms, Numbers.of(values), input);
    }

    private static void addTerms(float[] v, float[] x, float[] mean, int length, float[] sum, float[] product) {
        for (int j = 0; j < length; j++) {
            sum[j] += v[j];
            product[j] += v[j] * (x[j] - mean[j]);
        }
    }

    /** Returns the sums of products. */
    double[] products(float[] values, float[] others) {
        Channels.Terms terms = (strips, length, sums) -> addProducts(strips[0], strips[1], length, sums[0]);
        double[][] sums = new double[2][channels.count()];
        return channels.sums(size, sums, terms, Numbers.of(values), Numbers.of(others))[0];
    }

    private static void addProducts(float[] v, float[] w, int length, float[] sum) {
        for (int j = 0; j < length; j++) {
            sum[j] += v[j] * w[j];
        }
    }

    /** Writes {@code ofU u + constant}, and does what follows. */
    void line(double[] ofU, double[] constant, float[] into, Following then) {
        channels.tile(ofU, q);
        channels.tile(constant, s);
        channels.each(size, into, (strips, length) -> line(strips[0], mean, q, s, length), then, input);
    }

    private static void line(float[] x, float[] mean, float[] q, float[] s, int length) {
        for (int j = 0; j < length; j++) {
            x[j] = (x[j] - mean[j]) * q[j] + s[j];
        }
    }

    /** Writes {@code ofValues v + ofU u + constant}. */
    void plane(float[] values, double[] ofValues, double[] ofU, double[] constant, float[] into) {
        channels.tile(ofValues, p);
        channels.tile(ofU, q);
        channels.tile(constant, s);
        Channels.Change change = (strips, length) -> plane(strips[0], strips[1], mean, p, q, s, length);
        channels.each(size, into, change, Following.nothing(into), Numbers.of(values), input);
    }

    private static void plane(float[] v, float[] x, float[] mean, float[] p, float[] q, float[] s, int length) {
        for (int j = 0; j < length; j++) {
            v[j] = v[j] * p[j] + (x[j] - mean[j]) * q[j] + s[j];
        }
    }

    /** Adds {@code ofValues v}. */
    void add(float[] values, double[] ofValues, float[] into) {
        channels.tile(ofValues, p);
        Channels.Change change = (strips, length) -> add(strips[0], strips[1], p, length);
        channels.each(size, into, change, Following.nothing(into), Numbers.of(into), Numbers.of(values));
    }

    private static void add(float[] y, float[] v, float[] p, int length) {
        for (int j = 0; j < length; j++) {
            y[j] += v[j] * p[j];
        }
    }
}
