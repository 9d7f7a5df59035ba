package mml.plot.chart;

/**
 * Points of a chart.
 *
 * @param name differs from all others of the chart
 * @param xs finite
 * @param ys as many; one that is not finite is a gap
 * @param side the axis of the ys
 */
public record Points(String name, double[] xs, double[] ys, Side side) {}
