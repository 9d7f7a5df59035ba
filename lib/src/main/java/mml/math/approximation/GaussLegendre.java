package mml.math.approximation;

import java.util.concurrent.CancellationException;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import mml.math.Check;

/**
 * The Gauss-Legendre rule: the integral of a function over [-1, 1] as a weighted sum of its values at {@code n} nodes, exact for
 * polynomials of degree {@code 2n - 1} and less.
 *
 * <p>Nodes are the zeros of the Legendre polynomial {@code P_n}, found by Newton's method; the weight of the node {@code x} is
 * {@code 2 / ((1 - x^2) P_n'(x)^2)}. Both are right to some {@code 1e-16}. Time grows with the square of {@code n}: 400 nodes take
 * a few milliseconds.
 *
 * <p>Source: P. Davis, P. Rabinowitz, Methods of Numerical Integration, 2nd edition, 1984, section 2.7.
 */
public final class GaussLegendre {
    /** Convergence is quadratic: what follows a step this short is lost in rounding. */
    private static final double LAST_STEP = 1e-11;

    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /**
     * Returns the rule with a number of nodes.
     *
     * @param count how many nodes, at least 1
     * @return the rule
     * @throws IllegalArgumentException if the count is below 1
     * @throws CancellationException if the calling thread is interrupted
     */
    public static GaussLegendre of(int count) {
        double[] nodes = new double[Check.positive("count", count)];
        double[] weights = new double[count];
        for (int i = 0, j = count - 1; i <= j; i++, j--) { // zeros lie symmetrically, in the middle at 0 itself
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the rule with " + count + " nodes was stopped");
            }
            double x = i == j ? 0 : zero(count, Math.cos(Math.PI * (i + 0.75) / (count + 0.5)));
            double slope = Legendre.withSlope(count, x)[1];
            nodes[i] = -x;
            nodes[j] = x; // after the other: the middle one is 0, not -0
            weights[i] = 2 / ((1 - x * x) * slope * slope);
            weights[j] = weights[i];
        }
        return new GaussLegendre(nodes, weights);
    }

    private static double zero(int degree, double start) {
        double x = start;
        double step;
        do {
            double[] p = Legendre.withSlope(degree, x);
            step = p[0] / p[1];
            x -= step;
        } while (Math.abs(step) > LAST_STEP);
        return x;
    }

    /**
     * Returns where functions are evaluated.
     *
     * @return numbers between -1 and 1, ascending; a new array
     */
    public double[] nodes() {
        return nodes.clone();
    }

    /**
     * Returns the weights of the nodes.
     *
     * @return as many positive numbers, which sum to 2; a new array
     */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * Returns the integral of a function over [-1, 1].
     *
     * @param function is evaluated once at each node, in ascending order
     * @return the weighted sum of its values; half of it is the mean for a point drawn uniformly
     */
    public double integral(DoubleUnaryOperator function) {
        return IntStream.range(0, nodes.length)
                .mapToDouble(i -> weights[i] * function.applyAsDouble(nodes[i]))
                .sum();
    }
}
