package mml.nn.layer.norm;

import java.util.Arrays;
import mml.nn.layer.norm.Channels.Numbers;
import mml.nn.layer.norm.Channels.Room;

/**
 * Mean and biased variance of each channel of a batch.
 *
 * <p>A chunk's are computed from what differs from the mean of its first strip, in one pass, and combined in order. The mean of
 * one strip among {@code n} is within {@code sqrt(n)} deviations of that of all, so that a mean much larger than the deviation
 * does no harm.
 *
 * <p>Source: T. Chan, G. Golub, R. LeVeque, Algorithms for computing the sample variance: analysis and recommendations, The
 * American Statistician 37, 1983, shifted data with a pilot estimate of the mean, and the updating formulas.
 */
final class Moments {
    private final Channels channels;
    private final double[] mean;
    private final double[] variance;
    private int places;

    Moments(Channels channels) {
        this.channels = channels;
        this.mean = new double[channels.count()];
        this.variance = new double[channels.count()];
    }

    double[] mean() {
        return mean;
    }

    double[] variance() {
        return variance;
    }

    /** Returns of how many numbers each is; 0 if they are no batch's. */
    int places() {
        return places;
    }

    /** Takes those that are remembered. */
    void take(float[] parameters, int meanAt, int varianceAt) {
        places = 0;
        channels.map(mean, c -> parameters[meanAt + c]);
        channels.map(variance, c -> parameters[varianceAt + c]);
    }

    /** Computes those of a batch. */
    void compute(Numbers input, int size) {
        double[] parts = channels.parts(size);
        Numbers[] inputs = {input};
        channels.eachChunk(size, (room, index, from, to) -> part(room, inputs, from, to, parts, channels.part(index)));
        places = 0;
        Arrays.fill(mean, 0);
        Arrays.fill(variance, 0); // the sum of squared deviations, until all are there
        int most = channels.placesOfChunk();
        int all = size / channels.count();
        for (int i = 0; i < channels.chunks(size); i++) {
            add(parts, channels.part(i), Math.min(most, all - places));
        }
        channels.map(variance, c -> variance[c] / places);
    }

    /** Writes mean and sum of squared deviations of a chunk. */
    private void part(Room room, Numbers[] inputs, int from, int to, double[] parts, int at) {
        double[] centre = room.ofChannels;
        channels.meanOfFirstStrip(room, from, to, centre, inputs);
        channels.tile(centre, room.strips[1]);
        channels.sums(room, from, to, Moments::addDeviations, parts, at, inputs);
        int here = (to - from) / channels.count();
        for (int c = at; c < at + channels.count(); c++) {
            double rest = parts[c];
            parts[c] = centre[c - at] + rest / here;
            parts[c + channels.count()] -= rest * rest / here;
        }
    }

    private void add(double[] parts, int at, int others) {
        int all = places + others;
        for (int c = 0; c < channels.count(); c++) {
            double apart = parts[at + c] - mean[c];
            mean[c] += apart * others / all;
            variance[c] += parts[at + channels.count() + c] + apart * apart * places * others / all;
        }
        places = all;
    }

    private static void addDeviations(float[][] strips, int length, float[][] sums) {
        addDeviations(strips[0], strips[1], length, sums[0], sums[1]);
    }

    private static void addDeviations(float[] x, float[] centre, int length, float[] sum, float[] square) {
        for (int j = 0; j < length; j++) {
            float deviation = x[j] - centre[j];
            sum[j] += deviation;
            square[j] += deviation * deviation;
        }
    }
}
