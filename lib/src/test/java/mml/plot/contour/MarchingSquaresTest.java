package mml.plot.contour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import mml.math.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known values are computed by hand from linear interpolation. */
class MarchingSquaresTest {
    private static final Grid.Axis SIDE = new Grid.Axis(-1, 1, 21);
    private static final Grid.Axis UNIT = new Grid.Axis(0, 1, 2);

    @Test
    void aPlaneHasOneStraightOpenLine() {
        Grid plane = Grid.of(SIDE, SIDE, (x, y) -> 2 * x + y);
        List<MarchingSquares.Line> lines = MarchingSquares.of(plane, 0.33);
        assertEquals(1, lines.size());
        assertFalse(lines.get(0).isClosed());
        for (int i = 0; i < lines.get(0).xs().length; i++) {
            assertEquals(0.33, 2 * lines.get(0).xs()[i] + lines.get(0).ys()[i], 1e-12);
        }
    }

    @Test
    void aCircleIsOneClosedLine() {
        Grid bowl = Grid.of(SIDE, SIDE, Math::hypot);
        List<MarchingSquares.Line> lines = MarchingSquares.of(bowl, 0.73);
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).isClosed());
        for (int i = 0; i < lines.get(0).xs().length; i++) {
            // interpolation errs by at most an eighth of step squared times curvature
            assertEquals(0.73, Math.hypot(lines.get(0).xs()[i], lines.get(0).ys()[i]), 0.1 * 0.1 / 0.7 / 8);
        }
    }

    @Test
    void aLineInOneCellEndsWhereInterpolationSays() {
        Grid cell = Grid.of(UNIT, UNIT, new double[] {0, 4, 0, 4});
        MarchingSquares.Line line = MarchingSquares.of(cell, 1).get(0);
        assertArrayEquals(new double[] {0.25, 0.25}, line.xs(), 1e-15);
        assertArrayEquals(new double[] {0, 1}, line.ys(), 1e-15);
    }

    @Test
    void highCornersOfASaddleAreJoinedIfTheMeanIsHigh() {
        Grid saddle = Grid.of(UNIT, UNIT, new double[] {1, 0, 0, 1}); // high at (0, 0) and (1, 1); mean 0.5
        assertTrue(isBeside(MarchingSquares.of(saddle, 0.4), 1, 0), "the low corner is cut off");
        assertTrue(isBeside(MarchingSquares.of(saddle, 0.6), 0, 0), "the high corner is cut off");
    }

    @Test
    void theOtherSaddleFollowsTheSameRule() {
        Grid saddle = Grid.of(UNIT, UNIT, new double[] {0, 1, 1, 0}); // high at (1, 0) and (0, 1)
        assertTrue(isBeside(MarchingSquares.of(saddle, 0.4), 0, 0), "the low corner is cut off");
        assertTrue(isBeside(MarchingSquares.of(saddle, 0.6), 1, 0), "the high corner is cut off");
    }

    /** Is there a line with both ends on the two sides that meet in a corner? */
    private static boolean isBeside(List<MarchingSquares.Line> lines, double x, double y) {
        assertEquals(2, lines.size());
        return lines.stream()
                .anyMatch(line -> line.xs()[0] == x && line.ys()[1] == y || line.xs()[1] == x && line.ys()[0] == y);
    }

    @Test
    void aCellWithAHoleAtACornerIsSkipped() {
        double[] values = new double[9];
        for (int i = 0; i < 9; i++) {
            values[i] = i % 3;
        }
        values[8] = Double.NaN; // the north-east corner of the north-east cell
        Grid.Axis three = new Grid.Axis(0, 2, 3);
        MarchingSquares.Line line =
                MarchingSquares.of(Grid.of(three, three, values), 1.5).get(0);
        assertArrayEquals(new double[] {0, 1}, line.ys(), 0);
    }

    @Test
    void aConstantHasNoLineAtItsValue() {
        assertEquals(0, MarchingSquares.of(Grid.of(SIDE, SIDE, (x, y) -> 3), 3).size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyCornerOfALineLiesOnTheLevelAndOnlyTheBorderHasEnds(long seed) {
        Random random = new Random(seed);
        Grid noise = Grid.of(SIDE, SIDE, (x, y) -> random.nextDouble());
        List<MarchingSquares.Line> lines = MarchingSquares.of(noise, 0.5);
        assertTrue(lines.size() > 10);
        for (MarchingSquares.Line line : lines) {
            for (int i = 0; i < line.xs().length; i++) {
                double value = Interpolation.BILINEAR.at(noise, (line.xs()[i] + 1) * 10, (line.ys()[i] + 1) * 10);
                assertEquals(0.5, value, 1e-12);
            }
            assertTrue(line.isClosed() || isOnBorder(line.xs()[0], line.ys()[0]));
        }
    }

    private static boolean isOnBorder(double x, double y) {
        return Math.abs(x) == 1 || Math.abs(y) == 1;
    }
}
