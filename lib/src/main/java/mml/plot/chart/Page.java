package mml.plot.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BiConsumer;

/** The white page of a figure with its title; the content gets the box below. */
public final class Page {
    private static final int MARGIN = 8;

    private Page() {}

    /**
     * Paints background and title, then the content, and leaves the graphics as it was.
     *
     * @param graphics painted on
     * @param size of the page
     * @param title may be empty
     * @param content paints into the box below the title
     */
    public static void paint(
            Graphics2D graphics, Dimension size, String title, BiConsumer<Graphics2D, Rectangle2D> content) {
        Graphics2D own = (Graphics2D) graphics.create();
        own.setColor(Color.WHITE);
        own.fill(new Rectangle2D.Double(0, 0, size.width, size.height));
        double top = MARGIN + titleHeight(size.width, title);
        drawTitle(own, size, title);
        content.accept(own, new Rectangle2D.Double(MARGIN, top, size.width - 2.0 * MARGIN, size.height - top - MARGIN));
        own.dispose();
    }

    private static void drawTitle(Graphics2D graphics, Dimension size, String title) {
        double y = MARGIN + 14;
        for (String line : lines(size.width, title)) {
            Text.draw(graphics, Text.BOLD, line, size.width / 2.0, y, 0.5);
            y += Text.LINE_HEIGHT;
        }
    }

    /**
     * Returns the height that a title takes.
     *
     * @param width of the page
     * @param title may be empty
     * @return in whole pixels, 0 for an empty one
     */
    public static int titleHeight(int width, String title) {
        int lines = lines(width, title).size();
        return lines == 0 ? 0 : lines * Text.LINE_HEIGHT + 4;
    }

    private static List<String> lines(int width, String title) {
        return title.isEmpty() ? List.of() : Text.wrapped(Text.BOLD, title, width - 2.0 * MARGIN);
    }
}
