package mml.math.blas;

import mml.math.Workers;

/**
 * A product whose rows or columns are cut into parts for several threads. The parts depend on the sizes alone, so that the
 * product has the same bits for any number of threads.
 *
 * <p>A product of a few rows is formed as its transpose, {@code C^T = op(B)^T op(A)^T}: OpenBLAS then reads the large factor as
 * its first, for which its kernels are made. With 10 rows and a factor of 1000 x 1000 this takes 0.6 to 0.8 of the time.
 *
 * @param gemm does the arithmetic of a part
 */
record CutGemm(Gemm gemm) implements Gemm {
    /** A part is a price in calls, and four serve up to four cores. */
    private static final int MOST = 4;
    /** Few rows wait for memory, which two cores keep busy. */
    private static final int MOST_OF_FEW_ROWS = 2;
    /** The fewest multiplications of a part: some 20 to 40 microseconds, ten times what a hand-over costs. */
    private static final long LEAST = 1 << 21;
    /** The fewest rows or columns of a part, each of which copies the other factor once more. */
    private static final int NARROWEST = 64;
    /** How many rows are few, and how many times as many columns there must be. */
    private static final int FEW = 32;

    private static final int TIMES = 4;
    /** The fewest multiplications for which a transpose is worth its copy. */
    private static final long LEAST_TRANSPOSED = 1 << 17;
    /** Parts begin at multiples of this many rows or columns: of vectors of 512 bits. */
    private static final int STRIDE = 16;

    /** Room for a transposed product of each thread. */
    private static final ThreadLocal<float[]> ROOM = ThreadLocal.withInitial(() -> new float[0]);

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
        long work = (long) m * n * k;
        boolean isTransposed = m <= FEW && n >= TIMES * m && work >= LEAST_TRANSPOSED;
        int longer = Math.max(m, n);
        long wanted = Math.min(Math.min(isTransposed ? MOST_OF_FEW_ROWS : MOST, work / LEAST), longer / NARROWEST);
        int parts = (int) Math.max(1, wanted);
        if (parts == 1 && !isTransposed) {
            gemm.multiply(formA, formB, m, n, k, alpha, a, aAt, lda, b, bAt, ldb, beta, c, cAt, ldc);
            return;
        }
        Workers.each(parts, part -> {
            int from = border(longer, part, parts);
            int count = border(longer, part + 1, parts) - from;
            if (n < m) {
                int at = aAt + (formA == Form.AS_IS ? from * lda : from);
                int to = cAt + from * ldc;
                gemm.multiply(formA, formB, count, n, k, alpha, a, at, lda, b, bAt, ldb, beta, c, to, ldc);
                return;
            }
            int at = bAt + (formB == Form.AS_IS ? from : from * ldb);
            int to = cAt + from;
            if (isTransposed) {
                float[] room = room(m * count);
                Form turnedB = turned(formB);
                gemm.multiply(turnedB, turned(formA), count, m, k, alpha, b, at, ldb, a, aAt, lda, 0, room, 0, m);
                addTransposed(room, m, count, beta, c, to, ldc);
            } else {
                gemm.multiply(formA, formB, m, count, k, alpha, a, aAt, lda, b, at, ldb, beta, c, to, ldc);
            }
        });
    }

    private static int border(int length, int part, int parts) {
        return part == parts ? length : (int) ((long) length * part / parts) / STRIDE * STRIDE;
    }

    private static Form turned(Form form) {
        return form == Form.AS_IS ? Form.TRANSPOSED : Form.AS_IS;
    }

    private static float[] room(int size) {
        if (ROOM.get().length < size) {
            ROOM.set(new float[size]);
        }
        return ROOM.get();
    }

    /** Computes {@code C = beta C + T^T} for a product of {@code m} rows; if beta is 0, C is not read. */
    private static void addTransposed(float[] t, int m, int n, float beta, float[] c, int cAt, int ldc) {
        for (int i = 0; i < m; i++) {
            int row = cAt + i * ldc;
            for (int j = 0; j < n; j++) {
                c[row + j] = t[j * m + i] + (beta == 0 ? 0 : beta * c[row + j]);
            }
        }
    }

    @Override
    public String name() {
        return gemm.name();
    }
}
