package mml.math.blas;

import java.util.Objects;
import mml.math.Check;
import mml.math.blas.Gemm.Form;

/** How much of an array a matrix takes: native code would read and write beyond the array's ends without a word. */
final class Extent {
    private Extent() {}

    /**
     * Returns how many numbers lie from the first to the last of a matrix, which must lie within the array.
     *
     * @param form how the matrix is read
     * @param rows how many it has as it is read
     * @param columns how many it has as it is read
     * @param apart how far apart its rows are stored
     */
    static int of(Form form, float[] array, int at, int rows, int columns, int apart) {
        return form == Form.AS_IS ? of(array, at, rows, columns, apart) : of(array, at, columns, rows, apart);
    }

    /** The same of a matrix that is read as it is stored. */
    static int of(float[] array, int at, int rows, int columns, int apart) {
        if (rows < 1 || columns < 1 || apart < columns) {
            Check.that(rows > 0 && columns > 0, "a matrix must have rows and columns, was %s x %s", rows, columns);
            Check.that(false, "rows of %s numbers must be stored as far apart or farther, were %s", columns, apart);
        }
        long extent = (rows - 1L) * apart + columns;
        Objects.checkFromIndexSize(at, extent, array.length);
        return (int) extent;
    }
}
