package mml.nn.layer.image.direct;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The product by vectors: a tile of some rows and one or two vectors stays in registers while one flat loop goes through the
 * columns.
 *
 * <p>The form matters to the compiler: the sums are local variables of one method with a single loop. On JDK 17 two nested
 * loops put every vector into an object, which took 17 times as long.
 */
final class VectorProduct implements OffsetProduct {
    static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Vectors of 512 bits come with 32 registers; shorter ones may have 16 only. */
    private static final boolean MANY_REGISTERS = LANES >= 16;

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void write(
            Offsets offsets, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt, float[] start, int startAt) {
        multiply(offsets, a, aAt, b, bAt, c, cAt, start, startAt, 0);
    }

    @Override
    public void add(Offsets offsets, float[] a, int aAt, float[] b, int bAt, float[] c, int cAt) {
        multiply(offsets, a, aAt, b, bAt, c, cAt, c, cAt, -1);
    }

    private static void multiply(
            Offsets offsets,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            float[] start,
            int startAt,
            int kept) {
        int at = 0;
        for (; at + 2 * LANES <= offsets.width(); at += 2 * LANES) {
            twoVectors(offsets, a, aAt, b, bAt + at, c, cAt + at, start, startAt + at, kept);
        }
        if (at < offsets.width()) {
            oneVector(offsets, a, aAt, b, bAt + at, c, cAt + at, start, startAt + at, kept);
        }
    }

    private static void twoVectors(
            Offsets offsets,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            float[] start,
            int startAt,
            int kept) {
        for (int r = 0; r < offsets.count(); r += 6) {
            if (MANY_REGISTERS && offsets.follow(r, 6)) {
                Run6x2.multiply(offsets, r, a, aAt, b, bAt, c, cAt, start, startAt, kept);
            } else if (MANY_REGISTERS && offsets.isInFours()) {
                Fours6x2.multiply(offsets, r, a, aAt, b, bAt, c, cAt, start, startAt, kept);
            } else {
                Tile6x2.multiply(offsets, r, a, aAt, b, bAt, c, cAt, start, startAt, kept);
            }
        }
    }

    private static void oneVector(
            Offsets offsets,
            float[] a,
            int aAt,
            float[] b,
            int bAt,
            float[] c,
            int cAt,
            float[] start,
            int startAt,
            int kept) {
        for (int r = 0; r < offsets.count(); r += 12) {
            if (offsets.follow(r, 12)) {
                Run12x1.multiply(offsets, r, a, aAt, b, bAt, c, cAt, start, startAt, kept);
            } else if (MANY_REGISTERS && offsets.isInFours()) {
                Fours12x1.multiply(offsets, r, a, aAt, b, bAt, c, cAt, start, startAt, kept);
            } else {
                Tile12x1.multiply(offsets, r, a, aAt, b, bAt, c, cAt, start, startAt, kept);
            }
        }
    }
}
