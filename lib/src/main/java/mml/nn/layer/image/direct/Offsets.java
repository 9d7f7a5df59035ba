package mml.nn.layer.image.direct;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where the numbers of an {@link OffsetProduct} lie.
 *
 * <p>Rows are computed several at a time. The tables of the rows therefore go on with their last entry for a while: what is
 * computed twice comes out the same.
 */
public final class Offsets {
    /** How many rows are computed together at most. */
    static final int MOST = 12;

    private final int count;
    private final int[] rows;
    private final int[] columns;
    private final int[] to;
    private final int width;
    private final boolean inFours;
    private final int[] following;

    private Offsets(int[] rows, int[] columns, int[] to, int width) {
        this.count = rows.length;
        this.rows = goOn(rows);
        this.columns = columns;
        this.to = goOn(to);
        this.width = width;
        this.inFours = columns.length % 4 == 0
                && IntStream.range(0, columns.length).allMatch(j -> columns[j] == columns[j / 4 * 4] + j % 4);
        this.following = following(this.rows);
    }

    /**
     * Returns the offsets of a product.
     *
     * @param rows where each row of {@code A} begins, at least one
     * @param columns how far from there each of its numbers lies; may be empty; not copied
     * @param to where each row of {@code C} begins, as many as {@code rows}, all different
     * @param width how many numbers a row of {@code B} and of {@code C} has: a multiple of {@link OffsetProduct#lanes}
     * @return the offsets
     */
    public static Offsets of(int[] rows, int[] columns, int[] to, int width) {
        return new Offsets(rows, columns, to, width);
    }

    private static int[] goOn(int[] table) {
        int[] longer = Arrays.copyOf(table, table.length + MOST - 1);
        Arrays.fill(longer, table.length, longer.length, table[table.length - 1]);
        return longer;
    }

    private static int[] following(int[] rows) {
        int[] following = new int[rows.length];
        for (int i = rows.length - 1; i >= 0; i--) {
            following[i] = i + 1 < rows.length && rows[i + 1] == rows[i] + 1 ? following[i + 1] + 1 : 1;
        }
        return following;
    }

    /**
     * Returns how many columns the product has.
     *
     * @return at least 0
     */
    public int terms() {
        return columns.length;
    }

    int count() {
        return count;
    }

    int[] rows() {
        return rows;
    }

    int[] columns() {
        return columns;
    }

    int[] to() {
        return to;
    }

    int width() {
        return width;
    }

    /** Returns whether the columns can be taken four at a time, of which each begins one number after the one before. */
    boolean isInFours() {
        return inFours;
    }

    /** Returns whether some rows, from row {@code r} on, each begin one number after the one before. */
    boolean follow(int r, int many) {
        return following[r] >= many;
    }
}
