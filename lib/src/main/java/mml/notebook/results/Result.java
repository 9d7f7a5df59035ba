package mml.notebook.results;

import java.util.Objects;

/**
 * A result with what made it.
 *
 * @param value the result itself
 * @param stamp what made it
 * @param <T> its type
 */
public record Result<T>(T value, Stamp stamp) {
    /**
     * Checks that both are there.
     *
     * @throws NullPointerException if one is null
     */
    public Result {
        Objects.requireNonNull(value, "value must not be null");
        Objects.requireNonNull(stamp, "stamp must not be null");
    }
}
