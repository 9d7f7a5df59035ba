/**
 * How far a picture of a landscape can be trusted: what other random directions would have shown, and whether the curvature
 * that is drawn is the one that is there.
 *
 * <p>Start from {@link mml.landscape.trust.Draws} (several random directions as one value), which gives a {@link
 * mml.landscape.trust.Band} of curves and a {@link mml.landscape.trust.Spread} of any number, and from {@link
 * mml.landscape.trust.CurvatureCheck}.
 *
 * <p>May use {@code mml.landscape} and {@code mml.math}.
 */
package mml.landscape.trust;
