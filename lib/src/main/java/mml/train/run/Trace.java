package mml.train.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What was seen of a run, epoch by epoch.
 *
 * @param epochs one entry a complete epoch, in order
 * @param open what has been summed over the epoch under way
 * @param seconds how long the run has taken so far, stops left out
 */
public record Trace(List<Epoch> epochs, Open open, double seconds) {
    /**
     * Mean loss and the share of right answers.
     *
     * @param loss mean over examples
     * @param accuracy from 0 to 1
     */
    public record Scores(double loss, double accuracy) {}

    /**
     * One epoch of training.
     *
     * @param epoch counted from 0
     * @param training means over its examples, each taken before the step of its batch, without weight decay
     * @param validation scores on other data after its last step, if some are given
     * @param rate the learning rate of its last step
     * @param seconds how long the run had taken at its end
     */
    public record Epoch(int epoch, Scores training, Optional<Scores> validation, double rate, double seconds) {
        /**
         * Returns the training loss.
         *
         * @return the mean over the epoch
         */
        public double loss() {
            return training.loss;
        }

        /**
         * Returns the training accuracy.
         *
         * @return the share over the epoch
         */
        public double accuracy() {
            return training.accuracy;
        }

        /**
         * Returns the loss on other data.
         *
         * @return the mean, or NaN if none are given
         */
        public double validationLoss() {
            return validation.map(Scores::loss).orElse(Double.NaN);
        }

        /**
         * Returns the accuracy on other data.
         *
         * @return the share, or NaN if none are given
         */
        public double validationAccuracy() {
            return validation.map(Scores::accuracy).orElse(Double.NaN);
        }
    }

    /**
     * Sums over the batches of an epoch that is not complete, so that a run can go on in the middle of one.
     *
     * @param examples how many were seen
     * @param loss sum of their losses
     * @param right how many answers were right
     */
    public record Open(long examples, double loss, double right) {
        /** Nothing summed yet. */
        public static final Open NOTHING = new Open(0, 0, 0);

        /**
         * Returns the sums with one more batch.
         *
         * @param count how many examples it had
         * @param scores their means
         * @return new sums
         */
        public Open plus(int count, Scores scores) {
            return new Open(examples + count, loss + scores.loss * count, right + scores.accuracy * count);
        }

        /**
         * Returns the means.
         *
         * @return NaN if nothing has been summed
         */
        public Scores means() {
            return new Scores(loss / examples, right / examples);
        }
    }

    /** Nothing seen yet. */
    public static final Trace NOTHING = new Trace(List.of(), Open.NOTHING, 0);

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
            return String.format(Locale.ROOT, "no epoch yet in %.1f s", seconds);
        }
        Epoch last = epochs.get(epochs.size() - 1);
        String scores = String.format(
                Locale.ROOT,
                "%d epochs in %.1f s, last: loss %.4f, accuracy %.4f",
                epochs.size(),
                last.seconds,
                last.loss(),
                last.accuracy());
        return scores
                + last.validation
                        .map(other -> String.format(
                                Locale.ROOT, "; validation: loss %.4f, accuracy %.4f", other.loss, other.accuracy))
                        .orElse("");
    }
}
