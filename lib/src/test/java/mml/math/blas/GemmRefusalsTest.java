package mml.math.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mml.math.blas.Gemm.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every product of matrices refuses, since native code would go beyond arrays, or compute nothing, without a word. */
class GemmRefusalsTest {
    /** Sizes m, n and k; and of A, B and C the array that it fills, where it begins there, how far apart its rows are. */
    private static final class Call {
        /** One call; cut by rows; cut by columns and for tiles. */
        static final int[][] SIZES = {{3, 3, 3}, {200, 190, 120}, {10, 450, 1000}};

        final int[] sizes;
        final float[][] arrays;
        final int[] at = {0, 0, 0};
        final int[] apart;

        Call(int[] sizes) {
            this.sizes = sizes.clone();
            this.apart = new int[] {sizes[2], sizes[1], sizes[1]};
            this.arrays = new float[][] {
                new float[sizes[0] * sizes[2]], new float[sizes[2] * sizes[1]], new float[sizes[0] * sizes[1]]
            };
        }

        void by(Gemm gemm) {
            gemm.multiply(
                    Form.AS_IS,
                    Form.AS_IS,
                    sizes[0],
                    sizes[1],
                    sizes[2],
                    1,
                    arrays[0],
                    at[0],
                    apart[0],
                    arrays[1],
                    at[1],
                    apart[1],
                    0,
                    arrays[2],
                    at[2],
                    apart[2]);
        }
    }

    static Stream<Gemm> available() {
        return Stream.concat(
                Gemm.available().stream(), Gemm.available().stream().map(Gemm::onThreads));
    }

    @ParameterizedTest
    @MethodSource("available")
    void whatFillsItsArrayIsTaken(Gemm gemm) {
        for (int[] sizes : Call.SIZES) {
            new Call(sizes).by(gemm);
        }
    }

    @ParameterizedTest
    @MethodSource("available")
    void matricesThatReachBeyondTheirArraysAreRefused(Gemm gemm) {
        for (int[] sizes : Call.SIZES) {
            for (int which = 0; which < 3; which++) {
                // by one number, and by so many that 32 bits overflow
                for (int at : new int[] {1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                    Call call = new Call(sizes);
                    call.at[which] = at;
                    assertThrows(IndexOutOfBoundsException.class, () -> call.by(gemm));
                }
                for (int apart : new int[] {sizes[1] + sizes[2], 1 << 30, Integer.MAX_VALUE}) {
                    Call call = new Call(sizes);
                    call.apart[which] = apart;
                    assertThrows(IndexOutOfBoundsException.class, () -> call.by(gemm));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("available")
    void rowsThatOverlapAreRefused(Gemm gemm) {
        for (int which = 0; which < 3; which++) {
            for (int apart : new int[] {2, 0, -3}) {
                Call call = new Call(Call.SIZES[0]);
                call.apart[which] = apart;
                var e = assertThrows(IllegalArgumentException.class, () -> call.by(gemm));
                assertEquals("rows of 3 numbers must be stored as far apart or farther, were " + apart, e.getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("available")
    void sizesBelowOneAreRefused(Gemm gemm) {
        List<String> read = List.of("%s x 3", "3 x %s", "3 x %s");
        for (int which = 0; which < 3; which++) {
            for (int size : new int[] {0, -1}) {
                Call call = new Call(Call.SIZES[0]);
                call.sizes[which] = size;
                var e = assertThrows(IllegalArgumentException.class, () -> call.by(gemm));
                assertEquals(
                        "a matrix must have rows and columns, was " + String.format(read.get(which), size),
                        e.getMessage());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("available")
    void whatIsRefusedWritesNothing(Gemm gemm) {
        for (int[] sizes : Call.SIZES) {
            for (int which = 0; which < 3; which++) {
                Call call = new Call(sizes);
                Arrays.fill(call.arrays[2], 7);
                float[] before = call.arrays[2].clone();
                call.at[which] = 1;
                assertThrows(IndexOutOfBoundsException.class, () -> call.by(gemm));
                assertArrayEquals(before, call.arrays[2]);
            }
        }
    }
}
