package mml.seminar.handout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown, made from texts that may be hostile, and turned into HTML in which none of them is more than a text. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]<>()#|~&$!";
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            // notebooks set tables of numbers, to the right
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof TableCell) {
                    attributes.put("style", "text-align:left");
                }
            })
            .build();

    private Markdown() {}

    static String html(String markdown) {
        return HTML.render(PARSER.parse(markdown));
    }

    /** Any text as part of HTML. */
    static String htmlOf(String text) {
        // a text alone is one paragraph
        return html(text(text)).replaceFirst("<p>", "").replaceFirst("</p>\\s*\\z", "");
    }

    /** Any text as part of a line: nothing in it is a mark, and it stays in its line. */
    static String text(String any) {
        return any.codePoints()
                .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
                .mapToObj(c -> SPECIAL.indexOf(c) < 0 ? Character.toString(c) : "\\" + Character.toString(c))
                .collect(Collectors.joining());
    }

    /** An address of a page has neither spaces nor angle brackets; parentheses in it would end the link. */
    static String link(String label, String address) {
        return "[" + text(label) + "](<" + address + ">)";
    }

    /** Cells are Markdown in one line. */
    static String table(List<String> columns, List<List<String>> rows) {
        List<List<String>> lines = new ArrayList<>(List.of(columns, Collections.nCopies(columns.size(), "---")));
        lines.addAll(rows);
        return lines.stream()
                .map(cells -> "| " + String.join(" | ", cells) + " |\n")
                .collect(Collectors.joining());
    }
}
