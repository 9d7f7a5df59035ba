package mml.math.blas;

import static mml.math.blas.VectorTiles.LANES;
import static mml.math.blas.VectorTiles.SPECIES;

import jdk.incubator.vector.FloatVector;

/** The inner products of five rows with four others, whose sums stay in registers while one loop goes through the rows. */
final class DotTile {
    /** How many rows of the one factor. */
    static final int ROWS = 5;
    /** How many of the other. */
    static final int OTHERS = 4;

    private DotTile() {}

    /**
     * Computes the sums of each lane apart.
     *
     * @param a where the rows of {@code A} begin in its array; rows may be given more than once
     * @param b where those of {@code B} begin, likewise
     * @param whole how many vectors a row has, the rest left out
     * @param sums overwritten with a vector for each pair of rows, those of the first row of {@code A} first
     */
    static void multiply(float[] as, int[] a, float[] bs, int[] b, int whole, float[] sums) {
        int a0 = a[0];
        int a1 = a[1];
        int a2 = a[2];
        int a3 = a[3];
        int a4 = a[4];
        int b0 = b[0];
        int b1 = b[1];
        int b2 = b[2];
        int b3 = b[3];
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
        int end = whole * LANES;
        for (int j = 0; j < end; j += LANES) {
            FloatVector u = FloatVector.fromArray(SPECIES, bs, b0 + j);
            FloatVector v = FloatVector.fromArray(SPECIES, bs, b1 + j);
            FloatVector w = FloatVector.fromArray(SPECIES, bs, b2 + j);
            FloatVector y = FloatVector.fromArray(SPECIES, bs, b3 + j);
            FloatVector x = FloatVector.fromArray(SPECIES, as, a0 + j);
            p0 = x.fma(u, p0);
            q0 = x.fma(v, q0);
            r0 = x.fma(w, r0);
            s0 = x.fma(y, s0);
            x = FloatVector.fromArray(SPECIES, as, a1 + j);
            p1 = x.fma(u, p1);
            q1 = x.fma(v, q1);
            r1 = x.fma(w, r1);
            s1 = x.fma(y, s1);
            x = FloatVector.fromArray(SPECIES, as, a2 + j);
            p2 = x.fma(u, p2);
            q2 = x.fma(v, q2);
            r2 = x.fma(w, r2);
            s2 = x.fma(y, s2);
            x = FloatVector.fromArray(SPECIES, as, a3 + j);
            p3 = x.fma(u, p3);
            q3 = x.fma(v, q3);
            r3 = x.fma(w, r3);
            s3 = x.fma(y, s3);
            x = FloatVector.fromArray(SPECIES, as, a4 + j);
            p4 = x.fma(u, p4);
            q4 = x.fma(v, q4);
            r4 = x.fma(w, r4);
            s4 = x.fma(y, s4);
        }
        p0.intoArray(sums, 0);
        q0.intoArray(sums, LANES);
        r0.intoArray(sums, 2 * LANES);
        s0.intoArray(sums, 3 * LANES);
        p1.intoArray(sums, 4 * LANES);
        q1.intoArray(sums, 5 * LANES);
        r1.intoArray(sums, 6 * LANES);
        s1.intoArray(sums, 7 * LANES);
        p2.intoArray(sums, 8 * LANES);
        q2.intoArray(sums, 9 * LANES);
        r2.intoArray(sums, 10 * LANES);
        s2.intoArray(sums, 11 * LANES);
        p3.intoArray(sums, 12 * LANES);
        q3.intoArray(sums, 13 * LANES);
        r3.intoArray(sums, 14 * LANES);
        s3.intoArray(sums, 15 * LANES);
        p4.intoArray(sums, 16 * LANES);
        q4.intoArray(sums, 17 * LANES);
        r4.intoArray(sums, 18 * LANES);
        s4.intoArray(sums, 19 * LANES);
    }
}
