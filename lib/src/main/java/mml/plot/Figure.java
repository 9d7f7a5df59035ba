package mml.plot;

import java.awt.Graphics2D;

/**
 * A picture as a value: it can be painted at its size, and says in words what it shows.
 *
 * <p>Sizes are in CSS pixels. The picture has a white background, since a transparent one cannot be read in a dark theme.
 */
public interface Figure {
    /**
     * Returns the width.
     *
     * @return in CSS pixels, positive
     */
    int width();

    /**
     * Returns the height.
     *
     * @return in CSS pixels, positive
     */
    int height();

    /**
     * Paints the picture into the rectangle from (0, 0) to (width, height), background included.
     *
     * @param graphics where to paint; its transform, clip and hints are restored
     */
    void paint(Graphics2D graphics);

    /**
     * Returns what the picture shows, in one or two sentences made from its data, for whoever cannot see it.
     *
     * @return the alternative text
     */
    String alternativeText();
}
