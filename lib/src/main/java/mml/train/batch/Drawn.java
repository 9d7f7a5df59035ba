package mml.train.batch;

import java.util.random.RandomGenerator;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Randomness;

/**
 * Batches of a data set. An epoch has as many examples as the data; its last batch may be smaller.
 *
 * @param data the examples
 * @param size how many a batch has, from 1 to the data's size
 * @param seed of the order
 * @param draw how an epoch's examples are chosen
 */
public record Drawn(Dataset data, int size, long seed, Order draw) implements Batches {
    /** How the examples of an epoch are chosen. */
    public enum Order {
        /** Each once, in a random order. */
        PERMUTED,
        /** Each place by a draw of its own among all, so that some examples come twice and some not at all. */
        WITH_REPLACEMENT
    }

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if the batch is empty or larger than the data
     */
    public Drawn {
        Check.that(
                size >= 1 && size <= data.size(), "batch must be from 1 to the %s examples, was %s", data.size(), size);
    }

    @Override
    public int perEpoch() {
        return (data.size() + size - 1) / size;
    }

    @Override
    public Epoch epoch(int epoch) {
        int[] order = order(epoch);
        return index -> {
            int from = Check.index("batch", index, perEpoch()) * size;
            return new Batch(data, order, from, Math.min(size, order.length - from));
        };
    }

    /**
     * Returns the examples of an epoch: those of batch {@code k} stand from {@code k size} on.
     *
     * @param epoch from 0
     * @return row numbers of the data, as many as it has examples
     */
    public int[] order(int epoch) {
        RandomGenerator random = Randomness.of(seed, "epoch " + epoch);
        int[] order = new int[data.size()];
        for (int i = 0; i < order.length; i++) {
            if (draw == Order.WITH_REPLACEMENT) {
                order[i] = random.nextInt(order.length);
            } else {
                int j = random.nextInt(i + 1);
                order[i] = order[j];
                order[j] = i;
            }
        }
        return order;
    }

    @Override
    public Batches size(int size) {
        return new Drawn(data, size, seed, draw);
    }

    @Override
    public Batches seed(long seed) {
        return new Drawn(data, size, seed, draw);
    }
}
