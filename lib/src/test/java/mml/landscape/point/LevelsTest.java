package mml.landscape.point;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {
    @Test
    void theLevelsOfThePapersGridHaveTheMiddleAndBothEnds() {
        Levels levels = new Levels(51, 1);
        assertEquals(4, levels.coarsest());
        assertArrayEquals(new int[] {0, 9, 25, 41, 50}, levels.points(4));
        assertArrayEquals(new int[] {0, 1, 9, 17, 25, 33, 41, 49, 50}, levels.points(3));
        assertArrayEquals(IntStream.range(0, 51).toArray(), levels.points(0));
    }

    @ParameterizedTest
    @CsvSource({"51, 51", "25, 25", "21, 4", "2, 2", "3, 40", "1, 1", "8, 7"})
    void everyPointComesOnceAndCoarserLevelsComeFirst(int columns, int rows) {
        Levels levels = new Levels(columns, rows);
        int[] order = levels.order();
        assertArrayEquals(
                IntStream.range(0, columns * rows).toArray(),
                Arrays.stream(order).sorted().toArray());
        for (int level = levels.coarsest(); level >= 0; level--) {
            int[] points = levels.points(level);
            int[] first = Arrays.stream(order).limit(points.length).sorted().toArray();
            assertArrayEquals(points, first, "level " + level);
        }
    }

    @ParameterizedTest
    @CsvSource({"51, 51", "25, 25", "64, 64", "8, 8", "5, 5"})
    void theCoarsestLevelHasAtMostFiveColumnsAndRowsAndTheMiddle(int columns, int rows) {
        int[] points = new Levels(columns, rows).points(new Levels(columns, rows).coarsest());
        Set<Integer> inRow = Arrays.stream(points).map(i -> i % columns).boxed().collect(Collectors.toSet());
        assertTrue(inRow.size() <= 5, inRow + "");
        assertTrue(inRow.containsAll(Set.of(0, columns / 2, columns - 1)), inRow + "");
    }

    @Test
    void theFinestCompleteLevelIsTheOneOfWhichNothingIsMissing() {
        Levels levels = new Levels(9, 9);
        int[] order = levels.order();
        assertEquals(OptionalInt.empty(), complete(levels, order, levels.points(2).length - 1));
        assertEquals(OptionalInt.of(2), complete(levels, order, levels.points(2).length));
        assertEquals(OptionalInt.of(2), complete(levels, order, levels.points(1).length - 1));
        assertEquals(OptionalInt.of(1), complete(levels, order, levels.points(1).length));
        assertEquals(OptionalInt.of(0), complete(levels, order, 81));
    }

    private static OptionalInt complete(Levels levels, int[] order, int done) {
        Set<Integer> there = Arrays.stream(order).limit(done).boxed().collect(Collectors.toSet());
        return levels.complete(there::contains);
    }

    @ParameterizedTest
    @CsvSource({"51, 21", "9, 9", "12, 25"})
    void aBilinearFunctionIsInterpolatedExactly(int columns, int rows) {
        Levels levels = new Levels(columns, rows);
        double[] all = IntStream.range(0, columns * rows)
                .mapToDouble(i -> 3 + 2.0 * (i % columns) - (i / columns) + 0.5 * (i % columns) * (i / columns))
                .toArray();
        Set<Integer> coarse =
                Arrays.stream(levels.points(levels.coarsest())).boxed().collect(Collectors.toSet());
        double[] known = IntStream.range(0, all.length)
                .mapToDouble(i -> coarse.contains(i) ? all[i] : Double.NaN)
                .toArray();
        assertArrayEquals(all, levels.filled(known, coarse::contains), 1e-11); // of values up to 1000
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity"})
    void aHoleStaysAHoleAndIsNeverFilledWithAMean(double hole) {
        Levels levels = new Levels(5, 1); // columns 0, 2 and 4 are the coarser level
        double[] known = {1, Double.NaN, hole, Double.NaN, 5};
        double[] filled = levels.filled(known, i -> i % 2 == 0);
        assertArrayEquals(new double[] {1, Double.NaN, hole, Double.NaN, 5}, filled);
    }

    @Test
    void whatIsThereIsNotTouchedAndWithoutACompleteLevelNothingIsInterpolated() {
        Levels levels = new Levels(5, 1);
        assertArrayEquals(
                new double[] {0, 7, 4, 6, 8}, levels.filled(new double[] {0, 7, 4, Double.NaN, 8}, i -> i != 3));
        double[] few = {0, Double.NaN, 4, Double.NaN, Double.NaN};
        assertArrayEquals(few, levels.filled(few, i -> i == 0 || i == 2));
    }

    @Test
    void countsAndLevelsAreChecked() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Levels(0, 3));
        assertEquals("columns must be at least 1, was 0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new Levels(9, 9).points(3));
        assertEquals("level must be from 0 to 2, was 3", e.getMessage());
    }
}
