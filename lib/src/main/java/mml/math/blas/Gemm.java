package mml.math.blas;

import java.util.List;

/**
 * The product of two single-precision matrices, as BLAS's {@code sgemm} defines it, for row-major matrices within heap
 * arrays.
 *
 * <p>All implementations agree to single-precision rounding: 4e-6 of the product of the absolute values for
 * sums of up to 10,000 terms. Each runs on the
 * calling thread alone, except that of {@link #onThreads}, and may be used by several threads at once.
 */
public interface Gemm {
    /** How a factor is read. */
    enum Form {
        /** Rows are rows. */
        AS_IS,
        /** Rows are columns. */
        TRANSPOSED
    }

    /**
     * Computes {@code C = alpha * op(A) * op(B) + beta * C} with {@code op(A)} of {@code m} rows and {@code k} columns, and
     * {@code op(B)} of {@code k} rows and {@code n} columns.
     *
     * @param formA how {@code A} is read
     * @param formB how {@code B} is read
     * @param m rows of the product, at least 1
     * @param n columns of the product, at least 1
     * @param k terms of each sum, at least 1
     * @param alpha the multiple of the product; if 0, whether the factors are read is left open
     * @param a holds {@code A}; not modified
     * @param aAt where {@code A} begins
     * @param lda how far apart the rows of {@code A} are stored, at least as many numbers as one has there
     * @param b holds {@code B}; not modified
     * @param bAt where {@code B} begins
     * @param ldb how far apart the rows of {@code B} are stored, likewise
     * @param beta the multiple of what stands in {@code C}; if 0, that is not read
     * @param c holds {@code C}, which shares no number with the factors; overwritten
     * @param cAt where {@code C} begins
     * @param ldc how far apart the rows of {@code C} are stored, likewise
     * @throws IllegalArgumentException if a size is below 1, or the rows of a matrix overlap
     * @throws IndexOutOfBoundsException if a matrix reaches beyond its array
     */
    void multiply(
            Form formA,
            Form formB,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aAt,
            int lda,
            float[] b,
            int bAt,
            int ldb,
            float beta,
            float[] c,
            int cAt,
            int ldc);

    /**
     * Returns what does the arithmetic, in words for a person.
     *
     * @return such as {@code "OpenBLAS by foreign-function call"}
     */
    String name();

    /**
     * Returns the same product on several threads where it is large enough: the cuts depend on the sizes alone, so that it
     * has the same bits for any number of threads. Called inside a task of {@link mml.math.Workers}, it runs in place.
     *
     * @return a product by the same arithmetic
     */
    default Gemm onThreads() {
        Gemm alone = new TransposedGemm(this);
        return new CutGemm(
                Tiles.BEST.<Gemm>map(tiles -> new TiledGemm(tiles, alone)).orElse(alone));
    }

    /**
     * Returns the fastest implementation that works here; found once, at the first call.
     *
     * @return the first of {@link #available}
     */
    static Gemm best() {
        return GemmChoice.AVAILABLE.get(0);
    }

    /**
     * Returns all implementations that work here, the fastest first; the last is plain Java and always there.
     *
     * @return at least one
     */
    static List<Gemm> available() {
        return GemmChoice.AVAILABLE;
    }
}
