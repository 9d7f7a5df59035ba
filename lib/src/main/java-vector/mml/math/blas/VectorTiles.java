package mml.math.blas;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import mml.math.Check;

/**
 * Tiles of 20 vectors, for products of few rows. With 10 rows and two threads the products of 10 x 1000 with 1000 x 1000 and with its
 * transpose take 0.4 and 0.6 of the time of OpenBLAS's kernels for the same vectors, since these copy the large factor first; with 64
 * rows the first takes 0.9, and with 128 all are slower (medians on two cores of an AMD EPYC of Zen 5, JDK 25, OpenBLAS 0.3.31).
 */
final class VectorTiles implements Tiles {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    static final int LANES = SPECIES.length();
    /** How many rows of the large matrix at a time: what a tile reads of them, 32 kB, stays in the cache for the next rows. */
    private static final int TERMS = 128;

    /** What a thread needs: the last columns of a product, or sums of lanes; and where rows begin. */
    private static final class Room {
        float[] numbers = new float[0];
        final int[] a = new int[RowTile.ROWS];
        final int[] b = new int[DotTile.OTHERS];
        final int[] c = new int[RowTile.ROWS];

        float[] numbers(int size) {
            numbers = numbers.length < size ? new float[size] : numbers;
            return numbers;
        }
    }

    private static final ThreadLocal<Room> ROOMS = ThreadLocal.withInitial(Room::new);

    @Override
    public String name() {
        return "vectors of " + SPECIES.vectorBitSize() + " bits";
    }

    @Override
    public int columns() {
        return RowTile.COLUMNS;
    }

    @Override
    public boolean isWorthIt() {
        // tiles of 20 vectors need the 32 registers that come with 512 bits
        return LANES >= 16;
    }

    @Override
    public void add(Factor a, float[] b, int bAt, int ldb, int m, int n, int k, Target c) {
        Check.atLeast("columns", n, RowTile.COLUMNS);
        Room room = ROOMS.get();
        int whole = n - n % RowTile.COLUMNS;
        int rest = n - whole;
        float[] last = room.numbers(m * RowTile.COLUMNS);
        Arrays.fill(last, 0, m * RowTile.COLUMNS, 0);
        for (int term = 0; term < k; term += TERMS) {
            int terms = Math.min(TERMS, k - term);
            int from = bAt + term * ldb;
            for (int j = 0; j < whole; j += RowTile.COLUMNS) {
                rows(a, term, b, from + j, ldb, m, terms, new Target(c.array(), c.at() + j, c.ld()), room);
            }
            if (rest > 0) {
                // the last tile also has columns of the one before it, so it is computed aside
                Target aside = new Target(last, 0, RowTile.COLUMNS);
                rows(a, term, b, from + n - RowTile.COLUMNS, ldb, m, terms, aside, room);
            }
        }
        for (int row = 0; row < m; row++) {
            int to = c.at() + row * c.ld() + whole;
            int from = (row + 1) * RowTile.COLUMNS - rest;
            for (int j = 0; j < rest; j++) {
                c.array()[to + j] += last[from + j];
            }
        }
    }

    private static void rows(Factor a, int term, float[] b, int bAt, int ldb, int m, int terms, Target c, Room room) {
        for (int row = 0; row < m; row += RowTile.ROWS) {
            begins(row, m, a.at() + term * a.column(), a.row(), room.a);
            begins(row, m, c.at(), c.ld(), room.c);
            RowTile.add(a.array(), room.a, a.column(), b, bAt, ldb, terms, c.array(), room.c);
        }
    }

    @Override
    public void addTransposed(Factor a, float[] b, int bAt, int ldb, int m, int n, int k, Target c) {
        Room room = ROOMS.get();
        float[] sums = room.numbers(DotTile.ROWS * DotTile.OTHERS * LANES);
        int whole = k / LANES;
        for (int other = 0; other < n; other += DotTile.OTHERS) {
            begins(other, n, bAt, ldb, room.b);
            for (int row = 0; row < m; row += DotTile.ROWS) {
                begins(row, m, a.at(), a.row(), room.a);
                DotTile.multiply(a.array(), room.a, b, room.b, whole, sums);
                for (int i = 0; i < Math.min(DotTile.ROWS, m - row); i++) {
                    for (int o = 0; o < Math.min(DotTile.OTHERS, n - other); o++) {
                        float sum = sum(sums, (i * DotTile.OTHERS + o) * LANES)
                                + dot(a.array(), room.a[i], b, room.b[o], whole * LANES, k);
                        c.array()[c.at() + (row + i) * c.ld() + other + o] += sum;
                    }
                }
            }
        }
    }

    /** Writes where rows begin; those after the last are the last one again, whose numbers are then computed twice alike. */
    private static void begins(int row, int rows, int at, int ld, int[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = at + Math.min(row + i, rows - 1) * ld;
        }
    }

    private static float sum(float[] numbers, int at) {
        float sum = 0;
        for (int i = at; i < at + LANES; i++) {
            sum += numbers[i];
        }
        return sum;
    }

    private static float dot(float[] a, int aAt, float[] b, int bAt, int from, int to) {
        float sum = 0;
        for (int j = from; j < to; j++) {
            sum += a[aAt + j] * b[bAt + j];
        }
        return sum;
    }
}
