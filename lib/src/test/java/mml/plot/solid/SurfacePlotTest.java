package mml.plot.solid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import mml.math.Grid;
import mml.plot.contour.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurfacePlotTest {
    private static final Grid.Axis SIDE = new Grid.Axis(-1, 1, 21);
    private static final Grid BOWL = Grid.of(SIDE, SIDE, (x, y) -> 0.5 + 2 * x * x + y * y);
    private static final SurfacePlot PLOT = SurfacePlot.of(BOWL, "a", "b", "loss");

    @Test
    void theTextTellsExtremesAndWhatIsClipped() {
        assertEquals(
                "Deep. Surface of loss over a in [-1, 1], b in [-1, 1]: least 0.5 at (0, 0), greatest 3.5 at (-1, -1);"
                        + " 64 values above 2.5 clipped.",
                PLOT.clip(2.5).title("Deep").alternativeText());
    }

    @Test
    void clippingAndLogarithmChangeTheHeightsDrawnAndNoValue() {
        SurfacePlot drawn = PLOT.range(1, 2).logarithmic();
        assertEquals(BOWL, drawn.relief().grid());
        assertEquals(0, drawn.relief().share(10, 10), "below, on the floor");
        assertEquals(1, drawn.relief().share(0, 0), "above, at the top");
        assertEquals(Math.log(1.5) / Math.log(2), drawn.relief().share(10, 0), 1e-12);
    }

    @Test
    void aHoleIsSeenThroughAndItsPlaceOnTheFloorMarked() throws IOException {
        Grid plane = Grid.of(SIDE, SIDE, (x, y) -> Math.hypot(x, y) < 0.35 ? Double.NaN : x + y);
        BufferedImage whole = image(SurfacePlot.of(Grid.of(SIDE, SIDE, (x, y) -> x + y), "a", "b", "loss"));
        BufferedImage holed = image(SurfacePlot.of(plane, "a", "b", "loss"));
        assertTrue(dots(holed, Standing.NO_VALUE.plain()) > 1000, "the floor is seen through the hole");
        assertTrue(dots(whole, Standing.NO_VALUE.plain()) < 100, "edges of letters at most");
    }

    @Test
    void whatIsClippedIsFlatAndHasAColourOfItsOwn() throws IOException {
        BufferedImage flat = image(SurfacePlot.of(Grid.of(SIDE, SIDE, (x, y) -> 5), "a", "b", "loss")
                .clip(1));
        long clipped = IntStream.range(0, flat.getWidth() * flat.getHeight())
                .filter(dot -> isPink(flat.getRGB(dot % flat.getWidth(), dot / flat.getWidth())))
                .count();
        assertTrue(clipped > 20_000, () -> clipped + " dots");
    }

    private static boolean isPink(int rgb) {
        int red = rgb >> 16 & 255;
        int green = rgb >> 8 & 255;
        int blue = rgb & 255;
        return red > green + 25 && blue > green + 15;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 401})
    void gridsOfAnySizeAreDrawn(int count) throws IOException {
        Grid.Axis axis = new Grid.Axis(0, 1, count);
        SurfacePlot plot = SurfacePlot.of(Grid.of(axis, axis, (x, y) -> x * y), "a", "b", "loss");
        assertTrue(dots(image(plot), 0xffffff) > 0);
        assertTrue(plot.turnable().length() < 1_500_000, () -> plot.turnable().length() + " characters");
    }

    @Test
    void constantEmptyAndNegativeGridsAreDrawn() {
        Grid none = Grid.of(SIDE, SIDE, (x, y) -> Double.NaN);
        SurfacePlot empty = SurfacePlot.of(none, "a", "b", "loss");
        assertTrue(empty.alternativeText().contains(": no point has a finite value; 441 of 441 points"));
        assertTrue(empty.png().length > 1000 && empty.turnable().contains("ticks: []"));
        SurfacePlot constant = SurfacePlot.of(Grid.of(SIDE, SIDE, (x, y) -> 2), "a", "b", "loss");
        assertEquals(0.5, constant.relief().share(3, 3), 1e-12);
        SurfacePlot signed = SurfacePlot.of(Grid.of(SIDE, SIDE, (x, y) -> x), "a", "b", "loss");
        assertTrue(signed.logarithmic().alternativeText().contains("231 values not positive clipped"));
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> SurfacePlot.of(Grid.of(SIDE, SIDE, (x, y) -> -1), "a", "b", "loss")
                        .logarithmic());
        assertEquals("grid must have a positive value on a logarithmic scale, none of 441 is", e.getMessage());
    }

    @Test
    void theHtmlHoldsThePictureTheWordsAndEveryHeight() {
        Grid grid = Grid.of(new Grid.Axis(0, 2, 3), new Grid.Axis(0, 1, 2), new double[] {
            0, 1, 4, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        });
        String html = SurfacePlot.of(grid, "a", "b", "loss").clip(2).turnable();
        assertTrue(html.contains(SurfacePlot.of(grid, "a", "b", "loss").clip(2).html()));
        assertTrue(html.contains("A still picture."));
        Matcher shares = Pattern.compile("shares: \"([^\"]+)\"").matcher(html);
        assertTrue(shares.find());
        ByteBuffer bytes =
                ByteBuffer.wrap(Base64.getDecoder().decode(shares.group(1))).order(ByteOrder.LITTLE_ENDIAN);
        float[] expected = {0, 0.5f, 2, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (float share : expected) {
            assertEquals(share, bytes.getFloat(), 1e-7f);
        }
    }

    @Test
    void theHtmlHasNoIdBringsNoLibraryAndIsNotEndedByAHostileText() {
        String hostile = "</script><script>alert(1)</script>";
        String html = SurfacePlot.of(BOWL, hostile, "b", "loss").title(hostile).turnable();
        assertFalse(Pattern.compile("\\bid=").matcher(html).find());
        assertEquals(1, html.split("<script", -1).length - 1);
        assertEquals(1, html.split("</script", -1).length - 1);
        assertTrue(html.length() < 1_000_000);
    }

    @Test
    void wrongSizesAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> PLOT.size(200, 400));
        assertEquals("newWidth must be at least 320, was 200", e.getMessage());
    }

    private static long dots(BufferedImage image, int rgb) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(dot -> (image.getRGB(dot % image.getWidth(), dot / image.getWidth()) & 0xffffff) == rgb)
                .count();
    }

    private static BufferedImage image(SurfacePlot plot) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(plot.png()));
    }
}
