package mml.nn.layer.image;

import java.util.Arrays;

/**
 * Rows of a matrix that are made longer by zeros, so that whole vectors fit: copies in an array of the thread's own.
 *
 * @param length how many numbers a row has
 * @param width how many it has with the zeros
 */
record Widened(int length, int width) {
    private static final ThreadLocal<float[][]> ROWS = ThreadLocal.withInitial(() -> new float[1][0]);

    static Widened of(int length, int lanes) {
        return new Widened(length, (length + lanes - 1) / lanes * lanes);
    }

    /** Returns whether rows are as they should be. */
    boolean isNothing() {
        return length == width;
    }

    /** Returns an array for some rows of the full width, which contains anything. */
    float[] room(int rows) {
        float[][] room = ROWS.get();
        if (room[0].length < rows * width) {
            room[0] = new float[rows * width];
        }
        return room[0];
    }

    /** Writes rows with their zeros. */
    void widen(float[] from, int at, int rows, float[] into, int intoAt) {
        for (int i = 0; i < rows; i++) {
            int row = intoAt + i * width;
            System.arraycopy(from, at + i * length, into, row, length);
            Arrays.fill(into, row + length, row + width, 0);
        }
    }

    /** Writes rows without their zeros, from the beginning of an array. */
    void narrow(float[] from, int rows, float[] into, int at) {
        for (int i = 0; i < rows; i++) {
            System.arraycopy(from, i * width, into, at + i * length, length);
        }
    }
}
