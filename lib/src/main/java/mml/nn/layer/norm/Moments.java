package mml.nn.layer.norm;

import mml.nn.layer.norm.Channels.Numbers;

/**
 * Mean and biased variance of each channel of a batch.
 *
 * <p>A chunk's are computed from what differs from the mean of its first strip, in one pass, and combined in order. The mean of
 * one strip among {@code n} is within {@code sqrt(n)} deviations of that of all, so that a mean much larger than the deviation
 * does no harm.
 *
 * <p>Source: T. Chan, G. Golub, R. LeVeque, Algorithms for computing the sample variance: analysis and recommendations, The
 * American Statistician 37, 1983, shifted data with a pilot estimate of the mean, and the updating formulas.
 *
 * @param mean of each channel
 * @param variance of each channel
 * @param places of how many numbers each; 0 if they are no batch's
 */
record Moments(double[] mean, double[] variance, int places) {
    /** Sum of squared deviations instead of the variance. */
    private record Part(double[] mean, double[] squares, int places) {
        Part plus(Part other) {
            int all = places + other.places;
            for (int c = 0; c < mean.length; c++) {
                double apart = other.mean[c] - mean[c];
                mean[c] += apart * other.places / all;
                squares[c] += other.squares[c] + apart * apart * places * other.places / all;
            }
            return new Part(mean, squares, all);
        }
    }

    static Moments of(Channels channels, Numbers input, int size) {
        Part[] parts = new Part[channels.chunks(size)];
        // the input, two sums, and what is taken off: a strip of each for a thread, not for each of many chunks
        channels.eachChunk(
                size,
                () -> channels.strips(4),
                (strips, index, from, to) -> parts[index] = part(channels, input, from, to, strips));
        Part all = parts[0];
        for (int i = 1; i < parts.length; i++) {
            all = all.plus(parts[i]);
        }
        int places = all.places;
        double[] squares = all.squares;
        return new Moments(all.mean, channels.map(c -> squares[c] / places), places);
    }

    private static Part part(Channels channels, Numbers input, int from, int to, float[][] strips) {
        int places = (to - from) / channels.count();
        double[] rest = new double[channels.count()];
        double[] squares = new double[channels.count()];
        Numbers[] numbers = {input};
        double[] centre = channels.meanOfFirstStrip(from, to, numbers, strips);
        float[] tiled = strips[3];
        channels.tile(centre, tiled);
        channels.add(
                from,
                to,
                (x, length, sums) -> addDeviations(x[0], tiled, length, sums[0], sums[1]),
                numbers,
                strips,
                new float[][] {strips[1], strips[2]},
                rest,
                squares);
        return new Part(
                channels.map(c -> centre[c] + rest[c] / places),
                channels.map(c -> squares[c] - rest[c] * rest[c] / places),
                places);
    }

    private static void addDeviations(float[] x, float[] centre, int length, float[] sum, float[] square) {
        for (int j = 0; j < length; j++) {
            float deviation = x[j] - centre[j];
            sum[j] += deviation;
            square[j] += deviation * deviation;
        }
    }
}
