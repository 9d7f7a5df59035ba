package mml.nn.layer.image.direct;

import java.util.Arrays;

/**
 * Where the numbers of an {@link OffsetProduct} lie.
 *
 * <p>Rows are computed several at a time. The tables of the rows therefore go on with their last entry for a while: what is
 * computed twice comes out the same.
 *
 * @param count how many rows
 * @param rows where each row of {@code A} begins
 * @param columns how far from there each of its numbers lies
 * @param to where each row of {@code C} begins
 * @param width how many numbers a row of {@code B} and of {@code C} has
 */
public record Offsets(int count, int[] rows, int[] columns, int[] to, int width) {
    /** How many rows are computed together at most. */
    static final int MOST = 16;

    /**
     * Returns the offsets of a product.
     *
     * @param rows where each row of {@code A} begins, at least one
     * @param columns how far from there each of its numbers lies; may be empty
     * @param to where each row of {@code C} begins, as many as {@code rows}, all different
     * @param width how many numbers a row of {@code B} and of {@code C} has: a multiple of {@link OffsetProduct#lanes}
     * @return the offsets
     */
    public static Offsets of(int[] rows, int[] columns, int[] to, int width) {
        return new Offsets(rows.length, goOn(rows), columns, goOn(to), width);
    }

    private static int[] goOn(int[] table) {
        int[] longer = Arrays.copyOf(table, table.length + MOST - 1);
        Arrays.fill(longer, table.length, longer.length, table[table.length - 1]);
        return longer;
    }
}
