package mml.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mml.math.Check;

/**
 * When a run keeps a checkpoint, and where.
 *
 * @param everyEpochs one at the start and after every so many epochs; 0 for none
 * @param steps one after each of these steps, besides
 * @param folder where they are written; if empty they are kept in memory, in {@code Run.checkpoints}
 */
public record Saving(int everyEpochs, List<Integer> steps, Optional<Path> folder) {
    /**
     * Copies the list, and checks the numbers.
     *
     * @throws IllegalArgumentException if one is negative
     */
    public Saving {
        Check.notNegative("everyEpochs", everyEpochs);
        steps = List.copyOf(steps);
        steps.forEach(step -> Check.notNegative("every step", step));
    }

    /**
     * Returns no checkpoint at all.
     *
     * @return nothing kept
     */
    public static Saving nothing() {
        return new Saving(0, List.of(), Optional.empty());
    }

    /**
     * Returns checkpoints at the start and at a distance of some epochs.
     *
     * @param count how many epochs lie between two, at least 1
     * @return checkpoints in memory
     * @throws IllegalArgumentException if it is below 1
     */
    public static Saving everyEpochs(int count) {
        return new Saving(Check.positive("everyEpochs", count), List.of(), Optional.empty());
    }

    /**
     * Returns checkpoints after chosen steps.
     *
     * @param steps how many steps are complete; 0 is the start
     * @return checkpoints in memory
     * @throws IllegalArgumentException if one is negative
     */
    public static Saving afterSteps(int... steps) {
        return nothing().andSteps(steps);
    }

    /**
     * Returns the same, and checkpoints after chosen steps.
     *
     * @param more how many steps are complete
     * @return more checkpoints
     * @throws IllegalArgumentException if one is negative
     */
    public Saving andSteps(int... more) {
        List<Integer> all = IntStream.concat(steps.stream().mapToInt(Integer::intValue), IntStream.of(more))
                .boxed()
                .toList();
        return new Saving(everyEpochs, all, folder);
    }

    /**
     * Returns the same checkpoints as files.
     *
     * @param place a folder, made if it does not exist; a checkpoint of the same step is replaced
     * @return checkpoints in files
     */
    public Saving in(Path place) {
        return new Saving(everyEpochs, steps, Optional.of(place));
    }

    boolean isDue(int step, int perEpoch) {
        return steps.contains(step) || everyEpochs > 0 && step % ((long) everyEpochs * perEpoch) == 0;
    }
}
