package mml.notebook;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mml.plot.Figure;

/**
 * Figures in rows, as one picture: so they stay side by side wherever pictures can be seen at all.
 *
 * @param rows the figures of each row, from left to right
 */
record SideBySide(List<List<Figure>> rows) implements Figure {
    /** What a page has room for; a wider row is continued below. */
    private static final int WIDEST = 1000;

    private static final int GAP = 16;

    /** Returns nothing for no figures, and a single one as it is. */
    static Optional<Figure> of(List<Figure> figures) {
        if (figures.size() <= 1) {
            return figures.stream().findFirst();
        }
        List<List<Figure>> rows = new ArrayList<>();
        for (Figure figure : figures) {
            List<Figure> last = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
            if (last.isEmpty() || width(last) + GAP + figure.width() > WIDEST) {
                rows.add(new ArrayList<>(List.of(figure)));
            } else {
                last.add(figure);
            }
        }
        return Optional.of(new SideBySide(rows));
    }

    @Override
    public int width() {
        return rows.stream().mapToInt(SideBySide::width).max().orElseThrow();
    }

    @Override
    public int height() {
        return rows.stream().mapToInt(SideBySide::height).sum() + GAP * (rows.size() - 1);
    }

    @Override
    public void paint(Graphics2D graphics) {
        Color before = graphics.getColor();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width(), height());
        graphics.setColor(before);
        int y = 0;
        for (List<Figure> row : rows) {
            int x = 0;
            for (Figure figure : row) {
                paint(figure, graphics, x, y);
                x += figure.width() + GAP;
            }
            y += height(row) + GAP;
        }
    }

    @Override
    public String alternativeText() {
        return rows.stream().flatMap(List::stream).map(Figure::alternativeText).collect(Collectors.joining(" "));
    }

    private static void paint(Figure figure, Graphics2D graphics, int x, int y) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        figure.paint(graphics);
        graphics.setTransform(before);
    }

    private static int width(List<Figure> row) {
        return row.stream().mapToInt(Figure::width).sum() + GAP * (row.size() - 1);
    }

    private static int height(List<Figure> row) {
        return row.stream().mapToInt(Figure::height).max().orElseThrow();
    }
}
