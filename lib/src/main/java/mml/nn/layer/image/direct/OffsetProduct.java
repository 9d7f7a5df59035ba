package mml.nn.layer.image.direct;

import java.util.Optional;

/**
 * The product {@code C = A B} with a matrix that is never written out: {@code A[i][j] = a[rows[i] + columns[j]]}.
 *
 * <p>A convolution is such a product, with a row for each place of the window and a column for each number that it sees; so
 * are both of its gradients. Each runs on the calling thread alone, allocates nothing, and may be used by several threads at
 * once. Every number is summed in the order of the columns, so that its bits depend on nothing else.
 *
 * <p>Source: M. Dukhan, The indirect convolution algorithm, 2019, arXiv:1907.02129; E. Georganas et al., Anatomy of
 * high-performance deep learning convolutions on SIMD architectures, SC 2018, section II.
 */
public interface OffsetProduct {
    /**
     * Computes {@code C = A B} plus a row that is added to every row.
     *
     * @param offsets where the numbers lie
     * @param a holds {@code A}; not modified
     * @param aAt what the offsets in {@code a} are counted from
     * @param b holds {@code B}, row after row; not modified
     * @param bAt where it begins
     * @param c holds {@code C}; overwritten
     * @param cAt what the offsets in {@code c} are counted from
     * @param start holds the row; not modified
     * @param startAt where it begins
     * @throws IndexOutOfBoundsException if a matrix reaches beyond its array
     */
    void write(Offsets offsets, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] start, int startAt);

    /**
     * Computes {@code C += A B}.
     *
     * @param offsets where the numbers lie
     * @param a holds {@code A}; not modified
     * @param aAt what the offsets in {@code a} are counted from
     * @param b holds {@code B}, row after row; not modified
     * @param bAt where it begins
     * @param c holds {@code C}; added to
     * @param cAt what the offsets in {@code c} are counted from
     * @throws IndexOutOfBoundsException if a matrix reaches beyond its array
     */
    void add(Offsets offsets, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt);

    /**
     * Returns how many numbers of a row are computed at a time.
     *
     * @return at least 8
     */
    int lanes();

    /**
     * Returns what is there on this machine; found once, at the first call.
     *
     * @return none without the module {@code jdk.incubator.vector}, or where vectors are shorter than 256 bits
     */
    static Optional<OffsetProduct> best() {
        return Choice.PRODUCT;
    }

    /**
     * Returns why {@link #best} is what it is, in words for a person.
     *
     * @return such as {@code "vectors of 512 bits"}, or what is missing
     */
    static String reason() {
        return Choice.REASON;
    }
}
