package mml.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class TrialsTest {
    @Test
    void seedsAreTakenInOrderUntilEnoughHaveGivenANumber() {
        Set<Long> seen = new ConcurrentSkipListSet<>();
        Trials trials = Trials.of(3, 10, seed -> {
            seen.add(seed);
            return seed % 2 == 0 ? OptionalDouble.of(seed) : OptionalDouble.empty();
        });
        assertEquals(List.of(2.0, 4.0, 6.0), trials.values());
        assertEquals(6, trials.tried());
        assertEquals(Set.of(1L, 2L, 3L, 4L, 5L, 6L), seen);
        assertEquals(4, trials.median());
        assertEquals("3 of 6 seeds, median 4.000", trials.toString());
    }

    @Test
    void noMoreSeedsAreTriedThanAllowed() {
        Trials trials = Trials.of(2, 5, seed -> seed == 4 ? OptionalDouble.of(0.5) : OptionalDouble.empty());
        assertEquals(new Trials(List.of(0.5), 5), trials);
    }

    @Test
    void aNumberOfNoSeedHasNoMedian() {
        Trials none = Trials.of(1, 2, seed -> OptionalDouble.empty());
        var e = assertThrows(IllegalArgumentException.class, none::median);
        assertEquals("sample must not be empty", e.getMessage());
    }

    @Test
    void aStopLeavesNoHalfSet() {
        assertThrows(
                CancellationException.class,
                () -> Trials.of(4, 4, seed -> {
                    Thread.currentThread().interrupt();
                    return OptionalDouble.of(seed);
                }));
        Thread.interrupted();
    }

    @Test
    void countsMustBePossible() {
        var none = assertThrows(IllegalArgumentException.class, () -> Trials.of(0, 1, seed -> OptionalDouble.of(1)));
        assertEquals("wanted must be at least 1, was 0", none.getMessage());
        var few = assertThrows(IllegalArgumentException.class, () -> Trials.of(5, 4, seed -> OptionalDouble.of(1)));
        assertTrue(few.getMessage().startsWith("most must be at least 5, was 4"), few.getMessage());
    }
}
