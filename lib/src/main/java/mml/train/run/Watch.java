package mml.train.run;

import java.util.Optional;
import mml.math.Progress;

/** Is told how a training run goes: after every step, and at its end. Called from the thread that runs it. */
@FunctionalInterface
public interface Watch {
    /** A moment of a run, valid during the call only. */
    interface Moment {
        /**
         * Returns how many steps are complete.
         *
         * @return from 0 to {@link #steps}
         */
        int step();

        /**
         * Returns how many steps the run has unless it ends early.
         *
         * @return at least 1
         */
        int steps();

        /**
         * Returns how many steps an epoch has.
         *
         * @return at least 1
         */
        int perEpoch();

        /**
         * Returns the mean loss of the last batch.
         *
         * @return a finite number, or NaN before the first step
         */
        double loss();

        /**
         * Returns how long the run has taken, stops left out.
         *
         * @return seconds
         */
        double seconds();

        /**
         * Returns what was seen so far.
         *
         * @return a copy
         */
        Trace trace();

        /**
         * Returns why the run has ended.
         *
         * @return empty while it goes on
         */
        Optional<Run.End> end();
    }

    /**
     * Takes note of a moment.
     *
     * @param now the moment
     */
    void see(Moment now);

    /**
     * Returns a watch that tells a listener after every step.
     *
     * @param progress is told the steps
     * @return the watch
     */
    static Watch of(Progress progress) {
        return now -> {
            if (now.end().isEmpty()) {
                progress.report(now.step(), now.steps(), now.seconds());
            }
        };
    }
}
