package mml.train;

/** Counts right answers. */
final class Accuracy {
    private Accuracy() {}

    /** Returns in how many rows the first largest output is the label's; a row with a NaN is wrong. */
    static int right(float[] outputs, int[] labels, int at, int rows, int classes) {
        int right = 0;
        for (int row = 0; row < rows; row++) {
            float mine = outputs[row * classes + labels[at + row]];
            boolean isLargest = true;
            for (int k = 0; k < classes && isLargest; k++) {
                float other = outputs[row * classes + k];
                isLargest = k < labels[at + row] ? mine > other : mine >= other;
            }
            right += isLargest ? 1 : 0;
        }
        return right;
    }
}
