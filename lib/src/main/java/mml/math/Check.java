package mml.math;

import java.util.List;
import java.util.Locale;

/**
 * Argument checks whose errors teach: each sentence names the argument, the rule and the value received.
 *
 * <p>Every method returns the value that it was given, so that a check can stand where the value is used.
 */
public final class Check {
    private Check() {}

    /**
     * Refuses whatever does not hold, with a sentence of the caller's.
     *
     * @param holds what must be true
     * @param sentence a format for {@link String#format}, which names argument, rule and value
     * @param values what the format refers to
     * @throws IllegalArgumentException with that sentence, unless {@code holds}
     */
    public static void that(boolean holds, String sentence, Object... values) {
        if (!holds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, sentence, values));
        }
    }

    /**
     * Returns a value that is finite and greater than zero.
     *
     * @param name the argument's name
     * @param value its value
     * @return the value
     * @throws IllegalArgumentException unless it is finite and positive
     */
    public static double positive(String name, double value) {
        that(value > 0 && Double.isFinite(value), "%s must be finite and positive, was %s", name, value);
        return value;
    }

    /**
     * Returns a value that is finite and at least zero.
     *
     * @param name the argument's name
     * @param value its value
     * @return the value
     * @throws IllegalArgumentException unless it is finite and not negative
     */
    public static double notNegative(String name, double value) {
        that(value >= 0 && Double.isFinite(value), "%s must be finite and not negative, was %s", name, value);
        return value;
    }

    /**
     * Returns a finite value.
     *
     * @param name the argument's name
     * @param value its value
     * @return the value
     * @throws IllegalArgumentException if it is infinite or NaN
     */
    public static double finite(String name, double value) {
        that(Double.isFinite(value), "%s must be finite, was %s", name, value);
        return value;
    }

    /**
     * Returns values that are all finite.
     *
     * @param name the argument's name
     * @param values its values; not modified
     * @return the same array
     * @throws IllegalArgumentException that names the first index whose value is infinite or NaN
     */
    public static float[] finite(String name, float[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(name + " must be finite, value " + i + " was " + values[i]);
            }
        }
        return values;
    }

    /**
     * Returns a count that is at least one.
     *
     * @param name the argument's name
     * @param value its value
     * @return the value
     * @throws IllegalArgumentException if it is below one
     */
    public static int positive(String name, int value) {
        return atLeast(name, value, 1);
    }

    /**
     * Returns a count that is at least zero.
     *
     * @param name the argument's name
     * @param value its value
     * @return the value
     * @throws IllegalArgumentException if it is negative
     */
    public static int notNegative(String name, int value) {
        return atLeast(name, value, 0);
    }

    /**
     * Returns a count that is not too small.
     *
     * @param name the argument's name
     * @param value its value
     * @param least the least value allowed
     * @return the value
     * @throws IllegalArgumentException if it is below {@code least}
     */
    public static int atLeast(String name, int value, int least) {
        that(value >= least, "%s must be at least %s, was %s", name, least, value);
        return value;
    }

    /**
     * Returns a value within closed bounds.
     *
     * @param name the argument's name
     * @param value its value
     * @param low the least value allowed
     * @param high the greatest value allowed
     * @return the value
     * @throws IllegalArgumentException if it lies outside, or is NaN
     */
    public static double within(String name, double value, double low, double high) {
        that(value >= low && value <= high, "%s must lie in [%s, %s], was %s", name, low, high, value);
        return value;
    }

    /**
     * Returns an index into something that has {@code size} elements, counted from 0.
     *
     * @param name the argument's name
     * @param value the index
     * @param size how many elements there are
     * @return the index
     * @throws IllegalArgumentException if it is negative or not below {@code size}
     */
    public static int index(String name, int value, int size) {
        that(value >= 0 && value < size, "%s must be from 0 to %s, was %s", name, size - 1, value);
        return value;
    }

    /**
     * Returns a choice that has been made.
     *
     * @param name the argument's name
     * @param choice one of an enumeration
     * @param all what there is to choose from
     * @param <E> the enumeration
     * @return the choice
     * @throws IllegalArgumentException if it is null
     */
    public static <E extends Enum<E>> E chosen(String name, E choice, E[] all) {
        that(choice != null, "%s must be one of %s, was null", name, List.of(all));
        return choice;
    }

    /**
     * Returns a value that is there.
     *
     * @param name the argument's name
     * @param value any value
     * @param <T> its type
     * @return the value
     * @throws IllegalArgumentException if it is null
     */
    public static <T> T given(String name, T value) {
        that(value != null, "%s must be given, was null", name);
        return value;
    }

    /**
     * Returns a text that is not blank.
     *
     * @param name the argument's name
     * @param value the text
     * @return the text
     * @throws IllegalArgumentException if it is null or blank
     */
    public static String notBlank(String name, String value) {
        that(value != null && !value.isBlank(), "%s must not be blank, was %s", name, quoted(value));
        return value;
    }

    /**
     * Returns a text that every picture can hold: SVG has no place for control characters but tab and line breaks, nor for
     * half a character.
     *
     * @param name the argument's name
     * @param value the text; may be blank
     * @return the text
     * @throws IllegalArgumentException if it has another character; says which and where, counted from 0
     */
    public static String drawable(String name, String value) {
        for (int i = 0, c; i < value.length(); i += Character.charCount(c)) {
            c = value.codePointAt(i);
            boolean isDrawable = c >= ' ' || c == '\t' || c == '\n' || c == '\r';
            boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
            that(
                    isDrawable && !isHalf && c != 0xFFFE && c != 0xFFFF,
                    "%s must have only characters that can be drawn, had U+%04X at index %s",
                    name,
                    c,
                    i);
        }
        return value;
    }

    /**
     * Returns a text for a picture: one that is not blank and {@linkplain #drawable can be drawn}.
     *
     * @param name the argument's name
     * @param value the text
     * @return the text
     * @throws IllegalArgumentException if it is null or blank, or has a character that no picture can hold
     */
    public static String label(String name, String value) {
        return drawable(name, notBlank(name, value));
    }

    private static String quoted(String value) {
        return value == null ? "null" : '"' + value + '"';
    }
}
