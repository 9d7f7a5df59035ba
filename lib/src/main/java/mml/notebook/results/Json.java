package mml.notebook.results;

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

/** How everything is written as JSON and read again: strictly, so that what is cut, doubled, missing or unknown is refused. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** The same line ends on every system. */
    private static final DefaultPrettyPrinter INDENTED =
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

    private Json() {}

    /** Returns a value as it will be read, so that it can be compared with what was read. */
    static JsonNode tree(Object value) throws JsonProcessingException {
        return MAPPER.readTree(MAPPER.writeValueAsString(value));
    }

    static JsonNode parsed(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    static <T> T value(JsonNode tree, Class<T> type) throws JsonProcessingException {
        return MAPPER.treeToValue(tree, type);
    }

    /** Reads one field straight from the text: no number goes through another kind of number. */
    static <T> T field(String text, String name, Class<T> type) throws JsonProcessingException {
        return MAPPER.readerFor(type).at("/" + name).readValue(text);
    }

    static String indented(Object value) throws JsonProcessingException {
        return MAPPER.writer(INDENTED).writeValueAsString(value) + "\n";
    }

    /**
     * Returns a hash of what an object holds except the field that holds the hash, whatever the white space. Numbers count
     * as they are written, which differs between JDKs.
     */
    static String sha256(String text, String except) throws IOException {
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Returns the first line of what Jackson says, which names what is wrong without its advice. */
    static String reason(JsonProcessingException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("not JSON");
    }
}
