package mml.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.math.Check;
import mml.math.Grid;
import mml.math.Statistics;
import mml.plot.chart.Overlay;
import mml.plot.chart.Page;
import mml.plot.contour.Colours;
import mml.plot.scale.Axis;
import mml.plot.scale.Numbers;
import mml.plot.scale.Scale;
import mml.plot.scale.Ticks;

/**
 * Labelled lines of equal value of a grid, over its colours: the picture of a loss surface.
 *
 * <p>Immutable: every method returns a new figure. Lines follow from linear interpolation on the edges of the grid's
 * cells; a saddle cell joins its high corners if the mean of its corners is at least the level. Cells with a value that is
 * not finite are left out and drawn grey with oblique lines. Unless told, the levels are round numbers.
 */
public final class Contours implements Figure {
    /** What lies under the lines. */
    enum Fill {
        COLOURS,
        NONE
    }

    /** More lines than a picture has rows. */
    private static final int MOST_LEVELS = 1000;

    private static final int ROUND_LEVELS = 15;

    private final Plane plane;
    private final Fill fill;
    private final double[] levels;
    private final String title;
    private final int width;
    private final int height;
    private final List<Overlay> overlays;

    private Contours(
            Plane plane, Fill fill, double[] levels, String title, int width, int height, List<Overlay> overlays) {
        this.plane = plane;
        this.fill = fill;
        this.levels = levels;
        this.title = title;
        this.width = width;
        this.height = height;
        this.overlays = overlays;
    }

    /**
     * Returns the contours of a grid.
     *
     * @param grid the values; NaN where there is none
     * @param xLabel the horizontal axis: what is measured, with its unit
     * @param yLabel the vertical axis
     * @param valueLabel the colour bar
     * @return the figure
     * @throws IllegalArgumentException if no value is finite, or a label is blank or cannot be drawn
     */
    public static Contours of(Grid grid, String xLabel, String yLabel, String valueLabel) {
        Plane plane = new Plane(grid, xLabel, yLabel, valueLabel, Colours.PALE);
        return new Contours(plane, Fill.COLOURS, null, "", 560, 450, List.of());
    }

    /**
     * Returns the figure with lines at given levels.
     *
     * @param values finite, at least one; in any order
     * @return the figure
     * @throws IllegalArgumentException if there is none, or one is not finite
     */
    public Contours levels(double... values) {
        Check.that(values.length > 0, "levels must not be empty");
        for (double value : values) {
            Check.finite("level", value);
        }
        double[] sorted = Arrays.stream(values).sorted().distinct().toArray();
        return new Contours(plane, fill, sorted, title, width, height, overlays);
    }

    /**
     * Returns the figure with lines at equal steps: {@code low, low + step, ...}, below {@code high}.
     *
     * @param low the first level
     * @param high none is at or above it
     * @param step from one to the next, positive
     * @return the figure
     * @throws IllegalArgumentException unless low is less than high and the step is positive, all finite, with at most
     *     1000 levels
     */
    public Contours levelsFrom(double low, double high, double step) {
        Scale.range(low, high);
        Check.positive("step", step);
        double count = Math.ceil((high - low) / step);
        Check.that(count <= MOST_LEVELS, "levels must be at most %s, would be %s", MOST_LEVELS, count);
        return levels(
                IntStream.range(0, (int) count).mapToDouble(i -> low + i * step).toArray());
    }

    /**
     * Returns the figure with lines that cut the grid's values into parts of equal number, which shows the form of a
     * surface whatever its range.
     *
     * @param count how many levels, at least 1
     * @return the figure
     * @throws IllegalArgumentException if the count is not from 1 to 1000
     */
    public Contours quantiles(int count) {
        Check.positive("count", count);
        Check.that(count <= MOST_LEVELS, "count must be at most %s, was %s", MOST_LEVELS, count);
        double[] values = plane.grid().values().filter(Double::isFinite).toArray();
        return levels(IntStream.rangeClosed(1, count)
                .mapToDouble(i -> Statistics.quantile(i / (count + 1.0), values))
                .toArray());
    }

    /**
     * Returns the figure with coloured lines on white, without colours under them.
     *
     * @return the figure
     */
    public Contours linesOnly() {
        return new Contours(plane, Fill.NONE, levels, title, width, height, overlays);
    }

    /**
     * Returns the figure with colours by the logarithm of the values.
     *
     * @return the figure
     * @throws IllegalArgumentException if a value is not positive
     */
    public Contours logColours() {
        return new Contours(plane.with(plane.colours().logarithmic()), fill, levels, title, width, height, overlays);
    }

    /**
     * Returns the figure with a given range of colours, so that several figures can be compared. Values beyond have the
     * colour of the end; an arrow on the colour bar and the text say so.
     *
     * @param low the value of the darkest colour
     * @param high the value of the lightest colour
     * @return the figure
     * @throws IllegalArgumentException unless both are finite, low is less than high, and positive if colours are
     *     logarithmic
     */
    public Contours range(double low, double high) {
        return new Contours(plane.with(plane.colours().over(low, high)), fill, levels, title, width, height, overlays);
    }

    /**
     * Returns the figure with something drawn over it, such as a path, above what is there.
     *
     * @param overlay in the coordinates of the grid
     * @return the figure
     */
    public Contours over(Overlay overlay) {
        List<Overlay> all = Stream.concat(overlays.stream(), Stream.of(overlay)).toList();
        return new Contours(plane, fill, levels, title, width, height, all);
    }

    /**
     * Returns the figure with a title.
     *
     * @param text the title
     * @return the figure
     * @throws IllegalArgumentException if it is blank or cannot be drawn
     */
    public Contours title(String text) {
        return new Contours(plane, fill, levels, Check.label("title", text), width, height, overlays);
    }

    /**
     * Returns the figure in another size; it is 560 x 450 unless told.
     *
     * @param newWidth in CSS pixels, at least 240
     * @param newHeight in CSS pixels, at least 200
     * @return the figure
     * @throws IllegalArgumentException if it is smaller
     */
    public Contours size(int newWidth, int newHeight) {
        Check.atLeast("newWidth", newWidth, 240);
        Check.atLeast("newHeight", newHeight, 200);
        return new Contours(plane, fill, levels, title, newWidth, newHeight, overlays);
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
        Page.paint(
                graphics,
                new Dimension(width(), height()),
                title,
                new ContourDrawing(plane, fill, levelsDrawn(), overlays)::paintIn);
    }

    /** Returns the levels that lie among the values. */
    private double[] levelsDrawn() {
        Axis bar = plane.bar();
        DoubleStream asked = levels != null
                ? Arrays.stream(levels)
                : bar.ticks(ROUND_LEVELS).stream()
                        .filter(tick -> !tick.label().isEmpty())
                        .mapToDouble(Ticks.Tick::value);
        return asked.filter(level -> level > plane.least() && level <= plane.greatest())
                .toArray();
    }

    @Override
    public String alternativeText() {
        return (title.isEmpty() ? "" : title + ". ") + "Contours of " + plane.inWords() + "; " + levelsInWords() + "."
                + overlays.stream()
                        .map(overlay -> " " + overlay.inWords() + ".")
                        .collect(Collectors.joining());
    }

    private String levelsInWords() {
        double[] drawn = levelsDrawn();
        if (drawn.length == 0) {
            return levels == null ? "no lines" : "no lines, all levels lie outside the values";
        }
        if (drawn.length > 8) {
            return drawn.length + " lines from " + Numbers.text(drawn[0]) + " to "
                    + Numbers.text(drawn[drawn.length - 1]);
        }
        return (drawn.length == 1 ? "line at " : "lines at ")
                + Arrays.stream(drawn).mapToObj(Numbers::text).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return alternativeText();
    }
}
