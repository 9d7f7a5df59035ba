package mml.landscape;

import mml.math.Progress;

/**
 * Is told how a surface or a curve grows: after every point, and at the end. By one thread at a time, while the others compute.
 *
 * @param <R> what grows: a {@link Surface} or a {@link Curve}
 */
@FunctionalInterface
public interface SurveyWatch<R> {
    /**
     * A moment of a survey, valid during the call only.
     *
     * @param <R> what grows
     */
    interface Moment<R> {
        /**
         * Returns how many points this run has computed, or found to fail.
         *
         * @return from 0 to {@link #total}
         */
        int done();

        /**
         * Returns how many points this run has to compute: those that were not in a file.
         *
         * @return at least 0
         */
        int total();

        /**
         * Returns how long this run has taken.
         *
         * @return seconds
         */
        double seconds();

        /**
         * Returns the surface or the curve as it is now.
         *
         * @return a copy
         */
        R result();

        /**
         * Returns whether the run has ended, complete or stopped.
         *
         * @return whether this is the last moment
         */
        boolean isEnd();
    }

    /**
     * Takes note of a moment.
     *
     * @param now the moment
     */
    void see(Moment<R> now);

    /**
     * Returns a watch that tells a listener after every point.
     *
     * @param progress is told the points of this run
     * @param <R> what grows
     * @return the watch
     */
    static <R> SurveyWatch<R> of(Progress progress) {
        return now -> {
            if (!now.isEnd()) {
                progress.report(now.done(), now.total(), now.seconds());
            }
        };
    }
}
