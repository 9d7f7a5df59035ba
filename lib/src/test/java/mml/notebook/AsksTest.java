package mml.notebook;

import static mml.notebook.Notebook.about;
import static mml.notebook.Notebook.atLeast;
import static mml.notebook.Notebook.atMost;
import static mml.notebook.Notebook.exactly;
import static mml.notebook.Notebook.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AsksTest {
    static Stream<Arguments> asks() {
        return Stream.of(
                Arguments.of(atLeast(0.95), "at least 0.95", 0.95, 0.9499999),
                Arguments.of(atMost(1e-12), "at most 1e-12", -5, 1.1e-12),
                Arguments.of(about(2, 0.5), "2 \u00b1 0.5", 2.5, 2.5000001),
                Arguments.of(about(2, 0.5), "2 \u00b1 0.5", 1.5, 1.4999999),
                Arguments.of(within(1 / 3.0, 3), "from 0.3333 to 3", 1 / 3.0, 0.3333),
                Arguments.of(within(-1, 3), "from -1 to 3", -1, -1.0000001),
                Arguments.of(within(-1, 3), "from -1 to 3", 3, 3.0000001),
                Arguments.of(exactly(16), "exactly 16", 16, 16.000001));
    }

    @ParameterizedTest
    @MethodSource("asks")
    void anAskSaysWhatItAsksAndHoldsUpToItsBound(Ask ask, String words, double good, double bad) {
        assertEquals(words, ask.words());
        assertEquals(true, ask.holds(good));
        assertEquals(false, ask.holds(bad));
        assertEquals(false, ask.holds(Double.NaN));
    }

    static Stream<Arguments> refusals() {
        Executable blank = () -> new Ask(" ", measured -> true);
        Executable crossed = () -> within(2, 1);
        Executable negative = () -> about(1, -0.1);
        Executable unknown = () -> atLeast(Double.NaN);
        Executable endless = () -> exactly(Double.POSITIVE_INFINITY);
        return Stream.of(
                Arguments.of(blank, "words must not be blank, was \" \""),
                Arguments.of(crossed, "low must not be above high, were 2.0 and 1.0"),
                Arguments.of(negative, "tolerance must be finite and not negative, was -0.1"),
                Arguments.of(unknown, "bound must be finite, was NaN"),
                Arguments.of(endless, "value must be finite, was Infinity"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeAskedIsRefused(Executable asking, String sentence) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, asking).getMessage());
    }

    @Test
    void anAskNeedsACondition() {
        assertThrows(NullPointerException.class, () -> new Ask("something", null));
    }
}
