package mml.nn.layer.image;

import java.util.Arrays;
import java.util.List;
import mml.nn.layer.BilinearPass.Examples;

/**
 * Images with zeros around them, so that a window may look beyond the border: copies in an array of the thread's own, or the
 * images themselves where there is nothing around them.
 */
final class Surrounded {
    /** An array for all layers, since it is needed within one call only, and who wrote it: zeros stay where they are. */
    private static final class Copies {
        float[] numbers = {};
        Surrounded of;
    }

    private static final ThreadLocal<Copies> COPIES = ThreadLocal.withInitial(Copies::new);

    private final int height;
    private final int run;
    private final int before;
    private final int fullRun;
    private final int full;

    /**
     * Creates the frame of a layer's images.
     *
     * @param image their shape
     * @param before how many lines and columns of zeros come before each
     * @param height how many lines an image has with its zeros
     * @param width how many columns
     */
    Surrounded(List<Integer> image, int before, int height, int width) {
        int channels = image.get(2);
        this.height = image.get(0);
        this.run = image.get(1) * channels;
        this.fullRun = width * channels;
        this.full = height * fullRun;
        this.before = before * (fullRun + channels);
    }

    /** Returns how many numbers a line has with its zeros. */
    int line() {
        return fullRun;
    }

    /** Returns how many numbers an image has with its zeros. */
    int size() {
        return full;
    }

    private boolean isNothing() {
        return full == height * run;
    }

    /**
     * Returns where images {@code from, ..., from + count - 1} lie with their zeros.
     *
     * @param images a batch; not modified
     */
    float[] array(Examples images, int from, int count) {
        if (isNothing()) {
            return images.values();
        }
        Copies copies = COPIES.get();
        prepare(copies, count * full);
        for (int i = 0; i < count; i++) {
            int at = images.at() + (from + i) * height * run;
            for (int y = 0; y < height; y++) {
                System.arraycopy(images.values(), at + y * run, copies.numbers, i * full + before + y * fullRun, run);
            }
        }
        return copies.numbers;
    }

    private void prepare(Copies copies, int size) {
        if (copies.numbers.length < size) {
            copies.numbers = new float[size];
        } else if (copies.of != this) {
            Arrays.fill(copies.numbers, 0);
        }
        copies.of = this;
    }

    /** Returns where the first of them begins. */
    int at(Examples images, int from) {
        return isNothing() ? images.at() + from * full : 0;
    }
}
