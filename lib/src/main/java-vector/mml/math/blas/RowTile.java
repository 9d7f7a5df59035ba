package mml.math.blas;

import static mml.math.blas.VectorTiles.LANES;
import static mml.math.blas.VectorTiles.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Five rows and four vectors of a product, which stay in registers while one loop goes through the terms of their sums. */
final class RowTile {
    /** How many rows. */
    static final int ROWS = 5;
    /** How many columns. */
    static final int COLUMNS = 4 * LANES;

    private RowTile() {}

    /**
     * Computes {@code C += A B}. The sums are added as a whole: were their terms added one by one, those much smaller than what
     * stands in {@code C} would be rounded away.
     *
     * @param a where the rows of {@code A} begin in its array; rows may be given more than once
     * @param step how far apart the numbers of such a row are
     * @param b where {@code B} begins in its array, and how far apart its rows are
     * @param terms how many terms each sum has
     * @param c where the rows of {@code C} begin in its array, given more than once as those of {@code A} are
     */
    static void add(float[] as, int[] a, int step, float[] bs, int b, int ldb, int terms, float[] cs, int[] c) {
        int a0 = a[0];
        int a1 = a[1];
        int a2 = a[2];
        int a3 = a[3];
        int a4 = a[4];
        FloatVector p0 = FloatVector.zero(SPECIES);
        FloatVector q0 = FloatVector.zero(SPECIES);
        FloatVector r0 = FloatVector.zero(SPECIES);
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector p1 = FloatVector.zero(SPECIES);
        FloatVector q1 = FloatVector.zero(SPECIES);
        FloatVector r1 = FloatVector.zero(SPECIES);
        FloatVector s1 = FloatVector.zero(SPECIES);
        FloatVector p2 = FloatVector.zero(SPECIES);
        FloatVector q2 = FloatVector.zero(SPECIES);
        FloatVector r2 = FloatVector.zero(SPECIES);
        FloatVector s2 = FloatVector.zero(SPECIES);
        FloatVector p3 = FloatVector.zero(SPECIES);
        FloatVector q3 = FloatVector.zero(SPECIES);
        FloatVector r3 = FloatVector.zero(SPECIES);
        FloatVector s3 = FloatVector.zero(SPECIES);
        FloatVector p4 = FloatVector.zero(SPECIES);
        FloatVector q4 = FloatVector.zero(SPECIES);
        FloatVector r4 = FloatVector.zero(SPECIES);
        FloatVector s4 = FloatVector.zero(SPECIES);
        int at = b;
        for (int i = 0; i < terms; i++) {
            FloatVector b0 = FloatVector.fromArray(SPECIES, bs, at);
            FloatVector b1 = FloatVector.fromArray(SPECIES, bs, at + LANES);
            FloatVector b2 = FloatVector.fromArray(SPECIES, bs, at + 2 * LANES);
            FloatVector b3 = FloatVector.fromArray(SPECIES, bs, at + 3 * LANES);
            at += ldb;
            FloatVector x = FloatVector.broadcast(SPECIES, as[a0 + i * step]);
            p0 = x.fma(b0, p0);
            q0 = x.fma(b1, q0);
            r0 = x.fma(b2, r0);
            s0 = x.fma(b3, s0);
            x = FloatVector.broadcast(SPECIES, as[a1 + i * step]);
            p1 = x.fma(b0, p1);
            q1 = x.fma(b1, q1);
            r1 = x.fma(b2, r1);
            s1 = x.fma(b3, s1);
            x = FloatVector.broadcast(SPECIES, as[a2 + i * step]);
            p2 = x.fma(b0, p2);
            q2 = x.fma(b1, q2);
            r2 = x.fma(b2, r2);
            s2 = x.fma(b3, s2);
            x = FloatVector.broadcast(SPECIES, as[a3 + i * step]);
            p3 = x.fma(b0, p3);
            q3 = x.fma(b1, q3);
            r3 = x.fma(b2, r3);
            s3 = x.fma(b3, s3);
            x = FloatVector.broadcast(SPECIES, as[a4 + i * step]);
            p4 = x.fma(b0, p4);
            q4 = x.fma(b1, q4);
            r4 = x.fma(b2, r4);
            s4 = x.fma(b3, s4);
        }
        // all before the first is written, as a row may be given more than once
        p0 = p0.add(FloatVector.fromArray(SPECIES, cs, c[0]));
        q0 = q0.add(FloatVector.fromArray(SPECIES, cs, c[0] + LANES));
        r0 = r0.add(FloatVector.fromArray(SPECIES, cs, c[0] + 2 * LANES));
        s0 = s0.add(FloatVector.fromArray(SPECIES, cs, c[0] + 3 * LANES));
        p1 = p1.add(FloatVector.fromArray(SPECIES, cs, c[1]));
        q1 = q1.add(FloatVector.fromArray(SPECIES, cs, c[1] + LANES));
        r1 = r1.add(FloatVector.fromArray(SPECIES, cs, c[1] + 2 * LANES));
        s1 = s1.add(FloatVector.fromArray(SPECIES, cs, c[1] + 3 * LANES));
        p2 = p2.add(FloatVector.fromArray(SPECIES, cs, c[2]));
        q2 = q2.add(FloatVector.fromArray(SPECIES, cs, c[2] + LANES));
        r2 = r2.add(FloatVector.fromArray(SPECIES, cs, c[2] + 2 * LANES));
        s2 = s2.add(FloatVector.fromArray(SPECIES, cs, c[2] + 3 * LANES));
        p3 = p3.add(FloatVector.fromArray(SPECIES, cs, c[3]));
        q3 = q3.add(FloatVector.fromArray(SPECIES, cs, c[3] + LANES));
        r3 = r3.add(FloatVector.fromArray(SPECIES, cs, c[3] + 2 * LANES));
        s3 = s3.add(FloatVector.fromArray(SPECIES, cs, c[3] + 3 * LANES));
        p4 = p4.add(FloatVector.fromArray(SPECIES, cs, c[4]));
        q4 = q4.add(FloatVector.fromArray(SPECIES, cs, c[4] + LANES));
        r4 = r4.add(FloatVector.fromArray(SPECIES, cs, c[4] + 2 * LANES));
        s4 = s4.add(FloatVector.fromArray(SPECIES, cs, c[4] + 3 * LANES));
        p0.intoArray(cs, c[0]);
        q0.intoArray(cs, c[0] + LANES);
        r0.intoArray(cs, c[0] + 2 * LANES);
        s0.intoArray(cs, c[0] + 3 * LANES);
        p1.intoArray(cs, c[1]);
        q1.intoArray(cs, c[1] + LANES);
        r1.intoArray(cs, c[1] + 2 * LANES);
        s1.intoArray(cs, c[1] + 3 * LANES);
        p2.intoArray(cs, c[2]);
        q2.intoArray(cs, c[2] + LANES);
        r2.intoArray(cs, c[2] + 2 * LANES);
        s2.intoArray(cs, c[2] + 3 * LANES);
        p3.intoArray(cs, c[3]);
        q3.intoArray(cs, c[3] + LANES);
        r3.intoArray(cs, c[3] + 2 * LANES);
        s3.intoArray(cs, c[3] + 3 * LANES);
        p4.intoArray(cs, c[4]);
        q4.intoArray(cs, c[4] + LANES);
        r4.intoArray(cs, c[4] + 2 * LANES);
        s4.intoArray(cs, c[4] + 3 * LANES);
    }
}
