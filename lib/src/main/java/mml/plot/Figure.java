package mml.plot;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A picture as a value: it can be painted at its size, and says in words what it shows.
 *
 * <p>Sizes are in CSS pixels. The picture has a white background, since a transparent one cannot be read in a dark theme.
 * The same figure gives the same bytes, on one machine.
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

    /**
     * Returns the picture as PNG at twice its size, so that it is crisp on a fine screen.
     *
     * @return the bytes of the file; the image has {@code 2 width} times {@code 2 height} pixels
     */
    default byte[] png() {
        return Rendering.png(this);
    }

    /**
     * Returns the picture as SVG, whose title is the alternative text. Text is text, but for the numbers of most axes, which
     * are outlines.
     *
     * @return an {@code svg} element that can stand in a page or in a file of its own
     */
    default String svg() {
        return Rendering.svg(this);
    }

    /**
     * Returns the picture as HTML that needs no network: an image with the PNG inside and the alternative text.
     *
     * @return an {@code img} element
     */
    default String html() {
        return Rendering.html(this);
    }

    /**
     * Writes the picture as its file's ending says. The file is there whole, or as it was before.
     *
     * @param file ends in {@code .png}, {@code .svg} or {@code .html}; replaced if it exists
     * @throws IllegalArgumentException if the ending is another
     * @throws IOException if the folder does not exist or cannot be written to
     */
    default void save(Path file) throws IOException {
        Rendering.save(this, file);
    }
}
