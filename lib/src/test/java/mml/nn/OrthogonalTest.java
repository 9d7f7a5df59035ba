package mml.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrthogonalTest {
    static List<List<Integer>> shapes() {
        return List.of(
                List.of(1, 1),
                List.of(7, 7),
                List.of(200, 200),
                List.of(90, 31),
                List.of(31, 90),
                List.of(3, 3, 8, 16),
                List.of(1, 1, 4, 9),
                List.of(6));
    }

    private static float[] filled(List<Integer> shape, double singularValue, long seed) {
        Layout layout = Layout.of(List.of(new Block("w", Kind.WEIGHT, shape)));
        return Initialisation.orthogonal(singularValue).parameters(layout, seed).block("w");
    }

    /** Of W'W if there are at least as many rows as columns, else of WW', the largest distance to a multiple of 1. */
    private static double defect(float[] w, int rows, int columns, double square) {
        boolean tall = rows >= columns;
        int count = tall ? columns : rows;
        double worst = 0;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                double sum = i == j ? -square : 0;
                for (int k = 0; k < w.length / count; k++) {
                    sum += tall
                            ? (double) w[k * columns + i] * w[k * columns + j]
                            : (double) w[i * columns + k] * w[j * columns + k];
                }
                worst = Math.max(worst, Math.abs(sum));
            }
        }
        return worst;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theFewerOfRowsAndColumnsAreOrthonormal(List<Integer> shape) {
        Block block = new Block("w", Kind.WEIGHT, shape);
        assertEquals(0, defect(filled(shape, 1, 1), block.filterSize(), block.filters(), 1), 1e-6); // single precision
        // 3 * 3 = 9 times the rounding
        assertEquals(0, defect(filled(shape, 3, 2), block.filterSize(), block.filters(), 9), 1e-5);
    }

    /** A matrix that is uniformly distributed on the orthogonal group has a trace of mean 0 and variance 1. */
    @Test
    void theMatricesAreUniformlyDistributed() {
        int draws = 4000;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < draws; seed++) {
            float[] q = filled(List.of(4, 4), 1, seed);
            double trace = q[0] + q[5] + q[10] + q[15];
            sum += trace;
            squares += trace * trace;
        }
        assertEquals(0, sum / draws, 4 / Math.sqrt(draws));
        assertEquals(1, squares / draws, 4 * Math.sqrt(2.0 / draws)); // the fourth moment is 3
    }

    @Test
    void aSingleWeightHasEitherSignEquallyOften() {
        int positive = 0;
        for (int seed = 0; seed < 1000; seed++) {
            positive += filled(List.of(1, 1), 1, seed)[0] > 0 ? 1 : 0;
        }
        assertEquals(500, positive, 4 * Math.sqrt(1000) / 2);
    }

    @Test
    void numbersDependOnSeedAndNameOnly() {
        assertArrayEquals(filled(List.of(5, 3), 1, 7), filled(List.of(5, 3), 1, 7));
        Layout two = Layout.of(
                List.of(new Block("v", Kind.WEIGHT, List.of(9, 2)), new Block("w", Kind.WEIGHT, List.of(5, 3))));
        assertArrayEquals(
                filled(List.of(5, 3), 1, 7),
                Initialisation.orthogonal().parameters(two, 7).block("w"));
    }
}
