package mml.data.generated;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.data.Provenance;
import mml.math.Check;
import mml.math.Randomness;
import mml.math.Workers;

/**
 * Classes that are round clouds: the examples of a class are normal with the identity as covariance, round a centre that is
 * itself drawn from a normal distribution of deviation {@code spread} in each coordinate.
 *
 * <p>The centres depend on the seed only, so that data drawn from one value belong together: training and test data are two
 * draws with different seeds.
 *
 * @param classes how many, at least 2
 * @param width how many features, at least 1
 * @param spread deviation of the centres in units of that of a cloud; finite, not negative
 * @param seed of the centres
 */
public record GaussianBlobs(int classes, int width, double spread, long seed) {
    /** How many examples a thread makes at a time. */
    private static final int CHUNK = 256;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there are fewer than two classes or no feature, or so many that no array holds the
     *     centres, or the spread is negative or not finite
     */
    public GaussianBlobs {
        Check.atLeast("classes", classes, 2);
        Check.positive("width", width);
        Check.that(
                classes <= Integer.MAX_VALUE / width,
                "classes must be at most %s for %s features, was %s",
                Integer.MAX_VALUE / width,
                width,
                classes);
        Check.notNegative("spread", spread);
    }

    /**
     * Returns the centres of the classes.
     *
     * @return {@code [classes, width]} row-major
     */
    public double[] centres() {
        RandomGenerator random = Randomness.of(seed, "centres");
        return IntStream.range(0, classes * width)
                .mapToDouble(i -> spread * random.nextGaussian())
                .toArray();
    }

    /**
     * Draws examples, the classes taking turns. Example {@code i} is the same whatever the size.
     *
     * @param size how many, at least 1
     * @param draw the seed of this draw
     * @return shape {@code [width]}, classes {@code blob 0}, {@code blob 1}, ...
     * @throws IllegalArgumentException if {@code size} is below 1, or so large that no array holds the features
     */
    public Dataset draw(int size, long draw) {
        Check.positive("size", size);
        int most = Integer.MAX_VALUE / width;
        Check.that(size <= most, "size must be at most %s for %s features, was %s", most, width, size);
        double[] centres = centres();
        float[] features = new float[size * width];
        int chunks = (size + CHUNK - 1) / CHUNK;
        Workers.each(chunks, chunk -> {
            RandomGenerator random = Randomness.of(Randomness.part(draw, chunk), "blobs");
            int last = (int) Math.min(features.length, (chunk + 1L) * CHUNK * width);
            for (int at = chunk * CHUNK * width; at < last; at++) {
                features[at] = (float) (centres[at % centres.length] + random.nextGaussian());
            }
        });
        List<String> names =
                IntStream.range(0, classes).mapToObj(k -> "blob " + k).toList();
        int[] labels = IntStream.range(0, size).map(i -> i % classes).toArray();
        String how = "normal clouds of deviation 1, centres of deviation %s from seed %d, points from seed %d";
        return Dataset.of("Gaussian blobs", names, List.of(width), features, labels)
                .from(Provenance.generated(String.format(Locale.ROOT, how, spread, seed, draw)));
    }
}
