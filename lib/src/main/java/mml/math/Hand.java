package mml.math;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread of the pool. It stays awake for a moment after its work, since the next loop is often only microseconds away: to
 * wake a sleeping thread takes some 30 to 100 microseconds, to hand work to one that looks for it 2 to 4 (Linux, JDK 17).
 */
final class Hand implements Runnable {
    /** For how long to look for work, or for the end of it, before falling asleep, in nanoseconds. */
    static final long AWAKE = TimeUnit.MICROSECONDS.toNanos(200);
    /** After how long without work the thread ends, in nanoseconds. */
    private static final long IDLE_FOR = TimeUnit.SECONDS.toNanos(60);
    /** Those without work; the one that ended last comes first, as it may be awake. */
    private static final ConcurrentLinkedDeque<Hand> IDLE = new ConcurrentLinkedDeque<>();

    private final Thread thread;
    private volatile Runnable work;
    private volatile boolean asleep;

    private Hand(Runnable work) {
        this.work = work;
        this.thread = new Thread(this, "mml worker");
        thread.setDaemon(true);
    }

    /** Has something done by a thread of the pool; it must not throw. */
    static void give(Runnable work) {
        Hand hand = IDLE.pollFirst();
        if (hand == null) {
            new Hand(work).thread.start();
            return;
        }
        hand.work = work;
        if (hand.asleep) {
            LockSupport.unpark(hand.thread);
        }
    }

    @Override
    public void run() {
        do {
            work.run();
            work = null;
            IDLE.addFirst(this);
        } while (isGivenWork());
    }

    /** Waits for work; false if there was none for long and nobody can give any more. */
    private boolean isGivenWork() {
        long began = System.nanoTime();
        while (work == null) {
            long waited = System.nanoTime() - began;
            if (waited < AWAKE) {
                Thread.onSpinWait();
            } else if (waited < IDLE_FOR) {
                sleep(IDLE_FOR - waited);
            } else if (IDLE.remove(this)) {
                return false;
            }
        }
        return true;
    }

    private void sleep(long nanoseconds) {
        asleep = true;
        if (work == null) {
            LockSupport.parkNanos(this, nanoseconds);
        }
        asleep = false;
        Thread.interrupted();
    }
}
