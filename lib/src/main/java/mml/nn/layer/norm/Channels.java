package mml.nn.layer.norm;

import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import mml.math.Workers;

/**
 * Loops over a batch in which every feature of a vector, or channel of a pixel, has numbers of its own: {@code count} numbers
 * follow each other at each place.
 *
 * <p>The batch is cut into strips of whole places, at least {@value #WIDE} numbers long, so that the innermost loops are long
 * however few the channels are; what belongs to a channel is {@linkplain #tiled repeated} along a strip. Strips are copied
 * into arrays of their thread: loops whose arrays all begin at 0 are compiled for many numbers at a time, on JDK 17 and 25 no
 * others are, and take a third of the time.
 *
 * <p>{@value #DEEP} strips are a chunk, which one thread takes. Chunks depend on the sizes alone and are added in order, so
 * that sums have the same bits for any number of threads. Within a chunk each number of a strip has a sum of its own in single
 * precision, of at most {@value #DEEP} terms; all further sums are in double precision.
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

    /** Some numbers for each place of a batch. */
    record Numbers(float[] array, int at) {
        static Numbers of(float[] array) {
            return new Numbers(array, 0);
        }
    }

    /** Overwrites the first of some strips, of which the first {@code length} numbers count. */
    @FunctionalInterface
    interface Change {
        void of(float[][] strips, int length);
    }

    /** Adds what some strips give, of which the first {@code length} numbers count, to sums as long as a strip. */
    @FunctionalInterface
    interface Terms {
        void add(float[][] strips, int length, float[][] sums);
    }

    /** Does something with a chunk: the numbers {@code from, ..., to - 1}. */
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

    /** Writes what a change makes of the first of some numbers, strip by strip. */
    void each(int size, float[] into, Change change, Numbers... numbers) {
        eachChunk(size, () -> strips(numbers.length), (strips, index, from, to) -> {
            for (int i = from; i < to; i += width) {
                int length = take(i, to, numbers, strips);
                change.of(strips, length);
                System.arraycopy(strips[0], 0, into, i, length);
            }
        });
    }

    /** Returns some sums for each channel, over all places of a batch. */
    double[][] sums(int size, int howMany, Terms terms, Numbers... numbers) {
        double[][][] parts = new double[chunks(size)][howMany][count];
        eachChunk(size, () -> strips(numbers.length + howMany), (strips, index, from, to) -> {
            float[][] sums = new float[howMany][];
            System.arraycopy(strips, numbers.length, sums, 0, howMany);
            add(from, to, terms, numbers, strips, sums, parts[index]);
        });
        double[][] total = new double[howMany][count];
        for (double[][] part : parts) {
            for (int k = 0; k < howMany; k++) {
                for (int channel = 0; channel < count; channel++) {
                    total[k][channel] += part[k][channel];
                }
            }
        }
        return total;
    }

    /** Adds the terms of the numbers {@code from, ..., to - 1}; {@code sums} are strips of zeros, and are so again after. */
    void add(int from, int to, Terms terms, Numbers[] numbers, float[][] strips, float[][] sums, double[]... channels) {
        for (int i = from; i < to; i += width) {
            terms.add(strips, take(i, to, numbers, strips), sums);
        }
        for (int k = 0; k < sums.length; k++) {
            fold(sums[k], channels[k]);
        }
    }

    /** Returns the mean of each channel in the first strip of the numbers {@code from, ..., to - 1}, as a float holds it. */
    double[] meanOfFirstStrip(int from, int to, Numbers[] numbers, float[][] strips) {
        int length = take(from, to, numbers, strips);
        double[] mean = new double[count];
        for (int j = 0; j < length; j++) {
            mean[j % count] += strips[0][j];
        }
        int places = length / count;
        return map(channel -> (float) (mean[channel] / places));
    }

    private int take(int from, int to, Numbers[] numbers, float[][] strips) {
        int length = Math.min(width, to - from);
        for (int k = 0; k < numbers.length; k++) {
            System.arraycopy(numbers[k].array, numbers[k].at + from, strips[k], 0, length);
        }
        return length;
    }

    private void fold(float[] strip, double[] into) {
        for (int from = 0; from < width; from += count) {
            for (int channel = 0; channel < count; channel++) {
                into[channel] += strip[from + channel];
                strip[from + channel] = 0;
            }
        }
    }

    float[][] strips(int howMany) {
        return new float[howMany][width];
    }

    /** Returns the numbers of the channels, over and over again along a strip. */
    float[] tiled(double[] channels) {
        float[] strip = new float[width];
        tile(channels, strip);
        return strip;
    }

    /** The same in a strip that is there. */
    void tile(double[] channels, float[] strip) {
        for (int j = 0; j < width; j++) {
            strip[j] = (float) channels[j % count];
        }
    }

    /** Returns a number for each channel. */
    double[] map(IntToDoubleFunction number) {
        return IntStream.range(0, count).mapToDouble(number).toArray();
    }
}
