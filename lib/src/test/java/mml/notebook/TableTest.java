package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TableTest {
    private final Table losses = Table.of("net", "loss", "steps")
            .row("plain", 2.30259, 10)
            .row("skip", 0.5f, 2000)
            .caption("Losses");

    @Test
    void asTextNumbersAreRightAlignedWithTheSameDecimals() {
        assertEquals("""
                Losses
                net     loss  steps
                plain  2.303     10
                skip   0.500   2000""", losses.toString());
    }

    @Test
    void numbersOfDifferentSizesKeepTheirDigits() {
        Table table = Table.of("x").row(1234.5).row(1e-7).row(Double.NaN).row(Double.POSITIVE_INFINITY);
        assertEquals("       x\n    1234\n    1e-7\n     NaN\ninfinity", table.toString());
    }

    @Test
    void asHtmlItHasACaptionAndHeadersWithAScope() {
        String html = html(losses);
        assertTrue(html.startsWith("<table><caption>Losses</caption><thead><tr><th scope=\"col\""), html);
        assertTrue(html.contains("<th scope=\"row\" style=\"text-align:left\">plain</th>"), html);
        assertTrue(html.contains("<td style=\"text-align:right\">2.303</td>"), html);
    }

    @Test
    void aColumnOfNumbersNamesNoRows() {
        String html = html(Table.of("depth").row(3));
        assertEquals(
                "<table><thead><tr><th scope=\"col\" style=\"text-align:right\">depth</th></tr></thead><tbody><tr>"
                        + "<td style=\"text-align:right\">3</td></tr></tbody></table>",
                html);
    }

    @Test
    void noTextIsTakenForHtml() {
        String hostile = "<img src=x onerror='alert(\"&\")'>";
        String html = html(Table.of(hostile).row(hostile).caption(hostile));
        String escaped = "&lt;img src=x onerror=&#39;alert(&quot;&amp;&quot;)&#39;&gt;";
        assertEquals(4, html.split(Pattern.quote(escaped), -1).length, html);
        assertTrue(!html.contains("<img"), html);
    }

    @Test
    void aCellOfSeveralLinesBecomesOneLine() {
        assertEquals("x\na b", Table.of("x").row("a\n  b").toString());
    }

    @Test
    void aTableWithoutRowsShowsItsColumns() {
        assertEquals("a  b", Table.of("a", "b").toString());
    }

    static Stream<Arguments> refusals() {
        Table two = Table.of("a", "b").row(1, 2);
        Executable shorter = () -> two.row(1);
        Executable longer = () -> two.row(1, 2, 3);
        Executable missing = () -> two.row(1, null);
        Executable none = () -> Table.of();
        Executable blank = () -> Table.of("a", " ");
        Executable noCaption = () -> two.caption(null);
        Executable given = () -> Notebook.table("", List.of("a"), List.of(List.of(1), List.of()));
        return Stream.of(
                Arguments.of(shorter, "row 1 has 1 values, table 2 columns"),
                Arguments.of(longer, "row 1 has 3 values, table 2 columns"),
                Arguments.of(missing, "row 1 must not hold null, value 1 was"),
                Arguments.of(none, "columns must not be empty"),
                Arguments.of(blank, "every column must not be blank, was \" \""),
                Arguments.of(noCaption, "caption must not be null"),
                Arguments.of(given, "row 1 has 0 values, table 1 columns"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsNoTableIsRefused(Executable making, String sentence) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, making).getMessage());
    }

    private static String html(Table table) {
        return (String) Rendering.of(table).data().get("text/html");
    }
}
