package mml.data.own;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mml.data.Dataset;
import mml.data.Provenance;
import mml.math.Check;
import mml.math.WholeFile;

/**
 * Reads a table: a text file in UTF-8 with commas between the values, whose first line names the columns.
 *
 * <p>A value may stand in quotation marks, which are doubled within it, but not go over several lines. Blank lines are left
 * out.
 *
 * <p>Source: Y. Shafranovich, RFC 4180, Common format and MIME type for comma-separated values files, 2005.
 */
public final class Csv {
    /** Whole numbers may well be names of so many classes, however few lines there are. */
    private static final int MANY = 20;

    private Csv() {}

    /**
     * Reads a data set, an example a line.
     *
     * @param file the table
     * @param label the column of the classes: any text or whole numbers, but not numbers that were measured, such as
     *     {@code 3.7}; every other column is a feature, a finite number
     * @return features in the order of the columns and with their names, shape {@code [columns - 1]}; the classes by number if
     *     all are whole numbers, else by alphabet; named after the file
     * @throws IOException if the file is not there or cannot be read, a column has no name or that of another, there is no
     *     such column or no other, a line has more or fewer values than there are columns, a quotation mark stands within a
     *     value, a value is missing or is no number (such as {@code -0.5} or {@code 3e2}), a class is a measured number or a
     *     number written in two ways, most lines have a number of their own for a class, or there are fewer than two classes;
     *     says which line, counted from 1, where it is one
     * @throws IllegalArgumentException if file or label is null
     */
    public static Dataset read(Path file, String label) throws IOException {
        Check.given("file", file);
        Check.given("label", label);
        try (BufferedReader in = Files.newBufferedReader(WholeFile.readable(file))) {
            Table table = new Table(file, in);
            int labels = table.column(label);
            List<float[]> rows = new ArrayList<>();
            List<String> kinds = new ArrayList<>();
            for (List<String> values = table.next(); values != null; values = table.next()) {
                kinds.add(table.kind(values, labels));
                rows.add(table.numbers(values, labels));
            }
            requireClasses(file, label, kinds);
            return dataset(file, rows, kinds)
                    .withFeatureNames(table.features(labels))
                    .from(Provenance.of(
                            "the table " + file.getFileName() + ", classes from the column " + label,
                            Provenance.NOT_STATED));
        } catch (CharacterCodingException e) {
            throw new IOException(file + " must be text in UTF-8, has other bytes", e);
        }
    }

    /** Numbers of which nearly every line has its own, such as prices, name no classes; nor do two spellings of one number. */
    private static void requireClasses(Path file, String label, List<String> kinds) throws IOException {
        Map<Double, String> spellings = new HashMap<>();
        for (String kind : kinds) {
            if (!Table.isNumber(kind)) {
                return;
            }
            // 0 is added since -0 is another key than 0
            String spelling = spellings.putIfAbsent(Double.parseDouble(kind) + 0.0, kind);
            if (spelling != null && !spelling.equals(kind)) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "%s must write every class of column \"%s\" in one way, has %s and %s",
                        file,
                        label,
                        spelling,
                        kind));
            }
        }
        if (spellings.size() > MANY && 2 * spellings.size() > kinds.size()) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s: column \"%s\" must name classes, has %,d different numbers in %,d lines: choose another column, or write"
                            + " a class in place of each number, such as \"low\" and \"high\"",
                    file,
                    label,
                    spellings.size(),
                    kinds.size()));
        }
    }

    private static Dataset dataset(Path file, List<float[]> rows, List<String> kinds) throws IOException {
        List<String> classes = sorted(kinds.stream().distinct().toList());
        if (classes.size() < 2) {
            throw new IOException(file + " must have examples of at least two classes, has " + classes);
        }
        int width = rows.get(0).length;
        float[] features = new float[Math.multiplyExact(rows.size(), width)];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, features, i * width, width);
        }
        Map<String, Integer> numbers = new HashMap<>();
        classes.forEach(one -> numbers.put(one, numbers.size()));
        int[] labels = kinds.stream().mapToInt(numbers::get).toArray();
        return Dataset.of(file.getFileName().toString(), classes, List.of(width), features, labels);
    }

    private static List<String> sorted(List<String> classes) {
        boolean areNumbers = classes.stream().allMatch(Table::isNumber);
        Comparator<String> byName = Comparator.naturalOrder();
        Comparator<String> byNumber = Comparator.comparingDouble(Double::parseDouble);
        return classes.stream()
                .sorted(areNumbers ? byNumber.thenComparing(byName) : byName)
                .toList();
    }
}
