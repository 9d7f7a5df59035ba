/**
 * Figures as values: lines, histograms, heat maps and contours of arrays and grids.
 *
 * <p>Start from {@link mml.plot.Figure}.
 *
 * <p>May use every package but {@code mml.notebook}; charts are drawn by XChart, contour lines by this package.
 */
package mml.plot;
