package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "3, 3",
        "-12, -12",
        "1234567, 1234567",
        "123456789012, 123456789012",
        "3.14159265, 3.142",
        "0.1, 0.1",
        "0.99996, 1",
        "12345.678, 12346",
        "0.00012344, 0.0001234",
        "0.0000123449, 1.234e-5",
        "-6.02214e23, -6.022e23",
        "1e300, 1e300",
        "NaN, NaN",
        "Infinity, infinity",
        "-Infinity, -infinity",
    })
    void numbersHaveFourSignificantDigitsAndWholeOnesAll(double value, String written) {
        assertEquals(written, Digits.of(value));
    }

    @ParameterizedTest
    @CsvSource({"0.95, 0.95", "3, 3", "1e-12, 1e-12", "0.123456789, 0.123456789", "2.5e10, 2.5e10", "100, 100"})
    void boundsAreWrittenAsTheyWereGiven(double value, String written) {
        assertEquals(written, Digits.exact(value));
    }

    @Test
    void asManyDigitsAreWrittenAsItTakesToSeeTheVerdict() {
        assertEquals("2.999", Digits.faithful(2.999, x -> x >= 3));
        assertEquals("2.9999999", Digits.faithful(2.9999999, x -> x >= 3));
        assertEquals("0.30000000000000004", Digits.faithful(0.1 + 0.2, x -> x <= 0.3));
    }

    @Test
    void numbersAreWrittenAlikeWhereverOneIs() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertEquals("0.5", Digits.of(0.5));
            assertEquals("   x\n0.25\n0.50", Table.of("x").row(0.25).row(0.5).toString());
        } finally {
            Locale.setDefault(before);
        }
    }
}
