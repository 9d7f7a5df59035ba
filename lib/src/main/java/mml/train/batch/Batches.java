package mml.train.batch;

import mml.data.Dataset;

/**
 * The examples of each step of a run: an immutable description, whose batches depend on the seed and the step only.
 *
 * <p>The steps are grouped into epochs.
 */
public sealed interface Batches permits Drawn, Online {
    /**
     * The examples of one step: the rows {@code order[from], ..., order[from + count - 1]} of some data.
     *
     * @param data where the examples are
     * @param order row numbers; must not be written into
     * @param from where those of the batch begin
     * @param count how many there are, at least 1
     */
    record Batch(Dataset data, int[] order, int from, int count) {}

    /** The batches of one epoch. */
    @FunctionalInterface
    interface Epoch {
        /**
         * Returns one batch.
         *
         * @param index from 0 to {@code perEpoch - 1}
         * @return its examples
         */
        Batch batch(int index);
    }

    /**
     * Returns how many examples a batch has; the last of an epoch may have fewer.
     *
     * @return at least 1
     */
    int size();

    /**
     * Returns how many steps an epoch has.
     *
     * @return at least 1
     */
    int perEpoch();

    /**
     * Returns the batches of an epoch.
     *
     * @param epoch from 0
     * @return its batches
     */
    Epoch epoch(int epoch);

    /**
     * Returns what all that is random depends on.
     *
     * @return the seed
     */
    long seed();

    /**
     * Returns batches of another size.
     *
     * @param size how many examples a batch has
     * @return the same otherwise
     * @throws IllegalArgumentException if it is below 1, or larger than the data
     */
    Batches size(int size);

    /**
     * Returns batches drawn otherwise.
     *
     * @param seed of what is drawn
     * @return the same otherwise
     */
    Batches seed(long seed);

    /**
     * Returns all examples in each epoch, in a new order each time.
     *
     * @param data the examples
     * @return batches of at most 128, of seed 1
     */
    static Batches permuted(Dataset data) {
        return new Drawn(data, Math.min(128, data.size()), 1, Drawn.Order.PERMUTED);
    }

    /**
     * Returns examples drawn independently of each other, as many in an epoch as there are.
     *
     * @param data the examples
     * @return batches of at most 128, of seed 1
     */
    static Batches withReplacement(Dataset data) {
        return new Drawn(data, Math.min(128, data.size()), 1, Drawn.Order.WITH_REPLACEMENT);
    }

    /**
     * Returns examples that are made for each step and never come again.
     *
     * @param generator makes them, such as {@code TwoSpirals::of}
     * @param perEpoch how many steps are called an epoch, at least 1
     * @return batches of 10, of seed 1
     * @throws IllegalArgumentException if {@code perEpoch} is below 1
     */
    static Batches online(Online.Generator generator, int perEpoch) {
        return new Online(generator, perEpoch, 10, 1);
    }
}
