package mml.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value in a file of JSON that people edit, with its place there: whatever is wrong is refused with path and line.
 *
 * <pre>{@code
 * Item paper = Item.of(text).only("title", "year").field("papers").items().get(0);
 * Paper made = paper.make(() -> new Paper(paper.field("title").text(), paper.field("year").whole()));
 * }</pre>
 */
public final class Item {
    /** A sentence that refuses an argument begins with its name. */
    private static final Pattern NAME = Pattern.compile("\\S+");

    private final Lines lines;
    private final String path;
    private final JsonNode node;

    private Item(Lines lines, String path, JsonNode node) {
        this.lines = lines;
        this.path = path;
        this.node = node;
    }

    /**
     * Returns all that a text says.
     *
     * @param text one value of JSON
     * @return the value
     * @throws Refused if it is no JSON, or a field stands twice in an object
     */
    public static Item of(String text) {
        Lines lines = new Lines(text);
        try {
            JsonNode node = Json.parsed(text);
            if (node.isMissingNode()) {
                throw new Refused(1, "the file must hold something", null);
            }
            return new Item(lines, "", node);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Refused(line, "the file must be JSON: " + Json.reason(e), e);
        }
    }

    /**
     * Returns the same object, which has no other fields than these.
     *
     * @param names of the fields that there may be
     * @return this
     * @throws Refused if it is no object, or has another field
     */
    public Item only(String... names) {
        List<String> known = List.of(names);
        for (String name : fields().keySet()) {
            if (!known.contains(name)) {
                throw fields().get(name)
                        .refused("must be one of the fields " + known + ": there is no such field", null);
            }
        }
        return this;
    }

    /**
     * Returns the value of a field that must be there.
     *
     * @param name of the field
     * @return its value
     * @throws Refused if this is no object, or has no such field
     */
    public Item field(String name) {
        Item field = fields().get(name);
        if (field == null) {
            throw refused("must have the field " + name, null);
        }
        return field;
    }

    /**
     * Returns the value of a field, or what to take where there is no such field.
     *
     * @param name of the field
     * @param read reads its value
     * @param otherwise what to take
     * @param <T> the type of the value
     * @return the value
     * @throws Refused if this is no object, or the value is refused
     */
    public <T> T field(String name, Function<Item, T> read, T otherwise) {
        Item field = fields().get(name);
        return field == null ? otherwise : read.apply(field);
    }

    /**
     * Returns the values of an object.
     *
     * @return under their names, in the order of the file
     * @throws Refused if it is none
     */
    public Map<String, Item> fields() {
        if (!node.isObject()) {
            throw wrong("an object, in { }");
        }
        Map<String, Item> fields = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> fields.put(
                        entry.getKey(), new Item(lines, Lines.field(path, entry.getKey()), entry.getValue())));
        return fields;
    }

    /**
     * Returns whether this is a list.
     *
     * @return whether {@link #items} has something to return, be it nothing
     */
    public boolean isList() {
        return node.isArray();
    }

    /**
     * Returns the values of a list.
     *
     * @return in their order
     * @throws Refused if it is none
     */
    public List<Item> items() {
        if (!node.isArray()) {
            throw wrong("a list, in [ ]");
        }
        List<Item> items = new ArrayList<>();
        for (int k = 0; k < node.size(); k++) {
            items.add(new Item(lines, path + "[" + k + "]", node.get(k)));
        }
        return items;
    }

    /**
     * Returns the values of a list as something else.
     *
     * @param read makes it of each
     * @param <T> its type
     * @return in their order
     * @throws Refused if it is no list, or a value is refused
     */
    public <T> List<T> items(Function<Item, T> read) {
        return items().stream().map(item -> item.make(() -> read.apply(item))).toList();
    }

    /**
     * Returns a text.
     *
     * @return the text, whatever its characters
     * @throws Refused if it is none, or has half a character
     */
    public String text() {
        if (!node.isTextual()) {
            throw wrong("a text, in quotation marks");
        }
        // half a character could not be written again
        if (node.textValue().codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw wrong("a text of whole characters");
        }
        return node.textValue();
    }

    /**
     * Returns what a text stands for.
     *
     * @param parse makes it of the text
     * @param what it is, with an example
     * @param <T> its type
     * @return what was made
     * @throws Refused if it is no text, or {@code parse} cannot read it
     */
    public <T> T text(Function<String, T> parse, String what) {
        String text = text();
        try {
            return parse.apply(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw wrong(what);
        }
    }

    /**
     * Returns a whole number.
     *
     * @return the number
     * @throws Refused if it is none, or one that an {@code int} cannot hold
     */
    public int whole() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw wrong("a whole number");
        }
        return node.intValue();
    }

    /**
     * Makes something of this value; what is refused then is refused with path and line.
     *
     * @param making may throw an {@code IllegalArgumentException}; if its sentence begins with the name or path of a part of this
     *     value, it is that part whose line is given
     * @param <T> the type of what is made
     * @return what was made
     * @throws Refused if it was refused
     */
    public <T> T make(Supplier<T> making) {
        try {
            return making.get();
        } catch (Refused e) {
            throw e;
        } catch (IllegalArgumentException e) {
            Matcher name = NAME.matcher(e.getMessage());
            // a name that is no word is not found: then the line is that of the thing around it
            String part = name.lookingAt() ? within(name.group()) : path;
            String sentence = lines.has(part) && !part.equals(path)
                    ? Lines.named(part) + e.getMessage().substring(name.end())
                    : Lines.named(path) + ": " + e.getMessage();
            throw new Refused(lines.of(part), sentence, e);
        }
    }

    private String within(String part) {
        return path.isEmpty() ? part : path + "." + part;
    }

    private Refused wrong(String what) {
        String value = node.isTextual()
                ? Lines.quoted(node.textValue())
                : node.isObject() ? "an object" : node.isArray() ? "a list" : node.toString();
        return refused("must be " + what + ", was " + value, null);
    }

    private Refused refused(String rule, Throwable cause) {
        return new Refused(lines.of(path), Lines.named(path) + " " + rule, cause);
    }
}
