package mml.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    private static final int TASKS = 1000;

    /** Runs numbered tasks on a number of threads. */
    private static void each(int threads, int tasks, Workers.Task<Object> task) {
        Workers.with(threads, () -> {
            Workers.each(tasks, Object::new, task);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyTaskRunsOnce(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(TASKS);
        each(threads, TASKS, (own, i) -> runs.incrementAndGet(i));
        assertTrue(IntStream.range(0, TASKS).allMatch(i -> runs.get(i) == 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyThreadHasItsOwnAndThereAreNoMoreThanTheLimit(int threads) {
        Set<Object> owns = ConcurrentHashMap.newKeySet();
        Set<List<Object>> pairs = ConcurrentHashMap.newKeySet();
        each(threads, TASKS, (own, i) -> {
            owns.add(own);
            pairs.add(List.of(own, Thread.currentThread()));
        });
        assertTrue(owns.size() <= threads);
        assertEquals(owns.size(), pairs.size());
    }

    @Test
    void sumsHaveTheSameBitsForEveryNumberOfThreads() {
        // 1 / (i + 1) is not exact, so that another order of the sum shows
        double[] one = harmonic(1);
        assertEquals(7.485470860550345, one[0], 1e-12 * one[0]); // the harmonic number of 1000; roundings of its sum
        for (int threads : new int[] {2, 3, 8}) {
            assertArrayEquals(one, harmonic(threads));
        }
    }

    private static double[] harmonic(int threads) {
        return Workers.with(
                threads,
                () -> Workers.sum(TASKS, 2, Object::new, own -> (term, i) -> {
                    term[0] += 1.0 / (i + 1);
                    term[1] += Math.sin(i);
                }));
    }

    @Test
    void loopsInsideATaskRunInPlace() {
        assertTrue(Workers.isOutermost());
        each(3, 20, (own, i) -> {
            Thread mine = Thread.currentThread();
            assertFalse(Workers.isOutermost());
            assertEquals(1, Workers.threads());
            Workers.each(5, Object::new, (inner, j) -> assertSame(mine, Thread.currentThread()));
            assertFalse(Workers.isOutermost());
        });
        assertTrue(Workers.isOutermost());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theExceptionOfATaskReachesTheCallerAndTheNextLoopIsWhole(int threads) {
        IllegalStateException exception = new IllegalStateException("task 7");
        assertSame(
                exception,
                assertThrows(
                        IllegalStateException.class,
                        () -> each(threads, TASKS, (own, i) -> {
                            if (i == 7) {
                                throw exception;
                            }
                        })));
        assertTrue(Workers.isOutermost());
        everyTaskRunsOnce(threads);
    }

    @Test
    void anErrorOfATaskReachesTheCallerToo() {
        assertThrows(AssertionError.class, () -> each(3, TASKS, (own, i) -> assertTrue(i < 500)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void aCutRangeIsCoveredOnceByPartsThatDoNotDependOnTheThreads(int threads) {
        for (int to : new int[] {5, 14, 15, 24, 35, 1000}) {
            AtomicIntegerArray runs = new AtomicIntegerArray(to);
            Set<Integer> begins = ConcurrentHashMap.newKeySet();
            Workers.with(threads, () -> {
                Workers.cut(5, to, 5, (from, end) -> {
                    begins.add(from);
                    assertTrue(begins.size() == 1 && end == to || end - from >= 5, from + " to " + end);
                    IntStream.range(from, end).forEach(runs::incrementAndGet);
                });
                return null;
            });
            assertTrue(IntStream.range(5, to).allMatch(i -> runs.get(i) == 1), "to " + to);
            assertEquals(Math.max(1, Math.min(4, (to - 5) / 5)), begins.size(), "to " + to);
        }
    }

    @Test
    void manyShortLoopsInARowAndWithPausesGiveWhatOneThreadGives() throws InterruptedException {
        for (int round = 0; round < 2000; round++) {
            long[] sums = new long[7];
            Workers.with(3, () -> {
                Workers.each(7, i -> sums[i] = i + 1);
                return null;
            });
            assertArrayEquals(new long[] {1, 2, 3, 4, 5, 6, 7}, sums);
            if (round % 500 == 0) {
                Thread.sleep(5); // the workers fall asleep
            }
        }
    }

    /** Turns that are called off before their thread has woken must not leave it lost, or each loop would start another. */
    @Test
    void manyLoopsThatNeedNoHelpStartFewThreads() {
        for (int round = 0; round < 5000; round++) {
            each(4, 4, (own, i) -> {});
            if (round % 100 == 0) {
                LockSupport.parkNanos(300_000); // longer than they stay awake
            }
        }
        long workers = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("mml worker"))
                .count();
        assertTrue(workers <= 10, workers + " threads"); // other tests may have left some, for a minute
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aCheckedExceptionThrownUnseenReachesTheCallerWhenAllTasksHaveEnded(int threads) {
        AtomicInteger running = new AtomicInteger();
        var e = assertThrows(
                IllegalStateException.class,
                () -> each(threads, 50, (own, i) -> {
                    running.incrementAndGet();
                    LockSupport.parkNanos(100_000);
                    running.decrementAndGet();
                    if (i == 7) {
                        throwUnseen(new IOException("of task 7"));
                    }
                }));
        assertEquals("of task 7", e.getCause().getMessage());
        assertEquals(0, running.get());
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwUnseen(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void partsOfNothingAndOfLessThanNothingAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Workers.cut(0, 10, 0, (from, to) -> {}));
        assertEquals("least must be at least 1, was 0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> Workers.cut(10, 0, 1, (from, to) -> {}));
        assertEquals("range must not end before it begins, was from 10 to 0", e.getMessage());
    }

    @Test
    void mapKeepsTheOrder() {
        List<Integer> numbers = IntStream.range(0, TASKS).boxed().toList();
        assertEquals(numbers.stream().map(i -> i * i).toList(), Workers.map(numbers, i -> i * i));
        assertEquals(List.of(), Workers.map(List.of(), i -> i));
    }

    @Test
    void theLimitHoldsWithinItsBodyOnly() {
        int before = Workers.threads();
        assertEquals(5, Workers.with(5, Workers::threads));
        assertEquals(
                List.of(2, 5), Workers.with(5, () -> List.of(Workers.with(2, Workers::threads), Workers.threads())));
        assertThrows(ArithmeticException.class, () -> Workers.with(5, () -> 1 / (before - before)));
        assertEquals(before, Workers.threads());
    }

    @Test
    void noThreadNegativeTasksAndNullResultsAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Workers.with(0, () -> 1));
        assertEquals("threads must be at least 1, was 0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> Workers.each(-1, Object::new, (own, i) -> {}));
        assertEquals("tasks must be at least 0, was -1", e.getMessage());
        var none = assertThrows(NullPointerException.class, () -> Workers.map(List.of(1), i -> null));
        assertEquals("function must not return null", none.getMessage());
    }
}
