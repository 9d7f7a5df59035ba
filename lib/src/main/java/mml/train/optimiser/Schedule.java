package mml.train.optimiser;

import java.util.stream.DoubleStream;
import mml.math.Check;

/**
 * The learning rate as a pure function of the step, counted from 0, and of how many steps the run has. Schedules are named by
 * their formula.
 */
@FunctionalInterface
public interface Schedule {
    /**
     * Returns the learning rate of a step.
     *
     * @param step from 0
     * @param steps how many steps the whole run has, more than {@code step}
     * @return the learning rate, finite and not negative
     */
    double at(int step, int steps);

    /**
     * Returns the same rate at every step.
     *
     * @param rate finite and positive
     * @return the schedule
     * @throws IllegalArgumentException if the rate is not finite and positive
     */
    static Schedule constant(double rate) {
        Check.positive("rate", rate);
        return (step, steps) -> rate;
    }

    /**
     * Returns half a cosine over the whole run, from {@code rate} at its first step towards 0 after its last:
     * {@code rate (1 + cos(pi step / steps)) / 2}.
     *
     * <p>Source: I. Loshchilov, F. Hutter, SGDR, ICLR 2017, equation 5, without restarts.
     *
     * @param rate the first learning rate, finite and positive
     * @return the schedule
     * @throws IllegalArgumentException if the rate is not finite and positive
     */
    static Schedule cosine(double rate) {
        Check.positive("rate", rate);
        return (step, steps) -> rate * (1 + Math.cos(Math.PI * step / steps)) / 2;
    }

    /**
     * Returns a rate that is multiplied by a factor every so many steps: {@code rate factor^floor(step / every)}.
     *
     * @param rate the first learning rate, finite and positive
     * @param factor what it is multiplied by, finite and positive
     * @param every after how many steps, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if rate or factor is not finite and positive, or {@code every} is below 1
     */
    static Schedule steps(double rate, double factor, int every) {
        Check.positive("rate", rate);
        Check.positive("factor", factor);
        Check.positive("every", every);
        return (step, steps) -> rate * Math.pow(factor, Math.floorDiv(step, every));
    }

    /**
     * Returns a rate that falls (or rises) steadily, by the same factor in every epoch: {@code rate factor^(step / perEpoch)}.
     *
     * @param rate the first learning rate, finite and positive
     * @param factor what it is multiplied by over an epoch, finite and positive
     * @param perEpoch how many steps an epoch has, at least 1
     * @return the schedule
     * @throws IllegalArgumentException if rate or factor is not finite and positive, or {@code perEpoch} is below 1
     */
    static Schedule exponential(double rate, double factor, int perEpoch) {
        Check.positive("rate", rate);
        Check.positive("factor", factor);
        Check.positive("perEpoch", perEpoch);
        return (step, steps) -> rate * Math.pow(factor, (double) step / perEpoch);
    }

    /**
     * Returns a rate that is multiplied by a factor whenever a share of the run is done: {@code rate factor^n}, with {@code n}
     * the number of shares {@code s} for which {@code step >= s steps}.
     *
     * @param rate the first learning rate, finite and positive
     * @param factor what it is multiplied by, finite and positive
     * @param shares of the run, each in (0, 1), such as 0.5 and 0.75; copied
     * @return the schedule
     * @throws IllegalArgumentException if rate or factor is not finite and positive, or a share lies outside
     */
    static Schedule drops(double rate, double factor, double... shares) {
        Check.positive("rate", rate);
        Check.positive("factor", factor);
        double[] own = shares.clone();
        for (double share : own) {
            Check.that(share > 0 && share < 1, "every share must lie in (0, 1), one was %s", share);
        }
        return (step, steps) -> {
            long done = DoubleStream.of(own)
                    .filter(share -> step >= share * steps * (1 - 1e-12))
                    .count();
            return rate * Math.pow(factor, done);
        };
    }

    /**
     * Returns a rate that runs through all magnitudes from one to another: {@code low (high / low)^(step / (steps - 1))}.
     *
     * @param low the first learning rate, finite and positive
     * @param high the last, finite and positive
     * @return the schedule
     * @throws IllegalArgumentException if one is not finite and positive
     */
    static Schedule geometric(double low, double high) {
        Check.positive("low", low);
        Check.positive("high", high);
        return (step, steps) -> low * Math.pow(high / low, step / Math.max(1.0, steps - 1.0));
    }

    /**
     * Returns this schedule after a linear warm-up from 0 to its first rate: at {@code step < warm} the rate is
     * {@code (step + 1) / warm} times that first rate; then this schedule runs over the steps that are left.
     *
     * <p>Source: P. Goyal and others, Accurate, large minibatch SGD: training ImageNet in 1 hour, 2017, section 2.2.
     *
     * @param warm how many steps the warm-up has, at least 1 and fewer than the run
     * @return the schedule, which refuses a run that is not longer than its warm-up
     * @throws IllegalArgumentException if {@code warm} is below 1
     */
    default Schedule warmUp(int warm) {
        Check.positive("warm", warm);
        return (step, steps) -> {
            Check.that(warm < steps, "warm-up must be shorter than the run of %s steps, was %s", steps, warm);
            return step < warm ? at(0, steps - warm) * (step + 1) / warm : at(step - warm, steps - warm);
        };
    }
}
