package mml.plot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import mml.math.Grid;
import mml.plot.solid.SurfacePlot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** What every figure keeps, whatever it shows. */
class FigureTest {
    private static final double[] XS = {1, 2, 3};
    private static final Grid.Axis SIDE = new Grid.Axis(-1, 1, 11);
    private static final Grid BOWL = Grid.of(SIDE, SIDE, (x, y) -> x > 0.7 && y > 0.7 ? Double.NaN : x * x + y * y);

    static Stream<Supplier<Figure>> figures() {
        return Stream.of(
                () -> Lines.of("step", "loss <log>")
                        .add("a \"quoted\" name", XS, new double[] {3, 2, 1})
                        .add("points", XS, new double[] {1, 2, 1}, Lines.Style.POINTS)
                        .band("points", new double[] {0.5, 1, 0.5}, new double[] {2, 3, 2})
                        .addRight("accuracy (%)", "accuracy", XS, new double[] {30, 60, 90})
                        .mark("here", 2, 2)
                        .markX("then", 1.5)
                        .markY("least", 1)
                        .logY()
                        .title("Title"),
                () -> Lines.of("step", "loss"),
                () -> Contours.of(BOWL, "a", "b", "loss").levels(0.25, 0.5, 1).range(0, 0.8),
                () -> Contours.of(BOWL, "a", "b", "loss").linesOnly(),
                () -> HeatMap.of(Grid.of(SIDE, SIDE, (x, y) -> Math.exp(x * y)), "a", "b", "loss")
                        .range(0.5, 2)
                        .logColours(),
                () -> HeatMap.of(BOWL, "a", "b", "loss")
                        .title("One")
                        .beside("other", BOWL)
                        .clip(0.5),
                () -> SurfacePlot.of(BOWL, "a", "b", "loss <1>").clip(1).title("Surface"),
                () -> Figures.band(
                        "a", "loss", XS, new FiveNumbers(XS, XS, XS, XS, new double[] {4, Double.POSITIVE_INFINITY, 4
                        })),
                () -> Histogram.of("loss", 1, 2, 2, 3).bins(3),
                () -> ImageSheet.of(new float[4 * 6], 2, 3).captions("a", "b", "c", "d"),
                () -> Panels.grid(
                                2,
                                HeatMap.of(BOWL, "a", "b", "loss"),
                                Histogram.of("loss", 1, 2),
                                ImageSheet.of(new float[6], 2, 3))
                        .title("Both"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theSameFigureHasTheSameBytes(Supplier<Figure> figure) {
        assertArrayEquals(figure.get().png(), figure.get().png());
        assertEquals(figure.get().svg(), figure.get().svg());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void thePngHasTwiceTheSizeAndAWhiteCorner(Supplier<Figure> figure) throws IOException {
        BufferedImage image = image(figure.get());
        assertEquals(2 * figure.get().width(), image.getWidth());
        assertEquals(2 * figure.get().height(), image.getHeight());
        assertEquals(Color.WHITE.getRGB(), image.getRGB(0, 0));
        assertTrue(isDrawn(image));
    }

    private static BufferedImage image(Figure figure) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(figure.png()));
    }

    private static boolean isDrawn(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels).distinct().count() > 1;
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theSvgIsXmlOfItsSizeWithTheTextAsItsTitle(Supplier<Figure> figure) throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(figure.get().svg().getBytes(StandardCharsets.UTF_8)));
        assertEquals(figure.get().width() + "px", document.getDocumentElement().getAttribute("width"));
        assertEquals(
                figure.get().alternativeText(),
                document.getElementsByTagName("title").item(0).getTextContent());
    }

    @ParameterizedTest
    @MethodSource("figures")
    void paintingLeavesTheGraphicsAsItWas(Supplier<Figure> figure) {
        BufferedImage image = new BufferedImage(900, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.translate(3, 4);
        graphics.clipRect(0, 0, 500, 500);
        AffineTransform transform = graphics.getTransform();
        RenderingHints hints = graphics.getRenderingHints();
        figure.get().paint(graphics);
        assertEquals(transform, graphics.getTransform());
        assertEquals(hints, graphics.getRenderingHints());
        assertEquals(new java.awt.Rectangle(0, 0, 500, 500), graphics.getClip());
    }

    @Test
    void textOfTheSvgIsText() {
        String svg =
                Lines.of("step", "loss").add("loss", XS, XS).title("A title").svg();
        assertTrue(svg.contains(">A title</text>"), svg);
        assertTrue(svg.contains(">step</text>"), svg);
    }

    @Test
    void theHtmlNeedsNoNetworkAndEscapesItsText() {
        String html = Lines.of("step", "loss").add("a \"b\" <c> & d", XS, XS).html();
        assertTrue(html.contains("src=\"data:image/png;base64,"));
        assertTrue(html.contains("a &quot;b&quot; &lt;c&gt; &amp; d rises"), html.substring(0, 300));
        assertFalse(html.contains("http"));
    }

    @Test
    void aFileIsWhatItsEndingSays(@TempDir Path folder) throws IOException {
        Figure figure = Histogram.of("loss", 1, 2, 3);
        for (String ending : new String[] {"png", "svg", "html"}) {
            figure.save(folder.resolve("figure." + ending));
        }
        assertArrayEquals(figure.png(), Files.readAllBytes(folder.resolve("figure.png")));
        assertEquals(figure.svg(), Files.readString(folder.resolve("figure.svg")));
        assertTrue(Files.readString(folder.resolve("figure.html")).contains(figure.html()));
        figure.save(folder.resolve("figure.png"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(3, files.count(), "no part is left behind");
        }
    }

    @Test
    void anotherEndingIsRefused(@TempDir Path folder) {
        var e = assertThrows(
                IllegalArgumentException.class, () -> Histogram.of("loss", 1).save(folder.resolve("figure.gif")));
        assertEquals("file must end in .png, .svg or .html, was figure.gif", e.getMessage());
    }

    @Test
    void aFolderThatDoesNotExistIsNamed(@TempDir Path folder) {
        Path file = folder.resolve("none/figure.png");
        var e = assertThrows(IOException.class, () -> Histogram.of("loss", 1).save(file));
        assertEquals("the folder of " + file + " does not exist: " + file.getParent(), e.getMessage());
    }
}
