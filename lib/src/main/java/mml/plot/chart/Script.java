package mml.plot.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Texts for a script in a page: those that lie beside a class, and those that are its data. */
public final class Script {
    private Script() {}

    /**
     * Returns the text of a file that lies beside a class.
     *
     * @param beside the class
     * @param name of the file
     * @return all of it
     */
    public static String beside(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " must be beside the class", e);
        }
    }

    /**
     * Returns a text as the script's own: whatever is no letter, digit or blank by its number, so that none of it can end the
     * text.
     *
     * @param text any
     * @return the text in quotes
     */
    public static String text(String text) {
        return text.chars()
                .mapToObj(c -> c < 128 && (Character.isLetterOrDigit(c) || c == ' ')
                        ? String.valueOf((char) c)
                        : String.format("\\u%04x", c))
                .collect(Collectors.joining("", "\"", "\""));
    }
}
