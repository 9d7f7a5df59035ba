package mml.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.BiConsumer;

/** The white page of a figure with its title; the content gets the box below. */
final class Page {
    private static final int MARGIN = 8;

    private Page() {}

    /** Paints a figure's background and title, then its content, and leaves the graphics as it was. */
    static void paint(Graphics2D graphics, Figure figure, String title, BiConsumer<Graphics2D, Rectangle2D> content) {
        Graphics2D own = (Graphics2D) graphics.create();
        own.setColor(Color.WHITE);
        own.fill(new Rectangle2D.Double(0, 0, figure.width(), figure.height()));
        double top = MARGIN + titleHeight(figure.width(), title);
        drawTitle(own, figure, title);
        content.accept(
                own,
                new Rectangle2D.Double(MARGIN, top, figure.width() - 2.0 * MARGIN, figure.height() - top - MARGIN));
        own.dispose();
    }

    private static void drawTitle(Graphics2D graphics, Figure figure, String title) {
        double y = MARGIN + 14;
        for (String line : lines(figure.width(), title)) {
            Text.draw(graphics, Text.BOLD, line, figure.width() / 2.0, y, 0.5);
            y += Text.LINE_HEIGHT;
        }
    }

    /** Returns the height that a title takes, 0 for an empty one. */
    static double titleHeight(int width, String title) {
        int lines = lines(width, title).size();
        return lines == 0 ? 0 : lines * Text.LINE_HEIGHT + 4;
    }

    private static List<String> lines(int width, String title) {
        return title.isEmpty() ? List.of() : Text.wrapped(Text.BOLD, title, width - 2.0 * MARGIN);
    }
}
