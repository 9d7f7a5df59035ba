package mml.train;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was seen of a run, epoch by epoch.
 *
 * @param epochs one entry a complete epoch, in order
 * @param open what has been summed over the epoch under way
 */
public record Trace(List<Epoch> epochs, Open open) {
    /**
     * One epoch of training. Loss and accuracy are means over its examples, each taken before the step
     * of its batch.
     *
     * @param epoch counted from 0
     * @param loss mean training loss, without weight decay
     * @param accuracy share of right answers, from 0 to 1
     * @param rate the learning rate of its last step
     * @param seconds since the run began or was resumed
     */
    public record Epoch(int epoch, double loss, double accuracy, double rate, double seconds) {}

    /**
     * Sums over the batches of an epoch that is not complete, so that a run can go on in the middle of one.
     *
     * @param loss sum of the examples' losses
     * @param right how many answers were right
     */
    public record Open(double loss, double right) {
        /** Nothing summed yet. */
        public static final Open NOTHING = new Open(0, 0);
    }

    /** Copies the entries. */
    public Trace {
        epochs = List.copyOf(epochs);
    }

    /**
     * Returns one column.
     *
     * @param number such as {@code Epoch::loss}
     * @return the number of each epoch
     */
    public double[] column(ToDoubleFunction<Epoch> number) {
        return epochs.stream().mapToDouble(number).toArray();
    }

    @Override
    public String toString() {
        if (epochs.isEmpty()) {
            return "no epoch yet";
        }
        Epoch last = epochs.get(epochs.size() - 1);
        return String.format(
                Locale.ROOT,
                "%d epochs in %.1f s, last: loss %.4f, accuracy %.4f",
                epochs.size(),
                last.seconds(),
                last.loss(),
                last.accuracy());
    }
}
