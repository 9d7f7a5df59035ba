/**
 * Values along an axis: straight or logarithmic, with round numbers marked, and how numbers are written.
 *
 * <p>Start from {@link mml.plot.scale.Axis}. May use {@code mml.math}.
 */
package mml.plot.scale;
