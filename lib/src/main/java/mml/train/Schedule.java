package mml.train;

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
}
