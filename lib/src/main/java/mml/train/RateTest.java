package mml.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import mml.math.Check;
import mml.math.Parameters;
import mml.train.optimiser.Schedule;
import mml.train.run.Run;

/**
 * A learning-rate range test: one short run whose rate rises through all magnitudes, and the loss at each of its rates. Good
 * rates lie where the loss falls fast, well below those where it rises.
 *
 * <p>Source: L. Smith, Cyclical learning rates for training neural networks, WACV 2017, section 3.3.
 *
 * @param rates of the steps, rising
 * @param losses of the batches, each before the step with that rate; all finite
 * @param end how the run ended: it may have diverged before it reached its last rate
 */
public record RateTest(double[] rates, double[] losses, Run.End end) {
    /** What is new in the running mean of the losses; it remembers some ten steps. */
    private static final double NEW = 0.1;
    /** After how many steps that mean is no longer one of a few batches. */
    private static final int SETTLED = 10;

    /**
     * Which rates are tried.
     *
     * @param low the first, positive
     * @param high the last, greater than {@code low}
     * @param steps how many, at least 10
     */
    public record Range(double low, double high, int steps) {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if a rate is not finite and positive, they do not rise, or the steps are too few
         */
        public Range {
            Check.positive("low", low);
            Check.positive("high", high);
            Check.that(low < high, "low must be less than high, were %s and %s", low, high);
            Check.finite("high / low", high / low);
            Check.atLeast("steps", steps, 10);
        }
    }

    /**
     * Tries the rates, each for one step.
     *
     * @param training whose schedule and end are replaced by those of the test; nothing is kept or scored
     * @param start the initial parameters
     * @param range the rates
     * @return the loss at each rate, as far as it was finite
     * @throws IllegalArgumentException if the parameters are another network's, or not even the first loss is finite
     * @throws CancellationException if stopped before the first loss
     */
    public static RateTest of(Training training, Parameters start, Range range) {
        Schedule schedule = Schedule.geometric(range.low, range.high);
        List<Double> losses = new ArrayList<>();
        Run run = new Training(
                        training.network(),
                        training.examples(),
                        new Updates(training.updates().optimiser(), schedule),
                        new Plan(Stopping.afterSteps(range.steps), Saving.nothing(), Optional.empty()))
                .run(start, now -> {
                    if (now.end().isEmpty()) {
                        losses.add(now.loss());
                    }
                });
        if (losses.isEmpty() && run.end() == Run.End.STOPPED) {
            throw new CancellationException("stopped before the first rate");
        }
        Check.that(!losses.isEmpty(), "the loss of start must be finite, was not");
        double[] rates = new double[losses.size()];
        Arrays.setAll(rates, step -> schedule.at(step, range.steps));
        return new RateTest(
                rates, losses.stream().mapToDouble(Double::doubleValue).toArray(), run.end());
    }

    /**
     * Returns the losses smoothed: their running mean, with weights that fall by 0.9 a step.
     *
     * @return as many as there are rates
     */
    public double[] smoothed() {
        double[] means = new double[losses.length];
        double mean = 0;
        for (int i = 0; i < losses.length; i++) {
            mean += NEW * (losses[i] - mean);
            means[i] = mean / (1 - Math.pow(1 - NEW, i + 1)); // as if begun at the first loss
        }
        return means;
    }

    /**
     * Returns the rate at which the smoothed loss falls fastest, before its minimum: the middle of the tenth of the rates over
     * which it falls most, the first ten left out, at which the mean is one of a few batches.
     *
     * @return one of the rates; the first if the loss does not fall after them
     */
    public double steepest() {
        double[] means = smoothed();
        int lowest = 0;
        for (int i = 1; i < means.length; i++) {
            lowest = means[i] < means[lowest] ? i : lowest;
        }
        int window = Math.max(1, means.length / 10);
        int best = 0;
        double fall = 0;
        for (int i = SETTLED + window; i <= lowest; i++) {
            if (means[i - window] - means[i] > fall) {
                fall = means[i - window] - means[i];
                best = i - window / 2;
            }
        }
        return rates[best];
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d rates from %.3g to %.3g: the loss falls fastest at %.3g",
                rates.length,
                rates[0],
                rates[rates.length - 1],
                steepest());
    }
}
