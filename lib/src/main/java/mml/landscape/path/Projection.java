package mml.landscape.path;

import mml.landscape.Plane;
import mml.math.Check;

/**
 * How a difference {@code d} of parameters is projected on the directions {@code p} and {@code q} of a plane, so that {@code a p
 * + b q} stands for it. For orthogonal directions of any length both ways are one.
 *
 * <p>The authors' program divides an inner product by the length of the direction, which is the coordinate only where that
 * length is 1; here it is divided by the squared length, so that the point drawn is the point meant.
 *
 * <p>Source: Li et al. 2018, the authors' program ({@code projection.py}: {@code cos} and {@code lstsq}).
 */
public enum Projection {
    /** Along each direction by itself: {@code a = <d, p> / <p, p>} and {@code b = <d, q> / <q, q>}. */
    INNER_PRODUCT {
        @Override
        double[] coordinates(double dp, double dq, Metric metric) {
            return new double[] {dp / metric.pp, dq / metric.qq};
        }
    },
    /** To the nearest point of the plane: {@code a} and {@code b} of the least {@code |d - a p - b q|}. */
    LEAST_SQUARES {
        @Override
        double[] coordinates(double dp, double dq, Metric metric) {
            double determinant = metric.determinant();
            return new double[] {
                (dp * metric.qq - dq * metric.pq) / determinant, (dq * metric.pp - dp * metric.pq) / determinant
            };
        }
    };

    /** Squared sine of an angle that is all rounding in single precision. */
    private static final double PARALLEL = 1e-12;

    /** The inner products of the two directions. */
    record Metric(double pp, double pq, double qq) {
        static Metric of(Plane plane) {
            Metric metric = new Metric(
                    plane.first().dot(plane.first()),
                    plane.first().dot(plane.second()),
                    plane.second().dot(plane.second()));
            Check.that(
                    metric.pp > 0 && metric.qq > 0,
                    "directions must not be zero, lengths were %s and %s",
                    Math.sqrt(metric.pp),
                    Math.sqrt(metric.qq));
            Check.that(
                    metric.determinant() > PARALLEL * metric.pp * metric.qq,
                    "directions must not be parallel, their cosine was %s",
                    metric.pq / Math.sqrt(metric.pp) / Math.sqrt(metric.qq));
            return metric;
        }

        double determinant() {
            return pp * qq - pq * pq;
        }

        /** Returns the squared length of {@code a p + b q}. */
        double squared(double a, double b) {
            return a * a * pp + 2 * a * b * pq + b * b * qq;
        }
    }

    /** Returns the coordinates of a difference with the given inner products. */
    abstract double[] coordinates(double dp, double dq, Metric metric);
}
