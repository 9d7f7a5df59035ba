package mml.plot.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * Text: as part of a page, and measured and aligned in a picture. It is measured apart from any device, so that a figure has
 * one layout.
 */
public final class Text {
    /** 12 pt, the least that is read at the back of a room. The SVG names its own family for this one. */
    static final Font PLAIN = new Font(Font.DIALOG, Font.PLAIN, 16);

    static final Font BOLD = PLAIN.deriveFont(Font.BOLD, 17f);
    /** From one line to the next, in pixels. */
    public static final int LINE_HEIGHT = 22;

    /** From the base line of {@link #PLAIN} to the middle of its digits. */
    static final double MIDDLE = 5.8;

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private Text() {}

    /**
     * Returns a text as part of HTML or SVG, between marks or in an attribute.
     *
     * @param text any
     * @return the same with the five characters that mean something there replaced
     */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static double width(Font font, String text) {
        return font.getStringBounds(text, CONTEXT).getWidth();
    }

    /**
     * Returns the width of a line.
     *
     * @param text without line breaks
     * @return in pixels
     */
    public static double width(String text) {
        return width(PLAIN, text);
    }

    static void draw(Graphics2D graphics, Font font, String text, double x, double y, double aligned) {
        graphics.setFont(font);
        graphics.setColor(Ink.TEXT);
        graphics.drawString(text, (float) (x - aligned * width(font, text)), (float) y);
    }

    /**
     * Draws a line.
     *
     * @param graphics drawn on
     * @param text without line breaks
     * @param x of the text's left end (0), middle (0.5) or right end (1)
     * @param y of its base line
     * @param aligned which of these is at x
     */
    public static void draw(Graphics2D graphics, String text, double x, double y, double aligned) {
        draw(graphics, PLAIN, text, x, y, aligned);
    }

    /**
     * Draws a turned line.
     *
     * @param graphics drawn on
     * @param text without line breaks
     * @param x of the text's middle
     * @param y of the text's middle
     * @param angle clockwise
     * @param halo width of the white border; 0 for none
     */
    public static void drawTurned(Graphics2D graphics, String text, double x, double y, double angle, float halo) {
        AffineTransform before = graphics.getTransform();
        graphics.translate(x, y);
        graphics.rotate(angle);
        if (halo > 0) {
            double left = -width(text) / 2;
            graphics.setColor(new Color(255, 255, 255, 230));
            graphics.setStroke(new BasicStroke(halo, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(new TextLayout(text, PLAIN, CONTEXT)
                    .getOutline(AffineTransform.getTranslateInstance(left, MIDDLE)));
        }
        draw(graphics, text, 0, MIDDLE, 0.5);
        graphics.setTransform(before);
    }

    /** Breaks a text at spaces into lines that are no wider than asked, unless a word is. */
    static List<String> wrapped(Font font, String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(font, longer) > width) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    /**
     * Returns a number with a proper minus sign.
     *
     * @param number with a hyphen
     * @return the text
     */
    public static String withMinus(String number) {
        return number.replace('-', '\u2212');
    }
}
