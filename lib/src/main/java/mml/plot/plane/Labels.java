package mml.plot.plane;

import mml.math.Check;

/**
 * What is measured along the axes of a grid, and its values.
 *
 * @param x the columns, with their unit
 * @param y the rows
 * @param value the values
 */
public record Labels(String x, String y, String value) {
    /**
     * Checks the labels.
     *
     * @throws IllegalArgumentException if one is blank or cannot be drawn
     */
    public Labels {
        Check.label("xLabel", x);
        Check.label("yLabel", y);
        Check.label("valueLabel", value);
    }
}
