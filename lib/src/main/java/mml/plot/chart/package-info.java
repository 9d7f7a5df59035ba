/**
 * Charts of XChart in the seminar's style, and text and ink for what is drawn besides.
 *
 * <p>Start from {@link mml.plot.chart.Frame}. May use {@code mml.plot.contour}, {@code mml.plot.scale} and
 * {@code mml.math}.
 */
package mml.plot.chart;
