package mml.data.own;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.Arrays;

/** How many numbers a pixel has. */
public enum Colour {
    /** One, the lightness: {@code 0.299 red + 0.587 green + 0.114 blue} (ITU-R BT.601); grey images as they are. */
    GREY(1),
    /** Three: red, green, blue. A grey image has three that are equal. */
    RGB(3);

    private static final float[] LIGHTNESS = {0.299f, 0.587f, 0.114f};
    private static final int BYTE = 255;

    private final int channels;

    Colour(int channels) {
        this.channels = channels;
    }

    /**
     * Returns how many numbers a pixel has.
     *
     * @return 1 or 3
     */
    public int channels() {
        return channels;
    }

    /** Returns whether light would come through a pixel. */
    static boolean isTransparent(BufferedImage image) {
        if (image.getColorModel().hasAlpha()) {
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    if (image.getRGB(x, y) >>> 24 != BYTE) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Writes the pixels of an image, each in [0, 1], from {@code at} on. */
    void write(BufferedImage image, float[] into, int at) {
        boolean isGrey = image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        float[] pixel = new float[RGB.channels];
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if (isGrey) {
                    Arrays.fill(pixel, grey(image, x, y));
                } else {
                    colour(image.getRGB(x, y), pixel);
                }
                write(pixel, isGrey, into, at + (y * image.getWidth() + x) * channels);
            }
        }
    }

    /** The stored number: {@code getRGB} would take it for linear light and brighten it. */
    private static float grey(BufferedImage image, int x, int y) {
        Raster raster = image.getRaster();
        int largest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        return raster.getSample(x, y, 0) / (float) largest;
    }

    private static void colour(int rgb, float[] pixel) {
        for (int c = 0; c < pixel.length; c++) {
            pixel[c] = (rgb >> 16 - 8 * c & BYTE) / (float) BYTE;
        }
    }

    private void write(float[] pixel, boolean isGrey, float[] into, int at) {
        if (this == RGB) {
            System.arraycopy(pixel, 0, into, at, pixel.length);
        } else if (isGrey) {
            into[at] = pixel[0];
        } else {
            into[at] = LIGHTNESS[0] * pixel[0] + LIGHTNESS[1] * pixel[1] + LIGHTNESS[2] * pixel[2];
        }
    }
}
