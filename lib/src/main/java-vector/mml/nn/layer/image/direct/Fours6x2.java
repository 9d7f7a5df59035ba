package mml.nn.layer.image.direct;

import static mml.nn.layer.image.direct.VectorProduct.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Six rows of two vectors each, where four columns at a time follow each other: one test of the bounds serves them. For 32
 * registers. */
final class Fours6x2 {
    private Fours6x2() {}

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
        for (int j = 0; j < columns.length; j += 4) {
            int column = columns[j];
            FloatVector u0 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector v0 = FloatVector.fromArray(SPECIES, b, at + next);
            at += step;
            FloatVector u1 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector v1 = FloatVector.fromArray(SPECIES, b, at + next);
            at += step;
            FloatVector u2 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector v2 = FloatVector.fromArray(SPECIES, b, at + next);
            at += step;
            FloatVector u3 = FloatVector.fromArray(SPECIES, b, at);
            FloatVector v3 = FloatVector.fromArray(SPECIES, b, at + next);
            at += step;
            FloatVector x = FloatVector.broadcast(SPECIES, a[a0 + column]);
            p0 = x.fma(u0, p0);
            q0 = x.fma(v0, q0);
            x = FloatVector.broadcast(SPECIES, a[a0 + column + 1]);
            p0 = x.fma(u1, p0);
            q0 = x.fma(v1, q0);
            x = FloatVector.broadcast(SPECIES, a[a0 + column + 2]);
            p0 = x.fma(u2, p0);
            q0 = x.fma(v2, q0);
            x = FloatVector.broadcast(SPECIES, a[a0 + column + 3]);
            p0 = x.fma(u3, p0);
            q0 = x.fma(v3, q0);
            x = FloatVector.broadcast(SPECIES, a[a1 + column]);
            p1 = x.fma(u0, p1);
            q1 = x.fma(v0, q1);
            x = FloatVector.broadcast(SPECIES, a[a1 + column + 1]);
            p1 = x.fma(u1, p1);
            q1 = x.fma(v1, q1);
            x = FloatVector.broadcast(SPECIES, a[a1 + column + 2]);
            p1 = x.fma(u2, p1);
            q1 = x.fma(v2, q1);
            x = FloatVector.broadcast(SPECIES, a[a1 + column + 3]);
            p1 = x.fma(u3, p1);
            q1 = x.fma(v3, q1);
            x = FloatVector.broadcast(SPECIES, a[a2 + column]);
            p2 = x.fma(u0, p2);
            q2 = x.fma(v0, q2);
            x = FloatVector.broadcast(SPECIES, a[a2 + column + 1]);
            p2 = x.fma(u1, p2);
            q2 = x.fma(v1, q2);
            x = FloatVector.broadcast(SPECIES, a[a2 + column + 2]);
            p2 = x.fma(u2, p2);
            q2 = x.fma(v2, q2);
            x = FloatVector.broadcast(SPECIES, a[a2 + column + 3]);
            p2 = x.fma(u3, p2);
            q2 = x.fma(v3, q2);
            x = FloatVector.broadcast(SPECIES, a[a3 + column]);
            p3 = x.fma(u0, p3);
            q3 = x.fma(v0, q3);
            x = FloatVector.broadcast(SPECIES, a[a3 + column + 1]);
            p3 = x.fma(u1, p3);
            q3 = x.fma(v1, q3);
            x = FloatVector.broadcast(SPECIES, a[a3 + column + 2]);
            p3 = x.fma(u2, p3);
            q3 = x.fma(v2, q3);
            x = FloatVector.broadcast(SPECIES, a[a3 + column + 3]);
            p3 = x.fma(u3, p3);
            q3 = x.fma(v3, q3);
            x = FloatVector.broadcast(SPECIES, a[a4 + column]);
            p4 = x.fma(u0, p4);
            q4 = x.fma(v0, q4);
            x = FloatVector.broadcast(SPECIES, a[a4 + column + 1]);
            p4 = x.fma(u1, p4);
            q4 = x.fma(v1, q4);
            x = FloatVector.broadcast(SPECIES, a[a4 + column + 2]);
            p4 = x.fma(u2, p4);
            q4 = x.fma(v2, q4);
            x = FloatVector.broadcast(SPECIES, a[a4 + column + 3]);
            p4 = x.fma(u3, p4);
            q4 = x.fma(v3, q4);
            x = FloatVector.broadcast(SPECIES, a[a5 + column]);
            p5 = x.fma(u0, p5);
            q5 = x.fma(v0, q5);
            x = FloatVector.broadcast(SPECIES, a[a5 + column + 1]);
            p5 = x.fma(u1, p5);
            q5 = x.fma(v1, q5);
            x = FloatVector.broadcast(SPECIES, a[a5 + column + 2]);
            p5 = x.fma(u2, p5);
            q5 = x.fma(v2, q5);
            x = FloatVector.broadcast(SPECIES, a[a5 + column + 3]);
            p5 = x.fma(u3, p5);
            q5 = x.fma(v3, q5);
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
