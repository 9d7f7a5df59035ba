package mml.math;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
    private final AtomicReference<Runnable> given;
    private volatile boolean asleep;

    private Hand(Runnable work) {
        this.given = new AtomicReference<>(work);
        this.thread = new Thread(this, "mml worker");
        thread.setDaemon(true);
    }

    /** Has something done by a thread of the pool, which is returned; the work must not throw. */
    static Hand give(Runnable work) {
        Hand hand = IDLE.pollFirst();
        if (hand == null) {
            hand = new Hand(work);
            hand.thread.start();
            return hand;
        }
        hand.given.set(work);
        if (hand.asleep) {
            LockSupport.unpark(hand.thread);
        }
        return hand;
    }

    /** Takes work back that has not begun; false if it has. */
    boolean takeBack(Runnable work) {
        boolean isTaken = given.compareAndSet(work, null);
        if (isTaken) {
            IDLE.addFirst(this);
        }
        return isTaken;
    }

    @Override
    public void run() {
        for (Runnable work = await(); work != null; work = await()) {
            work.run();
            IDLE.addFirst(this);
        }
    }

    /** Waits for work; null if there was none for long and nobody can give any more. */
    private Runnable await() {
        long began = System.nanoTime();
        while (true) {
            Runnable work = given.get() == null ? null : given.getAndSet(null);
            long waited = System.nanoTime() - began;
            if (work != null) {
                return work;
            } else if (waited < AWAKE) {
                Thread.onSpinWait();
            } else if (waited < IDLE_FOR) {
                sleep(IDLE_FOR - waited);
            } else if (IDLE.remove(this)) {
                return null;
            }
        }
    }

    private void sleep(long nanoseconds) {
        asleep = true;
        if (given.get() == null) {
            LockSupport.parkNanos(this, nanoseconds);
        }
        asleep = false;
        Thread.interrupted();
    }
}
