package mml.landscape;

import java.util.Locale;
import java.util.stream.IntStream;
import mml.landscape.point.Task;
import mml.math.Workers;

/**
 * How long a surface or a curve is expected to take.
 *
 * @param points how many it has
 * @param waiting how many of them are to be computed
 * @param seconds how long that takes on these threads if the machine has nothing else to do
 * @param threads how many are used
 * @param measured by how many points the time was measured, on as many threads
 */
public record Estimate(int points, int waiting, double seconds, int threads, int measured) {
    /** How long a measurement takes at least, in seconds: far longer than what disturbs it. */
    private static final double LEAST = 0.25;
    /** After so many seconds of measuring the last measurement counts. */
    private static final double PATIENCE = 1;
    /** A program that still becomes faster than this share of its time before is not warm yet. */
    private static final double STEADY = 0.8;

    /** Measures by some of the points that are waiting, twice as many again and again, as a program is slow at first. */
    static Estimate measure(Subject subject, int[] waiting) {
        int threads = Workers.threads();
        if (waiting.length == 0) {
            return new Estimate(subject.levels().count(), 0, 0, threads, 0);
        }
        long began = System.nanoTime();
        Task task = subject.task();
        double prepared = since(began);
        int measured = threads;
        double took = seconds(task, waiting, measured);
        double before = Double.POSITIVE_INFINITY;
        while (since(began) < PATIENCE && (took < LEAST || took / measured < STEADY * before)) {
            before = took / measured;
            measured *= 2;
            took = seconds(task, waiting, measured);
        }
        double expected = prepared + took / measured * waiting.length;
        return new Estimate(subject.levels().count(), waiting.length, expected, threads, measured);
    }

    private static double seconds(Task task, int[] waiting, int count) {
        int[] some =
                IntStream.range(0, count).map(i -> waiting[i % waiting.length]).toArray();
        long began = System.nanoTime();
        task.compute(some, (index, outcome) -> {});
        return since(began);
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }

    @Override
    public String toString() {
        String time = seconds < 120
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.0f min", seconds / 60);
        return String.format(
                Locale.ROOT,
                "%,d points, %,d of them waiting: about %s on %d %s, measured by %,d points",
                points,
                waiting,
                time,
                threads,
                threads == 1 ? "thread" : "threads",
                measured);
    }
}
