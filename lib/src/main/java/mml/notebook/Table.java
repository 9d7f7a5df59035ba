package mml.notebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mml.math.Check;

/**
 * A table as a value: a caption, the names of its columns, and rows of texts, numbers or anything that says what it is.
 *
 * <p>As the last expression of a cell it shows itself. Numbers of a column are written with the same decimals, right aligned.
 *
 * @param caption what the table shows; may be empty
 * @param columns the names of the columns, at least one
 * @param rows the rows, each with as many values as there are columns
 */
public record Table(String caption, List<String> columns, List<? extends List<?>> rows) {
    /**
     * Copies the lists, and checks them.
     *
     * @throws IllegalArgumentException if there is no column, the name of one is blank, a row has more or fewer values than
     *     there are columns, or a value is null
     */
    public Table {
        Check.that(caption != null, "caption must not be null");
        columns = copy("columns", columns);
        Check.that(!columns.isEmpty(), "columns must not be empty");
        columns.forEach(column -> Check.notBlank("every column", column));
        List<List<?>> copies = new ArrayList<>();
        for (List<?> row : rows) {
            String name = "row " + copies.size();
            copies.add(copy(name, row));
            Check.that(
                    row.size() == columns.size(),
                    "%s has %s values, table %s columns",
                    name,
                    row.size(),
                    columns.size());
        }
        rows = List.copyOf(copies);
    }

    /**
     * Returns a table without rows and without caption.
     *
     * @param columns the names of the columns, at least one
     * @return the table
     * @throws IllegalArgumentException if there is no column, or the name of one is blank
     */
    public static Table of(String... columns) {
        return new Table("", Arrays.asList(columns), List.of());
    }

    /**
     * Returns this table with one more row.
     *
     * @param values as many as there are columns, none null
     * @return a new table
     * @throws IllegalArgumentException if there are more or fewer, or one is null
     */
    public Table row(Object... values) {
        List<List<?>> more = new ArrayList<>(rows);
        more.add(Arrays.asList(values));
        return new Table(caption, columns, more);
    }

    /**
     * Returns this table under another caption.
     *
     * @param caption what the table shows
     * @return a new table
     */
    public Table caption(String caption) {
        return new Table(caption, columns, rows);
    }

    /**
     * Returns the table as text in columns, the caption first.
     *
     * @return one line a row
     */
    @Override
    public String toString() {
        return new TableView(this).text();
    }

    private static <T> List<T> copy(String name, List<T> values) {
        for (int i = 0; i < values.size(); i++) {
            Check.that(values.get(i) != null, "%s must not hold null, value %s was", name, i);
        }
        return List.copyOf(values);
    }
}
