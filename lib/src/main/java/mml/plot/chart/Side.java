package mml.plot.chart;

/** The vertical axis on which heights are measured. */
public enum Side {
    /** That of every chart. */
    LEFT,
    /** That of a chart with two. */
    RIGHT
}
