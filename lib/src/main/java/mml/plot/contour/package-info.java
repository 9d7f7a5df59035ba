/**
 * Lines of equal value in a grid, places for their labels, and a plane's colours.
 *
 * <p>Start from {@link mml.plot.contour.MarchingSquares} and {@link mml.plot.contour.ContourLabels}. May use
 * {@code mml.plot.scale} and {@code mml.math}.
 */
package mml.plot.contour;
