package mml.nn.layer;

import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import mml.math.Workers;

/**
 * Loops over a batch in which every feature of a vector, or channel of a pixel, has numbers of its own: {@code channels}
 * numbers follow each other at each place.
 *
 * <p>The batch is cut into strips of whole places, at least {@value #WIDE} numbers long, so that the innermost loops are long
 * however few the channels are; what belongs to a channel is {@linkplain #tiled repeated} along a strip. {@value #DEEP} strips
 * are a chunk, which one thread takes. Chunks depend on the sizes alone and are added in order, so that sums have the same bits
 * for any number of threads. Within a chunk each number of a strip is a sum in single precision, which a processor adds many
 * at a time; there are {@value #DEEP} terms in it, and all further sums are in double precision.
 */
final class Channels {
    private static final int WIDE = 512;
    private static final int DEEP = 32;

    private final int count;
    private final int width;

    Channels(int count) {
        this.count = count;
        this.width = (WIDE + count - 1) / count * count;
    }

    int count() {
        return count;
    }

    /** Something done to the numbers {@code from, ..., from + length - 1} of the batch. */
    @FunctionalInterface
    interface Strip {
        void of(int from, int length);
    }

    /** What those numbers add to some sums, each as long as a strip: the number {@code from + j} to the sums' {@code j}. */
    @FunctionalInterface
    interface Terms {
        void add(int from, int length, float[][] sums);
    }

    /** What is done to a chunk, the numbers {@code from, ..., to - 1}, with something of the thread's own. */
    @FunctionalInterface
    interface Chunk<S> {
        void of(S own, int index, int from, int to);
    }

    int chunks(int size) {
        return (size + DEEP * width - 1) / (DEEP * width);
    }

    <S> void eachChunk(int size, Supplier<S> own, Chunk<S> body) {
        int step = DEEP * width;
        Workers.each(
                chunks(size),
                own,
                (mine, index) -> body.of(mine, index, index * step, Math.min(size, index * step + step)));
    }

    void strips(int from, int to, Strip strip) {
        for (int i = from; i < to; i += width) {
            strip.of(i, Math.min(width, to - i));
        }
    }

    /** Does something to all numbers of a batch. */
    void each(int size, Strip strip) {
        Supplier<Object> nothing = () -> "";
        eachChunk(size, nothing, (own, index, from, to) -> strips(from, to, strip));
    }

    /** Returns some sums for each channel, over all places of a batch. */
    double[][] sums(int size, int howMany, Terms terms) {
        double[][][] parts = new double[chunks(size)][howMany][count];
        eachChunk(size, () -> new float[howMany][width], (mine, index, from, to) -> {
            strips(from, to, (i, length) -> terms.add(i, length, mine));
            for (int k = 0; k < howMany; k++) {
                fold(mine[k], parts[index][k]);
            }
        });
        double[][] sums = new double[howMany][count];
        for (double[][] part : parts) {
            for (int k = 0; k < howMany; k++) {
                for (int channel = 0; channel < count; channel++) {
                    sums[k][channel] += part[k][channel];
                }
            }
        }
        return sums;
    }

    /** Adds the numbers of a strip to their channels, and sets the strip to zero. */
    void fold(float[] strip, double[] into) {
        for (int from = 0; from < width; from += count) {
            for (int channel = 0; channel < count; channel++) {
                into[channel] += strip[from + channel];
                strip[from + channel] = 0;
            }
        }
    }

    /** Returns a number for each channel. */
    double[] map(IntToDoubleFunction number) {
        return IntStream.range(0, count).mapToDouble(number).toArray();
    }

    float[] strip() {
        return new float[width];
    }

    /** Returns the numbers of the channels, over and over again along a strip. */
    float[] tiled(double[] channels) {
        float[] strip = strip();
        for (int from = 0; from < width; from += count) {
            for (int channel = 0; channel < count; channel++) {
                strip[from + channel] = (float) channels[channel];
            }
        }
        return strip;
    }
}
