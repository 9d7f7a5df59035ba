package mml.data.generated;

import java.util.Locale;
import java.util.random.RandomGenerator;
import mml.data.Provenance;
import mml.math.Check;
import mml.math.Randomness;
import mml.math.Workers;

/**
 * A linear regression whose truth is known: {@code y = X w + noise} with {@code X} and {@code w} standard normal.
 *
 * @param size {@code n}, how many examples
 * @param width {@code d}, how many features
 * @param inputs {@code X}, {@code [size, width]} row-major; not copied, and must not change
 * @param targets {@code y}, {@code size} numbers; not copied, and must not change
 * @param weights {@code w}, {@code width} numbers; not copied, and must not change
 * @param provenance how it was made
 */
public record RandomRegression(
        int size, int width, double[] inputs, double[] targets, double[] weights, Provenance provenance) {
    /** How many examples a thread makes at a time. */
    private static final int CHUNK = 256;

    /**
     * Checks that the arrays go together.
     *
     * @throws IllegalArgumentException if a count is below 1, an array has another length than the counts say, or the
     *     provenance is null
     */
    public RandomRegression {
        Check.positive("size", size);
        Check.positive("width", width);
        Check.given("provenance", provenance);
        Check.that(
                inputs.length == (long) size * width && targets.length == size && weights.length == width,
                "inputs, targets and weights must have %s, %s and %s numbers, had %s, %s and %s",
                (long) size * width,
                size,
                width,
                inputs.length,
                targets.length,
                weights.length);
    }

    /**
     * Draws a problem. The weights depend on the seed and the width only, and example {@code i} is the same whatever the size.
     *
     * @param size how many examples, at least 1
     * @param width how many features, at least 1
     * @param noise deviation of the normal noise of the targets; finite, not negative
     * @param seed of everything
     * @return the problem
     * @throws IllegalArgumentException if a count is below 1, no array holds the inputs, or the noise is negative or not finite
     */
    public static RandomRegression of(int size, int width, double noise, long seed) {
        Check.positive("size", size);
        Check.positive("width", width);
        Check.notNegative("noise", noise);
        int most = Integer.MAX_VALUE / width;
        Check.that(size <= most, "size must be at most %s for %s features, was %s", most, width, size);
        double[] weights = new double[width];
        normal(Randomness.of(seed, "weights"), weights, 0, width);
        double[] inputs = new double[size * width];
        double[] targets = new double[size];
        Workers.each((size + CHUNK - 1) / CHUNK, chunk -> {
            RandomGenerator random = Randomness.of(Randomness.part(seed, chunk), "regression");
            int last = (int) Math.min(size, (chunk + 1L) * CHUNK);
            for (int i = chunk * CHUNK; i < last; i++) {
                normal(random, inputs, i * width, width);
                targets[i] = noise * random.nextGaussian();
                for (int j = 0; j < width; j++) {
                    targets[i] += inputs[i * width + j] * weights[j];
                }
            }
        });
        Provenance how =
                Provenance.generated("y = X w + noise, X and w normal, noise of deviation " + noise + ", seed " + seed);
        return new RandomRegression(size, width, inputs, targets, weights, how);
    }

    /**
     * Returns the target that an example would have without noise.
     *
     * @param example from 0 to {@code size - 1}
     * @return its row of {@code X w}
     * @throws IllegalArgumentException if there is no such example
     */
    public double truth(int example) {
        Check.index("example", example, size);
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += inputs[example * width + j] * weights[j];
        }
        return sum;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "random regression: %,d examples of %,d features", size, width);
    }

    private static void normal(RandomGenerator random, double[] into, int at, int count) {
        for (int i = at; i < at + count; i++) {
            into[i] = random.nextGaussian();
        }
    }
}
