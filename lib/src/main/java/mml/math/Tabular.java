package mml.math;

import java.util.List;

/** What shows itself as a table in a notebook, under its {@code toString} as caption. */
public interface Tabular {
    /**
     * Returns the names of the columns.
     *
     * @return at least one, none blank
     */
    List<String> columns();

    /**
     * Returns the rows.
     *
     * @return each as long as {@link #columns}, none of their values null
     */
    List<? extends List<?>> rows();
}
