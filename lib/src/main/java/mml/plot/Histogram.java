package mml.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import mml.math.Check;
import mml.math.Statistics;
import mml.plot.chart.Frame;
import mml.plot.chart.Ink;
import mml.plot.chart.Page;
import mml.plot.chart.Points;
import mml.plot.chart.Side;
import mml.plot.scale.Axis;
import mml.plot.scale.Numbers;
import mml.plot.scale.Scale;

/**
 * How often values fall into bins of equal width, from the least value to the greatest.
 *
 * <p>Immutable: every method returns a new figure. A bin holds its lower end but not its upper one, save the last.
 */
public final class Histogram implements Figure {
    private static final int BINS = 30;

    private final String label;
    private final double[] values;
    /** What the bins divide. */
    private final Axis range;

    private final int bins;
    private final String title;
    private final int width;
    private final int height;

    private Histogram(String label, double[] values, int bins, String title, int width, int height) {
        this.label = label;
        this.values = values;
        this.range = Axis.covering(label, Scale.LINEAR, least(), greatest(), 0);
        this.bins = bins;
        this.title = title;
        this.width = width;
        this.height = height;
    }

    /**
     * Returns the histogram of values, in 30 bins unless told.
     *
     * @param label the horizontal axis: what was measured, with its unit
     * @param values finite, at least one; copied
     * @return the figure
     * @throws IllegalArgumentException if the label is blank or cannot be drawn, there is no value, or some are not finite (it
     *     says how many)
     */
    public static Histogram of(String label, double... values) {
        Check.label("label", label);
        Check.that(values.length > 0, "values must not be empty");
        long bad =
                Arrays.stream(values).filter(value -> !Double.isFinite(value)).count();
        Check.that(bad == 0, "values must be finite, %s of %s were not", bad, values.length);
        return new Histogram(label, values.clone(), BINS, "", 560, 400);
    }

    /**
     * Returns the histogram of values in single precision, say weights.
     *
     * @param label the horizontal axis: what was measured, with its unit
     * @param values finite, at least one; copied
     * @return the figure
     * @throws IllegalArgumentException if the label is blank or cannot be drawn, there is no value, or some are not finite (it
     *     says how many)
     */
    public static Histogram of(String label, float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return of(label, wide);
    }

    /**
     * Returns the figure with another number of bins.
     *
     * @param count at least 1
     * @return the figure
     * @throws IllegalArgumentException if it is below 1
     */
    public Histogram bins(int count) {
        return new Histogram(label, values, Check.positive("count", count), title, width, height);
    }

    /**
     * Returns the figure with a title.
     *
     * @param text the title
     * @return the figure
     * @throws IllegalArgumentException if it is blank or cannot be drawn
     */
    public Histogram title(String text) {
        return new Histogram(label, values, bins, Check.label("title", text), width, height);
    }

    /**
     * Returns the figure in another size; it is 560 x 400 unless told.
     *
     * @param newWidth in CSS pixels, at least 240
     * @param newHeight in CSS pixels, at least 200
     * @return the figure
     * @throws IllegalArgumentException if it is smaller
     */
    public Histogram size(int newWidth, int newHeight) {
        Check.atLeast("newWidth", newWidth, 240);
        Check.atLeast("newHeight", newHeight, 200);
        return new Histogram(label, values, bins, title, newWidth, newHeight);
    }

    /**
     * Returns how many values fall into each bin.
     *
     * @return a new array
     */
    public int[] counts() {
        int[] counts = new int[bins];
        for (double value : values) {
            counts[Math.min(bins - 1, (int) (bins * range.share(value)))]++;
        }
        return counts;
    }

    private double least() {
        return Arrays.stream(values).min().getAsDouble();
    }

    private double greatest() {
        return Arrays.stream(values).max().getAsDouble();
    }

    private double edge(int bin) {
        return ((bins - bin) * range.low() + bin * range.high()) / bins;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public void paint(Graphics2D graphics) {
        Page.paint(graphics, new Dimension(width(), height()), title, this::paintIn);
    }

    private void paintIn(Graphics2D graphics, Rectangle2D box) {
        int[] counts = counts();
        Axis x = Axis.covering(label, Scale.LINEAR, range.low(), range.high(), 0.02);
        Axis y = new Axis(
                "number of values",
                Scale.LINEAR,
                0,
                1.05 * Arrays.stream(counts).max().getAsInt());
        Frame frame = Frame.in(box, x, y, null);
        addBars(frame, counts);
        frame.paint(graphics);
    }

    private void addBars(Frame frame, int[] counts) {
        for (int bin = 0; bin < bins; bin++) {
            double[] xs = {edge(bin), edge(bin), edge(bin + 1), edge(bin + 1)};
            double[] ys = {0, counts[bin], counts[bin], 0};
            frame.addArea(new Points("bar " + bin, xs, ys, Side.LEFT), Ink.series(0));
            frame.addLine(new Points("border " + bin, xs, ys, Side.LEFT), Color.WHITE, Ink.THIN);
        }
    }

    @Override
    public String alternativeText() {
        int[] counts = counts();
        int fullest = 0;
        for (int bin = 1; bin < bins; bin++) {
            fullest = counts[bin] > counts[fullest] ? bin : fullest;
        }
        return (title.isEmpty() ? "" : title + ". ") + "Histogram of " + label + ": "
                + Numbers.count(values.length, "value") + " from " + Numbers.text(least()) + " to "
                + Numbers.text(greatest()) + ", median " + Numbers.text(Statistics.median(values))
                + "; most, " + counts[fullest] + ", from " + Numbers.text(edge(fullest)) + " to "
                + Numbers.text(edge(fullest + 1)) + ".";
    }

    @Override
    public String toString() {
        return alternativeText();
    }
}
