/**
 * The numbered points of a landscape: what each has come to, in which order they are computed, and the file that they are
 * kept in.
 *
 * <p>Start from {@link mml.landscape.point.Points} and {@link mml.landscape.point.SurfaceFile}.
 *
 * <p>May use {@code mml.math}.
 */
package mml.landscape.point;
