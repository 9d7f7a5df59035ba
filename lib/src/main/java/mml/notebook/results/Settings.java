package mml.notebook.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mml.json.Json;
import mml.math.Check;

/** Everything that determines a result, the seed included: names with values. Two results of equal settings are the same. */
public final class Settings {
    /** Longer values are cut in messages. */
    private static final int LONGEST = 60;

    private final ObjectNode values;

    private Settings(ObjectNode values) {
        this.values = values;
    }

    /**
     * Returns no settings at all.
     *
     * @return nothing to begin with
     */
    public static Settings none() {
        return new Settings(JsonNodeFactory.instance.objectNode());
    }

    static Settings of(ObjectNode values) {
        return new Settings(values.deepCopy());
    }

    /**
     * Returns these settings and one more.
     *
     * @param name its name, not among these yet
     * @param value a number, a text, a truth value, an enum, or a record, list, map or array of such
     * @return new settings
     * @throws IllegalArgumentException if the name is blank or there already, or JSON cannot hold the value
     */
    public Settings with(String name, Object value) {
        Check.notBlank("name", name);
        Check.that(!values.has(name), "setting %s must be given once, was %s already", name, values.get(name));
        ObjectNode more = values.deepCopy();
        more.set(name, tree("setting " + name, value));
        return new Settings(more);
    }

    /**
     * Returns these settings and one for each component of a record.
     *
     * @param all the record
     * @return new settings
     * @throws IllegalArgumentException if a component's name is there already, or JSON cannot hold its value
     */
    public Settings with(Record all) {
        Check.that(all != null, "settings must not be null");
        Settings more = this;
        for (var named : tree("settings", all).properties()) {
            more = more.with(named.getKey(), named.getValue());
        }
        return more;
    }

    /**
     * Says in what a stored result's settings differ from these.
     *
     * @param stored those of the stored result
     * @return such as {@code "seed is 8, stored with 7"}; empty if they are equal
     */
    public String differenceFrom(Settings stored) {
        Set<String> names = new LinkedHashSet<>();
        values.fieldNames().forEachRemaining(names::add);
        stored.values.fieldNames().forEachRemaining(names::add);
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            JsonNode asked = values.get(name);
            JsonNode had = stored.values.get(name);
            if (asked == null) {
                differences.add(name + " is not asked for, stored with " + shortened(had));
            } else if (!asked.equals(had)) {
                differences.add(name + " is " + shortened(asked) + ", stored "
                        + (had == null ? "without" : "with " + shortened(had)));
            }
        }
        return String.join("; ", differences);
    }

    /**
     * Returns whether there is none.
     *
     * @return whether nothing is set
     */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    ObjectNode tree() {
        return values.deepCopy();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && settings.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /**
     * Returns the settings in one line.
     *
     * @return such as {@code "seed 7, blocks 20"}
     */
    @Override
    public String toString() {
        return values.properties().stream()
                .map(named -> named.getKey() + " " + shortened(named.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shortened(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    private static JsonNode tree(String name, Object value) {
        try {
            return Json.tree(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    name + " must be of a kind that JSON can hold, was " + value.getClass() + ": " + Json.reason(e), e);
        }
    }
}
