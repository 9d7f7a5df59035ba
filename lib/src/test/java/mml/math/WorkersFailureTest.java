package mml.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Loops whose tasks fail at once, while other threads are still being asked to take part. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD) // a loop that hangs does not heed an interrupt
class WorkersFailureTest {
    private static final int ROUNDS = 10_000;
    /** So many that the first have failed before the last have been asked. */
    private static final int THREADS = 12;

    @Test
    void aLoopWhoseEveryTaskFailsAtOnceEndsWithTheFirstFailure() {
        for (int round = 0; round < ROUNDS; round++) {
            AtomicInteger running = new AtomicInteger();
            assertThrows(
                    ArithmeticException.class,
                    () -> Workers.with(THREADS, () -> {
                        Workers.each(2 * THREADS, i -> {
                            running.incrementAndGet();
                            running.decrementAndGet();
                            throw new ArithmeticException();
                        });
                        return null;
                    }));
            assertEquals(0, running.get(), "the loop returned before its tasks");
        }
    }

    @Test
    void aThreadThatCannotMakeItsOwnFailsTheLoop() {
        for (int round = 0; round < ROUNDS; round++) {
            assertThrows(
                    ArithmeticException.class,
                    () -> Workers.with(
                            THREADS,
                            () -> Workers.sum(
                                    2 * THREADS,
                                    1,
                                    () -> {
                                        throw new ArithmeticException();
                                    },
                                    own -> (term, i) -> {})));
        }
    }
}
