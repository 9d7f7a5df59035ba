package mml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mml.math.Grid;
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
        // (0.8 - 0.6) / 0.1 is rounded to more than 2, and 0.6 + 2 * 0.1 to 0.8
        String text = CONTOURS.levelsFrom(0.6, 0.8, 0.1).alternativeText();
        assertTrue(text.endsWith("lines at 0.6, 0.7."), text);
    }

    @Test
    void thePapersLevelsAreEveryHalfFromATenthToBelowTen() {
        Grid high = Grid.of(SIDE, SIDE, (x, y) -> 10 * (x + 1));
        Contours contours = Contours.of(high, "a", "b", "loss");
        String text = contours.paperLevels().alternativeText();
        assertTrue(text.endsWith("; 20 lines from 0.1 to 9.6."), text);
        assertEquals(contours.levelsFrom(0.1, 10, 0.5).alternativeText(), text);
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
    void theTextTellsInfinityFromNaNAndNegativeValuesFromClippedOnes() {
        double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 0, 2, 3, 4, 50};
        Grid.Axis three = new Grid.Axis(0, 2, 3);
        assertEquals(
                "Heat map of loss (logarithmic) over a in [0, 2], b in [0, 2]: least -1 at (0, 1), greatest 50 at (2, 2);"
                        + " 1 value above 10 clipped; 2 values not positive clipped; 1 of 9 points infinite;"
                        + " 1 of 9 points minus infinity; 1 of 9 points without a value.",
                HeatMap.of(Grid.of(three, three, values), "a", "b", "loss")
                        .logColours()
                        .clip(10)
                        .alternativeText());
    }

    @Test
    void aGridWithoutAFiniteValueIsDrawnAsSuchAndSaysSo() {
        Grid none = Grid.of(SIDE, SIDE, (x, y) -> Double.NaN);
        String nothing =
                " of loss over a in [-1, 1], b in [-1, 1]: no point has a finite value; 441 of 441 points without a"
                        + " value";
        Contours contours = Contours.of(none, "a", "b", "loss").quantiles(3);
        assertEquals("Contours" + nothing + "; no lines.", contours.alternativeText());
        assertEquals(
                "Heat map" + nothing + ".", HeatMap.of(none, "a", "b", "loss").alternativeText());
        assertTrue(contours.logColours().clip(1).png().length > 1000);
    }

    @Test
    void severalGridsHaveOneScaleAndTheSameLevels() {
        Grid low = Grid.of(new Grid.Axis(-1, 1, 5), SIDE, (x, y) -> 0.1 + x * x);
        Contours both = CONTOURS.title("deep").beside("flat", low).levels(0.2, 3);
        assertEquals(
                "Contours of loss over a in [-1, 1], b in [-1, 1], 2 planes on one scale: deep: least 0.5 at (0, 0), greatest"
                        + " 3.5 at (-1, -1); flat: least 0.1 at (0, -1), greatest 1.1 at (-1, -1); lines at 0.2, 3.",
                both.alternativeText());
        assertEquals(900, both.width());
        assertEquals(700, both.size(700, 300).width());
        refused(
                "grids beside each other must reach over the same x, were [-1.0, 1.0] and [-1.0, 2.0]",
                () -> CONTOURS.beside("wider", Grid.of(new Grid.Axis(-1, 2, 5), SIDE, (x, y) -> x)));
    }

    @Test
    void whereAllIsClippedThereIsStillAColourBar() {
        assertTrue(CONTOURS.clip(-4).alternativeText().contains("441 values above -4 clipped"));
        assertTrue(CONTOURS.clip(0.1).logColours().png().length > 1000);
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
        Grid negative = Grid.of(SIDE, SIDE, (x, y) -> -1);
        refused(
                "grid must have a positive value on a logarithmic scale, none of 441 is",
                () -> HeatMap.of(negative, "a", "b", "loss").logColours());
        refused(
                "range must be positive on a logarithmic scale, 1 of 2 were not",
                () -> HeatMap.of(BOWL, "a", "b", "loss").logColours().range(0, 1));
        refused("valueLabel must not be blank, was \"\"", () -> HeatMap.of(BOWL, "a", "b", ""));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
