package mml.nn;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mml.math.Check;

/**
 * What a network makes of its parameters, in words: the shape of its input, and every layer with all its settings. Two networks
 * may have one layout and yet be different functions of it, as one of tanh and one of ReLU; then their descriptions differ.
 *
 * <p>The settings of a layer are the components of its record, so that none can be forgotten; a layer of another class is
 * described by its {@code toString}. A layer inside another has a line of its own. Numbers, also those
 * in records and lists, are written alike by every JDK, since descriptions go into files. A setting without a text of its own,
 * such as a lambda, is equal to itself alone, so that a file with one is refused after the program has ended.
 *
 * @param lines such as {@code "input: [784]"}, {@code "layer 0: Dense(name hidden, outputs 8, bias WITH)"} and
 *     {@code "layer 1: Relu"}, counted from 0 as in {@link Network#layers}
 */
public record Description(List<String> lines) {
    /**
     * Copies the lines.
     */
    public Description {
        lines = List.copyOf(lines);
    }

    static Description of(List<Integer> input, Sequence layers) {
        List<String> lines = new ArrayList<>();
        lines.add("input: " + input);
        addInside("layer ", layers, lines);
        return new Description(lines);
    }

    private static void addInside(String before, Sequence sequence, List<String> lines) {
        for (int i = 0; i < sequence.layers().size(); i++) {
            add(before + i, sequence.layers().get(i), lines);
        }
    }

    private static void add(String place, Layer layer, List<String> lines) {
        if (layer instanceof Sequence sequence) {
            addInside(place + ".", sequence, lines);
            return;
        }
        List<String> inside = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        for (RecordComponent component : components(layer)) {
            Object value = value(component, layer);
            if (value instanceof Layer part) {
                add(place + "." + component.getName(), part, inside);
            } else {
                settings.add(component.getName() + " " + text(value));
            }
        }
        lines.add(place + ": " + (layer instanceof Record ? call(layer, settings) : layer));
        lines.addAll(inside);
    }

    private static RecordComponent[] components(Object part) {
        return part instanceof Record ? part.getClass().getRecordComponents() : new RecordComponent[0];
    }

    private static Object value(RecordComponent component, Object part) {
        try {
            // the record itself may be private
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("setting " + component + " of " + part.getClass() + " cannot be read", e);
        }
    }

    private static String text(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return digits(((Number) value).doubleValue());
        } else if (value instanceof Record) {
            return call(
                    value,
                    Arrays.stream(components(value))
                            .map(component -> component.getName() + " " + text(value(component, value)))
                            .toList());
        } else if (value instanceof List<?> list) {
            return list.stream().map(Description::text).toList().toString();
        }
        String inBrackets = Arrays.deepToString(new Object[] {value});
        return inBrackets.substring(1, inBrackets.length() - 1);
    }

    private static String call(Object part, List<String> settings) {
        // a user's own class may be called as one of ours
        Class<?> type = part.getClass();
        String kind = type.getName().startsWith("mml.") ? type.getSimpleName() : type.getName();
        return settings.isEmpty() ? kind : kind + "(" + String.join(", ", settings) + ")";
    }

    /** Returns the number rounded to as few digits as tell it from all others; what the JDK prints changed with version 19. */
    private static String digits(double number) {
        if (number == 0 || !Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal exact = new BigDecimal(number);
        int digits = 1;
        while (exact.round(new MathContext(digits)).doubleValue() != number) {
            digits++;
        }
        return exact.round(new MathContext(digits)).toString();
    }

    /**
     * Refuses what is of another network.
     *
     * @param what what it is, such as the name of a file
     * @param theirs the description of the network that it is of
     * @throws IllegalArgumentException if it differs from this one; the sentence has the first line that differs, of both
     */
    public void requireSame(String what, Description theirs) {
        for (int i = 0; i < Math.max(lines.size(), theirs.lines.size()); i++) {
            Check.that(
                    line(i).equals(theirs.line(i)),
                    "%s is of another network: it has %s, this network %s",
                    what,
                    theirs.line(i),
                    line(i));
        }
    }

    private String line(int index) {
        return index < lines.size() ? '"' + lines.get(index) + '"' : "nothing more";
    }
}
