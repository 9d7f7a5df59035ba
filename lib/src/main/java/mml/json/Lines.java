package mml.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** On which line of a text each value of it stands. A path is written as in {@code papers[2].year}; that of the whole is empty. */
final class Lines {
    private static final int LONG = 200;

    private final Map<String, Integer> lines = new HashMap<>();

    /** Reads the whole text. */
    Lines(String text) {
        try (JsonParser parser = Json.parser(text)) {
            read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException("a text has no disk that could fail", e);
        }
    }

    private void read(JsonParser parser) throws IOException {
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isStructEnd()) {
                    JsonStreamContext context = parser.getParsingContext();
                    lines.put(
                            path(token.isStructStart() ? context.getParent() : context),
                            parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (JsonProcessingException e) {
            String path = path(parser.getParsingContext());
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Refused(line, named(path) + " must be JSON: " + Json.reason(e), e);
        }
    }

    /** The line of a path, or of the nearest thing that it is part of. */
    int of(String path) {
        String nearest = path;
        while (!lines.containsKey(nearest) && !nearest.isEmpty()) {
            nearest = nearest.substring(0, Math.max(0, Math.max(nearest.lastIndexOf('.'), nearest.lastIndexOf('['))));
        }
        return lines.getOrDefault(nearest, 1);
    }

    boolean has(String path) {
        return lines.containsKey(path);
    }

    static String named(String path) {
        // a file that is nothing but brackets has a path as long as itself
        return path.isEmpty() ? "the file" : path.length() <= LONG ? path : path.substring(0, LONG) + "...";
    }

    static String field(String path, String name) {
        // a name may be anything: what is no word is written as JSON would
        String word = name.matches("[A-Za-z0-9_-]+") ? name : quoted(name);
        return path.isEmpty() ? word : path + "." + word;
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> quoted.append(
                        c == '"' || c == '\\'
                                ? "\\" + Character.toString(c)
                                : isPlain(c) ? Character.toString(c) : "\\u%04X".formatted(c)));
        return quoted.append('"').toString();
    }

    /** Marks that turn the direction of writing could make a message read as another. */
    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.SURROGATE;
    }

    private static String path(JsonStreamContext context) {
        if (context.inRoot()) {
            return "";
        }
        String outer = path(context.getParent());
        if (context.inArray()) {
            return outer + "[" + context.getCurrentIndex() + "]";
        }
        return context.getCurrentName() == null ? outer : field(outer, context.getCurrentName());
    }
}
