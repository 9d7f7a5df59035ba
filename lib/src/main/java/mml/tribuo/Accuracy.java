package mml.tribuo;

import java.util.Locale;
import mml.math.Check;

/**
 * The share of right answers, with an interval for the share among all examples that could have been drawn.
 *
 * <p>The interval is Wilson's, of confidence 95 %: {@code (p + z^2 / 2n +- z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n)}
 * with {@code z = 1.96}. It says what a test set of this size lets us know of one trained model, and nothing of how the model would
 * differ with another seed.
 *
 * <p>Source: E. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical
 * Association 22, 1927.
 *
 * @param right how many answers were right
 * @param total of how many
 */
public record Accuracy(int right, int total) {
    /** The quantile 0.975 of the normal distribution. */
    private static final double Z = 1.959963984540054;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if there is no answer, or more right ones than there are
     */
    public Accuracy {
        Check.positive("total", total);
        Check.that(right >= 0 && right <= total, "right must be from 0 to %s, was %s", total, right);
    }

    /**
     * Returns the share of right answers.
     *
     * @return from 0 to 1
     */
    public double share() {
        return (double) right / total;
    }

    /**
     * Returns the lower end of the interval.
     *
     * @return from 0 to {@link #share}
     */
    public double low() {
        return right == 0 ? 0 : middle() - half();
    }

    /**
     * Returns the upper end of the interval.
     *
     * @return from {@link #share} to 1
     */
    public double high() {
        return right == total ? 1 : middle() + half();
    }

    private double middle() {
        return (share() + Z * Z / (2.0 * total)) / (1 + Z * Z / total);
    }

    private double half() {
        double variance = share() * (1 - share()) / total + Z * Z / (4.0 * total * total);
        return Z * Math.sqrt(variance) / (1 + Z * Z / total);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.4f [%.4f, %.4f]", share(), low(), high());
    }
}
