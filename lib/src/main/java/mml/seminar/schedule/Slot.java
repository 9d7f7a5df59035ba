package mml.seminar.schedule;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mml.math.Check;

/**
 * A time of the week.
 *
 * @param day of the week
 * @param from when it begins
 * @param to when it ends, on the same day
 */
public record Slot(DayOfWeek day, LocalTime from, LocalTime to) {
    private static final Pattern FORM = Pattern.compile("(\\p{L}+) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if one is null, or it does not end after it begins
     */
    public Slot {
        Check.chosen("day", day, DayOfWeek.values());
        Check.given("from", from);
        Check.given("to", to);
        Check.that(to.isAfter(from), "to must be after %s, was %s", from, to);
    }

    /**
     * Reads a slot.
     *
     * @param text such as {@code "Mon 16:30-18:00"}
     * @return the slot
     * @throws IllegalArgumentException if it is of another form
     */
    public static Slot of(String text) {
        Matcher form = FORM.matcher(text);
        String rule = "slot must be written as in \"Mon 16:30-18:00\", was \"%s\"";
        Check.that(form.matches(), rule, text);
        try {
            DayOfWeek day = Stream.of(DayOfWeek.values())
                    .filter(one -> name(one).equals(form.group(1)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(String.format(Locale.ROOT, rule, text)));
            return new Slot(day, LocalTime.parse(form.group(2)), LocalTime.parse(form.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, rule, text), e);
        }
    }

    /**
     * Returns the slot as {@link #of} reads it.
     *
     * @return such as {@code "Mon 16:30-18:00"}
     */
    @Override
    public String toString() {
        return name(day) + " " + from + "-" + to;
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }
}
