package mml.math.approximation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeastSquaresTest {
    @Test
    void aLineThroughThreePointsIsTheOneComputedByHand() {
        // through (0, 6), (1, 0), (2, 0): 5 - 3x (G. Strang, Introduction to Linear Algebra, section 4.3)
        double[][] matrix = {{1, 0}, {1, 1}, {1, 2}};
        assertArrayEquals(new double[] {5, -3}, LeastSquares.solve(matrix, new double[] {6, 0, 0}), 1e-14);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theResidualIsOrthogonalToEveryColumn(long seed) {
        Random random = new Random(seed);
        double[][] matrix = Stream.generate(() -> random.doubles(7, -1, 1).toArray())
                .limit(30)
                .toArray(double[][]::new);
        double[] values = random.doubles(30, -1, 1).toArray();
        double[] c = LeastSquares.solve(matrix, values);
        for (int j = 0; j < 7; j++) {
            double product = 0;
            for (int i = 0; i < 30; i++) {
                double residual = -values[i];
                for (int k = 0; k < 7; k++) {
                    residual += matrix[i][k] * c[k];
                }
                product += matrix[i][j] * residual;
            }
            assertEquals(0, product, 1e-13);
        }
    }

    @Test // the normal equations of this one are singular in double precision
    void aConditionNumberOfABillionCostsNineDigitsAndNotEighteen() {
        double e = 1e-9;
        double[][] matrix = {{1, 1}, {e, 0}, {0, e}};
        assertArrayEquals(new double[] {2, -1}, LeastSquares.solve(matrix, new double[] {1, 2 * e, -e}), 1e-6);
    }

    @Test
    void polynomialsAreFoundAgainFromTheirValues() {
        double[] c = {0.3, -1, 0, 2, 0.5, 0, 0, 1e-3};
        double[] nodes = GaussLegendre.of(12).nodes();
        double[][] matrix =
                Arrays.stream(nodes).mapToObj(x -> Legendre.orthonormal(8, x)).toArray(double[][]::new);
        double[] values = Arrays.stream(matrix)
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int j = 0; j < 8; j++) {
                        sum += c[j] * row[j];
                    }
                    return sum;
                })
                .toArray();
        assertArrayEquals(c, LeastSquares.solve(matrix, values), 1e-14);
    }

    @Test
    void nothingIsModified() {
        double[][] matrix = {{2, 1}, {1, 1}, {0, 3}};
        double[] values = {1, 2, 3};
        LeastSquares.solve(matrix, values);
        assertArrayEquals(new double[][] {{2, 1}, {1, 1}, {0, 3}}, matrix);
        assertArrayEquals(new double[] {1, 2, 3}, values);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-17, 1, 1e10, 1e17, 1e300})
    void theUnitOfAColumnDecidesNothing(double unit) {
        double[][] orthogonal = {{1, unit}, {1, -unit}, {1, 0}};
        double[] solution = LeastSquares.solve(orthogonal, new double[] {3, -1, 1});
        assertEquals(1, solution[0], 1e-14);
        assertEquals(2, solution[1] * unit, 1e-14);
    }

    @Test
    void powersOfLargeNumbersAreIndependent() {
        double[][] powers = DoubleStream.of(1e9, 2e9, 3e9, 4e9)
                .mapToObj(x -> new double[] {1, x, x * x})
                .toArray(double[][]::new);
        double[] solution = LeastSquares.solve(powers, new double[] {1, 4, 9, 16});
        assertEquals(1e-18, solution[2], 1e-30);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.1, 1e-200, 1e10, 1e150})
    void columnsMustBeIndependent(double scale) {
        double[][] matrix = {{scale, 3 * scale, scale}, {2 * scale, 6 * scale, 0}, {7 * scale, 21 * scale, 1}};
        double[][] dependent =
                Arrays.stream(matrix).map(row -> Arrays.copyOf(row, 2)).toArray(double[][]::new);
        var e = assertThrows(
                IllegalArgumentException.class, () -> LeastSquares.solve(dependent, new double[] {1, 2, 3}));
        assertEquals("columns of the matrix must be linearly independent, 2 columns have rank 1", e.getMessage());
    }

    static Stream<Arguments> refused() {
        double[][] square = {{1, 0}, {0, 1}};
        return Stream.of(
                Arguments.of(new double[0][], new double[0], "matrix must have a row and a column, had none"),
                Arguments.of(new double[1][0], new double[1], "matrix must have a row and a column, had none"),
                Arguments.of(
                        new double[][] {{1, 2}},
                        new double[] {1},
                        "matrix must have as many rows as columns or more, was 1 x 2"),
                Arguments.of(square, new double[3], "there are 3 values, the matrix has 2 rows"),
                Arguments.of(
                        new double[][] {{1, 2}, {1}},
                        new double[2],
                        "rows must be of one length, row 0 has 2 entries, row 1 has 1"),
                Arguments.of(
                        new double[][] {{1, 2}, {1, Double.NaN}},
                        new double[2],
                        "entry [1, 1] of the matrix must be finite, was NaN"),
                Arguments.of(
                        square, new double[] {1, Double.POSITIVE_INFINITY}, "value 1 must be finite, was Infinity"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatDoesNotFitIsRefused(double[][] matrix, double[] values, String sentence) {
        var e = assertThrows(IllegalArgumentException.class, () -> LeastSquares.solve(matrix, values));
        assertEquals(sentence, e.getMessage());
    }

    @Test
    void nothingIsRefusedByItsName() {
        assertEquals("matrix must be given, was null", refusal(null, new double[1]));
        assertEquals("values must be given, was null", refusal(new double[][] {{1}}, null));
        assertEquals("row 1 of the matrix must be given, was null", refusal(new double[][] {{1}, null}, new double[2]));
    }

    private static String refusal(double[][] matrix, double[] values) {
        return assertThrows(IllegalArgumentException.class, () -> LeastSquares.solve(matrix, values))
                .getMessage();
    }
}
