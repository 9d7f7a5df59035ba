/**
 * Figures as values: lines, histograms, heat maps, contours, image sheets, and panels of them.
 *
 * <p>Start from {@link mml.plot.Lines} and {@link mml.plot.Contours}; every figure is a {@link mml.plot.Figure}, which
 * gives PNG, SVG and HTML and says in words what it shows.
 *
 * <p>May use every package but {@code mml.notebook}. Markers are XChart's and the SVG is written by its VectorGraphics2D;
 * axes are drawn here, since XChart puts ticks at every k-th point of equally spaced data, drops the labels at the ends of
 * an axis, begins a dash anew at every point, and turns all text into outlines. Contour lines it has none.
 */
package mml.plot;
