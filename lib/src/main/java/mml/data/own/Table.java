package mml.data.own;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The lines of a table whose first, with the names of the columns, has been read. */
final class Table {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** In quotation marks, or without any; then a comma or the end of the line. */
    private static final Pattern VALUE =
            Pattern.compile("\\G\\s*+(?:\"([^\"]*+(?:\"\"[^\"]*+)*+)\"\\s*+|([^\",]*+))(,|\\z)");

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private final Path file;
    private final BufferedReader in;
    private final List<String> columns;
    private int line;

    Table(Path file, BufferedReader in) throws IOException {
        this.file = file;
        this.in = in;
        columns = values();
        if (columns == null) {
            throw new IOException(file + " must have a line with the names of the columns, has none");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw refused("names of columns must differ, were %s", columns);
        }
    }

    /** Returns the names of all columns but one. */
    List<String> features(int except) {
        return IntStream.range(0, columns.size())
                .filter(column -> column != except)
                .mapToObj(columns::get)
                .toList();
    }

    /** Returns the number of a column, which must not be the only one. */
    int column(String name) throws IOException {
        if (!columns.contains(name) || columns.size() < 2) {
            throw refused(
                    "there must be a column \"%s\" and at least one other, columns are %s%s",
                    name, columns, separated());
        }
        int nameless = columns.indexOf("");
        if (nameless >= 0) {
            throw refused(
                    "every column must have a name, column %d has none (if it only numbers the lines, leave it out; pandas"
                            + " does so with index=False)",
                    nameless + 1);
        }
        return columns.indexOf(name);
    }

    /** Returns a hint for the commonest reason why a column is not found: what other programs write between values. */
    private String separated() {
        String all = String.join("", columns);
        String other = all.contains(";") ? "semicolons" : all.contains("\t") ? "tabs" : "";
        return other.isEmpty()
                ? ""
                : "; the values seem to be separated by " + other
                        + ": save the table with commas between them, and with points in decimal numbers";
    }

    /** Returns the values of the next line, one a column, or null after the last. */
    List<String> next() throws IOException {
        List<String> values = values();
        if (values != null && values.size() != columns.size()) {
            throw refused("there must be %d values, one a column, were %d", columns.size(), values.size());
        }
        return values;
    }

    /** Returns a value that is not missing. */
    String present(List<String> values, int column) throws IOException {
        if (values.get(column).isEmpty()) {
            throw refused("column \"%s\" must have a value, has none", columns.get(column));
        }
        return values.get(column);
    }

    /** Returns the name of a class: a text, or a number that is whole. */
    String kind(List<String> values, int column) throws IOException {
        String text = present(values, column);
        double number = isNumber(text) ? Double.parseDouble(text) : 0;
        if (number != Math.rint(number) || Double.isInfinite(number)) {
            throw refused(
                    "column \"%s\" must name classes, was the measured number %s: choose another column, or write a class in"
                            + " place of each number, such as \"low\" and \"high\"",
                    columns.get(column), text);
        }
        return text;
    }

    /** Returns the values of all columns but one. */
    float[] numbers(List<String> values, int except) throws IOException {
        float[] numbers = new float[values.size() - 1];
        for (int column = 0; column < values.size(); column++) {
            if (column != except) {
                numbers[column < except ? column : column - 1] = number(values, column);
            }
        }
        return numbers;
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private float number(List<String> values, int column) throws IOException {
        String text = present(values, column);
        // what Java takes for a number besides, such as 1d, is a text to everybody else
        float number = isNumber(text) ? Float.parseFloat(text) : Float.NaN;
        if (!Float.isFinite(number)) {
            throw refused("column \"%s\" must be a finite number, was \"%s\"", columns.get(column), text);
        }
        return number;
    }

    /** Returns the values of the next line that is not blank, or null after the last. */
    private List<String> values() throws IOException {
        String text;
        do {
            text = in.readLine();
            line++;
            if (line == 1 && text != null && text.startsWith(BYTE_ORDER_MARK)) {
                text = text.substring(1);
            }
        } while (text != null && text.isBlank());
        return text == null ? null : cut(text);
    }

    private List<String> cut(String text) throws IOException {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(text);
        boolean isLast = false;
        while (!isLast) {
            if (!value.find()) {
                throw refused(
                        "quotation marks must stand round a whole value on one line, and be doubled within it, had %s",
                        text);
            }
            String quoted = value.group(1);
            values.add((quoted == null ? value.group(2) : quoted.replace("\"\"", "\"")).strip());
            isLast = value.group(3).isEmpty();
        }
        return values;
    }

    private IOException refused(String sentence, Object... values) {
        return new IOException(file + ", line " + line + ": " + String.format(Locale.ROOT, sentence, values));
    }
}
