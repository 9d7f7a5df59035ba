package mml.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mml.plot.chart.Text;

/** How a table is written: the texts of its cells, and these as HTML and as plain text. */
final class TableView {
    /** More decimals than this are written only where a number needs them. */
    private static final int MOST_DECIMALS = 4;

    private static final String CELL = " style=\"text-align:%s\"";

    private final Table table;
    private final List<List<String>> columns = new ArrayList<>();
    private final List<Boolean> isNumeric = new ArrayList<>();

    TableView(Table table) {
        this.table = table;
        for (int c = 0; c < table.columns().size(); c++) {
            int column = c;
            List<Object> values =
                    table.rows().stream().<Object>map(row -> row.get(column)).toList();
            isNumeric.add(!values.isEmpty() && values.stream().allMatch(Number.class::isInstance));
            columns.add(written(values));
        }
    }

    Output output() {
        return Output.html(html(), text());
    }

    String text() {
        StringBuilder text = new StringBuilder(table.caption().isEmpty() ? "" : table.caption() + "\n");
        text.append(line(table.columns()));
        for (int r = 0; r < table.rows().size(); r++) {
            text.append('\n').append(line(row(r)));
        }
        return text.toString();
    }

    private String html() {
        StringBuilder html = new StringBuilder("<table>");
        if (!table.caption().isEmpty()) {
            html.append("<caption>").append(Text.escaped(table.caption())).append("</caption>");
        }
        html.append("<thead>")
                .append(htmlRow(table.columns(), "th scope=\"col\""))
                .append("</thead><tbody>");
        for (int r = 0; r < table.rows().size(); r++) {
            html.append(htmlRow(row(r), "td"));
        }
        return html.append("</tbody></table>").toString();
    }

    /** A first column of texts names its rows. */
    private String htmlRow(List<String> cells, String tag) {
        StringBuilder html = new StringBuilder("<tr>");
        for (int c = 0; c < cells.size(); c++) {
            String open = c == 0 && tag.equals("td") && !isNumeric.get(0) ? "th scope=\"row\"" : tag;
            html.append('<')
                    .append(open)
                    .append(String.format(CELL, isNumeric.get(c) ? "right" : "left"))
                    .append('>');
            html.append(Text.escaped(cells.get(c)))
                    .append("</")
                    .append(open, 0, 2)
                    .append('>');
        }
        return html.append("</tr>").toString();
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.size(); c++) {
            String padding = " ".repeat(width(c) - cells.get(c).length());
            line.append(c == 0 ? "" : "  ");
            line.append(isNumeric.get(c) ? padding + cells.get(c) : cells.get(c) + padding);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int widest = columns.get(column).stream().mapToInt(String::length).max().orElse(0);
        return Math.max(widest, table.columns().get(column).length());
    }

    private List<String> row(int row) {
        return columns.stream().map(column -> column.get(row)).toList();
    }

    private static List<String> written(List<Object> values) {
        List<String> single = values.stream().map(TableView::written).toList();
        List<String> fractions =
                single.stream().filter(text -> text.contains(".")).toList();
        int decimals = fractions.stream()
                .mapToInt(text -> text.length() - text.indexOf('.') - 1)
                .max()
                .orElse(0);
        boolean isPlain = single.stream().noneMatch(text -> text.contains("e")) && decimals <= MOST_DECIMALS;
        boolean isFractional = values.stream().anyMatch(value -> value instanceof Double || value instanceof Float);
        if (!isPlain || !isFractional || decimals == 0) {
            return single;
        }
        return values.stream().map(value -> aligned(value, decimals)).toList();
    }

    private static String aligned(Object value, int decimals) {
        boolean isFinite = value instanceof Number number && Double.isFinite(number.doubleValue());
        return isFinite
                ? String.format(Locale.ROOT, "%." + decimals + "f", ((Number) value).doubleValue())
                : written(value);
    }

    private static String written(Object value) {
        if (value instanceof Float number) {
            return Digits.of(number.doubleValue());
        }
        return value instanceof Double number ? Digits.of(number) : Rendering.inOneLine(value);
    }
}
