package mml.notebook.results;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import mml.math.Progress;

/**
 * A computation on a thread of its own. One that goes on after the cell that began it has ended is found again by the next
 * run of that cell, under way or complete; one of the same key but another question takes its place and stops it.
 *
 * @param <T> the type of the result
 */
public final class Computation<T> {
    private static final Map<ResultFile, Computation<?>> KEPT = new HashMap<>();

    /** Work that clears the interrupt flag and goes on is told again, until it ends. */
    private static final long AGAIN_MILLIS = 50;

    /**
     * What is computed. Two computations of the same question have the same result.
     *
     * @param file where the result is stored
     * @param type its type
     * @param version the version of its form
     * @param settings what determines it
     * @param <T> its type
     */
    public record Question<T>(ResultFile file, Class<T> type, int version, Settings settings) {}

    /** Is told of a computation that goes on. */
    public interface Listener {
        /**
         * The computation has come further.
         *
         * @param step how far
         */
        void progressed(Step step);

        /** The computation has ended. Told once, at once if it has ended before. */
        void ended();
    }

    /**
     * How far a computation says it has come.
     *
     * @param done how many units of work are complete
     * @param total how many there are
     * @param seconds how long they took
     */
    public record Step(long done, long total, double seconds) {}

    private final Question<T> question;
    private final long began = System.nanoTime();
    private final CompletableFuture<T> end = new CompletableFuture<>();
    private final Thread thread;
    private volatile Step latest;
    private volatile boolean isStopped;
    private volatile double seconds;
    private Listener listener;

    private Computation(Question<T> question, Function<Progress, T> work) {
        this.question = question;
        this.thread =
                new Thread(() -> run(work), "mml computes " + question.file().key());
        thread.setDaemon(true);
    }

    /**
     * Begins to compute, or joins the computation of the same question that was kept.
     *
     * @param question what is computed
     * @param work computes it; is given a listener for its progress; a stop interrupts its thread
     * @param <T> the type of the result
     * @return the computation
     */
    public static <T> Computation<T> of(Question<T> question, Function<Progress, T> work) {
        synchronized (KEPT) {
            Computation<?> kept = KEPT.get(question.file());
            if (kept != null && kept.question.equals(question) && kept.isWorthWaiting()) {
                @SuppressWarnings("unchecked") // equal questions have the same type
                Computation<T> same = (Computation<T>) kept;
                return same;
            }
            if (kept != null) {
                kept.stop();
            }
        }
        Computation<T> computation = new Computation<>(question, work);
        computation.thread.start();
        return computation;
    }

    private boolean isWorthWaiting() {
        return !isStopped && failure().isEmpty();
    }

    /** Lets the next run of the cell find this computation, and its result. */
    public void keep() {
        synchronized (KEPT) {
            KEPT.put(question.file(), this);
        }
    }

    /** Lets the next run of the cell begin anew. */
    public void forget() {
        synchronized (KEPT) {
            KEPT.remove(question.file(), this);
        }
    }

    /**
     * Waits for the end.
     *
     * @param seconds how long at most
     * @return whether it has ended
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public boolean await(double seconds) throws InterruptedException {
        try {
            end.get((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | CancellationException failed) {
            // the failure is asked for by itself
        }
        return true;
    }

    /**
     * Returns the result.
     *
     * @return nothing if it has not ended or has failed
     */
    public Optional<T> result() {
        return end.isDone() && !end.isCompletedExceptionally() ? Optional.of(end.join()) : Optional.empty();
    }

    /**
     * Returns why there is no result.
     *
     * @return nothing if it has not ended or has a result
     */
    public Optional<Throwable> failure() {
        if (!end.isCompletedExceptionally()) {
            return Optional.empty();
        }
        return Optional.of(end.handle((value, failure) -> failure).join());
    }

    /**
     * Returns how long it took, or has taken so far.
     *
     * @return seconds
     */
    public double seconds() {
        return end.isDone() ? seconds : (System.nanoTime() - began) / 1e9;
    }

    /**
     * Returns how far it says it has come.
     *
     * @return nothing if it has not said so
     */
    public Optional<Step> latest() {
        return Optional.ofNullable(latest);
    }

    /**
     * Tells a listener how it goes on, in place of the one before.
     *
     * @param listener is told on the computation's thread, or on this one if it has ended
     */
    public void tell(Listener listener) {
        synchronized (this) {
            this.listener = listener;
        }
        if (end.isDone()) {
            tellEnd();
        }
    }

    /** Interrupts the computation until it ends. Returns at once. */
    public void stop() {
        isStopped = true;
        thread.interrupt();
        Thread again = new Thread(
                this::interruptUntilEnd, "mml stops " + question.file().key());
        again.setDaemon(true);
        again.start();
    }

    private void interruptUntilEnd() {
        try {
            while (thread.isAlive()) {
                thread.join(AGAIN_MILLIS);
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            // nobody interrupts this thread; if so, the computation has been told at least once
        }
    }

    private void run(Function<Progress, T> work) {
        T value = null;
        Throwable failure = null;
        try {
            value = work.apply((done, total, elapsed) -> note(new Step(done, total, elapsed)));
        } catch (Throwable e) { // whatever it is, whoever waits must learn of it
            failure = e;
        }
        seconds = (System.nanoTime() - began) / 1e9;
        if (value != null) {
            end.complete(value);
        } else {
            end.completeExceptionally(
                    failure != null ? failure : new NullPointerException("the result must not be null"));
        }
        tellEnd();
    }

    private void note(Step step) {
        latest = step;
        Listener told;
        synchronized (this) {
            told = listener;
        }
        if (told != null) {
            told.progressed(step);
        }
    }

    private void tellEnd() {
        Listener told;
        synchronized (this) {
            told = listener;
            listener = null;
        }
        if (told != null) {
            told.ended();
        }
    }
}
