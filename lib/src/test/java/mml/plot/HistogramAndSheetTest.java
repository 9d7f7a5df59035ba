package mml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** {@link Histogram}, {@link ImageSheet} and {@link Panels}. */
class HistogramAndSheetTest {
    private static final float[] PIXELS = {0, 1, 2, 3, 4, 4, 4, 4};

    @Test
    void aBinHoldsItsLowerEndAndTheLastBothEnds() {
        assertArrayEquals(
                new int[] {1, 2, 3},
                Histogram.of("x", 0, 1, 1.5, 2, 2.5, 3).bins(3).counts());
    }

    @Test
    void everyValueIsCountedOnce() {
        double[] values = new Random(1).doubles(1000, -3, 5).toArray();
        assertEquals(1000, IntStream.of(Histogram.of("x", values).counts()).sum());
        assertEquals(3, IntStream.of(Histogram.of("x", 7, 7, 7).counts()).sum());
    }

    @Test
    void theTextOfAHistogramTellsRangeMedianAndFullestBin() {
        assertEquals(
                "Histogram of loss: 6 values from 0 to 3, median 1.75; most, 3, from 2 to 3.",
                Histogram.of("loss", new float[] {0, 1, 1.5f, 2, 2.5f, 3})
                        .bins(3)
                        .alternativeText());
    }

    @Test
    void theTextOfASheetTellsShapeRangeAndCaptions() {
        ImageSheet sheet = ImageSheet.of(PIXELS, 2, 2);
        assertEquals(
                "Sheet of 2 grey images of 2 x 2 pixels, black 0, white 4: ramp, white.",
                sheet.captions("ramp", "white").alternativeText());
        assertEquals(
                "Sheet of 2 grey images of 2 x 2 pixels, black 1, white 4 (1 pixel beyond).",
                sheet.range(1, 4).alternativeText());
    }

    @Test
    void pixelsStandWhereTheyBelong() throws IOException {
        ImageSheet sheet = ImageSheet.of(PIXELS, 2, 2).columns(2);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(sheet.png()));
        int left = 2 * (8 + 5); // margin, half the gap; each pixel is 32 wide, at twice the size 64
        int top = 2 * 8;
        assertEquals(0xff000000, image.getRGB(left + 32, top + 32));
        assertEquals(0xff404040, image.getRGB(left + 96, top + 32));
        assertEquals(0xff808080, image.getRGB(left + 32, top + 96));
        assertEquals(0xffbfbfbf, image.getRGB(left + 96, top + 96));
    }

    @Test
    void aColourImageHasItsColours() throws IOException {
        ImageSheet sheet = ImageSheet.ofColour(new float[] {1, 0, 0, 0, 0.5f, 1}, 1, 2);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(sheet.png()));
        int left = 2 * (8 + 5); // as above; a pixel is 32 wide, at twice the size 64
        int top = 2 * 8;
        assertEquals(0xffff0000, image.getRGB(left + 32, top + 32));
        assertEquals(0xff0080ff, image.getRGB(left + 96, top + 32));
        assertEquals(
                "Sheet of 1 colour image of 1 x 2 pixels, black 0, white 0.75 (2 values beyond).",
                sheet.range(0, 0.75).alternativeText());
    }

    @Test
    void panelsAreAsLargeAsTheirFigures() {
        Figure small = Histogram.of("a", 1).size(300, 200);
        Figure large = Histogram.of("b", 1).size(400, 300);
        assertEquals(700, Panels.row(small, large).width());
        assertEquals(300, Panels.row(small, large).height());
        assertEquals(400, Panels.column(small, large).width());
        assertEquals(500, Panels.column(small, large).height());
        assertEquals(
                "Both. Panel 1 of 2: " + small.alternativeText() + " Panel 2 of 2: " + large.alternativeText(),
                Panels.row(small, large).title("Both").alternativeText());
    }

    @Test
    void wrongArgumentsAreRefused() {
        refused("values must not be empty", () -> Histogram.of("x", new double[0]));
        refused(
                "values must be finite, 2 of 3 were not",
                () -> Histogram.of("x", 1, Double.NaN, Double.NEGATIVE_INFINITY));
        refused("count must be at least 1, was 0", () -> Histogram.of("x", 1).bins(0));
        refused("pixels must be whole images, had 8 for images of 3 x 3", () -> ImageSheet.of(PIXELS, 3, 3));
        refused(
                "pixels must be whole images, had 8 for images of 2 x 2 in colour",
                () -> ImageSheet.ofColour(PIXELS, 2, 2));
        refused("pixels must not be empty", () -> ImageSheet.of(new float[0], 3, 3));
        refused("pixels must be finite, value 0 was NaN", () -> ImageSheet.of(new float[] {Float.NaN}, 1, 1));
        refused(
                "captions has 1 texts, sheet 2 images",
                () -> ImageSheet.of(PIXELS, 2, 2).captions("a"));
        refused(
                "black must be less than white, were 1.0 and 0.0",
                () -> ImageSheet.of(PIXELS, 2, 2).range(1, 0));
        refused("figures must not be empty", Panels::row);
        refused("columns must be at least 1, was 0", () -> Panels.grid(0, Histogram.of("x", 1)));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
