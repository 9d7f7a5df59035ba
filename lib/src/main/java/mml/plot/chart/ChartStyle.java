package mml.plot.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;

/** The options of XChart's charts: white, thin light grid, no decoration, and our ticks. */
final class ChartStyle {
    /** XChart's margin on all sides, most of it beyond the box: it drops a number that reaches beyond its chart. */
    static final int MARGIN = 60;

    private static final Color INVISIBLE = new Color(255, 255, 255, 0);
    /** A title that XChart keeps room for: the label is drawn there as text, where XChart would draw outlines. */
    private static final String ROOM = "\u00a0";

    private ChartStyle() {}

    /** Sets the options of a chart with nearly this plot area; {@code right} may be null. */
    static void set(XYChart chart, Ruler x, Ruler y, Ruler right, Rectangle2D area) {
        setInk(chart.getStyler());
        setLevel(chart, x, area.getWidth());
        chart.setYAxisTitle(ROOM);
        chart.setCustomYAxisTickLabelsFormatter(at -> Ruler.isFar(at) ? right.name(at) : y.name(at));
        chart.getStyler().setPlotGridHorizontalLinesVisible(!y.isOwn());
        setUpright(chart.getStyler(), 0, y);
        int spacing = y.spacing(area.getHeight());
        if (right != null) {
            setUpright(chart.getStyler(), 1, right);
            chart.getStyler().setYAxisGroupPosition(1, Styler.YAxisPosition.Right);
            spacing = Math.max(spacing, right.spacing(area.getHeight()));
        }
        chart.getStyler().setYAxisTickMarkSpacingHint(spacing);
        // data that are not equally spaced keep XChart from marking data instead of round numbers
        double[] unequal = {-7.3, 99, 1234.5};
        chart.addSeries("unequal", unequal, unequal).setEnabled(false);
    }

    private static void setInk(XYStyler styler) {
        styler.setLegendVisible(false)
                .setChartPadding(MARGIN)
                .setChartBackgroundColor(INVISIBLE)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderColor(Ink.AXIS)
                .setPlotContentSize(1)
                .setMarkerSize(Ink.MARKER_SIZE);
        styler.setPlotMargin(0)
                .setPlotGridLinesColor(Ink.GRID)
                .setPlotGridLinesStroke(Ink.THIN)
                .setAxisTickLabelsFont(Text.PLAIN)
                .setAxisTickMarkLength(Frame.TICK)
                .setAxisTickPadding(Frame.GAP)
                .setAxisTickMarksStroke(Ink.THIN)
                .setAxisTicksLineVisible(false)
                .setAxisTitlePadding(Frame.LABEL)
                .setYAxisLabelAlignment(AxesChartStyler.TextAlignment.Right);
    }

    private static void setLevel(XYChart chart, Ruler x, double width) {
        chart.setXAxisTitle(ROOM);
        chart.setCustomXAxisTickLabelsFormatter(x::name);
        chart.getStyler()
                .setPlotGridVerticalLinesVisible(!x.isOwn())
                .setXAxisMin(x.low())
                .setXAxisMax(x.high())
                .setXAxisTickLabelsColor(x.isOwn() ? INVISIBLE : Ink.TEXT)
                .setXAxisTickMarksColor(x.isOwn() ? INVISIBLE : Ink.AXIS)
                .setXAxisTickMarkSpacingHint(x.spacing(width));
    }

    private static void setUpright(XYStyler styler, int group, Ruler ruler) {
        styler.setYAxisMin(group, ruler.low())
                .setYAxisMax(group, ruler.high())
                .setYAxisGroupTickLabelsColorMap(group, ruler.isOwn() ? INVISIBLE : Ink.TEXT)
                .setYAxisGroupTickMarksColorMap(group, ruler.isOwn() ? INVISIBLE : Ink.AXIS);
    }
}
