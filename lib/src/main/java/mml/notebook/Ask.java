package mml.notebook;

import java.util.Objects;
import java.util.function.DoublePredicate;
import mml.math.Check;

/**
 * What a claim asks of the number that was measured for it.
 *
 * @param words what is asked, as it follows "asked", such as {@code "at least 3"}
 * @param condition whether a number is as asked; never called with NaN, which is never as asked
 */
public record Ask(String words, DoublePredicate condition) {
    /**
     * Checks that both are there.
     *
     * @throws IllegalArgumentException if the words are blank
     * @throws NullPointerException if there is no condition
     */
    public Ask {
        Check.notBlank("words", words);
        Objects.requireNonNull(condition, "condition must not be null");
    }

    /**
     * Returns whether a number is as asked.
     *
     * @param measured the number
     * @return false for NaN
     */
    public boolean holds(double measured) {
        return !Double.isNaN(measured) && condition.test(measured);
    }
}
