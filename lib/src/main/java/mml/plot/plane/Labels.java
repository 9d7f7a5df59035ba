package mml.plot.plane;

import mml.math.Check;

/**
 * What is measured along the axes of a grid, and its values.
 *
 * @param x the columns, with their unit
 * @param y the rows
 * @param value the values
 * @param remark what is to be said of them beside the colours, such as how many are interpolated; may be empty
 */
public record Labels(String x, String y, String value, String remark) {
    /**
     * Checks the labels.
     *
     * @throws IllegalArgumentException if one is blank or cannot be drawn
     */
    public Labels {
        Check.label("xLabel", x);
        Check.label("yLabel", y);
        Check.label("valueLabel", value);
        Check.given("remark", remark);
    }

    /**
     * Returns labels without a remark.
     *
     * @param x the columns, with their unit
     * @param y the rows
     * @param value the values
     * @throws IllegalArgumentException if one is blank or cannot be drawn
     */
    public Labels(String x, String y, String value) {
        this(x, y, value, "");
    }

    /**
     * Returns what stands beside the colours.
     *
     * @return the values, with the remark if there is one
     */
    public String colours() {
        return remark.isEmpty() ? value : value + " (" + remark + ")";
    }
}
