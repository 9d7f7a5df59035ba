package mml.math;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** One loop over numbered tasks. */
final class Loop<S> {
    private final int tasks;
    private final Supplier<S> own;
    private final Workers.Task<S> task;
    private final Thread caller = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    /** All of them before the first is given to a thread, as one that fails goes through them. */
    private final List<Turn> turns;
    /** How many turns have been given, and have neither ended nor been called off. */
    private final AtomicInteger open = new AtomicInteger();

    private volatile boolean asleep;

    Loop(int tasks, Supplier<S> own, Workers.Task<S> task, int helpers) {
        this.tasks = tasks;
        this.own = own;
        this.task = task;
        this.turns = new ArrayList<>(helpers);
        for (int i = 0; i < helpers; i++) {
            turns.add(new Turn());
        }
    }

    void run() {
        try {
            turns.forEach(Turn::give);
            takeTasks();
        } catch (RuntimeException | Error noThread) {
            // that turn has no hand; those before it have, and what they write into must not be given up under them
            fail(noThread);
        }
        // nothing is left to do for those that have not begun
        turns.forEach(Turn::callOff);
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
        } catch (Throwable e) { // a checked one may be thrown unseen by the compiler
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
        long began = System.nanoTime();
        while (open.get() > 0) {
            if (Thread.interrupted()) {
                interrupted = true;
                stopUnlessHeld();
            } else if (System.nanoTime() - began < Hand.AWAKE) {
                Thread.onSpinWait();
            } else {
                sleep();
            }
        }
        if (interrupted || caller.isInterrupted()) {
            stopUnlessHeld();
            caller.interrupt();
        }
    }

    private void stopUnlessHeld() {
        if (!Workers.isHeld()) {
            fail(new CancellationException("stopped"));
        }
    }

    private void sleep() {
        asleep = true;
        if (open.get() > 0) {
            LockSupport.park(this);
        }
        asleep = false;
    }

    private void close() {
        if (open.decrementAndGet() == 0 && asleep) {
            LockSupport.unpark(caller);
        }
    }

    private void rethrow() {
        Throwable thrown = failure.get();
        if (thrown instanceof RuntimeException e) {
            throw e;
        } else if (thrown instanceof Error e) {
            throw e;
        } else if (thrown != null) {
            throw new IllegalStateException("a task threw a checked exception", thrown);
        }
    }

    /** What one thread of the pool does for the loop; interrupted only while it does so. */
    private final class Turn implements Runnable {
        private Hand hand;
        private Thread thread;

        void give() {
            hand = Hand.give(this);
            open.incrementAndGet(); // it may have ended already: the count is read when all have been given
        }

        @Override
        public void run() {
            synchronized (this) {
                thread = Thread.currentThread();
            }
            try {
                takeTasks();
            } finally {
                synchronized (this) {
                    thread = null;
                    Thread.interrupted();
                }
                close(); // whatever happens: the caller waits for it
            }
        }

        /** Ends the turn if it has not begun. */
        void callOff() {
            if (hand != null && hand.takeBack(this)) {
                close();
            }
        }

        synchronized void stop() {
            if (thread != null) {
                thread.interrupt();
            }
        }
    }
}
