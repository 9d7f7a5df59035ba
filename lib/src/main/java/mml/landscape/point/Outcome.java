package mml.landscape.point;

import mml.math.Check;

/** What computing a point came to: its scores, or the reason why there are none. */
public sealed interface Outcome {
    /**
     * The scores of a point.
     *
     * @param values one for each name; may be NaN or infinite; not copied, and must not change
     */
    record Scored(double[] values) implements Outcome {}

    /**
     * A point at which the objective threw an exception.
     *
     * @param reason what it said, and where
     */
    record Failed(String reason) implements Outcome {
        /**
         * Checks the reason.
         *
         * @throws IllegalArgumentException if it is blank
         */
        public Failed {
            Check.notBlank("reason", reason);
        }

        /** Keeps what an exception says, and the place where it was thrown, which is mostly what is to be mended. */
        static Failed of(RuntimeException e) {
            StackTraceElement[] trace = e.getStackTrace();
            return new Failed(e + (trace.length == 0 ? "" : " at " + trace[0]));
        }
    }
}
