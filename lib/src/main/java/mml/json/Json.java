package mml.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** How everything is written as JSON and read again: strictly, so that what is cut, doubled, missing or unknown is refused. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            // a record is its components: a predicate or another method is no part of it
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    /** The same line ends on every system. */
    private static final DefaultPrettyPrinter INDENTED =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    /** What Jackson tells its programmers, not those who edit a file. */
    private static final Pattern ADVICE = Pattern.compile(
            " \\(start marker at \\[.*?\\]\\)|: enable `.*|:? not allowed as per `.*| \\(bound as `.*?`\\)");

    private Json() {}

    /**
     * Returns a value as it will be read, so that it can be compared with what was read.
     *
     * @param value records, maps, lists, arrays, numbers, texts or enums
     * @return its tree
     * @throws JsonProcessingException if JSON cannot hold it
     */
    public static JsonNode tree(Object value) throws JsonProcessingException {
        return MAPPER.readTree(MAPPER.writeValueAsString(value));
    }

    /**
     * Returns what a text says.
     *
     * @param text one value of JSON
     * @return its tree
     * @throws JsonProcessingException if it is none, or a field stands twice in an object
     */
    public static JsonNode parsed(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /**
     * Returns the value that a tree stands for.
     *
     * @param tree as {@link #tree} makes it
     * @param type of the value
     * @param <T> the same
     * @return the value
     * @throws JsonProcessingException if it is of another form, or something is missing or unknown
     */
    public static <T> T value(JsonNode tree, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(tree, type);
    }

    /**
     * Reads one field straight from the text: no number goes through another kind of number.
     *
     * @param text an object
     * @param name of the field
     * @param type of its value
     * @param <T> the same
     * @return the value
     * @throws JsonProcessingException if it is of another form, or something is missing or unknown
     */
    public static <T> T field(String text, String name, Class<T> type) throws JsonProcessingException {
        return MAPPER.readerFor(type).at("/" + name).readValue(text);
    }

    /**
     * Writes a value over several lines, which end alike on every system.
     *
     * @param value records, maps, lists, arrays, numbers, texts or enums
     * @return the text, with a line end after it
     * @throws JsonProcessingException if JSON cannot hold it
     */
    public static String indented(Object value) throws JsonProcessingException {
        return MAPPER.writer(INDENTED).writeValueAsString(value) + "\n";
    }

    /**
     * Writes a value as {@link #indented} does, but with the entries of maps in the maps' own order, for people to read.
     *
     * @param value records, maps, lists, arrays, numbers, texts or enums
     * @return the text, with a line end after it
     * @throws JsonProcessingException if JSON cannot hold it
     */
    public static String inOrder(Object value) throws JsonProcessingException {
        return MAPPER.writer(INDENTED)
                        .without(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .writeValueAsString(value)
                + "\n";
    }

    /**
     * Returns a hash of what an object holds except the field that holds the hash, whatever the white space. Numbers count
     * as they are written, which differs between JDKs.
     *
     * @param text an object
     * @param except the name of that field
     * @return 64 digits
     * @throws IOException if it is no JSON
     */
    public static String sha256(String text, String except) throws IOException {
        MessageDigest digest = sha256();
        try (JsonParser parser = MAPPER.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean isOutermost = parser.getParsingContext().getParent() != null
                        && parser.getParsingContext().getParent().inRoot();
                if (isOutermost && except.equals(parser.currentName())) {
                    parser.skipChildren();
                } else {
                    digest.update((token.name() + " " + parser.getText() + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Returns a reader of single tokens, with the line of each. */
    static JsonParser parser(String text) throws IOException {
        return MAPPER.createParser(text);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Returns the first line of what Jackson says, which names what is wrong without its advice.
     *
     * @param e what it threw
     * @return half a sentence
     */
    public static String reason(JsonProcessingException e) {
        String said = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
        return ADVICE.matcher(said).replaceAll("");
    }
}
