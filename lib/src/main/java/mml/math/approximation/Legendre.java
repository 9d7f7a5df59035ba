package mml.math.approximation;

import mml.math.Check;

/**
 * The Legendre polynomials {@code P_0, P_1, ...}: {@code P_j} has degree {@code j}, is 1 at 1, and orthogonal to those before it on
 * [-1, 1].
 *
 * <p>Values come from {@code (j + 1) P_(j+1) = (2j + 1) x P_j - j P_(j-1)}, which is stable on [-1, 1].
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, table 18.9.1 and section 18.3.
 */
public final class Legendre {
    private Legendre() {}

    /**
     * Returns the values of {@code phi_j = sqrt(2j + 1) P_j}, which are orthonormal for a point drawn uniformly from [-1, 1]: the
     * mean of {@code phi_i phi_j} is 1 for {@code i = j} and else 0.
     *
     * @param count how many polynomials, at least 1
     * @param x where, in [-1, 1]
     * @return {@code phi_0(x)} to {@code phi_(count-1)(x)}; a new array
     * @throws IllegalArgumentException if the count is below 1, or x lies outside or is NaN
     */
    public static double[] orthonormal(int count, double x) {
        double[] values = plain(Check.positive("count", count), Check.within("x", x, -1, 1));
        for (int j = 0; j < count; j++) {
            values[j] *= Math.sqrt(2 * j + 1);
        }
        return values;
    }

    private static double[] plain(int count, double x) {
        double[] p = new double[count];
        p[0] = 1;
        for (int j = 0; j + 1 < count; j++) {
            p[j + 1] = ((2 * j + 1) * x * p[j] - (j == 0 ? 0 : j * p[j - 1])) / (j + 1);
        }
        return p;
    }

    /** Returns {@code P_n(x)} and its derivative, for n at least 1 and x between -1 and 1, neither of them. */
    static double[] withSlope(int n, double x) {
        double[] p = plain(n + 1, x);
        return new double[] {p[n], n * (x * p[n] - p[n - 1]) / (x * x - 1)};
    }
}
