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
    /** Free pixels at each side of a title that has another, or a colour bar, beside it. */
    private static final int GUTTER = 8;

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
        Rectangle2D inside =
                new Rectangle2D.Double(MARGIN, MARGIN, size.width - 2.0 * MARGIN, size.height - 2.0 * MARGIN);
        content.accept(own, paintTitle(own, inside, title));
        own.dispose();
    }

    /**
     * Draws a title at the top of a box.
     *
     * @param graphics drawn on
     * @param box for the title and what it stands over
     * @param title may be empty
     * @return the box below the title
     */
    public static Rectangle2D paintTitle(Graphics2D graphics, Rectangle2D box, String title) {
        double y = box.getY() + 14;
        for (String line : lines(box.getWidth(), title)) {
            Text.draw(graphics, Text.BOLD, line, box.getCenterX(), y, 0.5);
            y += Text.LINE_HEIGHT;
        }
        return below(box, height(box.getWidth(), title));
    }

    /**
     * Draws a title at the top of a box, which leaves room for the highest of several titles, so that what stands below titles
     * beside each other has one size.
     *
     * @param graphics drawn on
     * @param box for the title and what it stands over
     * @param title one of them
     * @param all the titles
     * @return the box below them
     */
    public static Rectangle2D paintTitle(Graphics2D graphics, Rectangle2D box, String title, List<String> all) {
        double width = box.getWidth() - 2 * GUTTER;
        paintTitle(graphics, new Rectangle2D.Double(box.getX() + GUTTER, box.getY(), width, box.getHeight()), title);
        int highest = all.stream().mapToInt(one -> height(width, one)).max().orElse(0);
        return below(box, highest);
    }

    private static Rectangle2D below(Rectangle2D box, int height) {
        return new Rectangle2D.Double(box.getX(), box.getY() + height, box.getWidth(), box.getHeight() - height);
    }

    /**
     * Returns the height that a title takes.
     *
     * @param width of the page
     * @param title may be empty
     * @return in whole pixels, 0 for an empty one
     */
    public static int titleHeight(int width, String title) {
        return height(width - 2.0 * MARGIN, title);
    }

    private static int height(double width, String title) {
        int lines = lines(width, title).size();
        return lines == 0 ? 0 : lines * Text.LINE_HEIGHT + 4;
    }

    private static List<String> lines(double width, String title) {
        return title.isEmpty() ? List.of() : Text.wrapped(Text.BOLD, title, width);
    }
}
