package mml.nn.layer.norm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import mml.math.Workers;
import mml.nn.Layer.Following;

/**
 * Loops over a batch in which every feature of a vector, or channel of a pixel, has numbers of its own: {@code count} numbers
 * follow each other at each place.
 *
 * <p>The batch is cut into strips of whole places, at least {@value #WIDE} numbers long, so that the innermost loops are long
 * however few the channels are; what belongs to a channel is {@linkplain #tile repeated} along a strip. Strips are copied
 * into arrays of their thread: loops whose arrays all begin at 0 are compiled for many numbers at a time, on JDK 17 and 25 no
 * others are, and take a third of the time.
 *
 * <p>{@value #DEEP} strips are a chunk, which one thread takes. Chunks depend on the sizes alone and are added in order, so
 * that sums have the same bits for any number of threads. Within a chunk each number of a strip has a sum of its own in single
 * precision, of at most {@value #DEEP} terms; all further sums are in double precision.
 *
 * <p>The strips of the threads and the sums of the chunks are kept from loop to loop: one loop runs at a time.
 */
final class Channels {
    private static final int WIDE = 512;
    private static final int DEEP = 32;

    private final int count;
    private final int width;
    private final List<Room> rooms = new ArrayList<>();
    private int taken;
    private double[] parts = new double[0];

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

    /** Overwrites the first of two strips, of which the first {@code length} numbers count. */
    @FunctionalInterface
    interface Change {
        void of(float[][] strips, int length);
    }

    /** Adds what two strips give, of which the first {@code length} numbers count, to two sums as long as a strip. */
    @FunctionalInterface
    interface Terms {
        void add(float[][] strips, int length, float[][] sums);
    }

    /** Does something with a chunk: the numbers {@code from, ..., to - 1}. */
    @FunctionalInterface
    interface Chunk {
        void of(Room room, int index, int from, int to);
    }

    /** What one thread works in. */
    final class Room {
        final float[][] strips = {strip(), strip()};
        /** Zeros between two chunks. */
        final float[][] sums = {strip(), strip()};

        final double[] ofChannels = new double[count];
    }

    private synchronized Room nextRoom() {
        if (taken == rooms.size()) {
            rooms.add(new Room());
        }
        return rooms.get(taken++);
    }

    int chunks(int size) {
        return (size + DEEP * width - 1) / (DEEP * width);
    }

    /** Returns how many numbers of a channel a chunk has, other than the last. */
    int placesOfChunk() {
        return DEEP * width / count;
    }

    void eachChunk(int size, Chunk body) {
        int step = DEEP * width;
        taken = 0;
        Workers.each(
                chunks(size),
                this::nextRoom,
                (room, index) -> body.of(room, index, index * step, Math.min(size, index * step + step)));
    }

    /** Writes what a change makes of the first of one or two arrays of numbers, and does what follows, strip by strip. */
    void each(int size, float[] into, Change change, Following then, Numbers... numbers) {
        eachChunk(size, (room, index, from, to) -> {
            for (int i = from; i < to; i += width) {
                int length = take(i, to, numbers, room.strips);
                change.of(room.strips, length);
                System.arraycopy(room.strips[0], 0, into, i, length);
                then.work().of(i, i + length);
            }
        });
    }

    /** Overwrites two arrays with two sums for each channel, over all places of a batch. */
    double[][] sums(int size, double[][] into, Terms terms, Numbers... numbers) {
        double[] ofChunks = parts(size);
        eachChunk(size, (room, index, from, to) -> sums(room, from, to, terms, ofChunks, part(index), numbers));
        for (int channel = 0; channel < count; channel++) {
            into[0][channel] = 0;
            into[1][channel] = 0;
            for (int chunk = 0; chunk < chunks(size); chunk++) {
                into[0][channel] += ofChunks[part(chunk) + channel];
                into[1][channel] += ofChunks[part(chunk) + count + channel];
            }
        }
        return into;
    }

    /** Returns an array in which every chunk has two numbers for each channel, from {@link #part} on. */
    double[] parts(int size) {
        int needed = part(chunks(size));
        parts = parts.length < needed ? new double[needed] : parts;
        return parts;
    }

    int part(int chunk) {
        return 2 * count * chunk;
    }

    /** Writes two sums for each channel, over the numbers {@code from, ..., to - 1}. */
    void sums(Room room, int from, int to, Terms terms, double[] into, int at, Numbers... numbers) {
        for (int i = from; i < to; i += width) {
            int length = take(i, to, numbers, room.strips);
            terms.add(room.strips, length, room.sums);
        }
        fold(room.sums[0], into, at);
        fold(room.sums[1], into, at + count);
    }

    /** Overwrites an array with the mean of each channel in the first strip of a chunk, as a float holds it. */
    void meanOfFirstStrip(Room room, int from, int to, double[] mean, Numbers... numbers) {
        int length = take(from, to, numbers, room.strips);
        Arrays.fill(mean, 0);
        for (int j = 0; j < length; j++) {
            mean[j % count] += room.strips[0][j];
        }
        int places = length / count;
        for (int channel = 0; channel < count; channel++) {
            mean[channel] = (float) (mean[channel] / places);
        }
    }

    private int take(int from, int to, Numbers[] numbers, float[][] strips) {
        int length = Math.min(width, to - from);
        for (int k = 0; k < numbers.length; k++) {
            System.arraycopy(numbers[k].array, numbers[k].at + from, strips[k], 0, length);
        }
        return length;
    }

    private void fold(float[] strip, double[] into, int at) {
        Arrays.fill(into, at, at + count, 0);
        for (int from = 0; from < width; from += count) {
            for (int channel = 0; channel < count; channel++) {
                into[at + channel] += strip[from + channel];
                strip[from + channel] = 0;
            }
        }
    }

    float[] strip() {
        return new float[width];
    }

    /** Overwrites a strip with the numbers of the channels, over and over again. */
    float[] tile(double[] channels, float[] strip) {
        for (int from = 0; from < width; from += count) {
            for (int channel = 0; channel < count; channel++) {
                strip[from + channel] = (float) channels[channel];
            }
        }
        return strip;
    }

    /** Overwrites an array with a number for each channel. */
    double[] map(double[] into, IntToDoubleFunction number) {
        for (int channel = 0; channel < count; channel++) {
            into[channel] = number.applyAsDouble(channel);
        }
        return into;
    }

    /** Returns a number for each channel. */
    double[] map(IntToDoubleFunction number) {
        return map(new double[count], number);
    }
}
