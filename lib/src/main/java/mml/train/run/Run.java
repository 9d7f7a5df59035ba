package mml.train.run;

import java.util.List;
import java.util.Locale;
import mml.math.Parameters;

/**
 * What came out of a training run, complete or not.
 *
 * @param last where the run can go on: after its last step, or if it diverged the last good moment that is known
 * @param ending why and where it ended
 * @param trace one entry for each complete epoch
 * @param checkpoints those kept in memory, in the order of their steps
 */
public record Run(Checkpoint last, Ending ending, Trace trace, List<Checkpoint> checkpoints) {
    /** Why a run ended. */
    public enum End {
        /** All its epochs or steps are done. */
        COMPLETE,
        /** The training accuracy of an epoch was as high as asked. */
        ACCURATE,
        /** Its seconds were up; it can go on. */
        OUT_OF_TIME,
        /** It was stopped from outside; it can go on. */
        STOPPED,
        /** A batch's loss was not finite, or the parameters were not. */
        DIVERGED
    }

    /**
     * How a run ended.
     *
     * @param end why
     * @param step how many steps were complete
     * @param loss the mean loss of the last batch whose loss was finite; NaN if there was none
     */
    public record Ending(End end, int step, double loss) {}

    /** Copies the list. */
    public Run {
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * Returns the parameters that came out.
     *
     * @return those of {@link #last}
     */
    public Parameters parameters() {
        return last.parameters();
    }

    /**
     * Returns how many steps led to the parameters.
     *
     * @return the step of {@link #last}
     */
    public int steps() {
        return last.step();
    }

    /**
     * Returns why the run ended.
     *
     * @return the reason
     */
    public End end() {
        return ending.end;
    }

    @Override
    public String toString() {
        return switch (ending.end) {
            case COMPLETE -> trace.toString();
            case ACCURATE -> "accurate after " + ending.step + " steps; " + trace;
            case OUT_OF_TIME -> "out of time after " + ending.step + " steps; " + trace;
            case STOPPED -> "stopped after " + ending.step + " steps; " + trace;
            case DIVERGED -> divergence();
        };
    }

    private String divergence() {
        String before = Double.isNaN(ending.loss)
                ? "no loss was finite before"
                : String.format(Locale.ROOT, "the loss was %.4g before", ending.loss);
        return String.format(
                Locale.ROOT,
                "diverged at step %d: %s, then loss or parameters were not finite; try a smaller "
                        + "learning rate, a warm-up or clipping; kept are the parameters of step %d; %s",
                ending.step,
                before,
                steps(),
                trace);
    }
}
