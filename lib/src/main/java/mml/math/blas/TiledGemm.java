package mml.math.blas;

import mml.math.blas.Tiles.Factor;
import mml.math.blas.Tiles.Target;

/**
 * Products of few rows by tiles, the others by another way.
 *
 * @param tiles do the arithmetic of few rows
 * @param other that of more
 */
record TiledGemm(Tiles tiles, Gemm other) implements Gemm {
    /** The most numbers of the second factor, of 4 MB: read by every tile of rows, it must stay in a cache. */
    private static final long LARGEST = 1 << 20;
    /** The fewest terms of a sum: with fewer, what takes time is the product itself going to and from memory. */
    private static final int LEAST_TERMS = 32;
    /** The fewest multiplications for which a tile is worth its preparation. */
    private static final long LEAST = 1 << 14;
    /** The most rows: with more, copying the second factor once, as a library does, is worth its time. */
    private static final int MOST_ROWS = 64;
    /** The same of rows times rows, where a library copies less. */
    private static final int MOST_ROWS_OF_DOTS = 12;

    @Override
    public void multiply(
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
            int ldc) {
        boolean isTiled = alpha == 1 && (long) n * k <= LARGEST && (long) m * n * k >= LEAST;
        boolean isRows = formB == Form.AS_IS && m <= MOST_ROWS && n >= tiles.columns() && k >= LEAST_TERMS;
        boolean isDots =
                formA == Form.AS_IS && formB == Form.TRANSPOSED && m <= MOST_ROWS_OF_DOTS && k >= tiles.columns();
        if (isTiled && isRows) {
            Factor factor = factor(formA, m, k, a, aAt, lda);
            Extent.of(b, bAt, k, n, ldb);
            scale(m, n, beta, c, cAt, ldc);
            tiles.add(factor, b, bAt, ldb, m, n, k, new Target(c, cAt, ldc));
        } else if (isTiled && isDots) {
            Factor factor = factor(formA, m, k, a, aAt, lda);
            Extent.of(b, bAt, n, k, ldb);
            scale(m, n, beta, c, cAt, ldc);
            tiles.addTransposed(factor, b, bAt, ldb, m, n, k, new Target(c, cAt, ldc));
        } else {
            other.multiply(formA, formB, m, n, k, alpha, a, aAt, lda, b, bAt, ldb, beta, c, cAt, ldc);
        }
    }

    private static Factor factor(Form form, int rows, int columns, float[] a, int at, int ld) {
        Extent.of(form, a, at, rows, columns, ld);
        return form == Form.AS_IS ? new Factor(a, at, ld, 1) : new Factor(a, at, 1, ld);
    }

    /** Multiplies {@code C} by beta; if that is 0, {@code C} is not read. */
    private static void scale(int m, int n, float beta, float[] c, int cAt, int ldc) {
        Extent.of(c, cAt, m, n, ldc);
        for (int i = 0; i < m && beta != 1; i++) {
            for (int j = cAt + i * ldc; j < cAt + i * ldc + n; j++) {
                c[j] = beta == 0 ? 0 : beta * c[j];
            }
        }
    }

    @Override
    public String name() {
        return other.name() + "; few rows by " + tiles.name();
    }
}
