/**
 * Surfaces in three dimensions: drawn by our own projection, and turned with the mouse where a page has plotly.js.
 *
 * <p>Start from {@link mml.plot.solid.SurfacePlot}. May use {@code mml.landscape} and {@code mml.plot} with its rooms, but not
 * its controls.
 */
package mml.plot.solid;
