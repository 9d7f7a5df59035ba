package mml.plot.control;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mml.plot.Figure;

/**
 * Figures of one size below their captions, as many in a row as a page has room for.
 *
 * @param figures at least one
 * @param captions one for each
 * @param alternativeText what they show together
 */
record Still(List<Figure> figures, List<String> captions, String alternativeText) implements Figure {
    /** What a page shows at full size. */
    private static final int PAGE = 900;

    private static final int CAPTION = 24;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);

    static Still of(Choices choices, List<Figure> figures) {
        int[] shown = choices.extremes();
        return new Still(
                IntStream.of(shown).mapToObj(figures::get).toList(),
                IntStream.of(shown).mapToObj(choices::caption).toList(),
                IntStream.of(shown)
                        .mapToObj(
                                i -> choices.caption(i) + ": " + figures.get(i).alternativeText())
                        .collect(Collectors.joining(" ", "Frames over " + choices.inWords() + ". ", "")));
    }

    private int columns() {
        int fitting = Math.max(1, PAGE / figures.get(0).width());
        return IntStream.iterate(Math.min(fitting, figures.size()), columns -> columns - 1)
                .filter(columns -> figures.size() % columns == 0 || figures.size() < 4)
                .findFirst()
                .getAsInt();
    }

    private int rows() {
        return (figures.size() + columns() - 1) / columns();
    }

    @Override
    public int width() {
        return columns() * figures.get(0).width();
    }

    @Override
    public int height() {
        return rows() * (CAPTION + figures.get(0).height());
    }

    @Override
    public void paint(Graphics2D graphics) {
        Graphics2D own = (Graphics2D) graphics.create();
        own.setColor(Color.WHITE);
        own.fillRect(0, 0, width(), height());
        own.dispose();
        for (int i = 0; i < figures.size(); i++) {
            Graphics2D place = (Graphics2D) graphics.create();
            place.translate(
                    i % columns() * figures.get(0).width(),
                    i / columns() * (CAPTION + figures.get(0).height()));
            paint(place, i);
            place.dispose();
        }
    }

    private void paint(Graphics2D graphics, int i) {
        graphics.setColor(Color.BLACK);
        graphics.setFont(FONT);
        graphics.drawString(captions.get(i), 8, CAPTION - 7);
        graphics.translate(0, CAPTION);
        figures.get(i).paint(graphics);
    }
}
