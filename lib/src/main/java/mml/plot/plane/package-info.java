/**
 * Grids as coloured planes, one or several on one scale, with contours, holes and what is clipped, and what is said of them.
 *
 * <p>Start from {@link mml.plot.plane.Planes} and {@link mml.plot.plane.PlaneDrawing}. May use {@code mml.plot.contour},
 * {@code mml.plot.chart}, {@code mml.plot.scale} and {@code mml.math}.
 */
package mml.plot.plane;
