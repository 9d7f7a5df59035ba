package mml.plot.scale;

import java.math.BigDecimal;

/**
 * Whole multiples of a round number, all written in one manner.
 *
 * @param size 1, 2 or 5 times a power of ten
 * @param plain whether numbers are written as decimals, not with an exponent
 */
public record Steps(BigDecimal size, boolean plain) {
    /**
     * Returns the steps that divide a range into few parts.
     *
     * @param low the lower end
     * @param high the upper end
     * @param most about how many parts at most
     * @return the steps
     */
    public static Steps of(double low, double high, int most) {
        BigDecimal size = round((high - low) / most);
        double largest = Math.max(Math.abs(low), Math.abs(high));
        return new Steps(size, largest < 1e6 && size.doubleValue() >= 1e-4);
    }

    /** Returns the least of 1, 2 and 5 times a power of ten that is not below a step wished for. */
    private static BigDecimal round(double step) {
        int exponent = (int) Math.floor(Math.log10(step));
        double leading = step / Math.pow(10, exponent);
        int rounded =
                leading <= 1 + Ticks.SLACK ? 1 : leading <= 2 + Ticks.SLACK ? 2 : leading <= 5 + Ticks.SLACK ? 5 : 10;
        return BigDecimal.valueOf(rounded).scaleByPowerOfTen(exponent);
    }

    /**
     * Returns a multiple in words.
     *
     * @param index how many steps from 0; a fraction gets the digits that it needs
     * @return the number
     */
    public String label(BigDecimal index) {
        BigDecimal value = index.multiply(size).stripTrailingZeros();
        if (value.signum() == 0) {
            return "0";
        }
        if (plain) {
            int digits = Math.max(value.scale(), size.stripTrailingZeros().scale());
            return value.setScale(Math.max(0, digits)).toPlainString();
        }
        int exponent = value.precision() - value.scale() - 1;
        return value.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
