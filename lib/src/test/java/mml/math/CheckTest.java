package mml.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CheckTest {
    @Test
    void valuesThatKeepTheRuleAreReturned() {
        float[] values = {0, -1};
        assertEquals(Double.MIN_VALUE, Check.positive("x", Double.MIN_VALUE));
        assertEquals(0.0, Check.notNegative("x", 0.0));
        assertEquals(-3.5, Check.finite("x", -3.5));
        assertSame(values, Check.finite("x", values));
        assertEquals(1, Check.positive("n", 1));
        assertEquals(0, Check.notNegative("n", 0));
        assertEquals(2, Check.atLeast("n", 2, 2));
        assertEquals(1.0, Check.within("x", 1.0, 0, 1));
        assertEquals(4, Check.index("i", 4, 5));
        assertEquals("a", Check.notBlank("name", "a"));
        assertEquals("", Check.drawable("name", ""));
        assertEquals("\u00b1\t\n\ud83d\ude00", Check.label("name", "\u00b1\t\n\ud83d\ude00"));
        Check.that(true, "never said");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("x must be finite and positive, was 0.0", () -> Check.positive("x", 0.0)),
                refusal("x must be finite and positive, was NaN", () -> Check.positive("x", Double.NaN)),
                refusal(
                        "x must be finite and positive, was Infinity",
                        () -> Check.positive("x", Double.POSITIVE_INFINITY)),
                refusal("x must be finite and not negative, was -1.0", () -> Check.notNegative("x", -1.0)),
                refusal("x must be finite and not negative, was NaN", () -> Check.notNegative("x", Double.NaN)),
                refusal("x must be finite, was -Infinity", () -> Check.finite("x", Double.NEGATIVE_INFINITY)),
                refusal("x must be finite, value 1 was NaN", () -> Check.finite("x", new float[] {0, Float.NaN})),
                refusal("n must be at least 1, was 0", () -> Check.positive("n", 0)),
                refusal("n must be at least 0, was -1", () -> Check.notNegative("n", -1)),
                refusal("n must be at least 2, was 1", () -> Check.atLeast("n", 1, 2)),
                refusal("x must lie in [0.0, 1.0], was 1.5", () -> Check.within("x", 1.5, 0, 1)),
                refusal("x must lie in [0.0, 1.0], was NaN", () -> Check.within("x", Double.NaN, 0, 1)),
                refusal("i must be from 0 to 4, was 5", () -> Check.index("i", 5, 5)),
                refusal("i must be from 0 to 4, was -1", () -> Check.index("i", -1, 5)),
                refusal("name must not be blank, was \" \"", () -> Check.notBlank("name", " ")),
                refusal("name must not be blank, was null", () -> Check.notBlank("name", null)),
                refusal("name must not be blank, was null", () -> Check.label("name", null)),
                refusal(
                        "name must have only characters that can be drawn, had U+0007 at index 1",
                        () -> Check.label("name", "a\u0007")),
                refusal(
                        "name must have only characters that can be drawn, had U+FFFF at index 0",
                        () -> Check.drawable("name", "\uffff")),
                refusal(
                        "name must have only characters that can be drawn, had U+D83D at index 2",
                        () -> Check.drawable("name", "ab\ud83d")),
                refusal("a has 3, b has 4", () -> Check.that(false, "a has %s, b has %s", 3, 4)));
    }

    private static Arguments refusal(String sentence, Executable check) {
        return arguments(sentence, check);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void refusalsNameArgumentRuleAndValue(String sentence, Executable check) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, check).getMessage());
    }
}
