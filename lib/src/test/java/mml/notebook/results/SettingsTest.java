package mml.notebook.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
    /** What might determine a result. */
    record Recipe(long seed, double rate, List<Integer> widths) {}

    private final Settings seven = Settings.none().with("seed", 7).with("net", "plain");

    static Stream<Arguments> differences() {
        Settings none = Settings.none();
        return Stream.of(
                Arguments.of(none.with("net", "plain").with("seed", 7L), ""),
                Arguments.of(none.with("seed", 8).with("net", "plain"), "seed is 7, stored with 8"),
                Arguments.of(none.with("seed", 7), "net is plain, stored without"),
                Arguments.of(
                        none.with("seed", 7).with("net", "a").with("depth", 3),
                        "net is plain, stored with a; depth is not asked for, stored with 3"));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void aDifferenceIsNamedWithBothValues(Settings stored, String sentence) {
        assertEquals(sentence, seven.differenceFrom(stored));
    }

    @Test
    void aRecordSetsEachOfItsComponents() {
        Settings settings = Settings.none().with(new Recipe(1, 0.5, List.of(3, 4)));
        assertEquals("seed 1, rate 0.5, widths [3,4]", settings.toString());
        assertEquals(
                settings, Settings.none().with("seed", 1).with("rate", 0.5f).with("widths", new int[] {3, 4}));
    }

    @Test
    void theOrderOfAMapIsNoDifference() {
        Settings one = Settings.none().with("kinds", Map.of("a", 1, "b", 2, "c", 3));
        Settings other = Settings.none().with("kinds", new java.util.TreeMap<>(Map.of("c", 3, "b", 2, "a", 1)));
        assertEquals("", one.differenceFrom(other));
    }

    @Test
    void settingsAreEqualIfTheirValuesAre() {
        assertEquals(seven, Settings.none().with("seed", 7).with("net", "plain"));
        assertEquals(
                seven.hashCode(),
                Settings.none().with("seed", 7).with("net", "plain").hashCode());
        assertNotEquals(seven, Settings.none().with("seed", 7.5).with("net", "plain"));
        assertTrue(Settings.none().isEmpty());
        assertTrue(!seven.isEmpty());
    }

    @Test
    void aLongValueIsCutInMessages() {
        Settings longer = Settings.none().with("text", "x".repeat(100));
        assertEquals("text " + "x".repeat(60) + "...", longer.toString());
    }

    static Stream<Arguments> refusals() {
        Settings one = Settings.none().with("seed", 7);
        Executable twice = () -> one.with("seed", 8);
        Executable twiceByRecord = () -> one.with(new Recipe(7, 1, List.of()));
        Executable blank = () -> one.with(" ", 8);
        Executable thread = () -> one.with("thread", new Object());
        Executable missing = () -> one.with(null);
        return Stream.of(
                Arguments.of(twice, "setting seed must be given once, was 7 already"),
                Arguments.of(twiceByRecord, "setting seed must be given once, was 7 already"),
                Arguments.of(blank, "name must not be blank, was \" \""),
                Arguments.of(missing, "settings must not be null"),
                Arguments.of(
                        thread, "setting thread must be of a kind that JSON can hold, was class java.lang.Object: No"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsNoSettingIsRefused(Executable setting, String sentence) {
        String message = assertThrows(IllegalArgumentException.class, setting).getMessage();
        assertTrue(message.startsWith(sentence), message);
    }
}
