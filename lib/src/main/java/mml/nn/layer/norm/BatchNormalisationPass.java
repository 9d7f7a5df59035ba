package mml.nn.layer.norm;

import java.util.List;
import mml.math.Check;
import mml.math.Layout;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.Layer.Following;
import mml.nn.Layer.Mode;
import mml.nn.layer.norm.Channels.Numbers;

/**
 * A batch normalisation at work: {@code y = gamma r u + beta} with {@code u = x - mean} and {@code r = 1 / sqrt(variance +
 * epsilon)}, for each channel.
 *
 * <p>For a gradient {@code g} with respect to the outputs, the one with respect to the inputs is {@code gamma r (g - a - r^2 b
 * u)} with the batch's means {@code a} of {@code g} and {@code b} of {@code g u}. Derivatives along a direction begin with
 * {@code d}: {@code dr = -r^3 mean(u dx)} and {@code du = dx - mean(dx)}. In evaluation neither the mean nor {@code r} depends
 * on the batch: all these means are 0. The rest follows by the rule for products.
 *
 * <p>Memory is what takes time here: forward and backward go through the batch once for their sums and once for their result,
 * which in backward takes the place of the gradient.
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
    private final Centred u;
    private final Moments moments;
    private final double[] r;
    private final double[] slope;
    private final double[] ofU;
    private final double[] constant;
    private final double[][] sums;
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
        this.u = new Centred(channels);
        this.moments = new Moments(channels);
        int count = channels.count();
        this.r = new double[count];
        this.slope = new double[count];
        this.ofU = new double[count];
        this.constant = new double[count];
        this.sums = new double[2][count];
    }

    @Override
    public float[] forward(float[] parameters, float[] input, int at, int rows) {
        return forward(parameters, new Numbers(input, at), rows * width, Following.nothing(outputs));
    }

    @Override
    public float[] forward(float[] parameters, float[] input, int at, int rows, Layer.Elementwise next) {
        return forward(parameters, new Numbers(input, at), rows * width, next.follow(outputs, rows));
    }

    private float[] forward(float[] parameters, Numbers numbers, int size, Following then) {
        if (mode == Mode.TRAINING) {
            Check.that(
                    size > channels.count(),
                    "layer %s needs at least 2 numbers a channel in training, had 1",
                    layer.name());
            moments.compute(numbers, size);
        } else {
            moments.take(parameters, mean, variance);
        }
        channels.map(r, c -> 1 / Math.sqrt(moments.variance()[c] + layer.epsilon()));
        u.take(numbers, size, moments.mean());
        u.line(slopes(parameters), channels.map(constant, c -> parameters[shift + c]), outputs, then);
        return then.outputs();
    }

    /** {@code gamma r}. */
    private double[] slopes(float[] parameters) {
        return channels.map(slope, c -> parameters[scale + c] * r[c]);
    }

    /** What a sum over the batch is multiplied by to be a mean that moves: 0 in evaluation. */
    private double share() {
        return mode == Mode.TRAINING ? 1.0 / moments.places() : 0;
    }

    @Override
    public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
        u.sums(outputGradient, sums);
        // first, since the scales may be what the gradient is added to
        slopes(parameters);
        for (int c = 0; c < channels.count(); c++) {
            gradient[shift + c] += (float) sums[0][c];
            gradient[scale + c] += (float) (r[c] * sums[1][c]);
        }
        backThrough(sums[0], sums[1], outputGradient);
        return outputGradient;
    }

    /** Overwrites the gradient with respect to the outputs, whose sums of {@code g} and {@code g u} are given. */
    private void backThrough(double[] sum, double[] product, float[] g) {
        channels.map(ofU, c -> -slope[c] * r[c] * r[c] * product[c] * share());
        u.plane(g, slope, ofU, channels.map(constant, c -> -slope[c] * sum[c] * share()), g);
    }

    @Override
    public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
        dx = inputTangent;
        tangents = tangents == null ? new float[outputs.length] : tangents;
        double[][] ofDx = new double[2][channels.count()];
        if (dx != null) {
            u.sums(dx, ofDx);
        }
        meanOfDx = channels.map(c -> ofDx[0][c] * share());
        dr = channels.map(c -> -Math.pow(r[c], 3) * ofDx[1][c] * share());
        slopes(parameters);
        channels.map(constant, c -> direction[shift + c] - slope[c] * meanOfDx[c]);
        double[] dSlope = slopeTangents(parameters, direction);
        if (dx == null) {
            u.line(dSlope, constant, tangents, Following.nothing(tangents));
        } else {
            u.plane(dx, slope, dSlope, constant, tangents);
        }
        return tangents;
    }

    private double[] slopeTangents(float[] parameters, float[] direction) {
        return channels.map(c -> direction[scale + c] * r[c] + parameters[scale + c] * dr[c]);
    }

    @Override
    public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
        float[] g = outputGradient.values();
        float[] dg = outputGradient.tangents();
        double[][] ofG = u.sums(g, sums);
        double[][] ofDg = u.sums(dg, new double[2][channels.count()]);
        double[] gdx = dx == null ? new double[channels.count()] : u.products(g, dx);
        // the derivative of the sum of g u
        double[] change = channels.map(c -> ofDg[1][c] + gdx[c] - meanOfDx[c] * ofG[0][c]);
        for (int c = 0; c < channels.count(); c++) {
            product[shift + c] += (float) ofDg[0][c];
            product[scale + c] += (float) (r[c] * change[c] + dr[c] * ofG[1][c]);
        }
        slopes(parameters);
        double[] dSlope = slopeTangents(parameters, direction);
        channels.map(ofU, c -> -slope[c] * r[c] * r[c] * ofG[1][c] * share());
        double[] dOfU = channels.map(c -> -share()
                * r[c]
                * ((dSlope[c] * r[c] + 2 * slope[c] * dr[c]) * ofG[1][c] + slope[c] * r[c] * change[c]));
        channels.map(constant, c -> -share() * (dSlope[c] * ofG[0][c] + slope[c] * ofDg[0][c]) - ofU[c] * meanOfDx[c]);
        u.plane(dg, slope, dOfU, constant, dg);
        u.add(g, dSlope, dg);
        if (dx != null) {
            u.add(dx, ofU, dg);
        }
        backThrough(ofG[0], ofG[1], g);
        return outputGradient;
    }

    @Override
    public void remember(float[] parameters) {
        if (mode == Mode.EVALUATION) {
            return; // there are no statistics of a batch
        }
        double unbiased = (double) moments.places() / (moments.places() - 1);
        for (int c = 0; c < channels.count(); c++) {
            parameters[mean + c] = moved(parameters[mean + c], moments.mean()[c]);
            parameters[variance + c] = moved(parameters[variance + c], unbiased * moments.variance()[c]);
        }
    }

    private float moved(float from, double towards) {
        // with momentum 1 what was there, perhaps infinite, does not count
        double kept = layer.momentum() == 1 ? 0 : (1 - layer.momentum()) * from;
        return (float) (kept + layer.momentum() * towards);
    }
}
