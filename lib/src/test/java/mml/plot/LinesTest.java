package mml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LinesTest {
    private static final double[] XS = {0, 100, 200};
    private static final double[] FALLING = {0.69, 0.1, 0.01};
    private static final Lines ONE = Lines.of("step", "loss").add("with skip", XS, FALLING);

    @Test
    void theTextTellsTheCourseOfEachLine() {
        assertEquals(
                "Lines of loss against step: with skip falls from 0.69 to 0.01 over 0 to 200.", ONE.alternativeText());
        assertEquals(
                "Training. Lines of loss against step (vertical axis logarithmic): with skip falls from 0.69 to 0.01 over 0"
                        + " to 200; without rises from 1 to 2 over 0 to 200, greatest 5 at 100; constant is 3 over 0 to 200.",
                ONE.add("without", XS, new double[] {1, 5, 2})
                        .add("constant", XS, new double[] {3, 3, 3})
                        .logY()
                        .title("Training")
                        .alternativeText());
    }

    @Test
    void theTextNamesTheRightAxisAndTheMarks() {
        assertEquals(
                "Lines of loss and, at the right, accuracy (%) against a: loss goes from 1 to 1 over -1 to 1, least 0 at 0;"
                        + " accuracy goes from 50 to 50 over -1 to 1, greatest 90 at 0; marked: minimiser at (0, 0);"
                        + " marked: chance at height 0.7; marked: start at 1.",
                Lines.of("a", "loss")
                        .add("loss", new double[] {-1, 0, 1}, new double[] {1, 0, 1})
                        .addRight("accuracy (%)", "accuracy", new double[] {-1, 0, 1}, new double[] {50, 90, 50})
                        .mark("minimiser", 0, 0)
                        .markY("chance", 0.7)
                        .markX("start", 1)
                        .alternativeText());
    }

    @Test
    void theTextCountsGapsAndWhatIsCutOff() {
        assertEquals(
                "Lines of loss against step: a rises from 1 to 9 over 0 to 200 (1 value not finite, left out)."
                        + " 1 value outside 0 to 5 cut off.",
                Lines.of("step", "loss")
                        .add("a", XS, new double[] {1, Double.NaN, 9})
                        .yRange(0, 5)
                        .alternativeText());
    }

    @Test
    void aFigureDoesNotChangeWhenAnotherIsMadeFromItOrItsDataChange() {
        double[] ys = FALLING.clone();
        Lines lines = Lines.of("step", "loss").add("with skip", XS, ys);
        lines.add("more", XS, XS).title("Title").markX("x", 3);
        ys[0] = 7;
        assertEquals(ONE.alternativeText(), lines.alternativeText());
    }

    @Test
    void wrongSeriesAreRefused() {
        refused("xs and ys of \"a\" must be as many, were 3 and 2", () -> ONE.add("a", XS, new double[2]));
        refused("xs and ys of \"a\" must not be empty", () -> ONE.add("a", new double[0], new double[0]));
        refused(
                "xs of \"a\" must be finite, value 1 was NaN",
                () -> ONE.add("a", new double[] {0, Double.NaN}, new double[2]));
        refused(
                "ys of \"a\" must have a finite value, had none",
                () -> ONE.add("a", new double[1], new double[] {Double.POSITIVE_INFINITY}));
        refused(
                "name must differ from those of other series, was \"with skip\" twice",
                () -> ONE.add("with skip", XS, XS));
        refused("name must not be blank, was \" \"", () -> ONE.add(" ", XS, XS));
    }

    @Test
    void aLogarithmicAxisRefusesWhatIsNotPositiveInAnyOrderOfCalls() {
        refused("xs of \"with skip\" must be positive on a logarithmic scale, 1 of 3 were not", ONE::logX);
        refused(
                "ys of \"a\" must be positive on a logarithmic scale, 2 of 3 were not",
                () -> ONE.logY().add("a", XS, new double[] {-1, 0, 1}));
        refused(
                "y of \"zero\" must be positive on a logarithmic scale, 1 of 1 were not",
                () -> ONE.markY("zero", 0).logY());
        refused(
                "range of y must be positive on a logarithmic scale, 1 of 2 were not",
                () -> ONE.logY().yRange(0, 1));
    }

    @Test
    void wrongBandsRangesAndAxesAreRefused() {
        refused("name must be that of a series, was \"none\"", () -> ONE.band("none", XS, XS));
        refused(
                "low and high of \"with skip\" must be as many as its xs, were 2 and 3 for 3",
                () -> ONE.band("with skip", new double[2], XS));
        refused(
                "low of \"with skip\" must not exceed high, value 0 was 1.0 over 0.0",
                () -> ONE.band("with skip", new double[] {1, 1, 1}, XS));
        refused("name must be that of a series, was \"none\"", () -> ONE.errorBars("none", XS, XS));
        refused(
                "low and high of \"with skip\" must be as many as its xs, were 3 and 2 for 3",
                () -> ONE.errorBars("with skip", XS, new double[2]));
        refused(
                "low of \"with skip\" must not exceed high, value 0 was 1.0 over 0.0",
                () -> ONE.errorBars("with skip", new double[] {1, 1, 1}, XS));
        refused("low must be less than high, were 1.0 and 1.0", () -> ONE.yRange(1, 1));
        refused("width must be at least 240, was 100", () -> ONE.size(100, 400));
        refused(
                "label of the right axis must be one for all curves, was \"error\" after \"accuracy\"",
                () -> ONE.addRight("accuracy", "a", XS, XS).addRight("error", "b", XS, XS));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void fiveNumbersAreALineInTwoBandsOfWhichTheTextTellsTheWidest() {
        FiveNumbers numbers = new FiveNumbers(
                new double[] {0, Double.NaN, 1},
                new double[] {1, Double.NaN, 2},
                new double[] {2, Double.NaN, 3},
                new double[] {3, Double.NaN, 7},
                new double[] {4, Double.NaN, Double.POSITIVE_INFINITY});
        assertEquals(
                "Lines of loss against a: median rises from 2 to 3 over 0 to 200 (1 value not finite, left out), range at most"
                        + " 0 to 4 (at 0) and infinite at 1 value, quartiles at most 2 to 7 (at 200).",
                Figures.band("a", "loss", XS, numbers).alternativeText());
    }

    @Test
    void bandsAreAreasOneOverTheOtherWithGapsWhereAnEndIsNoNumber() throws IOException {
        double[] xs = {0, 1, 2, 3, 4};
        double[] zeros = new double[5];
        double[] quarter = {1, 1, 1, 1, 1};
        double[] top = {4, 4, Double.NaN, 4, 4};
        Lines lines = Lines.of("a", "loss")
                .add("median", xs, quarter)
                .band("median", "range", zeros, top)
                .band("median", "quartiles", quarter, new double[] {3, 3, 3, 3, 3});
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(lines.png()));
        double layer = dots(image, 199, 224, 238);
        double both = dots(image, 156, 200, 225);
        // half the width has both layers from 1 to 3 and one from 0 to 1 and 3 to 4, the other half one from 1 to 3
        assertTrue(both > 20_000, () -> both + " dots");
        assertEquals(2, layer / both, 0.25);
    }

    @Test
    void aBandWithAnInfiniteEndGoesUpToTheEdge() throws IOException {
        double[] xs = {0, 1, 2, 3, 4};
        double[] one = {1, 1, 1, 1, 1};
        double[] top = {3, 3, Double.POSITIVE_INFINITY, 3, 3};
        Lines lines = Lines.of("a", "loss").add("median", xs, one).band("median", "range", one, top);
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(lines.yRange(0, 5).png()));
        double closed = dots(image, 199, 224, 238);
        double flat = dots(
                ImageIO.read(new ByteArrayInputStream(Lines.of("a", "loss")
                        .add("median", xs, one)
                        .band("median", "range", one, new double[] {3, 3, 3, 3, 3})
                        .yRange(0, 5)
                        .png())),
                199,
                224,
                238);
        // two high and four long; the peak adds a triangle two high and two long
        assertEquals(10.0 / 8, closed / flat, 0.03);
        assertTrue(
                lines.alternativeText().endsWith(", range at most 1 to 3 (at 0) and infinite at 1 value."),
                lines.alternativeText());
    }

    @Test
    void errorBarsAreUprightLinesAtThePointsWithNothingBetweenThem() throws IOException {
        double[] xs = {0, 1, 2};
        double[] high = {8, Double.NaN, 9};
        Lines bare = Lines.of("person", "share").add("share", xs, new double[] {5, 5, 5}, Lines.Style.POINTS);
        Lines barred = bare.errorBars("share", new double[] {1, 2, 3}, high).yRange(0, 10);
        assertEquals(
                "Lines of share against person: share is 5 over 0 to 2, error bars at most 1 to 8 (at 0).",
                barred.alternativeText());
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(barred.png()));
        // blue in the columns left of the middle point's marker, at it, and at the last: of 10 units 0, none, and 6
        int[] blue = new int[image.getWidth()];
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int rgb = image.getRGB(x, y);
                blue[x] +=
                        Math.abs((rgb >> 16 & 255)) + Math.abs((rgb >> 8 & 255) - 0x72) + Math.abs((rgb & 255) - 0xb2)
                                        < 60
                                ? 1
                                : 0;
            }
        }
        int[] tall = IntStream.range(0, blue.length).filter(x -> blue[x] > 60).toArray();
        int first = tall[0];
        int last = tall[tall.length - 1];
        assertTrue(tall.length <= 10, () -> "columns " + Arrays.toString(tall));
        // 7 units are as much longer than 6 as they should be, and the bars stand at the ends of the axis
        assertEquals(7 / 6.0, blue[first] / (double) blue[last], 0.03);
        assertTrue(last - first > image.getWidth() / 2, () -> "from " + first + " to " + last);
    }

    @Test
    void aLogarithmicAxisRefusesErrorBarsThatGoBelowZero() {
        Lines barred = ONE.errorBars("with skip", new double[] {-5, 0, 0.001}, new double[] {1, 1, 1});
        refused("ys of \"with skip\" must be positive on a logarithmic scale, 2 of 9 were not", barred::logY);
    }

    private static int dots(BufferedImage image, int red, int green, int blue) {
        int count = 0;
        for (int dot = 0; dot < image.getWidth() * image.getHeight(); dot++) {
            int rgb = image.getRGB(dot % image.getWidth(), dot / image.getWidth());
            int off = Math.abs((rgb >> 16 & 255) - red)
                    + Math.abs((rgb >> 8 & 255) - green)
                    + Math.abs((rgb & 255) - blue);
            count += off <= 6 ? 1 : 0;
        }
        return count;
    }

    @Test
    void fiveNumbersMustBeInOrderAndAsMany() {
        double[] three = {1, 2, 3};
        refused(
                "the five arrays must be as long, were [3, 3, 3, 3, 2]",
                () -> new FiveNumbers(three, three, three, three, new double[2]));
        refused(
                "least, lower, median, upper and greatest must be in order, point 0 has [1.0, 1.0, 0.0, 1.0, 1.0]",
                () -> new FiveNumbers(three, three, new double[3], three, three));
        double[] hole = {1, Double.NaN, 3};
        refused(
                "least, lower, median, upper and greatest must be in order, point 1 has [2.0, 2.0, NaN, 2.0, 2.0]",
                () -> new FiveNumbers(three, three, hole, three, three));
    }

    @Test
    void aFigureWithoutRoomForItsDataSaysSo() {
        Lines crowded = Lines.of("x", "y").size(240, 200).title("word ".repeat(60));
        Lines figure = crowded.add("a", new double[] {0, 1}, new double[] {0, 1});
        var e = assertThrows(IllegalArgumentException.class, figure::png);
        assertTrue(
                e.getMessage().startsWith("figure must leave an area 20 pixels high to its data, leaves "),
                e.getMessage());
    }

    @Test
    void numbersAtTheEndsOfDoublePrecisionAreDrawnOrRefused() {
        double[] x = {0, 1};
        assertTrue(
                Lines.of("x", "y").add("p", x, new double[] {1, 1e306}).logY().png().length > 0);
        Lines wide = Lines.of("x", "y").add("p", x, new double[] {-1.7e308, 1.7e308});
        var e = assertThrows(IllegalArgumentException.class, wide::png);
        assertTrue(e.getMessage().contains("neither too small nor too large to compute with"), e.getMessage());
    }
}
