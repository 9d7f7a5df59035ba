package mml.train.optimiser;

import java.util.List;
import java.util.stream.DoubleStream;
import mml.math.Check;

/**
 * The learning rate as a pure function of the step, counted from 0, and of how many steps the run has. Schedules are named by
 * their formula.
 *
 * <p>Those that the factories make are records: equal if their numbers are, and so that a file can say with which one a network
 * was trained. A lambda is a schedule too, but nobody can read it.
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
        return new Constant(rate);
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
        return new Cosine(rate);
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
        return new Steps(rate, factor, every);
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
        return new Exponential(rate, factor, perEpoch);
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
        return new Drops(rate, factor, DoubleStream.of(shares).boxed().toList());
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
        return new Geometric(low, high);
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
        return new WarmUp(this, warm);
    }

    /**
     * What {@link Schedule#constant} returns.
     *
     * @param rate at every step
     */
    record Constant(double rate) implements Schedule {
        /** Checks the rate. */
        public Constant {
            Check.positive("rate", rate);
        }

        @Override
        public double at(int step, int steps) {
            return rate;
        }
    }

    /**
     * What {@link Schedule#cosine} returns.
     *
     * @param rate at the first step
     */
    record Cosine(double rate) implements Schedule {
        /** Checks the rate. */
        public Cosine {
            Check.positive("rate", rate);
        }

        @Override
        public double at(int step, int steps) {
            return rate * (1 + Math.cos(Math.PI * step / steps)) / 2;
        }
    }

    /**
     * What {@link Schedule#steps} returns.
     *
     * @param rate at the first step
     * @param factor what it is multiplied by
     * @param every after how many steps
     */
    record Steps(double rate, double factor, int every) implements Schedule {
        /** Checks the numbers. */
        public Steps {
            Check.positive("rate", rate);
            Check.positive("factor", factor);
            Check.positive("every", every);
        }

        @Override
        public double at(int step, int steps) {
            return rate * Math.pow(factor, Math.floorDiv(step, every));
        }
    }

    /**
     * What {@link Schedule#exponential} returns.
     *
     * @param rate at the first step
     * @param factor what it is multiplied by over an epoch
     * @param perEpoch how many steps an epoch has
     */
    record Exponential(double rate, double factor, int perEpoch) implements Schedule {
        /** Checks the numbers. */
        public Exponential {
            Check.positive("rate", rate);
            Check.positive("factor", factor);
            Check.positive("perEpoch", perEpoch);
        }

        @Override
        public double at(int step, int steps) {
            return rate * Math.pow(factor, (double) step / perEpoch);
        }
    }

    /**
     * What {@link Schedule#drops} returns.
     *
     * @param rate at the first step
     * @param factor what it is multiplied by
     * @param shares of the run, after which it is
     */
    record Drops(double rate, double factor, List<Double> shares) implements Schedule {
        /** Checks the numbers, and copies the list. */
        public Drops {
            Check.positive("rate", rate);
            Check.positive("factor", factor);
            shares = List.copyOf(shares);
            for (double share : shares) {
                Check.that(share > 0 && share < 1, "every share must lie in (0, 1), one was %s", share);
            }
        }

        @Override
        public double at(int step, int steps) {
            long done = shares.stream()
                    .filter(share -> step >= share * steps * (1 - 1e-12))
                    .count();
            return rate * Math.pow(factor, done);
        }
    }

    /**
     * What {@link Schedule#geometric} returns.
     *
     * @param low at the first step
     * @param high at the last step
     */
    record Geometric(double low, double high) implements Schedule {
        /** Checks the rates. */
        public Geometric {
            Check.positive("low", low);
            Check.positive("high", high);
        }

        @Override
        public double at(int step, int steps) {
            return low * Math.pow(high / low, step / Math.max(1.0, steps - 1.0));
        }
    }

    /**
     * What {@link Schedule#warmUp} returns.
     *
     * @param after the schedule of the steps after the warm-up
     * @param warm how many steps the warm-up has
     */
    record WarmUp(Schedule after, int warm) implements Schedule {
        /** Checks the steps. */
        public WarmUp {
            Check.positive("warm", warm);
        }

        @Override
        public double at(int step, int steps) {
            Check.that(warm < steps, "warm-up must be shorter than the run of %s steps, was %s", steps, warm);
            int left = steps - warm;
            return step < warm ? after.at(0, left) * (step + 1) / warm : after.at(step - warm, left);
        }
    }
}
