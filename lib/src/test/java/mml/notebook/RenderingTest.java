package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import mml.landscape.Curve;
import mml.landscape.Entries;
import mml.landscape.FairComparison;
import mml.landscape.Line;
import mml.landscape.Plane;
import mml.landscape.Surface;
import mml.landscape.path.Fidelity;
import mml.landscape.path.PlanePath;
import mml.landscape.path.PrincipalComponents;
import mml.landscape.path.Projection;
import mml.landscape.path.Trajectory;
import mml.landscape.trust.Band;
import mml.landscape.trust.CurvatureCheck;
import mml.landscape.trust.Spread;
import mml.math.Bowl;
import mml.math.Grid.Axis;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Residual;
import mml.nn.layer.Tanh;
import mml.plot.Figure;
import mml.seminar.Names;
import mml.seminar.rota.Rota;
import mml.seminar.rota.RotaProblem;
import mml.tribuo.Comparison;
import mml.tribuo.ConfusionMatrix;
import org.junit.jupiter.api.Test;

class RenderingTest {
    private final Layout layout = Layout.of(List.of(
            new Layout.Block("w", Layout.Kind.WEIGHT, List.of(3, 2)),
            new Layout.Block("b", Layout.Kind.BIAS, List.of(2))));

    /** A rectangle of one colour. */
    record Plain(int width, int height, Color colour, String alternativeText) implements Figure {
        @Override
        public void paint(Graphics2D graphics) {
            graphics.setColor(colour);
            graphics.fillRect(0, 0, width, height);
        }
    }

    /** A result of two values. */
    record Result(int epochs, double[] losses, String remark) {}

    @Test
    void aFigureIsAPictureOfTwiceItsSizeWithItsAlternativeText() throws IOException {
        Output output = Rendering.of(new Plain(30, 20, Color.RED, "all red"));
        assertEquals(Map.of("image/png", Map.of("width", 30, "height", 20, "alt", "all red")), output.metadata());
        assertEquals("all red", output.text());
        BufferedImage image = image(output);
        assertEquals(List.of(60, 40), List.of(image.getWidth(), image.getHeight()));
        assertEquals(Color.RED.getRGB(), image.getRGB(59, 39));
    }

    @Test
    void aConfusionMatrixAndAComparisonAreTables() {
        var matrix = new ConfusionMatrix(List.of("cat", "dog"), List.of(List.of(3, 1), List.of(0, 6)));
        String text = Rendering.of(matrix).text();
        assertTrue(text.contains("accuracy 0.9000 [0.5958, 0.9821]") && text.contains("dog"), text);
        var entry = new Comparison.Entry("forest", matrix, new Comparison.Seconds(1.5, 0.25), 2500);
        String row = Rendering.of(new Comparison(List.of(entry))).text();
        assertTrue(row.contains("forest") && row.contains("0.9") && row.contains("2.5"), row);
    }

    @Test
    void aRotaIsATableAndANameInItStaysAText() {
        List<String> roles = List.of("author", "hacker");
        Rota rota = Rota.ofSlides(RotaProblem.of(List.of("a", "b"), roles, 4));
        Output numbers = Rendering.of(rota);
        assertTrue(numbers.text().startsWith("Rota of 4 participants, 2 papers and 2 roles\nrole"), numbers.text());
        Output named = Rendering.of(new Names(Map.of(1, "<script>alert(1)</script>")).of(rota));
        String html = String.valueOf(named.data().get("text/html"));
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;, 2") && !html.contains("<script"), html);
    }

    @Test
    void aCheckOfCurvatureIsATableUnderItsSentence() {
        var row = new CurvatureCheck.Row(CurvatureCheck.Along.MIXED, 0.04, 12.5, 12.25, 0.02);
        String text = Rendering.of(new CurvatureCheck(List.of(row))).text();
        assertTrue(text.startsWith("Curvature at the centre: mixed at step 0.0400: 12.50 drawn"), text);
        assertTrue(text.contains("second difference") && text.contains("12.25"), text);
    }

    @Test
    void landscapesArePicturesOverASentence() {
        Layout two = Layout.vector(2);
        Plane plane = new Plane(
                Parameters.zeros(two), Parameters.of(two, new float[] {1, 0}), Parameters.of(two, new float[] {0, 1}));
        Axis axis = new Axis(-1, 1, 5);
        Objective bowl = new Bowl(two);
        Surface surface = plane.surface(bowl, axis, axis);
        Curve curve = new Line(plane.centre(), plane.first()).curve(bowl, axis);
        Trajectory path = Trajectory.of(List.of(
                new Trajectory.Point(0, Parameters.of(two, new float[] {3, 1})),
                new Trajectory.Point(1, Parameters.of(two, new float[] {1, 1})),
                new Trajectory.Point(2, Parameters.of(two, new float[] {1, 0}))));
        Fidelity fidelity = Fidelity.of(PlanePath.of(path, plane, Projection.LEAST_SQUARES), bowl, "value");
        PrincipalComponents components = PrincipalComponents.of(path, Entries.PARAMETERS);
        showsAs("Contours of value over a ", surface.toString(), surface);
        showsAs("Lines of value", curve.toString(), curve);
        Band band = Band.of(List.of(curve), "value");
        showsAs("value over 1 draw. ", band.toString(), band);
        showsAs("Lines of value", fidelity.toString(), fidelity);
        showsAs("Lines of share of the variance", components.toString(), components);
        assertEquals(
                FairComparison.of("value").toString(),
                Rendering.of(FairComparison.of("value")).text());
    }

    private static void showsAs(String picture, String sentence, Object value) {
        Output output = Rendering.of(value);
        assertTrue(output.text().startsWith(picture), output.text());
        assertTrue(output.text().endsWith("\n\n" + sentence), output.text());
        String html = output.data().get("text/html").toString();
        assertTrue(html.startsWith("<div><img ") && html.contains("<p>"), html.substring(0, 40));
        assertTrue(output.data().containsKey("image/png"));
    }

    @Test
    void aLandscapeWithoutAFiniteNumberIsItsSentence() {
        Layout two = Layout.vector(2);
        Line line = new Line(Parameters.zeros(two), Parameters.of(two, new float[] {Float.MAX_VALUE, 0}));
        Curve curve = line.curve(new Bowl(two), new Axis(2, 3, 3));
        assertEquals(curve.toString(), Rendering.of(curve).text());
        Band band = Band.of(List.of(curve), "value");
        assertEquals(band.toString(), Rendering.of(band).text());
    }

    @Test
    void aSpreadIsATableUnderItsSentence() {
        assertEquals("""
                1 of 5 draws alone would have misled by more than half of the median 3.00: the farthest gave 9.00.
                draws  least  lower quartile  median  upper quartile  greatest
                    5      2               2       3               4         9""", Rendering.of(Spread.of(2, 9, 3, 4, 2)).text());
    }

    @Test
    void figuresThatFollowEachOtherStandSideBySideAsFarAsThereIsRoom() throws IOException {
        Figure red = new Plain(500, 20, Color.RED, "Red.");
        Figure blue = new Plain(400, 30, Color.BLUE, "Blue.");
        List<Output> outputs = Rendering.all(List.of(red, blue, red, "a word", blue));
        assertEquals(
                List.of("Panel 1 of 3: Red. Panel 2 of 3: Blue. Panel 3 of 3: Red.", "a word", "Blue."),
                outputs.stream().map(Output::text).toList());
        BufferedImage image = image(outputs.get(0));
        assertEquals(List.of(2 * 900, 2 * 50), List.of(image.getWidth(), image.getHeight()));
        assertEquals(Color.RED.getRGB(), image.getRGB(0, 0));
        assertEquals(Color.BLUE.getRGB(), image.getRGB(2 * 510, 2 * 29));
        assertEquals(Color.RED.getRGB(), image.getRGB(0, 2 * 40), "below");
    }

    @Test
    void figuresTooWideForThePageStandBelowEachOther() {
        Figure wide = new Plain(1000, 20, Color.RED, "Red.");
        Map<String, Object> known = Rendering.all(List.of(wide, wide)).get(0).metadata();
        assertEquals(1000, ((Map<?, ?>) known.get("image/png")).get("width"));
    }

    @Test
    void parametersAreATableOfTheirBlocks() {
        assertEquals(
                """
                2 blocks, 8 numbers, norm 5.292
                block  kind    shape  numbers   norm
                w      weight  3 \u00d7 2        6  1.414
                b      bias    2            2  5.099""",
                Rendering.of(Parameters.of(layout, new float[] {1, 0, 0, 0, 0, -1, 1, 5}))
                        .text());
    }

    @Test
    void aNetworkIsATableOfItsLayersOfWhichInnerOnesAreIndented() {
        Network network = Network.of(List.of(3), Residual.of(Dense.of("block1", 3), new Tanh()), Dense.of("head", 2));
        String nbsp = "\u00a0\u00a0";
        assertEquals("""
                network [3] -> 2 outputs, 2 layers, 20 parameters
                layer            kind      output  parameters
                block1.residual  residual  3               12
                __block1         dense     3               12
                __block1.tanh    tanh      3                0
                head             dense     2                8
                total                                      20""".replace("__", nbsp), Rendering.of(network).text());
        assertTrue(Rendering.of(network).data().get("text/html").toString().contains(">" + nbsp + "block1.tanh<"));
        assertEquals(Rendering.of(network), Rendering.of(network.summary()));
    }

    @Test
    void aLayoutIsATableOfItsBlocks() {
        assertEquals("""
                2 blocks, 8 numbers
                block  kind    shape  numbers
                w      weight  3 \u00d7 2        6
                b      bias    2            2""", Rendering.of(layout).text());
    }

    @Test
    void aRecordIsATableOfItsComponents() {
        assertEquals(
                """
                Result
                name    value
                epochs  3
                losses  double[2]: 2.303, 0.1
                remark  null""",
                Rendering.of(new Result(3, new double[] {2.30259, 0.1}, null)).text());
    }

    /** A record with a text of its own. */
    record Spoken(int[] much) {
        @Override
        public String toString() {
            return "much in one sentence";
        }
    }

    @Test
    void aRecordWithATextOfItsOwnIsShownByIt() {
        assertEquals(
                "much in one sentence", Rendering.of(new Spoken(new int[1000])).text());
    }

    @Test
    void arraysAreWrittenInOneLine() {
        assertEquals("double[0]", text(new double[0]));
        assertEquals("float[3]: 1, 0.1, NaN", text(new float[] {1, 0.1f, Float.NaN}));
        assertEquals("double[8]: 0, 0, 0, 0, 0, 0, 0, 0", text(new double[8]));
        double[] numbers = {1, 2, 3, 4, 5, 6, 7, 8, 0.5};
        assertEquals("double[9]: 1, 2, 3, 4, ... (from 0.5 to 8)", text(numbers));
        numbers[7] = Double.NaN;
        assertEquals("double[9]: 1, 2, 3, 4, ... (from 0.5 to 7, 1 NaN)", text(numbers));
        Arrays.fill(numbers, Double.NaN);
        assertEquals("double[9]: NaN, NaN, NaN, NaN, ... (all NaN)", text(numbers));
    }

    @Test
    void otherArraysSayAtLeastHowLongTheyAre() {
        assertEquals("int[2]: 3, -4", text(new int[] {3, -4}));
        assertEquals("boolean[2]", text(new boolean[2]));
        assertEquals("double[3][]", text(new double[3][2]));
    }

    @Test
    void aLongComponentOfARecordIsCutShort() {
        String text =
                Rendering.of(new Result(1, new double[0], "x".repeat(500))).text();
        assertTrue(text.endsWith("remark  " + "x".repeat(200) + "..."), text);
    }

    @Test
    void anythingElseSaysWhatItIs() {
        assertEquals("[1, 2]", text(List.of(1, 2)));
        assertEquals("null", text(null));
    }

    @Test
    void anOutputAlwaysHasPlainText() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Output(Map.of("text/html", "<p>"), Map.of()));
        assertEquals("data must have a form text/plain, has [text/html]", e.getMessage());
    }

    private static String text(Object value) {
        return Rendering.of(value).text();
    }

    private static BufferedImage image(Output output) throws IOException {
        byte[] png = Base64.getDecoder().decode((String) output.data().get("image/png"));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void aTableWithoutARowIsItsCaption() {
        Rota rota = Rota.ofSlides(RotaProblem.of(
                List.of("a", "b", "c", "d", "e"),
                List.of("author", "reviewer", "archaeologist", "hacker", "private-investigator"),
                10));
        assertEquals(Output.text("No change, proved smallest"), Rendering.of(rota.without(4)));
    }
}
