package mml.train;

import java.util.List;
import mml.math.Parameters;

/**
 * What came out of a training run, complete or not.
 *
 * @param parameters after the last complete step
 * @param velocity the optimiser's memory after that step
 * @param steps how many steps are complete
 * @param end why the run ended
 * @param trace one entry for each complete epoch
 * @param checkpoints in the order of their steps
 */
public record Run(
        Parameters parameters, Parameters velocity, int steps, End end, Trace trace, List<Checkpoint> checkpoints) {
    /** Why a run ended. */
    public enum End {
        /** All its epochs are done. */
        COMPLETE,
        /** It was stopped from outside; {@link Training#resume} goes on from here. */
        STOPPED,
        /** A batch's loss was not finite (the parameters are those before it), or the parameters after the last step. */
        DIVERGED
    }

    /**
     * The parameters at one moment of a run.
     *
     * @param epoch how many epochs were complete
     * @param parameters a copy
     */
    public record Checkpoint(int epoch, Parameters parameters) {}

    /** Copies the list. */
    public Run {
        checkpoints = List.copyOf(checkpoints);
    }

    @Override
    public String toString() {
        return switch (end) {
            case COMPLETE -> trace.toString();
            case STOPPED -> "stopped after " + steps + " steps; " + trace;
            case DIVERGED ->
                "diverged at step " + steps
                        + ": loss or parameters were not finite; try a smaller learning rate or clipping; " + trace;
        };
    }
}
