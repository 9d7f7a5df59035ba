package mml.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoublePredicate;

/** Numbers as a reader wants them: whole numbers whole, others to four significant digits, powers of ten where long. */
final class Digits {
    private static final int SIGNIFICANT = 4;
    /** No longer bound is written by hand. */
    private static final int LONGEST_BOUND = 10;
    /** All digits that a double has. */
    private static final int ALL = 17;
    /** Numbers from 1e-4 to below 1e9 are written out. */
    private static final int LEAST_EXPONENT = -4;

    private static final int GREATEST_EXPONENT = 8;
    /** Whole numbers below this are written out. */
    private static final double WHOLE = 1e15;

    private Digits() {}

    static String of(double value) {
        return of(value, SIGNIFICANT);
    }

    /** Returns the number as its author wrote it, with no digit more or less. */
    static String exact(double value) {
        return Double.isFinite(value) ? written(new BigDecimal(Double.toString(value))) : of(value);
    }

    /** Returns a bound as its author wrote it, or to four digits if it was computed, such as a third. */
    static String bound(double value) {
        String exact = exact(value);
        return exact.length() <= LONGEST_BOUND ? exact : of(value);
    }

    /** Returns the number with as many digits as it takes for what holds of it to hold of the written number as well. */
    static String faithful(double value, DoublePredicate holds) {
        if (!Double.isFinite(value)) {
            return of(value);
        }
        for (int significant = SIGNIFICANT; significant < ALL; significant++) {
            String written = of(value, significant);
            if (holds.test(Double.parseDouble(written)) == holds.test(value)) {
                return written;
            }
        }
        return exact(value);
    }

    private static String of(double value, int significant) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "infinity" : "-infinity";
        }
        if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
            return Long.toString((long) value);
        }
        BigDecimal exact = new BigDecimal(value);
        BigDecimal rounded = exact.round(new MathContext(significant, RoundingMode.HALF_EVEN));
        boolean hasLongWholePart = exponent(rounded) >= significant && exponent(rounded) <= GREATEST_EXPONENT;
        return written(hasLongWholePart ? exact.setScale(0, RoundingMode.HALF_EVEN) : rounded);
    }

    private static String written(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal shortest = number.stripTrailingZeros();
        int exponent = exponent(shortest);
        if (exponent >= LEAST_EXPONENT && exponent <= GREATEST_EXPONENT) {
            return shortest.toPlainString();
        }
        return shortest.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }

    private static int exponent(BigDecimal number) {
        return number.precision() - number.scale() - 1;
    }
}
