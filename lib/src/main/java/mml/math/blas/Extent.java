package mml.math.blas;

import java.util.Objects;

/** How much of an array a matrix takes: native code would read and write beyond the array's end without a word. */
final class Extent {
    private Extent() {}

    /** Returns how many numbers lie from the first to the last of a matrix, which must lie within the array. */
    static int of(float[] array, int at, int rows, int columns, int apart) {
        int extent = rows == 0 ? 0 : Math.addExact(Math.multiplyExact(rows - 1, apart), columns);
        Objects.checkFromIndexSize(at, extent, array.length);
        return extent;
    }
}
