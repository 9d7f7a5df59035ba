package mml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import mml.math.Grid;
import mml.plot.contour.Colours;
import mml.plot.contour.Viridis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** {@link Contours} and {@link HeatMap}. */
class PlaneFiguresTest {
    private static final Grid.Axis SIDE = new Grid.Axis(-1, 1, 21);
    private static final Grid BOWL = Grid.of(SIDE, SIDE, (x, y) -> 0.5 + 2 * x * x + y * y);
    private static final Contours CONTOURS = Contours.of(BOWL, "a", "b", "loss");

    @Test
    void moreLevelsThanAPictureHasRowsAreRefused() {
        var levels = assertThrows(IllegalArgumentException.class, () -> CONTOURS.levelsFrom(0, 1e9, 1e-3));
        assertEquals("levels must be at most 1000, would be 1.0E12", levels.getMessage());
        var quantiles = assertThrows(IllegalArgumentException.class, () -> CONTOURS.quantiles(1001));
        assertEquals("count must be at most 1000, was 1001", quantiles.getMessage());
    }

    @Test
    void theTextOfContoursTellsExtremesAndLevels() {
        assertEquals(
                "Contours of loss over a in [-1, 1], b in [-1, 1]: least 0.5 at (0, 0), greatest 3.5 at (-1, -1);"
                        + " lines at 1, 2, 3.",
                CONTOURS.levels(3, 1, 2, 2, 9).alternativeText());
        assertEquals(
                "Flat. Contours of loss over a in [-1, 1], b in [-1, 1]: all values are 0.5; no lines.",
                Contours.of(Grid.of(SIDE, SIDE, (x, y) -> 0.5), "a", "b", "loss")
                        .title("Flat")
                        .alternativeText());
    }

    @Test
    void levelsAtEqualStepsEndBelowTheHighOne() {
        assertEquals(
                CONTOURS.levels(0.1, 0.6, 1.1, 1.6, 2.1, 2.6, 3.1).alternativeText(),
                CONTOURS.levelsFrom(0.1, 10, 0.5).alternativeText());
        assertTrue(CONTOURS.levelsFrom(1, 3, 1).alternativeText().endsWith("lines at 1, 2."));
    }

    @Test
    void quantilesCutTheValuesIntoEqualParts() {
        Grid rising = Grid.of(new Grid.Axis(0, 4, 5), new Grid.Axis(0, 1, 2), (x, y) -> x);
        assertTrue(Contours.of(rising, "a", "b", "loss")
                .quantiles(3)
                .alternativeText()
                .endsWith("lines at 1, 2, 3."));
    }

    @Test
    void levelsUnlessToldAreRoundNumbers() {
        assertTrue(CONTOURS.alternativeText().endsWith("; 15 lines from 0.6 to 3.4."), CONTOURS::alternativeText);
    }

    @Test
    void theTextCountsHolesAndValuesBeyondTheColours() {
        Grid holes = Grid.of(SIDE, SIDE, (x, y) -> x == 0 ? Double.NaN : x);
        assertEquals(
                "Heat map of loss over a in [-1, 1], b in [-1, 1]: least -1 at (-1, -1), greatest 1 at (1, -1);"
                        + " 42 values above 0.85 clipped; 21 values below -0.95 clipped; 21 of 441 points without a value.",
                HeatMap.of(holes, "a", "b", "loss").range(-0.95, 0.85).alternativeText());
    }

    @Test
    void aUnitIsAsLongOnBothAxesUnlessTheyMeasureDifferentThings() {
        Grid wide = Grid.of(new Grid.Axis(0, 3, 4), new Grid.Axis(0, 1, 4), (x, y) -> x);
        Rectangle2D box = new Rectangle2D.Double(0, 0, 560, 480);
        Rectangle2D area = area(wide, box, 0);
        assertEquals(3, area.getWidth() / area.getHeight(), 0.02);
        Grid unlike = Grid.of(new Grid.Axis(0, 3, 4), new Grid.Axis(0, 100, 4), (x, y) -> x);
        Rectangle2D full = area(unlike, box, 0);
        assertTrue(full.getWidth() > 300 && full.getHeight() > 300);
    }

    @Test
    void aHoleIsGreyAndTheLeastValueDarkViolet() throws IOException {
        Grid.Axis two = new Grid.Axis(0, 1, 2);
        HeatMap map = HeatMap.of(Grid.of(two, two, new double[] {0, 1, Double.NaN, 1}), "a", "b", "v");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(map.png()));
        Rectangle2D area = new Plane(Grid.of(two, two, new double[] {0, 1, 1, 1}), "a", "b", "v", Colours.FULL)
                .frame(new Rectangle2D.Double(8, 8, 544, 434), 0.5)
                .area();
        int left = (int) (2 * area.getX() + area.getWidth() / 2);
        int upper = (int) (2 * area.getY() + area.getHeight() / 2);
        int lower = (int) (2 * area.getMaxY() - area.getHeight() / 2);
        assertEquals(0xff440154, image.getRGB(left, lower));
        int hole = image.getRGB(left, upper) & 0xff;
        assertEquals(hole, image.getRGB(left, upper) >> 16 & 0xff, "grey");
        assertNotEquals(0x54, hole);
    }

    @Test
    void lightnessOfTheColoursRises() {
        double last = -1;
        for (int i = 0; i <= 100; i++) {
            int colour = Viridis.at(i / 100.0);
            double lightness =
                    0.2126 * (colour >> 16 & 0xff) + 0.7152 * (colour >> 8 & 0xff) + 0.0722 * (colour & 0xff);
            assertTrue(lightness > last, "at " + i);
            last = lightness;
        }
    }

    @Test
    void wrongArgumentsAreRefused() {
        refused("levels must not be empty", CONTOURS::levels);
        refused("level must be finite, was NaN", () -> CONTOURS.levels(1, Double.NaN));
        refused("step must be finite and positive, was 0.0", () -> CONTOURS.levelsFrom(0, 1, 0));
        refused("low must be less than high, were 2.0 and 1.0", () -> CONTOURS.levelsFrom(2, 1, 1));
        refused("count must be at least 1, was 0", () -> CONTOURS.quantiles(0));
        refused("low must be less than high, were 2.0 and 2.0", () -> CONTOURS.range(2, 2));
        refused("title must not be blank, was \"\"", () -> CONTOURS.title(""));
        Grid signed = Grid.of(SIDE, SIDE, (x, y) -> x);
        refused(
                "grid must be positive on a logarithmic scale, 231 of 441 were not",
                () -> HeatMap.of(signed, "a", "b", "loss").logColours());
        Grid none = Grid.of(SIDE, SIDE, (x, y) -> Double.NaN);
        refused("grid must have a finite value, had none", () -> HeatMap.of(none, "a", "b", "loss"));
        refused("valueLabel must not be blank, was \"\"", () -> HeatMap.of(BOWL, "a", "b", ""));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
