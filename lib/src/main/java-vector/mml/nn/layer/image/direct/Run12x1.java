package mml.nn.layer.image.direct;

import static mml.nn.layer.image.direct.VectorProduct.SPECIES;

import jdk.incubator.vector.FloatVector;

/** Twelve rows of one vector each, which follow each other in {@code a}: one test of the bounds serves them. */
final class Run12x1 {
    private Run12x1() {}

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
        int[] columns = offsets.columns();
        int[] to = offsets.to();
        int step = offsets.width();
        int row = aAt + offsets.rows()[r];
        FloatVector p0 = FloatVector.fromArray(SPECIES, start, startAt + (to[r] & kept));
        FloatVector p1 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 1] & kept));
        FloatVector p2 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 2] & kept));
        FloatVector p3 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 3] & kept));
        FloatVector p4 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 4] & kept));
        FloatVector p5 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 5] & kept));
        FloatVector p6 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 6] & kept));
        FloatVector p7 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 7] & kept));
        FloatVector p8 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 8] & kept));
        FloatVector p9 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 9] & kept));
        FloatVector p10 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 10] & kept));
        FloatVector p11 = FloatVector.fromArray(SPECIES, start, startAt + (to[r + 11] & kept));
        int at = bAt;
        for (int column : columns) {
            FloatVector u = FloatVector.fromArray(SPECIES, b, at);
            at += step;
            int first = row + column;
            p0 = FloatVector.broadcast(SPECIES, a[first]).fma(u, p0);
            p1 = FloatVector.broadcast(SPECIES, a[first + 1]).fma(u, p1);
            p2 = FloatVector.broadcast(SPECIES, a[first + 2]).fma(u, p2);
            p3 = FloatVector.broadcast(SPECIES, a[first + 3]).fma(u, p3);
            p4 = FloatVector.broadcast(SPECIES, a[first + 4]).fma(u, p4);
            p5 = FloatVector.broadcast(SPECIES, a[first + 5]).fma(u, p5);
            p6 = FloatVector.broadcast(SPECIES, a[first + 6]).fma(u, p6);
            p7 = FloatVector.broadcast(SPECIES, a[first + 7]).fma(u, p7);
            p8 = FloatVector.broadcast(SPECIES, a[first + 8]).fma(u, p8);
            p9 = FloatVector.broadcast(SPECIES, a[first + 9]).fma(u, p9);
            p10 = FloatVector.broadcast(SPECIES, a[first + 10]).fma(u, p10);
            p11 = FloatVector.broadcast(SPECIES, a[first + 11]).fma(u, p11);
        }
        p0.intoArray(c, cAt + to[r]);
        p1.intoArray(c, cAt + to[r + 1]);
        p2.intoArray(c, cAt + to[r + 2]);
        p3.intoArray(c, cAt + to[r + 3]);
        p4.intoArray(c, cAt + to[r + 4]);
        p5.intoArray(c, cAt + to[r + 5]);
        p6.intoArray(c, cAt + to[r + 6]);
        p7.intoArray(c, cAt + to[r + 7]);
        p8.intoArray(c, cAt + to[r + 8]);
        p9.intoArray(c, cAt + to[r + 9]);
        p10.intoArray(c, cAt + to[r + 10]);
        p11.intoArray(c, cAt + to[r + 11]);
    }
}
