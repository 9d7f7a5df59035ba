package mml.plot.scale;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as one reads them: no more digits than a picture can show. */
public final class Numbers {
    private Numbers() {}

    /**
     * Returns three significant digits, or all digits of the whole part up to a million; else with an exponent.
     *
     * @param value any; one that is not finite is written as Java does
     * @return the text
     */
    public static String text(double value) {
        return Double.isFinite(value) ? text(new BigDecimal(value)) : String.valueOf(value);
    }

    private static String text(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        int whole = exponent(value) + 1;
        int digits = whole > 3 && whole <= 6 ? whole : 3;
        BigDecimal rounded = value.round(new MathContext(digits)).stripTrailingZeros();
        int exponent = exponent(rounded);
        return exponent < -4 || exponent > 5
                ? rounded.movePointLeft(exponent).toPlainString() + "e" + exponent
                : rounded.toPlainString();
    }

    private static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    /** Returns a power of ten with a raised exponent. */
    static String powerOfTen(int exponent) {
        return "10" + raised(exponent);
    }

    private static String raised(int exponent) {
        StringBuilder text = new StringBuilder();
        for (char c : String.valueOf(exponent).toCharArray()) {
            text.append(
                    c == '-'
                            ? '\u207b'
                            : "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(c - '0'));
        }
        return text.toString();
    }

    /**
     * Returns a number of things, {@code 1 value} or {@code 3 values}.
     *
     * @param count how many
     * @param thing one of them
     * @return the text
     */
    public static String count(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
