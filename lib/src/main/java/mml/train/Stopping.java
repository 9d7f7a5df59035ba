package mml.train;

import java.util.Optional;
import mml.math.Check;
import mml.train.run.Run;
import mml.train.run.Trace;

/**
 * When a run ends: after so many epochs or steps, whichever is first, or earlier by accuracy or by time.
 *
 * @param epochs the most epochs; {@link Integer#MAX_VALUE} for no such limit
 * @param steps the most steps; {@link Integer#MAX_VALUE} for no such limit; one of both must be limited
 * @param accuracy the run ends after an epoch whose training accuracy is as high; infinite for never
 * @param seconds the run ends after the step that reaches this time; infinite for never
 */
public record Stopping(int epochs, int steps, double accuracy, double seconds) {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is not positive, or neither epochs nor steps are limited
     */
    public Stopping {
        Check.positive("epochs", epochs);
        Check.positive("steps", steps);
        Check.that(Math.min(epochs, steps) < UNLIMITED, "epochs or steps must be limited, neither was");
        Check.that(
                accuracy > 0 && (accuracy <= 1 || accuracy == Double.POSITIVE_INFINITY),
                "accuracy must lie in (0, 1], was %s",
                accuracy);
        Check.that(seconds > 0, "seconds must be positive, was %s", seconds);
    }

    /**
     * Returns an end after some epochs.
     *
     * @param count at least 1
     * @return the rule
     * @throws IllegalArgumentException if it is below 1
     */
    public static Stopping afterEpochs(int count) {
        return new Stopping(count, UNLIMITED, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns an end after some steps.
     *
     * @param count at least 1
     * @return the rule
     * @throws IllegalArgumentException if it is below 1
     */
    public static Stopping afterSteps(int count) {
        return new Stopping(UNLIMITED, count, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns this rule, or an end after an epoch with a high training accuracy.
     *
     * @param share in (0, 1]; 1.0 ends a run that has answered right all through an epoch
     * @return the rule
     * @throws IllegalArgumentException if it lies outside
     */
    public Stopping orAccuracy(double share) {
        Check.within("accuracy", share, 0, 1);
        return new Stopping(epochs, steps, share, seconds);
    }

    /**
     * Returns this rule, or an end after some time. Such a run is not the same twice.
     *
     * @param limit in seconds, positive
     * @return the rule
     * @throws IllegalArgumentException if it is not positive
     */
    public Stopping orSeconds(double limit) {
        return new Stopping(epochs, steps, accuracy, Check.positive("seconds", limit));
    }

    /** Returns how many steps a run has unless it ends early. */
    int total(int perEpoch) {
        return epochs == UNLIMITED ? steps : (int) Math.min(steps, (long) epochs * perEpoch);
    }

    /** Returns why a run ends between two steps, if it does; the last epoch is given if it ends here. */
    Optional<Run.End> reached(boolean isLast, Optional<Trace.Epoch> epoch, double now) {
        if (epoch.isPresent() && epoch.get().accuracy() >= accuracy) {
            return Optional.of(Run.End.ACCURATE);
        } else if (isLast) {
            return Optional.of(Run.End.COMPLETE);
        }
        return now >= seconds ? Optional.of(Run.End.OUT_OF_TIME) : Optional.empty();
    }
}
