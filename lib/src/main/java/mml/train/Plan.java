package mml.train;

import java.util.Optional;
import mml.math.Check;

/**
 * How long a run goes on, and what is kept and looked at on the way.
 *
 * @param stopping when it ends
 * @param saving when a checkpoint is kept
 * @param validation what is scored after each epoch, besides
 */
public record Plan(Stopping stopping, Saving saving, Optional<NetworkObjective> validation) {
    /**
     * Checks that all are there.
     *
     * @throws IllegalArgumentException if one is null
     */
    public Plan {
        Check.given("stopping", stopping);
        Check.given("saving", saving);
        Check.given("validation", validation);
    }
}
