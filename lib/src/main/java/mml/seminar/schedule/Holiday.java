package mml.seminar.schedule;

import java.time.DateTimeException;
import java.time.LocalDate;
import mml.math.Check;

/**
 * Days without a meeting.
 *
 * @param first the first
 * @param last the last; the same if it is one day
 */
public record Holiday(LocalDate first, LocalDate last) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if one is null, or the last is before the first
     */
    public Holiday {
        Check.given("first", first);
        Check.given("last", last);
        Check.that(!last.isBefore(first), "last must not be before %s, was %s", first, last);
    }

    /**
     * Reads a day or several.
     *
     * @param text such as {@code "2023-12-24"} or {@code "2023-12-24/2024-01-06"}
     * @return the days
     * @throws IllegalArgumentException if it is of another form
     */
    public static Holiday of(String text) {
        int slash = text.indexOf('/');
        try {
            return slash < 0
                    ? new Holiday(LocalDate.parse(text), LocalDate.parse(text))
                    : new Holiday(
                            LocalDate.parse(text.substring(0, slash)), LocalDate.parse(text.substring(slash + 1)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "holiday must be written as in \"2023-12-24\" or \"2023-12-24/2024-01-06\", was \"" + text + "\"",
                    e);
        }
    }

    /**
     * Returns whether a day is one of these.
     *
     * @param day any day
     * @return whether it is not before the first and not after the last
     */
    public boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /**
     * Returns the days as {@link #of} reads them.
     *
     * @return such as {@code "2023-12-24/2024-01-06"}
     */
    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + "/" + last;
    }
}
