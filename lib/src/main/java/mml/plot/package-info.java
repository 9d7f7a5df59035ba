/**
 * Figures as values: lines, histograms, heat maps, contours, image sheets, and panels of them.
 *
 * <p>Start from {@link mml.plot.Lines} and {@link mml.plot.Contours}; every figure is a {@link mml.plot.Figure}, which
 * gives PNG, SVG and HTML and says in words what it shows. Surfaces in three dimensions are a room of their own,
 * {@code mml.plot.solid}, which uses this one.
 *
 * <p>May use every package but {@code mml.notebook}. Charts are XChart's: plot area, border, grid, ticks, numbers, lines,
 * bands, bars and markers; its VectorGraphics2D writes the SVG. Drawn here is what it has not, or not well: colours and
 * contours of a plane, dashes, marks, the legend, titles and labels (as text, not outlines), and logarithmic axes.
 */
package mml.plot;
