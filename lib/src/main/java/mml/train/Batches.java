package mml.train;

import java.util.random.RandomGenerator;
import mml.math.Check;
import mml.math.Randomness;

/**
 * The order in which a run sees its examples: each epoch a new permutation, cut into batches, the last of which may be
 * smaller.
 *
 * <p>The permutation of an epoch depends on the seed and the epoch only, so that a run can be resumed anywhere.
 *
 * @param examples how many examples there are, at least 1
 * @param size how many a batch has, from 1 to {@code examples}
 * @param seed of the permutations
 */
public record Batches(int examples, int size, long seed) {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if there is no example, or the batch is empty or larger than the data
     */
    public Batches {
        Check.positive("examples", examples);
        Check.that(size >= 1 && size <= examples, "batch must be from 1 to the %s examples, was %s", examples, size);
    }

    /**
     * Returns how many batches an epoch has.
     *
     * @return the examples divided by the size, rounded up
     */
    public int perEpoch() {
        return (examples + size - 1) / size;
    }

    /**
     * Returns the order of an epoch: batch {@code k} consists of the indices from {@code k size} on.
     *
     * @param epoch from 0
     * @return a permutation of the examples
     */
    public int[] order(int epoch) {
        int[] order = new int[examples];
        RandomGenerator random = Randomness.of(seed, "epoch " + epoch);
        for (int i = 0; i < examples; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
