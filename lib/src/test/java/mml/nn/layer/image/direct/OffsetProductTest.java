package mml.nn.layer.image.direct;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import mml.math.Randomness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The product beside plain loops; that it leaves alone what is not its own; and that it allocates nothing. */
class OffsetProductTest {
    private static final int APART = 3;
    private OffsetProduct product;
    private int lanes;

    @BeforeEach
    void requireVectors() {
        assumeTrue(OffsetProduct.best().isPresent(), OffsetProduct.reason());
        product = OffsetProduct.best().get();
        lanes = product.lanes();
    }

    /** A product of random numbers, with gaps between the rows of {@code C}, and something before the first of each. */
    private static final class Case {
        final Offsets offsets;
        final float[] a;
        final float[] b;
        final float[] c;
        final float[] start;

        Case(int rows, int columns, int width) {
            int[] begins = IntStream.range(0, rows).map(i -> 7 * i % 50).toArray();
            int[] apart = IntStream.range(0, columns).map(j -> 11 * j % 60).toArray();
            int[] to = IntStream.range(0, rows).map(i -> i * (width + APART)).toArray();
            offsets = Offsets.of(begins, apart, to, width);
            a = random("a", 120);
            b = random("b", 1 + columns * width);
            c = random("c", 2 + rows * (width + APART));
            start = random("start", 1 + width);
        }

        private static float[] random(String name, int size) {
            var random = Randomness.of(1, name);
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return values;
        }

        double sum(int i, int j) {
            return IntStream.range(0, offsets.columns().length)
                    .mapToDouble(k ->
                            (double) a[5 + offsets.rows()[i] + offsets.columns()[k]] * b[1 + k * offsets.width() + j])
                    .sum();
        }

        void requireEqual(float[] before, float[] rowBefore) {
            float[] expected = before.clone();
            for (int i = 0; i < offsets.count(); i++) {
                for (int j = 0; j < offsets.width(); j++) {
                    int at = 2 + offsets.to()[i] + j;
                    double from = rowBefore == null ? before[at] : rowBefore[1 + j];
                    expected[at] = (float) (from + sum(i, j));
                }
            }
            // sums of at most 40 terms of size 1, some as large as 10
            assertArrayEquals(expected, c, 1e-4f);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "1, 40, 2",
        "5, 9, 3",
        "8, 27, 2",
        "16, 27, 1",
        "17, 10, 5",
        "25, 3, 4",
        "50, 33, 3",
        "3, 0, 3"
    })
    void rowsAreThoseOfPlainLoops(int rows, int columns, int vectors) {
        Case some = new Case(rows, columns, vectors * lanes);
        float[] before = some.c.clone();
        product.write(some.offsets, some.a, 5, some.b, 1, some.c, 2, some.start, 1);
        some.requireEqual(before, some.start);
        before = some.c.clone();
        product.add(some.offsets, some.a, 5, some.b, 1, some.c, 2);
        some.requireEqual(before, null);
    }

    @Test
    void numbersThatAreNotFiniteStaySo() {
        Case some = new Case(9, 4, lanes);
        some.b[1 + lanes] = Float.NaN;
        product.write(some.offsets, some.a, 5, some.b, 1, some.c, 2, some.start, 1);
        assertTrue(Float.isNaN(some.c[2]) && Float.isNaN(some.c[2 + some.offsets.to()[8]]));
        assertTrue(Float.isFinite(some.c[3]));
    }

    @Test
    void aMatrixThatReachesBeyondItsArrayIsRefused() {
        Case some = new Case(9, 4, lanes);
        float[] few = new float[some.b.length - 1];
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> product.write(some.offsets, some.a, 5, few, 1, some.c, 2, some.start, 1));
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> product.add(some.offsets, some.a, some.a.length, some.b, 1, some.c, 2));
    }

    /** Were the vectors put into objects, it would take many times as long. */
    @ParameterizedTest
    @CsvSource({"64, 144, 1", "64, 144, 2", "64, 144, 3"})
    void nothingIsAllocatedOnceCompiled(int rows, int columns, int vectors) throws InterruptedException {
        Case some = new Case(rows, columns, vectors * lanes);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        // at most a hundred times until the compiler is done, which has a thread of its own
        for (int i = 0; i < 100 && allocated > 0; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int repeat = 0; repeat < 100; repeat++) {
                product.add(some.offsets, some.a, 5, some.b, 1, some.c, 2);
                product.write(some.offsets, some.a, 5, some.b, 1, some.c, 2, some.start, 1);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertEquals(0, allocated);
    }
}
