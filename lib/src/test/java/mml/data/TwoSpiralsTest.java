package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The generator of section 5 of the sheet on Li et al. 2018: radius t / 9 with t = 3 pi sqrt(u), u uniform on [0.03, 1]. */
class TwoSpiralsTest {
    private static final int SIZE = 4000;
    private static final double NOISE = 0.04;
    private static final Dataset DATA = TwoSpirals.of(SIZE, 1);

    private static double radius(int i) {
        return Math.hypot(DATA.features()[2 * i], DATA.features()[2 * i + 1]);
    }

    @Test
    void halfOfThePointsBelongToEachClass() {
        assertEquals(SIZE / 2, Arrays.stream(DATA.labels()).sum());
        assertEquals(1, Arrays.stream(TwoSpirals.of(3, 1).labels()).sum());
    }

    @Test
    void radiiFillTheRangeOfTheDefinition() {
        double innermost = Math.PI / 3 * Math.sqrt(0.03);
        double outermost = Math.PI / 3;
        double least = 9;
        double most = 0;
        for (int i = 0; i < SIZE; i++) {
            least = Math.min(least, radius(i));
            most = Math.max(most, radius(i));
        }
        // five deviations of the noise beyond the ends, which four thousand points come close to
        assertTrue(least > innermost - 5 * NOISE && least < innermost + 0.02, "least " + least);
        assertTrue(most < outermost + 5 * NOISE && most > outermost - 0.02, "most " + most);
    }

    @Test
    void squaresOfTheRadiiAreUniform() {
        double mean = 0;
        for (int i = 0; i < SIZE; i++) {
            mean += radius(i) * radius(i) / SIZE;
        }
        double scale = Math.PI * Math.PI / 9;
        double expected = scale * (0.03 + 1) / 2 + 2 * NOISE * NOISE;
        // four deviations of a mean: scale (1 - 0.03) / sqrt(12) for the uniform part, and less from the noise
        assertEquals(expected, mean, 4 * scale * 0.97 / Math.sqrt(12 * SIZE));
    }

    @Test
    void pointsLieOnTheirSpiralUpToTheNoise() {
        double squares = 0;
        for (int i = 0; i < SIZE; i++) {
            double least = 9;
            double sign = DATA.labels()[i] == 0 ? -1 : 1;
            for (double t = 3 * Math.PI * Math.sqrt(0.03); t <= 3 * Math.PI; t += 0.01) {
                double x = DATA.features()[2 * i] - sign * t * Math.cos(t) / 9;
                double y = DATA.features()[2 * i + 1] - sign * t * Math.sin(t) / 9;
                least = Math.min(least, Math.hypot(x, y));
            }
            squares += least * least / SIZE;
        }
        // the distance to a curve is one of the two coordinates of the noise; bent curves and ends make it a little
        // less
        assertEquals(NOISE, Math.sqrt(squares), 0.05 * NOISE);
    }

    @Test
    void theSameSeedGivesTheSamePoints() {
        assertArrayEquals(DATA.features(), TwoSpirals.of(SIZE, 1).features());
        assertFalse(Arrays.equals(DATA.features(), TwoSpirals.of(SIZE, 2).features()));
    }

    @Test
    void onePointAndMoreThanAnArrayHoldsAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> TwoSpirals.of(1, 1));
        assertEquals("size must be at least 2, was 1", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> TwoSpirals.of(1 << 30, 1));
        assertEquals("size must be at most 1073741823, was 1073741824", e.getMessage());
    }
}
