package mml.plot.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    private static List<String> labels(Scale scale, double low, double high, int most) {
        return Ticks.of(scale, low, high, most).stream()
                .map(Ticks.Tick::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }

    @Test
    void aStraightScaleHasRoundNumbersWithoutRoundingErrors() {
        assertEquals(List.of("0", "0.1", "0.2", "0.3", "0.4", "0.5"), labels(Scale.LINEAR, 0, 0.5, 6));
        assertEquals(List.of("-1.0", "-0.5", "0", "0.5", "1.0"), labels(Scale.LINEAR, -1, 1, 5));
        assertEquals(List.of("0", "50", "100", "150"), labels(Scale.LINEAR, 0, 199, 6));
    }

    @Test
    void veryLargeAndVerySmallNumbersHaveAnExponent() {
        assertEquals(List.of("0", "5e6", "1e7"), labels(Scale.LINEAR, 0, 1e7, 3));
        assertEquals(List.of("0", "1e-6", "2e-6"), labels(Scale.LINEAR, 0, 2e-6, 2));
    }

    @Test
    void aLogarithmicScaleHasPowersOfTenAndWhereThereIsRoomTwosAndFives() {
        assertEquals(List.of("0.1", "1", "10", "100", "1000", "10000"), labels(Scale.LOGARITHMIC, 0.1, 10000, 6));
        assertEquals(List.of("0.1", "0.2", "0.5", "1", "2"), labels(Scale.LOGARITHMIC, 0.1, 2, 6));
        assertEquals(
                List.of("10\u207b\u2076", "10\u207b\u2075", "10\u207b\u2074"),
                labels(Scale.LOGARITHMIC, 1e-6, 1e-4, 3));
    }

    @Test
    void twoDecadesAreDividedAtThreesWhereThereIsNoRoomForMore() {
        assertEquals(List.of("0.003", "0.01", "0.03", "0.1", "0.3"), labels(Scale.LOGARITHMIC, 0.0024, 0.8, 5));
        assertEquals(List.of("0.01", "0.1"), labels(Scale.LOGARITHMIC, 0.0024, 0.8, 4));
        assertEquals(List.of("0.3", "1", "3"), labels(Scale.LOGARITHMIC, 0.15, 9, 3));
    }

    @Test
    void lessThanADecadeHasTheNumbersOfAStraightScale() {
        assertEquals(List.of("0.4", "0.5", "0.6"), labels(Scale.LOGARITHMIC, 0.35, 0.65, 4));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 1e-300", "1e300, 2e300", "3.14, 3.15", "-1e-9, 1e9"})
    void ticksLieInTheRangeAndAreFew(double low, double high) {
        List<Ticks.Tick> ticks = Ticks.of(Scale.LINEAR, low, high, 6);
        double slack = 1e-9 * (high - low);
        assertTrue(ticks.size() >= 2 && ticks.size() <= 7, ticks::toString);
        assertTrue(ticks.stream().allMatch(tick -> tick.value() >= low - slack && tick.value() <= high + slack));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.30000000000000004, 0.3", "12345.6, 12346", "1234567, 1.23e6", "-0.00001234, -1.23e-5", "1, 1"
    })
    void numbersHaveNoMoreDigitsThanAPictureShows(double value, String text) {
        assertEquals(text, Numbers.text(value));
    }
}
