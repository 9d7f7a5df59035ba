/**
 * Loss landscapes: an objective drawn along random directions, normalised filter by filter.
 *
 * <p>Start from {@link mml.landscape.Plane} and {@link mml.landscape.Line}, which make a {@link mml.landscape.Surface} and a
 * {@link mml.landscape.Curve} of any objective; a {@link mml.landscape.Survey} keeps a surface in a file, tells beforehand how long
 * it takes, and can be watched; a {@link mml.landscape.FairComparison} holds those that can be compared.
 *
 * <p>Source of the method: H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, Visualizing the loss landscape of neural nets,
 * NeurIPS 2018, arXiv 1712.09913.
 *
 * <p>May use {@code mml.landscape.point} and {@code mml.math}; never {@code mml.nn}: a landscape knows no network, only a function of a vector.
 */
package mml.landscape;
