package mml.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
                arguments("steps", steps, 39, 0.1));
    }

    @ParameterizedTest(name = "{0} at {2}")
    @MethodSource("table")
    void ratesAreThoseOfTheFormula(String name, Schedule schedule, int step, double rate) {
        assertEquals(rate, schedule.at(step, 12), 1e-15); // one rounding of a number below 1
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertRefused("rate must be finite and positive, was 0.0", () -> Schedule.constant(0));
        assertRefused("rate must be finite and positive, was NaN", () -> Schedule.cosine(Double.NaN));
        assertRefused("rate must be finite and positive, was -1.0", () -> Schedule.steps(-1, 0.5, 10));
        assertRefused("factor must be finite and positive, was Infinity", () -> Schedule.steps(1, 1 / 0.0, 10));
        assertRefused("every must be at least 1, was 0", () -> Schedule.steps(1, 0.5, 0));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
