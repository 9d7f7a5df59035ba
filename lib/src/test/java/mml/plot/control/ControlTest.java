package mml.plot.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import mml.math.Workers;
import mml.plot.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ControlTest {
    private static final Pattern PICTURE = Pattern.compile("base64,([^\"]+)\"|png: \"([^\"]+)\"");

    /** Dots of random greys, which no file can hold in few bytes. */
    record Noise(int width, int height, String alternativeText) implements Figure {
        @Override
        public void paint(Graphics2D graphics) {
            Random random = new Random(1);
            for (int dot = 0; dot < width * height; dot++) {
                graphics.setColor(new Color(0x040404 * random.nextInt(64)));
                graphics.fillRect(dot % width, dot / width, 1, 1);
            }
        }
    }

    /** A rectangle of one colour. */
    record Plain(int width, int height, int rgb) implements Figure {
        @Override
        public void paint(Graphics2D graphics) {
            graphics.setColor(new Color(rgb));
            graphics.fillRect(0, 0, width, height);
        }

        @Override
        public String alternativeText() {
            return "Colour " + rgb + ".";
        }
    }

    enum Shortcut {
        IDENTITY,
        NONE_AT_ALL
    }

    private static Control threeByTwo() {
        return Control.over("depth", 3, 10, 20)
                .and("shortcut", Shortcut.values())
                .draws((depth, shortcut) -> new Plain(40, 30, 10 * depth + shortcut.ordinal()));
    }

    @Test
    void theLastParameterChangesFirst() {
        List<String> order = new ArrayList<>();
        Control control = Workers.with(
                1,
                () -> Control.over("a", 1, 2)
                        .and("b", "x", "y", "z")
                        .and("c", 0.5, 1e-12)
                        .draws((a, b, c) -> {
                            order.add(a + b + c);
                            return new Plain(8, 8, 0);
                        }));
        assertEquals(12, control.frames());
        assertEquals(List.of("1x0.5", "1x1.0E-12", "1y0.5"), order.subList(0, 3));
        assertTrue(control.html().contains("b (x, y, z) and c (0.5, 1.0E-12)"));
    }

    @Test
    void theStillShowsTheEndsOfTheParametersWithCaptions() throws IOException {
        Control control = threeByTwo();
        assertEquals(
                "Frames over depth (3, 10, 20) and shortcut (identity, none at all). "
                        + "depth 3, shortcut identity: Colour 30. depth 3, shortcut none at all: Colour 31. "
                        + "depth 20, shortcut identity: Colour 200. depth 20, shortcut none at all: Colour 201.",
                control.toString());
        var image = ImageIO.read(new ByteArrayInputStream(control.png()));
        assertEquals(control.still().width(), image.getWidth());
        assertEquals(0xff000000 | 201, image.getRGB(image.getWidth() - 1, image.getHeight() - 1));
    }

    @Test
    void ofOneParameterTheStillShowsTheMiddleToo() {
        Control control = Control.over("n", 1, 2, 3, 4, 5).draws(n -> new Plain(400, 8, n));
        assertEquals("Frames over n (1, 2, 3, 4, 5). n 1: Colour 1. n 3: Colour 3. n 5: Colour 5.", control.toString());
        assertEquals(800, control.still().width(), "a page has room for two beside each other");
    }

    @Test
    void everyFrameIsInTheHtmlOnceInTwiceItsSize() throws IOException {
        Matcher pictures = PICTURE.matcher(threeByTwo().html());
        List<Integer> colours = new ArrayList<>();
        while (pictures.find()) {
            String text = pictures.group(1) == null ? pictures.group(2) : pictures.group(1);
            var image =
                    ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(text)));
            assertEquals(List.of(80, 60), List.of(image.getWidth(), image.getHeight()));
            colours.add(image.getRGB(40, 30) & 0xffffff);
        }
        assertEquals(List.of(30, 31, 200, 201, 100, 101), colours, "those of the still come first");
    }

    @Test
    void theSameControlGivesTheSameHtmlWithoutAnId() {
        String html = threeByTwo().html();
        assertEquals(html, threeByTwo().html());
        assertFalse(Pattern.compile("\\bid=").matcher(html).find());
    }

    @Test
    void hostileTextsStayTexts() {
        String hostile = "</script><script>alert(1)</script>\"'\\<img src=x onerror=alert(1)>\u2028${x}";
        String html = Control.over(hostile, hostile, "b")
                .draws(name -> new Noise(8, 8, name))
                .html();
        assertEquals(1, html.split("<script", -1).length - 1);
        assertEquals(1, html.split("</script", -1).length - 1);
        assertFalse(html.contains("<img src=x"));
        assertTrue(html.contains("&lt;img src=x onerror=alert(1)&gt;"));
        assertTrue(html.contains("name: \"\\u003c\\u002fscript\\u003e"));
    }

    @Test
    void framesThatAreTooLargeInTwiceTheirSizeHaveItOnce() throws IOException {
        Control control = Control.over("n", integers(10)).draws(n -> new Noise(350, 250, "noise"));
        assertTrue(control.bytes() <= Control.MOST_BYTES && control.bytes() > Control.MOST_BYTES / 4);
        Matcher pictures = PICTURE.matcher(control.html());
        assertTrue(pictures.find());
        byte[] first = Base64.getDecoder().decode(pictures.group(1));
        assertEquals(350, ImageIO.read(new ByteArrayInputStream(first)).getWidth());
    }

    @Test
    void moreThanOneAndAHalfMegabytesAreRefused() {
        String message = refusal(() -> Control.over("n", integers(10)).draws(n -> new Noise(500, 400, "noise")));
        assertTrue(
                message.matches("a control takes at most 1\\.50 MB, was \\d\\.\\d\\d MB: "
                        + "draw fewer frames than 10, or smaller ones than 500 x 400"),
                message);
    }

    @Test
    void moreThanSixtyFramesAreRefusedBeforeAnyIsDrawn() {
        assertEquals(
                60,
                Control.over("n", integers(30))
                        .and("m", 1, 2)
                        .draws((n, m) -> new Plain(8, 8, n))
                        .frames());
        assertEquals(
                "a control has at most 60 frames, 31 n x 2 m values make 62",
                refusal(() -> Control.over("n", integers(31)).and("m", 1, 2).draws((n, m) -> {
                    throw new AssertionError("drawn");
                })));
    }

    @Test
    void namesAndValuesAreChecked() {
        assertEquals(
                "names must differ, n stands twice",
                refusal(() -> Control.over("n", 1, 2).and("n", 3, 4).draws((a, b) -> new Plain(8, 8, 0))));
        assertEquals("values of n must differ, has 2 twice", refusal(() -> Control.over("n", 2, 2.0)));
        assertEquals("n must have at least 2 values, has 1", refusal(() -> Control.over("n", 1)));
        assertEquals("values of n must not be null", refusal(() -> Control.over("n", 1, null)));
        assertEquals("name must not be blank, was \" \"", refusal(() -> Control.over(" ", 1, 2)));
    }

    @Test
    void framesOfDifferentSizesAreRefusedWithBoth() {
        assertEquals(
                "frames must have one size, was 11 x 8 at n 1, but 12 x 8 at n 2",
                refusal(() -> Control.over("n", 1, 2).draws(n -> new Plain(10 + n, 8, 0))));
        assertEquals(
                "figure must not be null, was at n 2",
                refusal(() -> Control.over("n", 1, 2).draws(n -> n == 2 ? null : new Plain(8, 8, 0))));
    }

    @Test
    void progressIsToldAfterEveryFrame() {
        List<Integer> told = new ArrayList<>();
        Control.over("n", 1, 2, 3)
                .draws(n -> new Plain(8, 8, n), (done, total, seconds) -> told.add((int) (done * 10 + total)));
        assertEquals(List.of(13, 23, 33), told);
    }

    @Test
    @Timeout(10)
    void aStopEndsTheDrawingAndSaysHowFarItCame() {
        Thread cell = Thread.currentThread();
        var stopped = assertThrows(
                CancellationException.class,
                () -> Workers.with(
                        1,
                        () -> Control.over("n", integers(20)).draws(n -> {
                            if (n == 3) {
                                cell.interrupt();
                            }
                            return new Plain(8, 8, n);
                        })));
        assertTrue(stopped.getMessage().matches("stopped after [34] of 20 frames"), stopped.getMessage());
        assertFalse(Thread.interrupted(), "the outermost call answers the stop");
    }

    private static Integer[] integers(int n) {
        return IntStream.range(0, n).boxed().toArray(Integer[]::new);
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
