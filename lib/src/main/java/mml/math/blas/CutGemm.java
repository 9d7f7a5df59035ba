package mml.math.blas;

import mml.math.Workers;

/**
 * A product whose rows or columns are cut into parts for several threads. The parts depend on the sizes alone, so that the
 * product has the same bits for any number of threads.
 *
 * @param gemm does the arithmetic of a part
 */
record CutGemm(Gemm gemm) implements Gemm {
    /** A part is a price in calls, and four serve up to four cores; 1, 2 or 4, so that two threads have the same to do. */
    private static final int MOST = 4;
    /** The fewest multiplications of a part: some 20 to 40 microseconds, ten times what a hand-over costs. */
    private static final long LEAST = 1 << 21;
    /** The fewest rows or columns of a part, each of which may copy the other factor once more. */
    private static final int NARROWEST = 48;
    /** Parts begin at multiples of a vector of 512 bits. */
    private static final int VECTOR = 16;

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
        int longer = Math.max(m, n);
        long most = Math.min(Math.min(MOST, (long) m * n * k / LEAST), longer / NARROWEST);
        int parts = Integer.highestOneBit((int) Math.max(1, most));
        if (parts == 1) {
            gemm.multiply(formA, formB, m, n, k, alpha, a, aAt, lda, b, bAt, ldb, beta, c, cAt, ldc);
            return;
        }
        // before any part is written
        Extent.of(formA, a, aAt, m, k, lda);
        Extent.of(formB, b, bAt, k, n, ldb);
        Extent.of(c, cAt, m, n, ldc);
        Workers.each(parts, part -> {
            int from = border(longer, part, parts);
            int count = border(longer, part + 1, parts) - from;
            if (n < m) {
                int at = aAt + (formA == Form.AS_IS ? from * lda : from);
                int to = cAt + from * ldc;
                gemm.multiply(formA, formB, count, n, k, alpha, a, at, lda, b, bAt, ldb, beta, c, to, ldc);
            } else {
                int at = bAt + (formB == Form.AS_IS ? from : from * ldb);
                gemm.multiply(formA, formB, m, count, k, alpha, a, aAt, lda, b, at, ldb, beta, c, cAt + from, ldc);
            }
        });
    }

    private static int border(int length, int part, int parts) {
        return part == parts ? length : (int) ((long) length * part / parts) / VECTOR * VECTOR;
    }

    @Override
    public String name() {
        return gemm.name();
    }
}
