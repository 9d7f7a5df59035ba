package mml.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mml.math.Check;
import mml.plot.chart.Page;

/**
 * Several figures as one, in rows and columns, each in its own size.
 *
 * <p>Immutable. A page of a notebook is about 900 pixels wide; what is wider is shown smaller, and so is its text.
 */
public final class Panels implements Figure {
    private final int columns;
    private final List<Figure> figures;
    private final String title;

    private Panels(int columns, List<Figure> figures, String title) {
        this.columns = columns;
        this.figures = figures;
        this.title = title;
    }

    /**
     * Returns figures beside each other.
     *
     * @param figures from left to right, at least one
     * @return the figure
     * @throws IllegalArgumentException if there is none
     */
    public static Panels row(Figure... figures) {
        return grid(Math.max(1, figures.length), figures);
    }

    /**
     * Returns figures below each other.
     *
     * @param figures from top to bottom, at least one
     * @return the figure
     * @throws IllegalArgumentException if there is none
     */
    public static Panels column(Figure... figures) {
        return grid(1, figures);
    }

    /**
     * Returns figures row by row.
     *
     * @param columns how many figures a row has, at least 1
     * @param figures from left to right, then from top to bottom, at least one
     * @return the figure
     * @throws IllegalArgumentException if the columns are below 1 or there is no figure
     */
    public static Panels grid(int columns, Figure... figures) {
        Check.positive("columns", columns);
        Check.that(figures.length > 0, "figures must not be empty");
        return new Panels(Math.min(columns, figures.length), List.of(figures), "");
    }

    /**
     * Returns the figures with a title over all.
     *
     * @param text the title
     * @return the figure
     * @throws IllegalArgumentException if it is blank or cannot be drawn
     */
    public Panels title(String text) {
        return new Panels(columns, figures, Check.label("title", text));
    }

    private int rows() {
        return (figures.size() + columns - 1) / columns;
    }

    private int columnWidth(int column) {
        return IntStream.range(0, figures.size())
                .filter(i -> i % columns == column)
                .map(i -> figures.get(i).width())
                .max()
                .getAsInt();
    }

    private int rowHeight(int row) {
        return IntStream.range(0, figures.size())
                .filter(i -> i / columns == row)
                .map(i -> figures.get(i).height())
                .max()
                .getAsInt();
    }

    @Override
    public int width() {
        return IntStream.range(0, columns).map(this::columnWidth).sum();
    }

    @Override
    public int height() {
        return titleHeight() + IntStream.range(0, rows()).map(this::rowHeight).sum();
    }

    private int titleHeight() {
        return title.isEmpty() ? 0 : Page.titleHeight(width(), title) + 8;
    }

    @Override
    public void paint(Graphics2D graphics) {
        Page.paint(graphics, new Dimension(width(), height()), title, (own, box) -> paintPanels(own));
    }

    private void paintPanels(Graphics2D graphics) {
        int y = titleHeight();
        for (int row = 0; row < rows(); row++) {
            int x = 0;
            for (int i = row * columns; i < Math.min(figures.size(), (row + 1) * columns); i++) {
                graphics.translate(x, y);
                figures.get(i).paint(graphics);
                graphics.translate(-x, -y);
                x += columnWidth(i % columns);
            }
            y += rowHeight(row);
        }
    }

    @Override
    public String alternativeText() {
        return (title.isEmpty() ? "" : title + ". ")
                + IntStream.range(0, figures.size())
                        .mapToObj(i -> "Panel " + (i + 1) + " of " + figures.size() + ": "
                                + figures.get(i).alternativeText())
                        .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return alternativeText();
    }
}
