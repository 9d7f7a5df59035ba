package mml.nn.layer;

import java.util.List;
import mml.math.Check;
import mml.math.Layout;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.Layer.Mode;

/**
 * A batch normalisation at work: {@code y = gamma r u + beta} with {@code u = x - mean} and {@code r = 1 / sqrt(variance +
 * epsilon)}, for each channel.
 *
 * <p>For a gradient {@code g} with respect to the outputs, the one with respect to the inputs is {@code gamma r (g - a - r^2 b
 * u)} with the batch's means {@code a} of {@code g} and {@code b} of {@code g u}. Derivatives along a
 * direction begin with {@code d}: {@code dr = -r^3 mean(u dx)} and {@code du = dx - mean(dx)}. In evaluation neither mean nor {@code r} depends on
 * the batch: all these means are 0. The rest follows by the rule for products.
 *
 * <p>Memory is what takes time here, so each method reads the batch once for its sums and once for its result, which takes the
 * place of the gradient.
 */
final class BatchNormalisationPass implements Layer.Pass {
    private final BatchNormalisation layer;
    private final Mode mode;
    private final Channels channels;
    private final int width;
    private final int scale;
    private final int shift;
    private final int mean;
    private final int variance;
    private final float[] outputs;
    private float[] input;
    private int at;
    private int size;
    private Moments moments;
    private double[] r;
    private float[] centre;
    private float[] tangents;
    private float[] dx;
    private double[] meanOfDx;
    private double[] dr;

    BatchNormalisationPass(BatchNormalisation layer, List<Integer> input, int capacity, Layout layout, Mode mode) {
        this.layer = layer;
        this.mode = mode;
        this.channels = new Channels(input.get(input.size() - 1));
        this.width = Layer.size(input);
        this.scale = layout.offset(layer.name() + ".scale");
        this.shift = layout.offset(layer.name() + ".shift");
        this.mean = layout.offset(layer.name() + ".mean");
        this.variance = layout.offset(layer.name() + ".variance");
        this.outputs = new float[Math.multiplyExact(capacity, width)];
    }

    @Override
    public float[] forward(float[] parameters, float[] input, int at, int rows) {
        this.input = input;
        this.at = at;
        this.size = rows * width;
        moments = mode == Mode.TRAINING ? ofBatch(rows) : remembered(parameters);
        r = channels.map(c -> 1 / Math.sqrt(moments.variance()[c] + layer.epsilon()));
        centre = channels.tiled(moments.mean());
        plus(null, null, slopes(parameters), channels.map(c -> parameters[shift + c]), outputs);
        return outputs;
    }

    private Moments ofBatch(int rows) {
        Check.that(
                size > channels.count(),
                "layer %s needs at least 2 numbers a channel in training, had 1 (a batch of %s)",
                layer.name(),
                rows);
        return Moments.of(channels, input, at, size);
    }

    private Moments remembered(float[] parameters) {
        return new Moments(
                channels.map(c -> parameters[mean + c]),
                channels.map(c -> parameters[variance + c]),
                size / channels.count());
    }

    /** {@code gamma r}. */
    private double[] slopes(float[] parameters) {
        return channels.map(c -> parameters[scale + c] * r[c]);
    }

    /** What a sum over the batch is multiplied by to be a mean that moves: 0 in evaluation. */
    private double share() {
        return mode == Mode.TRAINING ? 1.0 / moments.places() : 0;
    }

    @Override
    public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
        double[][] sums = sums(outputGradient);
        for (int c = 0; c < channels.count(); c++) {
            gradient[shift + c] += (float) sums[0][c];
            gradient[scale + c] += (float) (r[c] * sums[1][c]);
        }
        backThrough(slopes(parameters), sums[0], sums[1], outputGradient);
        return outputGradient;
    }

    /** Overwrites the gradient with respect to the outputs, whose sums of {@code g} and {@code g u} are given. */
    private void backThrough(double[] slope, double[] sum, double[] product, float[] g) {
        double[] ofU = channels.map(c -> -slope[c] * r[c] * r[c] * product[c] * share());
        plus(g, slope, ofU, channels.map(c -> -slope[c] * sum[c] * share()), g);
    }

    @Override
    public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
        dx = inputTangent;
        tangents = tangents == null ? new float[outputs.length] : tangents;
        double[][] sums = dx == null ? new double[2][channels.count()] : sums(dx);
        meanOfDx = channels.map(c -> sums[0][c] * share());
        dr = channels.map(c -> -Math.pow(r[c], 3) * sums[1][c] * share());
        double[] slope = slopes(parameters);
        double[] constant = channels.map(c -> direction[shift + c] - slope[c] * meanOfDx[c]);
        plus(dx, slope, slopeTangents(parameters, direction), constant, tangents);
        return tangents;
    }

    private double[] slopeTangents(float[] parameters, float[] direction) {
        return channels.map(c -> direction[scale + c] * r[c] + parameters[scale + c] * dr[c]);
    }

    @Override
    public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
        float[] g = outputGradient.values();
        float[] dg = outputGradient.tangents();
        double[][] ofG = sums(g);
        double[][] ofDg = sums(dg);
        double[] gdx = dx == null ? new double[channels.count()] : products(g, dx);
        // the derivative of the sum of g u
        double[] change = channels.map(c -> ofDg[1][c] + gdx[c] - meanOfDx[c] * ofG[0][c]);
        for (int c = 0; c < channels.count(); c++) {
            product[shift + c] += (float) ofDg[0][c];
            product[scale + c] += (float) (r[c] * change[c] + dr[c] * ofG[1][c]);
        }
        double[] slope = slopes(parameters);
        double[] dSlope = slopeTangents(parameters, direction);
        double[] ofU = channels.map(c -> -slope[c] * r[c] * r[c] * ofG[1][c] * share());
        double[] dOfU = channels.map(c -> -share()
                * r[c]
                * ((dSlope[c] * r[c] + 2 * slope[c] * dr[c]) * ofG[1][c] + slope[c] * r[c] * change[c]));
        double[] constant =
                channels.map(c -> -share() * (dSlope[c] * ofG[0][c] + slope[c] * ofDg[0][c]) - ofU[c] * meanOfDx[c]);
        plus(dg, slope, dOfU, constant, dg);
        plusProduct(g, dSlope, dg);
        if (dx != null) {
            plusProduct(dx, ofU, dg);
        }
        backThrough(slope, ofG[0], ofG[1], g);
        return outputGradient;
    }

    /** Returns the sums of some numbers, and of their products with {@code u}. */
    private double[][] sums(float[] values) {
        float[] x = input;
        float[] m = centre;
        int start = at;
        return channels.sums(size, 2, (from, length, into) -> addTerms(values, x, start, m, from, length, into));
    }

    private static void addTerms(float[] v, float[] x, int start, float[] m, int from, int length, float[][] into) {
        float[] sum = into[0];
        float[] product = into[1];
        for (int j = 0; j < length; j++) {
            sum[j] += v[from + j];
            product[j] += v[from + j] * (x[start + from + j] - m[j]);
        }
    }

    private double[] products(float[] v, float[] w) {
        return channels.sums(size, 1, (from, length, into) -> {
            float[] product = into[0];
            for (int j = 0; j < length; j++) {
                product[j] += v[from + j] * w[from + j];
            }
        })[0];
    }

    /** Writes {@code ofValues v + ofU u + constant}; without {@code v} if that is null. */
    private void plus(float[] v, double[] ofValues, double[] ofU, double[] constant, float[] into) {
        float[] x = input;
        float[] m = centre;
        float[] p = v == null ? null : channels.tiled(ofValues);
        float[] q = channels.tiled(ofU);
        float[] s = channels.tiled(constant);
        int start = at;
        channels.each(size, (from, length) -> {
            if (v == null) {
                for (int j = 0; j < length; j++) {
                    into[from + j] = (x[start + from + j] - m[j]) * q[j] + s[j];
                }
            } else {
                for (int j = 0; j < length; j++) {
                    into[from + j] = v[from + j] * p[j] + (x[start + from + j] - m[j]) * q[j] + s[j];
                }
            }
        });
    }

    private void plusProduct(float[] v, double[] ofValues, float[] into) {
        float[] p = channels.tiled(ofValues);
        channels.each(size, (from, length) -> {
            for (int j = 0; j < length; j++) {
                into[from + j] += v[from + j] * p[j];
            }
        });
    }

    @Override
    public void remember(float[] parameters) {
        if (mode == Mode.EVALUATION) {
            return; // there are no statistics of a batch
        }
        double m = layer.momentum();
        double unbiased = (double) moments.places() / (moments.places() - 1);
        for (int c = 0; c < channels.count(); c++) {
            parameters[mean + c] += (float) (m * (moments.mean()[c] - parameters[mean + c]));
            parameters[variance + c] += (float) (m * (unbiased * moments.variance()[c] - parameters[variance + c]));
        }
    }
}
