package mml.plot.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import mml.math.Grid;
import mml.plot.chart.ColourBar;
import mml.plot.contour.Colours;
import mml.plot.contour.Interpolation;
import mml.plot.contour.Standing;
import mml.plot.plane.PlaneDrawing.Fill;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where values lie on the page, and in which colours. */
class PlaneDrawingTest {
    private static final Labels LABELS = new Labels("a", "b", "loss");
    private static final Rectangle2D BOX = new Rectangle2D.Double(0, 0, 560, 480);
    private static final Grid.Axis FIVE = new Grid.Axis(0, 4, 5);

    /** A picture in dots, and the plot areas in it. */
    private record Picture(BufferedImage image, List<Rectangle2D> areas) {
        static Picture of(Planes planes, Interpolation between) {
            BufferedImage image = new BufferedImage(1120, 960, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.scale(2, 2);
            List<Rectangle2D> areas = new ArrayList<>();
            double cells = between == Interpolation.NEAREST ? 0.5 : 0;
            new PlaneDrawing(planes, cells, between, Fill.COLOURS)
                    .paint(graphics, BOX, (own, frame, grid) -> areas.add(frame.area()));
            return new Picture(image, areas);
        }

        /** Returns the colours of the dots around a place, as shares of a plot area from its lower left. */
        Set<Integer> around(int area, double x, double y) {
            Rectangle2D where = areas.get(area);
            int column = (int) (2 * (where.getX() + x * where.getWidth()));
            int row = (int) (2 * (where.getMaxY() - y * where.getHeight()));
            Set<Integer> colours = new HashSet<>();
            for (int i = -8; i <= 8; i++) {
                for (int j = -8; j <= 8; j++) {
                    colours.add(image.getRGB(column + i, row + j) & 0xffffff);
                }
            }
            return colours;
        }
    }

    @Test
    void planesBesideEachOtherHaveOneSizeWhateverTheirTitles() {
        Grid grid = Grid.of(FIVE, FIVE, (x, y) -> x + y);
        Planes planes = Planes.of(grid, LABELS, Colours.FULL)
                .titled("a title so long that it takes two lines over its plane")
                .beside("short", grid);
        List<Rectangle2D> areas = Picture.of(planes, Interpolation.BILINEAR).areas();
        assertEquals(areas.get(0).getHeight(), areas.get(1).getHeight());
        assertEquals(areas.get(0).getY(), areas.get(1).getY());
    }

    private static Set<Integer> stripes(Standing standing) {
        Set<Integer> colours = new HashSet<>();
        IntStream.range(0, 196).forEach(k -> colours.add(standing.at(k % 14, k / 14)));
        return colours;
    }

    private static Planes planes(Grid grid, Colours colours) {
        return Planes.of(grid, LABELS, colours);
    }

    @Test
    void aUnitIsAsLongOnBothAxesUnlessTheyMeasureDifferentThings() {
        Grid wide = Grid.of(new Grid.Axis(0, 3, 4), new Grid.Axis(0, 1, 4), (x, y) -> x);
        Rectangle2D area = Picture.of(planes(wide, Colours.FULL), Interpolation.BILINEAR)
                .areas()
                .get(0);
        assertEquals(3, area.getWidth() / area.getHeight(), 0.02);
        Grid unlike = Grid.of(new Grid.Axis(0, 3, 4), new Grid.Axis(0, 100, 4), (x, y) -> x);
        Rectangle2D full = Picture.of(planes(unlike, Colours.FULL), Interpolation.BILINEAR)
                .areas()
                .get(0);
        assertTrue(full.getWidth() > 300 && full.getHeight() > 300);
    }

    @ParameterizedTest
    @EnumSource(Interpolation.class)
    void whatIsNotFiniteHasItsOwnStripesAndNothingIsMadeUpThere(Interpolation between) {
        double[] values = IntStream.range(0, 25).mapToDouble(i -> i).toArray();
        values[6] = Double.NaN;
        values[8] = Double.POSITIVE_INFINITY;
        values[16] = Double.NEGATIVE_INFINITY;
        Planes planes = planes(Grid.of(FIVE, FIVE, values), Colours.FULL);
        assertEquals(List.of(Standing.PLUS_INFINITY, Standing.MINUS_INFINITY, Standing.NO_VALUE), planes.holes());
        Picture picture = Picture.of(planes, between);
        double first = between == Interpolation.NEAREST ? 0.3 : 0.25;
        double second = between == Interpolation.NEAREST ? 0.7 : 0.75;
        assertEquals(stripes(Standing.NO_VALUE), picture.around(0, first, first));
        assertEquals(stripes(Standing.PLUS_INFINITY), picture.around(0, second, first));
        assertEquals(stripes(Standing.MINUS_INFINITY), picture.around(0, first, second));
        assertNotEquals(stripes(Standing.NO_VALUE), picture.around(0, second, second));
    }

    @Test
    void aClippedValueHasStripesAndTheBarACapThatSaysWhere() {
        Grid rising = Grid.of(FIVE, FIVE, (x, y) -> x);
        Planes clipped = planes(rising, Colours.FULL.over(0.5, 2.5));
        Picture picture = Picture.of(clipped, Interpolation.NEAREST);
        assertEquals(stripes(Standing.BELOW), picture.around(0, 0.1, 0.5));
        assertEquals(stripes(Standing.ABOVE), picture.around(0, 0.7, 0.5));
        assertEquals(1, picture.around(0, 0.5, 0.5).size());
        ColourBar bar = clipped.bar().orElseThrow();
        assertEquals(List.of(Standing.ABOVE, Standing.BELOW), bar.clipped());
        assertEquals("clipped at 2.5", Standing.ABOVE.inWords(clipped.colours().end(Standing.ABOVE)));
        assertEquals(
                List.of(),
                planes(rising, Colours.FULL.over(0, 4)).bar().orElseThrow().clipped());
    }

    @Test
    void theSameValueHasTheSameColourOnEveryPlane() {
        Planes one = planes(Grid.of(FIVE, FIVE, (x, y) -> x), Colours.FULL).titled("one");
        Planes both = one.beside("two", Grid.of(FIVE, FIVE, (x, y) -> 2 + x / 4));
        Picture picture = Picture.of(both, Interpolation.NEAREST);
        assertEquals(2, picture.areas().size());
        assertEquals(picture.around(0, 0.5, 0.5), picture.around(1, 0.1, 0.5));
        assertEquals(picture.around(0, 0.7, 0.5), picture.around(1, 0.9, 0.5));
        Picture alone = Picture.of(planes(both.all().get(1).grid(), Colours.FULL), Interpolation.NEAREST);
        assertNotEquals(picture.around(1, 0.9, 0.5), alone.around(0, 0.9, 0.5));
    }

    @Test
    void aLogarithmChangesColoursAndNoValue() {
        Grid grid = Grid.of(FIVE, FIVE, (x, y) -> Math.pow(10, x));
        Planes planes = planes(grid, Colours.FULL.logarithmic());
        assertEquals(0.5, planes.axis().orElseThrow().share(100), 1e-12);
        assertEquals(grid, planes.all().get(0).grid());
    }
}
