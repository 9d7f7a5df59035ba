package mml.train;

import mml.math.Check;
import mml.train.optimiser.Optimiser;
import mml.train.optimiser.Schedule;

/**
 * How the parameters are changed at each step.
 *
 * @param optimiser how a step is made from a gradient
 * @param schedule the learning rate of each step
 */
public record Updates(Optimiser optimiser, Schedule schedule) {
    /**
     * Checks that both are there.
     *
     * @throws IllegalArgumentException if one is null
     */
    public Updates {
        Check.given("optimiser", optimiser);
        Check.given("schedule", schedule);
    }
}
