package mml.seminar.handout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import mml.math.Check;
import mml.math.WholeFile;

/**
 * Something to hand out, of one page or so.
 *
 * @param name of its files, such as {@code participant-3}
 * @param title in words
 * @param markdown its text; nothing in it is HTML
 */
public record Handout(String name, String title, String markdown) {
    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if one is blank, or the name cannot be that of a file
     */
    public Handout {
        Check.that(
                name != null && name.matches("[a-z0-9-]+"),
                "name must be of small letters, digits and hyphens, was \"%s\"",
                name);
        Check.notBlank("title", title);
        Check.notBlank("markdown", markdown);
    }

    /**
     * Returns the text as HTML.
     *
     * @return what stands in the body of a page; nothing in it can run
     */
    public String html() {
        return Markdown.html(markdown);
    }

    /**
     * Returns the text as a page of its own, to be read or printed.
     *
     * @return a whole document, which fetches nothing
     */
    public String page() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(Markdown.htmlOf(title), style(), html());
    }

    /**
     * Writes the handout as Markdown and as a page, each whole or not at all.
     *
     * @param folder where to; made if it is not there
     * @return the two files
     * @throws IOException if one cannot be written
     */
    public List<Path> write(Path folder) throws IOException {
        Path text = folder.resolve(name + ".md");
        Path page = folder.resolve(name + ".html");
        WholeFile.write(text, markdown);
        WholeFile.write(page, page());
        return List.of(text, page);
    }

    /**
     * Returns what it is.
     *
     * @return the title
     */
    @Override
    public String toString() {
        return title;
    }

    private static String style() {
        try (InputStream in = Handout.class.getResourceAsStream("handout.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("handout.css must be in the library", e);
        }
    }
}
