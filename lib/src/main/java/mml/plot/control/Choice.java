package mml.plot.control;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mml.math.Check;

/**
 * A parameter that a control varies: its name and the values that it takes.
 *
 * @param <T> the values' type
 * @param name what stands before the slider or the buttons
 * @param values at least two, in the order shown; no two look alike
 */
record Choice<T>(String name, List<T> values) {
    /** Numbers of more digits are written as Java does. */
    private static final int DIGITS = 10;

    Choice {
        Check.label("name", name);
        Check.that(!values.contains(null), "values of %s must not be null", name);
        values = List.copyOf(values);
        Check.that(values.size() >= 2, "%s must have at least 2 values, has %s", name, values.size());
        values.forEach(value -> Check.drawable("values of " + name, label(value)));
        Set<String> seen = new HashSet<>();
        values.forEach(value ->
                Check.that(seen.add(label(value)), "values of %s must differ, has %s twice", name, label(value)));
    }

    static <T> Choice<T> of(String name, T[] values) {
        return new Choice<>(name, Arrays.asList(values));
    }

    int size() {
        return values.size();
    }

    /** Returns whether the values lie on a slider; others are chosen by buttons. */
    boolean slides() {
        return values.stream().allMatch(Number.class::isInstance);
    }

    List<String> labels() {
        return values.stream().map(Choice::label).toList();
    }

    /** Returns the name and a value, such as {@code depth 10}. */
    String at(int index) {
        return name + " " + label(values.get(index));
    }

    private static String label(Object value) {
        if (value instanceof Enum<?> constant && constant.toString().equals(constant.name())) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            String plain =
                    new BigDecimal(number.toString()).stripTrailingZeros().toPlainString();
            return plain.length() <= DIGITS ? plain : number.toString();
        }
        return String.valueOf(value);
    }
}
