package mml.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/**
 * The one pool of threads: loops whose tasks are numbered, so that results can be put together in their order and come out
 * the same whatever the number of threads.
 *
 * <p>A loop started inside a task runs in place. A loop ends early when its calling thread is interrupted (a notebook's Stop
 * button): the tasks under way are interrupted too, the interrupt flag stays set, and a {@link CancellationException} tells
 * the caller. Only the {@linkplain #isOutermost outermost} call clears the flag and returns what is complete.
 */
public final class Workers {
    static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);
    private static final ThreadLocal<Integer> LIMIT = new ThreadLocal<>();
    private static final ThreadLocal<Boolean> HELD = ThreadLocal.withInitial(() -> false);
    /** Into how many parts a range is cut: a part is a price in calls, and four serve up to four cores. */
    private static final int PARTS = 4;

    private Workers() {}

    /**
     * A numbered task with something of its thread's own.
     *
     * @param <S> what each thread has for itself, such as a copy of an objective
     */
    @FunctionalInterface
    public interface Task<S> {
        /**
         * Does the work of one number.
         *
         * @param own what this thread has for itself
         * @param index the task's number, from 0
         */
        void run(S own, int index);
    }

    /**
     * Returns how many threads a loop started here uses.
     *
     * @return one inside a task; else the limit of {@link #with}, or the processors there are
     */
    public static int threads() {
        if (INSIDE.get()) {
            return 1;
        }
        return LIMIT.get() != null ? LIMIT.get() : Runtime.getRuntime().availableProcessors();
    }

    /**
     * Returns whether no loop is under way on this thread, so that a stop is to be answered here.
     *
     * @return false inside a task
     */
    public static boolean isOutermost() {
        return !INSIDE.get();
    }

    /**
     * Runs something whose loops use the given number of threads.
     *
     * @param threads at least 1
     * @param body what to run, on this thread
     * @param <T> what it returns
     * @return its result
     * @throws IllegalArgumentException if {@code threads} is below 1
     */
    public static <T> T with(int threads, Supplier<T> body) {
        Check.positive("threads", threads);
        Integer before = LIMIT.get();
        LIMIT.set(threads);
        try {
            return body.get();
        } finally {
            LIMIT.set(before);
        }
    }

    /**
     * Runs the tasks 0 to {@code tasks - 1}, each once, in any order; returns when all are done.
     *
     * @param tasks how many, at least 0
     * @param own makes what each thread has for itself; called once on every thread that takes part
     * @param task the work
     * @param <S> what each thread has for itself
     * @throws CancellationException if the calling thread was interrupted; its flag stays set
     */
    public static <S> void each(int tasks, Supplier<S> own, Task<S> task) {
        Check.notNegative("tasks", tasks);
        new Loop<>(tasks, own, task, Math.max(0, Math.min(threads(), tasks) - 1)).run();
    }

    /**
     * Runs the tasks 0 to {@code tasks - 1}, each once, in any order; returns when all are done.
     *
     * @param tasks how many, at least 0
     * @param task the work of one number
     * @throws CancellationException if the calling thread was interrupted; its flag stays set
     */
    public static void each(int tasks, IntConsumer task) {
        each(tasks, () -> task, IntConsumer::accept);
    }

    /** A part of a range of numbers. */
    @FunctionalInterface
    public interface Part {
        /**
         * Does the work of a part.
         *
         * @param from its first number
         * @param to the number after its last
         */
        void of(int from, int to);
    }

    /**
     * Cuts a range into at most four parts, which depend on the range alone, and does their work on several threads; a short
     * range is one part, done on the calling thread without allocating memory.
     *
     * @param from the first number
     * @param to the number after the last
     * @param least how many numbers a part has at least, such as are worth a hand-over of some microseconds; at least 1
     * @param part the work
     * @throws IllegalArgumentException if the range ends before it begins, or {@code least} is below 1
     * @throws CancellationException if the range is cut, and the calling thread was interrupted; its flag stays set
     */
    public static void cut(int from, int to, int least, Part part) {
        if (to < from || least < 1) {
            Check.that(to >= from, "range must not end before it begins, was from %s to %s", from, to);
            Check.positive("least", least);
        }
        int parts = (int) Math.min(PARTS, ((long) to - from) / least);
        if (parts <= 1) {
            part.of(from, to);
        } else {
            each(parts, i -> part.of(border(from, to, i, parts), border(from, to, i + 1, parts)));
        }
    }

    private static int border(int from, int to, int part, int parts) {
        return (int) (from + ((long) to - from) * part / parts);
    }

    /**
     * Runs something that must not be left half done, such as a change of parameters: a stop is answered after it.
     *
     * @param body the work, on this thread and in the loops that it starts
     */
    public static void unstopped(Runnable body) {
        boolean before = HELD.get();
        HELD.set(true);
        try {
            body.run();
        } finally {
            HELD.set(before);
        }
    }

    /** Returns whether a stop must wait. */
    static boolean isHeld() {
        return HELD.get();
    }

    /**
     * Applies a function to every element, on several threads.
     *
     * <p>If the calling thread is interrupted and this is the outermost call, the results that are complete are returned, each
     * at its place, and the flag is cleared.
     *
     * @param elements the inputs
     * @param function what to do with each; loops inside it run in place
     * @param <T> the inputs' type
     * @param <R> the results' type
     * @return the results in the order of the inputs; look at {@link Mapped#isComplete}
     * @throws CancellationException if interrupted inside another loop
     */
    public static <T, R> Mapped<R> map(List<T> elements, Function<? super T, ? extends R> function) {
        return map(elements, function, Progress.none());
    }

    /**
     * Applies a function to every element, on several threads, and tells how far it is.
     *
     * @param elements the inputs
     * @param function what to do with each; loops inside it run in place
     * @param progress is told after every element
     * @param <T> the inputs' type
     * @param <R> the results' type
     * @return the results in the order of the inputs; look at {@link Mapped#isComplete}
     * @throws CancellationException if interrupted inside another loop
     */
    public static <T, R> Mapped<R> map(List<T> elements, Function<? super T, ? extends R> function, Progress progress) {
        List<R> results = new ArrayList<>(Collections.nCopies(elements.size(), null));
        long began = System.nanoTime();
        int[] done = {0};
        try {
            each(elements.size(), () -> results, (all, i) -> {
                R result = Objects.requireNonNull(function.apply(elements.get(i)), "function must not return null");
                synchronized (all) {
                    all.set(i, result);
                    progress.report(++done[0], all.size(), (System.nanoTime() - began) / 1e9);
                }
            });
        } catch (CancellationException stopped) {
            answerStop(stopped);
        }
        return new Mapped<>(results);
    }

    /**
     * Sums what the tasks compute, in the order of their numbers, so that the sum has the same bits for every number of
     * threads.
     *
     * @param tasks how many, at least 0
     * @param terms how many sums at once
     * @param own makes what each thread has for itself
     * @param term writes the terms of one task into an array of {@code terms} zeros
     * @param <S> what each thread has for itself
     * @return the sums
     * @throws CancellationException if the calling thread was interrupted; its flag stays set
     */
    public static <S> double[] sum(int tasks, int terms, Supplier<S> own, Function<S, Task<double[]>> term) {
        double[][] parts = new double[tasks][terms];
        each(tasks, own, (mine, i) -> term.apply(mine).run(parts[i], i));
        double[] sums = new double[terms];
        Arrays.stream(parts).forEach(part -> Arrays.setAll(sums, i -> sums[i] + part[i]));
        return sums;
    }

    /**
     * Answers a stop: at the outermost call clears the interrupt flag, so that what is complete can be returned; inside a
     * task passes the stop on.
     *
     * @param stopped what told of the stop
     * @throws CancellationException the same, inside a task
     */
    public static void answerStop(CancellationException stopped) {
        if (!isOutermost()) {
            throw stopped;
        }
        Thread.interrupted();
    }

    /**
     * Ends the work here if the thread has been interrupted. Loops call it at every chunk.
     *
     * @throws CancellationException if interrupted; the flag stays set
     */
    public static void pollStop() {
        if (Thread.currentThread().isInterrupted() && !isHeld()) {
            throw new CancellationException("stopped");
        }
    }
}
