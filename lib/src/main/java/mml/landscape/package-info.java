/**
 * Loss landscapes: an objective drawn along lines and on planes, in random directions or through given networks.
 *
 * <p>Start from {@link mml.landscape.Plane} and {@link mml.landscape.Line}, which make a {@link mml.landscape.Surface} and a
 * {@link mml.landscape.Curve} of any objective. {@link mml.landscape.Normalisation} fits a direction to the parameters, and
 * {@link mml.landscape.Directions} says how the same seed gives networks of different depth the same directions. How far a
 * picture can be trusted is asked in {@code mml.landscape.trust}. A {@link mml.landscape.Survey} keeps either in a file, tells
 * beforehand how long it takes, and can be watched; a {@link mml.landscape.FairComparison} holds those that can be compared.
 *
 * <p>An objective need not be a network's. A function of your own has a surface in ten lines:
 *
 * <pre>{@code
 * record Valley(Layout layout) implements Objective {
 *     public List<String> scores() { return List.of("height"); }
 *     public void scores(float[] x, double[] out) {
 *         out[0] = Math.pow(1 - x[0], 2) + 100 * Math.pow(x[1] - x[0] * x[0], 2);
 *     }
 *     public Objective copy() { return this; }
 * }
 *
 * Layout two = Layout.vector(2);
 * Plane plane = new Plane(Parameters.zeros(two),
 *         Parameters.of(two, new float[] {1, 0}), Parameters.of(two, new float[] {0, 1}));
 * Surface surface = plane.surface(new Valley(two), new Grid.Axis(-2, 2, 41), new Grid.Axis(-1, 3, 41));
 * }</pre>
 *
 * <p>Source of the method: H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, Visualizing the loss landscape of neural nets,
 * NeurIPS 2018, arXiv 1712.09913.
 *
 * <p>May use {@code mml.landscape.point} and {@code mml.math}; never {@code mml.nn}: a landscape knows no network, only a
 * function of a vector.
 */
package mml.landscape;
