package mml.train.optimiser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScheduleTest {
    static Stream<Arguments> table() {
        Schedule constant = Schedule.constant(0.3);
        Schedule cosine = Schedule.cosine(0.8);
        Schedule steps = Schedule.steps(0.8, 0.5, 10);
        Schedule exponential = Schedule.exponential(0.8, 0.9, 10);
        Schedule drops = Schedule.drops(0.8, 0.1, 0.5, 0.75);
        Schedule geometric = Schedule.geometric(1e-4, 0.1);
        Schedule warm = cosine.warmUp(4);
        return Stream.of(
                arguments("constant", constant, 0, 0.3),
                arguments("constant", constant, 1_000_000, 0.3),
                arguments("cosine", cosine, 0, 0.8),
                arguments("cosine", cosine, 3, 0.4 * (1 + Math.sqrt(0.5))),
                arguments("cosine", cosine, 4, 0.6),
                arguments("cosine", cosine, 6, 0.4),
                arguments("cosine", cosine, 8, 0.2),
                arguments("cosine", cosine, 11, 0.4 * (1 - Math.cos(Math.PI / 12))),
                arguments("steps", steps, 0, 0.8),
                arguments("steps", steps, 9, 0.8),
                arguments("steps", steps, 10, 0.4),
                arguments("steps", steps, 39, 0.1),
                arguments("exponential", exponential, 0, 0.8),
                arguments("exponential", exponential, 5, 0.8 * Math.sqrt(0.9)),
                arguments("exponential", exponential, 10, 0.8 * 0.9),
                arguments("exponential", exponential, 20, 0.8 * 0.81),
                arguments("drops", drops, 5, 0.8),
                arguments("drops", drops, 6, 0.08),
                arguments("drops", drops, 8, 0.08),
                arguments("drops", drops, 9, 0.008),
                arguments("geometric", geometric, 0, 1e-4),
                arguments("geometric", geometric, 11, 0.1),
                arguments("warm-up, cosine", warm, 0, 0.2),
                arguments("warm-up, cosine", warm, 2, 0.6),
                arguments("warm-up, cosine", warm, 3, 0.8),
                arguments("warm-up, cosine", warm, 4, 0.8),
                arguments("warm-up, cosine", warm, 8, 0.4),
                arguments("warm-up, cosine", warm, 10, 0.4 * (1 - Math.sqrt(0.5))));
    }

    @ParameterizedTest(name = "{0} at {2}")
    @MethodSource("table")
    void ratesAreThoseOfTheFormula(String name, Schedule schedule, int step, double rate) {
        assertEquals(rate, schedule.at(step, 12), 1e-15); // one rounding of a number below 1
    }

    @Test
    void aWarmUpMustBeShorterThanTheRun() {
        assertRefused(
                "warm must be at least 1, was 0", () -> Schedule.constant(1).warmUp(0));
        assertRefused(
                "warm-up must be shorter than the run of 12 steps, was 12",
                () -> Schedule.constant(1).warmUp(12).at(0, 12));
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertRefused("rate must be finite and positive, was 0.0", () -> Schedule.constant(0));
        assertRefused("rate must be finite and positive, was NaN", () -> Schedule.cosine(Double.NaN));
        assertRefused("rate must be finite and positive, was -1.0", () -> Schedule.steps(-1, 0.5, 10));
        assertRefused("factor must be finite and positive, was Infinity", () -> Schedule.steps(1, 1 / 0.0, 10));
        assertRefused("every must be at least 1, was 0", () -> Schedule.steps(1, 0.5, 0));
        assertRefused("perEpoch must be at least 1, was 0", () -> Schedule.exponential(1, 0.5, 0));
        assertRefused("every share must lie in (0, 1), one was 1.0", () -> Schedule.drops(1, 0.5, 0.5, 1));
        assertRefused("low must be finite and positive, was 0.0", () -> Schedule.geometric(0, 1));
    }

    @Test
    void schedulesWithTheSameNumbersAreEqual() {
        assertEquals(Schedule.drops(0.8, 0.1, 0.5, 0.75), Schedule.drops(0.8, 0.1, 0.5, 0.75));
        assertEquals(Schedule.cosine(0.8).warmUp(4), new Schedule.WarmUp(new Schedule.Cosine(0.8), 4));
        assertNotEquals(Schedule.steps(0.8, 0.5, 10), Schedule.steps(0.8, 0.5, 11));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
