package mml.nn.layer.image;

import java.util.List;

/**
 * The windows of a pooling layer: where each begins within an image, and what lies within each.
 *
 * @param image how many numbers an image has
 * @param channels how many of them a pixel has
 * @param begins where each window's first pixel begins
 * @param pixels where each pixel of a window begins, from the first one's beginning; the first is 0
 */
record Tiles(int image, int channels, int[] begins, int[] pixels) {
    /**
     * Returns the windows that lie within an image.
     *
     * @param image {@code [height, width, channels]}
     * @param window height and width of each
     * @param stride how many pixels they lie apart
     */
    static Tiles of(List<Integer> image, List<Integer> window, int stride) {
        int rows = (image.get(0) - window.get(0)) / stride + 1;
        int columns = (image.get(1) - window.get(1)) / stride + 1;
        int[] begins = grid(image, rows, columns, stride);
        int[] pixels = grid(image, window.get(0), window.get(1), 1);
        return new Tiles(image.get(0) * image.get(1) * image.get(2), image.get(2), begins, pixels);
    }

    private static int[] grid(List<Integer> image, int rows, int columns, int stride) {
        int[] grid = new int[rows * columns];
        for (int i = 0; i < grid.length; i++) {
            grid[i] = (i / columns * image.get(1) + i % columns) * stride * image.get(2);
        }
        return grid;
    }

    /** Returns how many numbers come out of an image: one for each window and channel. */
    int outputs() {
        return begins.length * channels;
    }

    /** Returns the lanes for going through a batch; a number that is moved takes as long as some ten that are multiplied. */
    Lanes lanes() {
        return new Lanes(10L * (image + outputs()));
    }

    /** What is done with one window: its first pixel begins at {@code first}, what comes out of it at {@code out}. */
    @FunctionalInterface
    interface Use {
        void of(int first, int out);
    }

    /** Goes through the windows of the images {@code from, ..., to - 1} of a batch. */
    void each(int from, int to, Use use) {
        int out = from * outputs();
        for (int i = from; i < to; i++) {
            for (int begin : begins) {
                use.of(i * image + begin, out);
                out += channels;
            }
        }
    }
}
