package mml.plot;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import mml.math.Check;
import mml.plot.chart.Page;
import mml.plot.chart.Text;
import mml.plot.contour.Raster;
import mml.plot.scale.Numbers;

/**
 * Images, grey or coloured, beside and below each other, with captions: a look at the data.
 *
 * <p>Immutable: every method returns a new figure. Black is the least value of all images and white the greatest, unless a
 * range is given; of red, green and blue alike. The size follows from the images.
 */
public final class ImageSheet implements Figure {
    /** Shorter images are drawn larger, by a whole factor, up to about this many pixels. */
    private static final int SHOWN = 64;

    private static final int GAP = 10;
    private static final int MARGIN = 8;
    private static final int PAGE_WIDTH = 560;
    /** Red, green and blue. */
    private static final int COLOURS = 3;

    private final float[] pixels;
    private final int imageHeight;
    private final int imageWidth;
    private final int channels;
    private final int columns;
    private final List<String> captions;
    private final double black;
    private final double white;
    private final String title;

    private ImageSheet(float[] pixels, int[] shape, int columns, List<String> captions, double[] range, String title) {
        this.pixels = pixels;
        this.imageHeight = shape[0];
        this.imageWidth = shape[1];
        this.channels = shape[2];
        this.columns = columns;
        this.captions = captions;
        this.black = range[0];
        this.white = range[1];
        this.title = title;
    }

    /**
     * Returns the sheet of all grey images in an array.
     *
     * @param pixels image after image, each row by row from the top, finite; copied
     * @param height of each image
     * @param width of each image
     * @return the figure
     * @throws IllegalArgumentException if a side is below 1, there is no image, the pixels are no whole number of images,
     *     or one is not finite
     */
    public static ImageSheet of(float[] pixels, int height, int width) {
        return of(pixels, new int[] {height, width, 1});
    }

    /**
     * Returns the sheet of all colour images in an array.
     *
     * @param pixels image after image, each row by row from the top, each pixel red, green and blue, finite; copied
     * @param height of each image
     * @param width of each image
     * @return the figure
     * @throws IllegalArgumentException if a side is below 1, there is no image, the numbers are no whole number of images,
     *     or one is not finite
     */
    public static ImageSheet ofColour(float[] pixels, int height, int width) {
        return of(pixels, new int[] {height, width, COLOURS});
    }

    private static ImageSheet of(float[] pixels, int[] shape) {
        Check.positive("height", shape[0]);
        Check.positive("width", shape[1]);
        int size = Math.multiplyExact(Math.multiplyExact(shape[0], shape[1]), shape[2]);
        Check.that(pixels.length > 0, "pixels must not be empty");
        Check.that(
                pixels.length % size == 0,
                "pixels must be whole images, had %s for images of %s x %s%s",
                pixels.length,
                shape[0],
                shape[1],
                shape[2] == 1 ? "" : " in colour");
        Check.finite("pixels", pixels);
        return new ImageSheet(pixels.clone(), shape, 0, List.of(), range(pixels), "");
    }

    /**
     * Returns the sheet with another number of images in a row; it is as many as fit 560 pixels unless told.
     *
     * @param count at least 1
     * @return the figure
     * @throws IllegalArgumentException if it is below 1
     */
    public ImageSheet columns(int count) {
        return new ImageSheet(pixels, shape(), Check.positive("count", count), captions, range(), title);
    }

    /**
     * Returns the sheet with a caption under each image.
     *
     * @param texts one for each image, in order
     * @return the figure
     * @throws IllegalArgumentException if there are more or fewer than images, or one cannot be drawn
     */
    public ImageSheet captions(String... texts) {
        Check.that(
                texts.length == count(),
                "captions has %s texts, sheet %s",
                texts.length,
                Numbers.count(count(), "image"));
        for (int i = 0; i < texts.length; i++) {
            Check.drawable("caption " + i, texts[i]);
        }
        return new ImageSheet(pixels, shape(), columns, List.of(texts), range(), title);
    }

    /**
     * Returns the sheet with given values for black and white. What lies beyond is black or white, too; the text says how
     * many pixels do.
     *
     * @param black the value of black
     * @param white the value of white
     * @return the figure
     * @throws IllegalArgumentException unless both are finite and black is less than white
     */
    public ImageSheet range(double black, double white) {
        Check.finite("black", black);
        Check.finite("white", white);
        Check.that(black < white, "black must be less than white, were %s and %s", black, white);
        return new ImageSheet(pixels, shape(), columns, captions, new double[] {black, white}, title);
    }

    /**
     * Returns the sheet with a title.
     *
     * @param text the title
     * @return the figure
     * @throws IllegalArgumentException if it is blank or cannot be drawn
     */
    public ImageSheet title(String text) {
        return new ImageSheet(pixels, shape(), columns, captions, range(), Check.label("title", text));
    }

    /** Returns the least and the greatest value; a lone value is black. */
    private static double[] range(float[] pixels) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (float pixel : pixels) {
            least = Math.min(least, pixel);
            greatest = Math.max(greatest, pixel);
        }
        return new double[] {least, least < greatest ? greatest : least + 1};
    }

    private double[] range() {
        return new double[] {black, white};
    }

    private int[] shape() {
        return new int[] {imageHeight, imageWidth, channels};
    }

    private int count() {
        return pixels.length / (imageHeight * imageWidth * channels);
    }

    private int enlarged() {
        return Math.max(1, (int) Math.round(SHOWN / (double) Math.max(imageHeight, imageWidth)));
    }

    private int cellWidth() {
        double widest = captions.stream().mapToDouble(Text::width).max().orElse(0);
        return (int) Math.ceil(Math.max(enlarged() * imageWidth, widest)) + GAP;
    }

    private int cellHeight() {
        return enlarged() * imageHeight + GAP + (captions.isEmpty() ? 0 : Text.LINE_HEIGHT);
    }

    private int shownColumns() {
        int fitting = Math.max(1, (PAGE_WIDTH - 2 * MARGIN) / cellWidth());
        return Math.min(count(), columns == 0 ? fitting : columns);
    }

    @Override
    public int width() {
        return shownColumns() * cellWidth() + 2 * MARGIN;
    }

    @Override
    public int height() {
        int rows = (count() + shownColumns() - 1) / shownColumns();
        return rows * cellHeight() + 2 * MARGIN + Page.titleHeight(width(), title);
    }

    @Override
    public void paint(Graphics2D graphics) {
        Page.paint(graphics, new Dimension(width(), height()), title, this::paintIn);
    }

    private void paintIn(Graphics2D graphics, Rectangle2D box) {
        for (int image = 0; image < count(); image++) {
            double left = box.getX() + image % shownColumns() * cellWidth();
            double top = box.getY() + image / shownColumns() * cellHeight();
            int width = enlarged() * imageWidth;
            int x = (int) left + (cellWidth() - width) / 2;
            Rectangle area = new Rectangle(x, (int) top, width, enlarged() * imageHeight);
            int first = image * imageHeight * imageWidth;
            int fine = Raster.FINENESS * enlarged();
            Raster.paint(graphics, area, (i, j) -> colour(first + j / fine * imageWidth + i / fine));
            if (!captions.isEmpty()) {
                Text.draw(graphics, captions.get(image), left + cellWidth() / 2.0, area.getMaxY() + 17, 0.5);
            }
        }
    }

    private int colour(int pixel) {
        int at = pixel * channels;
        return channels == 1 ? shade(at) * 0x010101 : shade(at) << 16 | shade(at + 1) << 8 | shade(at + 2);
    }

    private int shade(int at) {
        double share = Math.max(0, Math.min(1, (pixels[at] - black) / (white - black)));
        return (int) Math.round(255 * share);
    }

    @Override
    public String alternativeText() {
        String what = "Sheet of " + Numbers.count(count(), channels == 1 ? "grey image" : "colour image") + " of "
                + imageHeight + " x " + imageWidth + " pixels, black " + Numbers.text(black) + ", white "
                + Numbers.text(white);
        String which = captions.isEmpty() ? "" : ": " + String.join(", ", captions);
        return (title.isEmpty() ? "" : title + ". ") + what + beyondInWords() + which + ".";
    }

    private String beyondInWords() {
        long beyond = IntStream.range(0, pixels.length)
                .filter(i -> pixels[i] < black || pixels[i] > white)
                .count();
        return beyond == 0 ? "" : " (" + Numbers.count(beyond, channels == 1 ? "pixel" : "value") + " beyond)";
    }

    @Override
    public String toString() {
        return alternativeText();
    }
}
