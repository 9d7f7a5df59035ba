package mml.train.batch;

import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Randomness;

/**
 * Batches that are made when they are needed: each step has a seed of its own, different from those of all other steps.
 *
 * @param generator makes the examples
 * @param perEpoch how many steps are called an epoch, at least 1
 * @param size how many examples a batch has, at least 1
 * @param seed from which those of the steps follow
 */
public record Online(Generator generator, int perEpoch, int size, long seed) implements Batches {
    /** Makes examples: a pure function of their number and a seed. */
    @FunctionalInterface
    public interface Generator {
        /**
         * Makes examples.
         *
         * @param count how many
         * @param seed of what is random
         * @return as many examples
         */
        Dataset of(int count, long seed);
    }

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public Online {
        Check.positive("perEpoch", perEpoch);
        Check.positive("batch", size);
    }

    @Override
    public Epoch epoch(int epoch) {
        int[] order = IntStream.range(0, size).toArray();
        long own = Randomness.of(seed, "online").nextLong();
        return index -> {
            Check.index("batch", index, perEpoch);
            Dataset data = generator.of(size, Randomness.part(own, (long) epoch * perEpoch + index));
            Check.that(data.size() == size, "generator must make %s examples, made %s", size, data.size());
            return new Batch(data, order, 0, size);
        };
    }

    @Override
    public Batches size(int size) {
        return new Online(generator, perEpoch, size, seed);
    }

    @Override
    public Batches seed(long seed) {
        return new Online(generator, perEpoch, size, seed);
    }
}
