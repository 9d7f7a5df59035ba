package mml.seminar.handout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown, made from texts that may be hostile, and turned into HTML in which none of them is more than a text. */
final class Markdown {
    private static final String SPECIAL = "\\`*_{}[]<>()#|~&$!";
    /** What would begin a list, a rule or a heading at the beginning of a line. */
    private static final Pattern LIST = Pattern.compile("^(\\d*)([-+=.])");

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
            .nodeRendererFactory(WordsForImages::new)
            .build();

    private Markdown() {}

    /** An image would be fetched: its words stand for it. */
    private record WordsForImages(HtmlNodeRendererContext context) implements NodeRenderer {
        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class);
        }

        @Override
        public void render(Node image) {
            for (Node word = image.getFirstChild(); word != null; word = word.getNext()) {
                context.render(word);
            }
        }
    }

    static String html(String markdown) {
        return HTML.render(PARSER.parse(markdown));
    }

    /** Any text as part of HTML. */
    static String htmlOf(String text) {
        // a text alone is one paragraph
        return html(text(text)).replaceFirst("<p>", "").replaceFirst("</p>\\s*\\z", "");
    }

    /** Any text as part of a line, be it the first: nothing in it is a mark, and it stays in its line. */
    static String text(String any) {
        String text = any.codePoints()
                .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
                .mapToObj(c -> SPECIAL.indexOf(c) < 0 ? Character.toString(c) : "\\" + Character.toString(c))
                .collect(Collectors.joining())
                .strip();
        return LIST.matcher(text).replaceFirst("$1\\\\$2");
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
