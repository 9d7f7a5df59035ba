package mml.nn.layer.image.direct;

import static mml.nn.layer.image.direct.VectorProduct.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Six rows of two vectors each, wherever their numbers lie: with two vectors of {@code B} and a number of {@code A} they fit
 * 16 registers. */
final class Tile6x2 {
    private Tile6x2() {}

    /** Computes rows from {@code r} on; row {@code i} starts from {@code start[startAt + (to[i] & kept)]}. */
    static void multiply(
            Offsets offsets,
            int r,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            float[] start,
            int startAt,
            int kept) {
        int[] rows = offsets.rows();
        int[] columns = offsets.columns();
        int[] to = offsets.to();
        int step = offsets.width();
        int next = SPECIES.length();
        int a0 = aAt + rows[r];
        int a1 = aAt + rows[r + 1];
        int a2 = aAt + rows[r + 2];
        int a3 = aAt + rows[r + 3];
        int a4 = aAt + rows[r + 4];
        int a5 = aAt + rows[r + 5];
        FloatVector p0 = FloatVector.fromArray(SPECIES, start, startAt + (to[r] & kept));
        FloatVector q0 = FloatVector.fromArray(SPECIES, start, startAt + (to[r] & kept) + next);
        FloatVector p1 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 1] & kept));
        FloatVector q1 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 1] & kept) + next);
        FloatVector p2 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 2] & kept));
        FloatVector q2 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 2] & kept) + next);
        FloatVector p3 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 3] & kept));
        FloatVector q3 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 3] & kept) + next);
        FloatVector p4 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 4] & kept));
        FloatVector q4 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 4] & kept) + next);
        FloatVector p5 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 5] & kept));
        FloatVector q5 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 5] & kept) + next);
        int at = bAt;
        for (int column : columns) {
            FloatVector u = FloatVector.fromArray(SPECIES, b, at);
            FloatVector v = FloatVector.fromArray(SPECIES, b, at + next);
            at += step;
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + column]);
            p0 = x.fma(u, p0);
            q0 = x.fma(v, q0);
            x = FloatVector.broadcast(SPECIES, a[a1 + column]);
            p1 = x.fma(u, p1);
            q1 = x.fma(v, q1);
            x = FloatVector.broadcast(SPECIES, a[a2 + column]);
            p2 = x.fma(u, p2);
            q2 = x.fma(v, q2);
            x = FloatVector.broadcast(SPECIES, a[a3 + column]);
            p3 = x.fma(u, p3);
            q3 = x.fma(v, q3);
            x = FloatVector.broadcast(SPECIES, a[a4 + column]);
            p4 = x.fma(u, p4);
            q4 = x.fma(v, q4);
            x = FloatVector.broadcast(SPECIES, a[a5 + column]);
            p5 = x.fma(u, p5);
            q5 = x.fma(v, q5);
        }
        p0.intoArray(c, cAt + to[r]);
        q0.intoArray(c, cAt + to[r] + next);
        p1.intoArray(c, cAt + to[r + 1]);
        q1.intoArray(c, cAt + to[r + 1] + next);
        p2.intoArray(c, cAt + to[r + 2]);
        q2.intoArray(c, cAt + to[r + 2] + next);
        p3.intoArray(c, cAt + to[r + 3]);
        q3.intoArray(c, cAt + to[r + 3] + next);
        p4.intoArray(c, cAt + to[r + 4]);
        q4.intoArray(c, cAt + to[r + 4] + next);
        p5.intoArray(c, cAt + to[r + 5]);
        q5.intoArray(c, cAt + to[r + 5] + next);
    }
}
