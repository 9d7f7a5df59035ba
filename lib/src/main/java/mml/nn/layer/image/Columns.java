package mml.nn.layer.image;

import java.util.Arrays;
import java.util.List;
import mml.nn.layer.BilinearPass.Examples;

/**
 * Images as a matrix with a row for every place of a window, which holds the numbers that the window sees there, {@code [ky,
 * kx, channel]}: a convolution is the product with its weights.
 *
 * <p>Some lines of places are written out at a time, so that they stay in a core's cache, whatever the batch. Lines are
 * counted through the batch: line {@code r} is line {@code r % lines} of image {@code r / lines}.
 *
 * <p>Source: K. Chellapilla, S. Puri, P. Simard, High performance convolutional neural networks for document processing,
 * 2006, section 3.
 */
final class Columns {
    /** How many numbers are written out at a time: 64 kB. Four times as many took up to twice as long. */
    private static final int CACHED = 1 << 14;

    /** What each thread writes out, one array for all convolutions, as it is needed within one call only. */
    private static final ThreadLocal<float[]> MATRIX = ThreadLocal.withInitial(() -> new float[CACHED]);

    /** How far the window moves, how far the pixels lie apart, and how far outside the image it begins. */
    private record Moves(int stride, int gap, int margin) {}

    private final int height;
    private final int width;
    private final int channels;
    private final int lines;
    private final int places;
    private final int size;
    private final Moves moves;

    private Columns(List<Integer> image, List<Integer> places, int size, Moves moves) {
        this.height = image.get(0);
        this.width = image.get(1);
        this.channels = image.get(2);
        this.lines = places.get(0);
        this.places = places.get(1);
        this.size = size;
        this.moves = moves;
    }

    /**
     * Returns the matrix of a layer's inputs, with a row for each of its outputs: what the output is computed from.
     *
     * @param input the shape of its input
     * @param output the shape of its output
     * @param window what moves over the input
     */
    static Columns ofInputs(List<Integer> input, List<Integer> output, Window window) {
        return new Columns(input, output, window.size(), new Moves(window.stride(), 1, window.margin()));
    }

    /**
     * Returns the matrix of a layer's outputs, with a row for each of its inputs: what is computed from the input, the last
     * first. The outputs lie as far apart as the window moves, with zeros between them.
     *
     * @param input the shape of its input
     * @param output the shape of its output
     * @param window what moves over the input
     */
    static Columns ofOutputs(List<Integer> input, List<Integer> output, Window window) {
        int margin = window.size() - 1 - window.margin();
        return new Columns(output, input, window.size(), new Moves(1, window.stride(), margin));
    }

    /** Returns how many channels the images have. */
    int channels() {
        return channels;
    }

    /** Returns how many numbers a row has. */
    int length() {
        return size * size * channels;
    }

    /** Returns how many rows an image has. */
    int rows() {
        return lines * places;
    }

    /** What is done with some rows of the matrix, the first of which is row {@code row} of the whole batch's. */
    @FunctionalInterface
    interface Use {
        void of(Examples matrix, int row);
    }

    /**
     * Goes through the rows of the images {@code from, ..., to - 1}.
     *
     * @param images a batch; not modified
     * @param use is given rows that are overwritten afterwards
     */
    void each(Examples images, int from, int to, Use use) {
        int atOnce = Math.max(1, CACHED / (places * length()));
        int end = to * lines;
        for (int line = from * lines; line < end; line += atOnce) {
            int count = Math.min(atOnce, end - line);
            use.of(matrix(images, line, count), line * places);
        }
    }

    private Examples matrix(Examples images, int line, int count) {
        if (size == 1 && moves.stride == 1 && moves.gap == 1) {
            return new Examples(images.values(), images.at() + line * places * channels, count * places);
        }
        int needed = count * places * length();
        if (MATRIX.get().length < needed) {
            MATRIX.set(new float[needed]);
        }
        float[] matrix = MATRIX.get();
        for (int i = 0; i < count; i++) {
            gather(images, line + i, matrix, i * places * length());
        }
        return new Examples(matrix, 0, count * places);
    }

    /** Writes out one line of places. */
    private void gather(Examples images, int line, float[] matrix, int at) {
        int image = images.at() + line / lines * height * width * channels;
        int top = line % lines * moves.stride - moves.margin;
        int run = size * channels;
        for (int place = 0; place < places; place++) {
            int left = place * moves.stride - moves.margin;
            for (int ky = 0; ky < size; ky++) {
                int y = top + ky;
                int row = at + (place * size + ky) * run;
                if (y < 0 || y % moves.gap != 0 || y / moves.gap >= height) {
                    Arrays.fill(matrix, row, row + run, 0);
                } else if (moves.gap == 1) {
                    copy(images.values(), image + y * width * channels, left, matrix, row);
                } else {
                    copyApart(images.values(), image + y / moves.gap * width * channels, left, matrix, row);
                }
            }
        }
    }

    /** Copies what one line of the window sees, with zeros beyond the border. */
    private void copy(float[] images, int line, int left, float[] matrix, int row) {
        if (left >= 0 && left + size <= width) {
            System.arraycopy(images, line + left * channels, matrix, row, size * channels);
            return;
        }
        int first = Math.min(size, Math.max(0, -left));
        int last = Math.max(first, Math.min(size, width - left));
        Arrays.fill(matrix, row, row + first * channels, 0);
        System.arraycopy(
                images, line + (left + first) * channels, matrix, row + first * channels, (last - first) * channels);
        Arrays.fill(matrix, row + last * channels, row + size * channels, 0);
    }

    /** The same where the pixels lie apart. */
    private void copyApart(float[] images, int line, int left, float[] matrix, int row) {
        for (int kx = 0; kx < size; kx++) {
            int x = left + kx;
            int at = row + kx * channels;
            if (x < 0 || x % moves.gap != 0 || x / moves.gap >= width) {
                Arrays.fill(matrix, at, at + channels, 0);
            } else {
                System.arraycopy(images, line + x / moves.gap * channels, matrix, at, channels);
            }
        }
    }
}
