package mml.nn.layer;

/**
 * Mean and biased variance of each channel of a batch.
 *
 * <p>A chunk's are computed while it is in the cache, in two passes (first the mean, then the squares of what differs from it,
 * with the first's rounding taken back), and combined in order, so that a mean much larger than the deviation does no harm.
 *
 * <p>Source: T. Chan, G. Golub, R. LeVeque, Algorithms for computing the sample variance, The American Statistician 37, 1983,
 * equations 1.5 and 1.7.
 *
 * @param mean of each channel
 * @param variance of each channel
 * @param places of how many numbers each
 */
record Moments(double[] mean, double[] variance, int places) {
    static Moments of(Channels channels, float[] input, int at, int size) {
        double[][] means = new double[channels.chunks(size)][channels.count()];
        double[][] squares = new double[means.length][channels.count()];
        int[] places = new int[means.length];
        channels.eachChunk(size, () -> new float[][] {channels.strip(), channels.strip()}, (own, chunk, from, to) -> {
            places[chunk] = (to - from) / channels.count();
            ofChunk(channels, input, at, from, to, own, means[chunk], squares[chunk]);
        });
        return combined(means, squares, places);
    }

    /** Overwrites {@code mean} and {@code squares}, which are zero, with the mean and the sum of squared deviations. */
    private static void ofChunk(
            Channels channels,
            float[] input,
            int at,
            int from,
            int to,
            float[][] own,
            double[] mean,
            double[] squares) {
        double[] rest = new double[mean.length];
        int places = (to - from) / mean.length;
        float[] sum = own[0];
        float[] square = own[1];
        channels.strips(from, to, (i, length) -> addTo(sum, input, at + i, length));
        channels.fold(sum, mean);
        for (int c = 0; c < mean.length; c++) {
            mean[c] = (float) (mean[c] / places);
        }
        float[] centre = channels.tiled(mean);
        channels.strips(from, to, (i, length) -> addDeviations(sum, square, centre, input, at + i, length));
        channels.fold(sum, rest);
        channels.fold(square, squares);
        for (int c = 0; c < mean.length; c++) {
            mean[c] += rest[c] / places;
            squares[c] -= rest[c] * rest[c] / places;
        }
    }

    private static void addTo(float[] sum, float[] input, int from, int length) {
        for (int j = 0; j < length; j++) {
            sum[j] += input[from + j];
        }
    }

    private static void addDeviations(
            float[] sum, float[] square, float[] centre, float[] input, int from, int length) {
        for (int j = 0; j < length; j++) {
            float deviation = input[from + j] - centre[j];
            sum[j] += deviation;
            square[j] += deviation * deviation;
        }
    }

    private static Moments combined(double[][] means, double[][] squares, int[] places) {
        double[] mean = means[0].clone();
        double[] square = squares[0].clone();
        int n = places[0];
        for (int chunk = 1; chunk < means.length; chunk++) {
            int m = places[chunk];
            for (int c = 0; c < mean.length; c++) {
                double apart = means[chunk][c] - mean[c];
                mean[c] += apart * m / (n + m);
                square[c] += squares[chunk][c] + apart * apart * n * m / (n + m);
            }
            n += m;
        }
        for (int c = 0; c < mean.length; c++) {
            square[c] /= n;
        }
        return new Moments(mean, square, n);
    }
}
