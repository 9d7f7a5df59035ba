/**
 * Approximation of functions on an interval, in double precision: integrals, orthonormal polynomials, least squares.
 *
 * <p>Start from {@link mml.math.approximation.GaussLegendre} (integrals), {@link mml.math.approximation.Legendre} (a basis) and
 * {@link mml.math.approximation.LeastSquares} (coefficients from examples).
 *
 * <p>May use {@code mml.math}.
 */
package mml.math.approximation;
