package mml.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ParametersTest {
    private static final Layout LAYOUT = Layout.of(
            List.of(new Block("weight", Kind.WEIGHT, List.of(1, 2)), new Block("bias", Kind.BIAS, List.of(2))));
    private static final Parameters SOME = Parameters.of(LAYOUT, new float[] {3, 0, 0, -4});

    @Test
    void normProductAndCosineAreThoseOfTheFlatVector() {
        Parameters other = Parameters.of(LAYOUT, new float[] {1, 1, 1, 1});
        assertEquals(5, SOME.norm());
        assertEquals(-1, SOME.dot(other));
        assertEquals(-0.1, SOME.cosine(other), 1e-16); // one rounding in double precision
        assertTrue(Double.isNaN(SOME.cosine(Parameters.zeros(LAYOUT))));
    }

    @Test
    void sumsAreFormedInDoublePrecisionAndRoundedOnce() {
        Layout one = Layout.vector(1);
        Parameters large = Parameters.of(one, new float[] {1 << 24});
        // in single precision 0.1 is more than 0.1, and the difference would be 0.625
        Parameters difference = Parameters.of(one, new float[] {-1_677_721}).plus(0.1, large);
        assertEquals(0.6f, difference.values()[0], 1e-6f);
        assertArrayEquals(new float[] {0}, large.minus(large).values());
    }

    @Test
    void aBlockCanBeReadAndReplaced() {
        Parameters changed = SOME.with("bias", new float[] {7, 8});
        assertArrayEquals(new float[] {0, -4}, SOME.block("bias"));
        assertArrayEquals(new float[] {3, 0, 7, 8}, changed.values());
        assertArrayEquals(new float[] {7, 8}, changed.block("bias"));
    }

    @Test
    void nobodyCanWriteIntoThem() {
        float[] given = {1, 2, 3, 4};
        Parameters parameters = Parameters.of(LAYOUT, given);
        given[0] = 9;
        parameters.values()[1] = 9;
        parameters.block("bias")[0] = 9;
        float[] replacement = {5, 6};
        Parameters changed = parameters.with("bias", replacement);
        replacement[0] = 9;
        assertArrayEquals(new float[] {1, 2, 3, 4}, parameters.values());
        assertArrayEquals(new float[] {1, 2, 5, 6}, changed.values());
    }

    @Test
    void theTextDoesNotDependOnTheMachinesLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("2 blocks, 4 numbers, norm 5.000", SOME.toString());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void equalNumbersWithEqualLayoutsAreEqual() {
        Parameters same = Parameters.of(LAYOUT, new float[] {3, 0, 0, -4});
        assertEquals(SOME, same);
        assertEquals(SOME.hashCode(), same.hashCode());
        assertNotEquals(SOME, Parameters.of(Layout.vector(4), new float[] {3, 0, 0, -4}));
        assertNotEquals(SOME, Parameters.zeros(LAYOUT));
    }

    @Test
    void wrongLengthsAndLayoutsAreRefusedWithBoth() {
        assertRefused("values has 3 numbers, layout 4", () -> Parameters.of(LAYOUT, new float[3]));
        assertRefused("numbers has 1 values, block bias holds 2", () -> SOME.with("bias", new float[1]));
        Parameters other = Parameters.zeros(Layout.vector(4));
        String sentence = "layouts must be equal, were 2 blocks, 4 numbers and 1 blocks, 4 numbers";
        assertRefused(sentence, () -> SOME.plus(1, other));
        assertRefused(sentence, () -> SOME.minus(other));
        assertRefused(sentence, () -> SOME.dot(other));
        assertRefused(sentence, () -> SOME.cosine(other));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    /** The value is that of {@code printf '\x3f\x80\0\0\xc0\0\0\0' | sha256sum}. */
    @Test
    void theFingerprintIsTheHashOfTheBits() {
        Parameters parameters = Parameters.of(Layout.vector(2), new float[] {1, -2});
        assertEquals("efde6f1eea3d119bf25d4a0e2ce188572e80986e14d85c3f2a9528fa66f8731f", parameters.fingerprint());
        assertEquals(
                "efde6f1eea3d119bf25d4a0e2ce188572e80986e14d85c3f2a9528fa66f8731f",
                Parameters.fingerprint(new float[] {1, -2}));
    }

    @Test
    void theFingerprintDependsOnEveryNumberOfALongVector() {
        float[] numbers = new float[10_000];
        String zeros = Parameters.fingerprint(numbers);
        for (int i : new int[] {0, 4095, 4096, 8192, 9999}) {
            numbers[i] = 1;
            assertNotEquals(zeros, Parameters.fingerprint(numbers));
            numbers[i] = 0;
        }
        assertEquals(zeros, Parameters.fingerprint(numbers));
        assertNotEquals(zeros, Parameters.fingerprint(new float[9_999]));
    }

    @Test
    void bytesAreReadAgainBitForBit() {
        Layout layout = Layout.of(List.of(new Block("w", Kind.WEIGHT, List.of(5, 1))));
        Parameters odd = Parameters.of(layout, new float[] {1, -0.0f, Float.MIN_VALUE, Float.NaN, -1e38f});
        byte[] bytes = odd.bytes();
        assertArrayEquals(
                new byte[] {0x3f, (byte) 0x80, 0, 0}, Arrays.copyOf(bytes, 4), "1 in binary32, highest first");
        assertEquals(odd, Parameters.of(layout, bytes));
        bytes[0] = 0;
        assertEquals(1, odd.values()[0], "a copy was returned");
        assertEquals(
                "bytes must be 20, four for each number, were 19",
                assertThrows(IllegalArgumentException.class, () -> Parameters.of(layout, new byte[19]))
                        .getMessage());
    }
}
