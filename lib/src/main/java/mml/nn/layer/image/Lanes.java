package mml.nn.layer.image;

import java.util.Arrays;
import mml.math.Workers;

/**
 * How a layer that is given a whole batch uses the cores: the examples are cut into a few lanes, which follow each other.
 *
 * <p>Their number depends on the shapes alone, and what they add up is added in their order, so that a sum has the same bits
 * for any number of threads; inside a task of {@link Workers} they run one after the other.
 */
final class Lanes {
    /** Each lane of a sum has an array of its own, so their number is a price in memory; four serve up to four cores. */
    private static final int MOST = 4;
    /** Operations that take as long as waking another thread some twenty times: less is not worth a lane. */
    private static final long LEAST = 1 << 20;

    private final long work;
    private final float[][] partial = new float[MOST][];

    /**
     * Creates the lanes of a layer.
     *
     * @param work how many operations one example takes, roughly
     */
    Lanes(long work) {
        this.work = work;
    }

    /** What the examples {@code from, ..., to - 1} add to the numbers that begin at {@code into[at]}. */
    @FunctionalInterface
    interface Term {
        void add(int from, int to, float[] into, int at);
    }

    private int used(int rows) {
        return (int) Math.max(1, Math.min(Math.min(MOST, rows), rows * work / LEAST));
    }

    /** Does something for all examples of a batch. */
    void each(int rows, Workers.Part part) {
        numbered(rows, (lane, from, to) -> part.of(from, to));
    }

    /**
     * Adds the terms of all examples of a batch. They are summed apart and added once, since what they are added to may be
     * much larger: parameters, of which each small term would be rounded away.
     *
     * @param into the {@code size} numbers from {@code at} are added to
     */
    void sum(int rows, float[] into, int at, int size, Term term) {
        boolean inPlace = Workers.threads() == 1;
        numbered(rows, (lane, from, to) -> {
            // one after the other, all lanes but the first can use one array
            int own = inPlace ? Math.min(1, lane) : lane;
            term.add(from, to, zeros(own, size), 0);
            if (inPlace && lane > 0) {
                add(partial[own], partial[0], 0, size);
            }
        });
        for (int lane = 1; !inPlace && lane < used(rows); lane++) {
            add(partial[lane], partial[0], 0, size);
        }
        add(partial[0], into, at, size);
    }

    @FunctionalInterface
    private interface Numbered {
        void of(int lane, int from, int to);
    }

    private void numbered(int rows, Numbered part) {
        int used = used(rows);
        Workers.each(used, lane -> part.of(lane, rows * lane / used, rows * (lane + 1) / used));
    }

    private float[] zeros(int lane, int size) {
        if (partial[lane] == null || partial[lane].length < size) {
            partial[lane] = new float[size];
        } else {
            Arrays.fill(partial[lane], 0, size, 0);
        }
        return partial[lane];
    }

    private static void add(float[] part, float[] into, int at, int size) {
        for (int i = 0; i < size; i++) {
            into[at + i] += part[i];
        }
    }
}
