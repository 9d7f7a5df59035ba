package mml.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a notebook's Stop button does: it interrupts the thread that called. */
// a pool that hangs fails here instead of holding up the build; a loop that waits does not heed an interrupt
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
class WorkersStopTest {
    @AfterEach
    void leaveNoFlagBehind() {
        Thread.interrupted();
    }

    private static void each(int threads, int tasks, Workers.Task<Object> task) {
        Workers.with(threads, () -> {
            Workers.each(tasks, Object::new, task);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aLoopThatPollsEndsWithinHalfASecondAndTheFlagStays(int threads) {
        CountDownLatch started = new CountDownLatch(threads);
        Thread caller = Thread.currentThread();
        CompletableFuture<Long> stopped = CompletableFuture.supplyAsync(() -> {
            awaitQuietly(started);
            caller.interrupt();
            return System.nanoTime();
        });
        AtomicInteger ended = new AtomicInteger();
        assertThrows(
                CancellationException.class,
                () -> each(threads, 100, (own, i) -> {
                    started.countDown();
                    try {
                        spinUntilStopped();
                    } finally {
                        ended.incrementAndGet();
                    }
                }));
        assertTrue(Thread.interrupted());
        assertEquals(threads, ended.get(), "the loop returned before its tasks, or began others");
        assertTrue(System.nanoTime() - stopped.join() < 0.5e9);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void spinUntilStopped() {
        while (true) {
            Workers.pollStop();
            Thread.onSpinWait();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theOutermostMapReturnsWhatIsCompleteAtItsPlaceAndClearsTheFlag(int threads) {
        Thread caller = Thread.currentThread();
        List<Integer> numbers = IntStream.range(0, 1000).boxed().toList();
        Mapped<Integer> mapped = Workers.with(
                threads,
                () -> Workers.map(numbers, i -> {
                    if (i == 100) {
                        caller.interrupt();
                    }
                    if (i >= 500) {
                        spinUntilStopped();
                    }
                    return i;
                }));
        assertFalse(Thread.interrupted());
        int done = mapped.done();
        assertEquals(1000, mapped.size());
        assertFalse(mapped.isComplete());
        assertEquals(done, mapped.complete().size());
        assertTrue(mapped.complete().stream().allMatch(i -> mapped.get(i).equals(i)));
        var e = assertThrows(IllegalStateException.class, () -> mapped.get(999));
        assertEquals(
                "index 999 has no result: the loop was stopped after " + done + " of 1000 elements; run it again",
                e.getMessage());
        assertTrue(mapped.toString().endsWith(", stopped after " + done + " of 1000"));
    }

    @Test
    void aMapThatIsStoppedInTheMiddleKeepsWhatComesAfterAtItsPlace() {
        CountDownLatch others = new CountDownLatch(2);
        Thread caller = Thread.currentThread();
        Mapped<String> mapped = Workers.with(
                2,
                () -> Workers.map(List.of(0, 1, 2), i -> {
                    if (i == 0) {
                        awaitQuietly(others);
                        caller.interrupt();
                        spinUntilStopped();
                    }
                    others.countDown();
                    return "result " + i;
                }));
        Thread.interrupted();
        assertEquals(List.of("result 1", "result 2"), mapped.complete());
        assertEquals("result 2", mapped.get(2));
        var e = assertThrows(IllegalStateException.class, () -> mapped.forEach(each -> {}));
        assertEquals("index 0 has no result: the loop was stopped after 2 of 3 elements; run it again", e.getMessage());
    }

    @Test
    void aMapInsideATaskPassesTheStopOn() {
        AtomicBoolean returned = new AtomicBoolean();
        assertThrows(
                CancellationException.class,
                () -> each(1, 1, (own, i) -> {
                    Thread.currentThread().interrupt();
                    Workers.map(List.of(1, 2), j -> j);
                    returned.set(true);
                }));
        assertFalse(returned.get());
        assertTrue(Thread.interrupted());
    }

    @Test
    void aLoopOfAnInterruptedThreadDoesNotBegin() {
        AtomicInteger runs = new AtomicInteger();
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> each(1, 5, (own, i) -> runs.incrementAndGet()));
        assertTrue(Thread.interrupted());
        assertEquals(0, runs.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whatMustNotBeStoppedIsDoneWholeAndTheFlagStays(int threads) {
        Thread caller = Thread.currentThread();
        AtomicInteger done = new AtomicInteger();
        Workers.unstopped(() -> each(threads, 100, (own, i) -> {
            Workers.pollStop();
            if (done.incrementAndGet() == 50) {
                caller.interrupt();
            }
        }));
        assertEquals(100, done.get());
        assertThrows(CancellationException.class, Workers::pollStop);
        assertTrue(Thread.interrupted());
    }

    @Test
    void anErrorStopsTheOtherTasksAndLeavesTheCallersFlagAlone() {
        CountDownLatch started = new CountDownLatch(3);
        var e = assertThrows(
                IllegalStateException.class,
                () -> each(3, 3, (own, i) -> {
                    started.countDown();
                    awaitQuietly(started);
                    if (Thread.currentThread().getName().equals("mml worker")) {
                        spinUntilStopped();
                    }
                    throw new IllegalStateException("task " + i);
                }));
        assertTrue(e.getMessage().startsWith("task "));
        assertFalse(Thread.interrupted());
    }

    @Test
    void theErrorOfAWorkerStopsTheOtherWorkersToo() {
        CountDownLatch started = new CountDownLatch(3);
        AtomicInteger failing = new AtomicInteger();
        assertThrows(
                IllegalStateException.class,
                () -> each(3, 3, (own, i) -> {
                    started.countDown();
                    awaitQuietly(started);
                    if (!Thread.currentThread().getName().equals("mml worker")) {
                        return;
                    }
                    if (failing.incrementAndGet() == 1) {
                        LockSupport.parkNanos(50_000_000); // until the caller waits
                        throw new IllegalStateException("first worker");
                    }
                    spinUntilStopped();
                }));
    }

    @Test
    void aThousandStopsAtAnyMomentLeaveWorkersThatWork() {
        RandomGenerator random = Randomness.of(1, "moments");
        Thread caller = Thread.currentThread();
        for (int round = 0; round < 1000; round++) {
            long moment = random.nextLong(40_000);
            CompletableFuture<Void> stop = CompletableFuture.runAsync(() -> {
                for (long end = System.nanoTime() + moment; System.nanoTime() < end; ) {
                    Thread.onSpinWait();
                }
                caller.interrupt();
            });
            try {
                assertEquals(sumTo(60), sumOnThreads(60));
            } catch (CancellationException e) {
                assertTrue(caller.isInterrupted(), "a stop must leave the flag set");
            }
            while (!stop.isDone()) {
                Thread.onSpinWait();
            }
            assertTrue(Thread.interrupted(), "the flag must be there until somebody answers the stop");
            List<Boolean> flags = Workers.with(
                    3,
                    () -> Workers.map(
                            Collections.nCopies(6, 0),
                            i -> Thread.currentThread().isInterrupted()));
            assertEquals(Collections.nCopies(6, false), flags);
            assertEquals(sumTo(60), sumOnThreads(60));
        }
    }

    private static double sumTo(int tasks) {
        return tasks * (tasks - 1) / 2.0;
    }

    private static double sumOnThreads(int tasks) {
        return Workers.with(3, () -> Workers.sum(tasks, 1, Object::new, own -> (term, i) -> term[0] = i))[0];
    }
}
