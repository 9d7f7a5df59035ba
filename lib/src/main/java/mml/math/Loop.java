package mml.math;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One loop over numbered tasks. */
final class Loop<S> {
    private final int tasks;
    private final Supplier<S> own;
    private final Workers.Task<S> task;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<Turn> turns;
    private final CountDownLatch ended;

    Loop(int tasks, Supplier<S> own, Workers.Task<S> task, int helpers) {
        this.tasks = tasks;
        this.own = own;
        this.task = task;
        this.ended = new CountDownLatch(helpers);
        this.turns = Stream.generate(() -> new Turn(this::takeTasks, ended))
                .limit(helpers)
                .toList();
    }

    void run() {
        turns.forEach(Workers.POOL::execute);
        takeTasks();
        await();
        rethrow();
    }

    private void takeTasks() {
        boolean before = Workers.INSIDE.get();
        Workers.INSIDE.set(true);
        try {
            S mine = null;
            for (int i; failure.get() == null && (i = next.getAndIncrement()) < tasks; ) {
                Workers.pollStop();
                mine = mine == null ? own.get() : mine;
                task.run(mine, i);
            }
        } catch (RuntimeException | Error e) {
            fail(e);
        } finally {
            Workers.INSIDE.set(before);
        }
    }

    /** Keeps the first failure, and ends the tasks under way on the other threads. */
    private void fail(Throwable e) {
        if (failure.compareAndSet(null, e)) {
            turns.forEach(Turn::stop);
        }
    }

    /** Waits even when interrupted: the helpers write into arrays that the caller will read. */
    private void await() {
        boolean interrupted = false;
        while (true) {
            try {
                ended.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                fail(new CancellationException("stopped"));
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void rethrow() {
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        }
    }

    /** What one thread of the pool does for one loop; interrupted only while it does so. */
    private static final class Turn implements Runnable {
        private final Runnable work;
        private final CountDownLatch ended;
        private Thread thread;

        Turn(Runnable work, CountDownLatch ended) {
            this.work = work;
            this.ended = ended;
        }

        @Override
        public void run() {
            synchronized (this) {
                thread = Thread.currentThread();
            }
            try {
                work.run();
            } finally {
                synchronized (this) {
                    thread = null;
                    Thread.interrupted();
                }
                ended.countDown();
            }
        }

        synchronized void stop() {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
