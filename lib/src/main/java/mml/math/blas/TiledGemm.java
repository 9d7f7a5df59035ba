package mml.math.blas;

import java.util.Arrays;
import mml.math.blas.Tiles.Factor;
import mml.math.blas.Tiles.Target;

/**
 * Products by tiles where these are faster, else by another way.
 *
 * @param tiles do the arithmetic of moderate sizes
 * @param other that of the others
 */
record TiledGemm(Tiles tiles, Gemm other) implements Gemm {
    /** The most numbers of the second factor, of 4 MB: read by every tile of rows, it must stay in a cache. */
    private static final long LARGEST = 1 << 20;
    /** The fewest terms of a sum: with fewer, what takes time is the product itself going to and from memory. */
    private static final int LEAST_TERMS = 32;
    /** The fewest multiplications for which a tile is worth its preparation. */
    private static final long LEAST = 1 << 14;

    private static final ThreadLocal<float[][]> ROOM = ThreadLocal.withInitial(() -> new float[2][0]);

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
        if (isTiled && formB == Form.AS_IS && n >= tiles.columns() && k >= LEAST_TERMS) {
            Factor factor = factor(formA, m, k, a, aAt, lda);
            Extent.of(b, bAt, k, n, ldb);
            scale(m, n, beta, c, cAt, ldc);
            tiles.add(factor, b, bAt, ldb, m, n, k, new Target(c, cAt, ldc));
        } else if (isTiled && formA == Form.AS_IS && formB == Form.TRANSPOSED && m >= tiles.columns()) {
            Factor factor = factor(Form.AS_IS, n, k, b, bAt, ldb);
            Extent.of(a, aAt, m, k, lda);
            scale(m, n, beta, c, cAt, ldc);
            addTurned(factor, a, aAt, lda, m, n, k, new Target(c, cAt, ldc));
        } else if (isTiled && formA == Form.AS_IS && formB == Form.TRANSPOSED && k >= tiles.columns()) {
            Factor factor = factor(formA, m, k, a, aAt, lda);
            Extent.of(b, bAt, n, k, ldb);
            scale(m, n, beta, c, cAt, ldc);
            tiles.addTransposed(factor, b, bAt, ldb, m, n, k, new Target(c, cAt, ldc));
        } else {
            other.multiply(formA, formB, m, n, k, alpha, a, aAt, lda, b, bAt, ldb, beta, c, cAt, ldc);
        }
    }

    private static Factor factor(Form form, int rows, int columns, float[] a, int at, int ld) {
        if (form == Form.AS_IS) {
            Extent.of(a, at, rows, columns, ld);
            return new Factor(a, at, ld, 1);
        }
        Extent.of(a, at, columns, rows, ld);
        return new Factor(a, at, 1, ld);
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

    /** Computes {@code C += A B^T} as {@code C^T += B A^T}, with both smaller matrices turned. */
    private void addTurned(Factor b, float[] a, int aAt, int lda, int m, int n, int k, Target c) {
        float[] turned = room(0, k * m);
        float[] product = room(1, n * m);
        turn(new Target(a, aAt, lda), m, k, new Target(turned, 0, m));
        Arrays.fill(product, 0, n * m, 0);
        tiles.add(b, turned, 0, m, n, m, k, new Target(product, 0, m));
        for (int row = 0; row < m; row++) {
            int to = c.at() + row * c.ld();
            for (int j = 0; j < n; j++) {
                c.array()[to + j] += product[j * m + row];
            }
        }
    }

    /** Writes the transpose, some rows and columns at a time so that both stay in the cache. */
    private static void turn(Target from, int rows, int columns, Target to) {
        int block = 16;
        for (int j = 0; j < columns; j += block) {
            for (int i = 0; i < rows; i++) {
                for (int q = j; q < Math.min(j + block, columns); q++) {
                    to.array()[to.at() + q * to.ld() + i] = from.array()[from.at() + i * from.ld() + q];
                }
            }
        }
    }

    private static float[] room(int which, int size) {
        float[][] rooms = ROOM.get();
        rooms[which] = rooms[which].length < size ? new float[size] : rooms[which];
        return rooms[which];
    }

    @Override
    public String name() {
        return other.name();
    }
}
