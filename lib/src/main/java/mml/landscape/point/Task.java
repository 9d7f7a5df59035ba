package mml.landscape.point;

import java.util.List;
import java.util.concurrent.CancellationException;
import mml.math.Objective;
import mml.math.Workers;

/**
 * Numbered points to be computed on all threads. They are independent: each has the same bits in whatever order and on however
 * many threads they are computed.
 *
 * @param scores the names of the scores
 * @param plane the objective restricted to a line or plane; copied for every thread
 * @param point computes one point
 */
public record Task(List<String> scores, Objective.OnPlane plane, Point point) {
    /** Computes the scores of one point. */
    @FunctionalInterface
    public interface Point {
        /**
         * Computes the scores of one point.
         *
         * @param plane the objective's restriction
         * @param index the point's number
         * @param out as long as the scores' names; overwritten
         */
        void scores(Objective.OnPlane plane, int index, double[] out);
    }

    /** Is given what the points have come to, one at a time. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a point.
         *
         * @param index the point's number
         * @param outcome what it came to
         */
        void keep(int index, Outcome outcome);
    }

    /**
     * Computes points. An exception of the objective is the outcome of its point; one of the sink ends the work.
     *
     * @param indices the points' numbers, each once, in the order in which they are begun
     * @param sink is given every point as soon as it is done, one at a time
     * @throws CancellationException if the calling thread was interrupted; its flag stays set, and the points that were done
     *     have been given to the sink
     */
    public void compute(int[] indices, Sink sink) {
        // another thread would compute some before this one is seen to be stopped
        Workers.pollStop();
        Workers.each(indices.length, Own::new, (own, i) -> {
            Outcome outcome = own.outcome(indices[i]);
            synchronized (sink) {
                sink.keep(indices[i], outcome);
            }
        });
    }

    /** What a thread has for itself. */
    private final class Own {
        private Objective.OnPlane copy;

        Outcome outcome(int index) {
            copy = copy == null ? plane.copy() : copy;
            double[] out = new double[scores.size()];
            try {
                point.scores(copy, index, out);
                return new Outcome.Scored(out);
            } catch (CancellationException e) {
                throw e;
            } catch (RuntimeException e) {
                // it may have been left half done, and the next point is to have the same bits as ever
                copy = null;
                return failed(e);
            }
        }

        /** An objective that was interrupted may say so in its own way: that is a stop, and the point is still waiting. */
        private Outcome failed(RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                CancellationException stopped = new CancellationException("stopped");
                stopped.initCause(e);
                throw stopped;
            }
            return Outcome.Failed.of(e);
        }
    }
}
