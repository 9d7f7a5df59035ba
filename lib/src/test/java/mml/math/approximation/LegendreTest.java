package mml.math.approximation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegendreTest {
    @ParameterizedTest // P_2 = (3x^2 - 1) / 2, P_3 = (5x^3 - 3x) / 2, P_4 = (35x^4 - 30x^2 + 3) / 8
    @ValueSource(doubles = {-1, -0.6, 0, 0.25, 1})
    void theFirstFiveAreThoseOfTheTextbooks(double x) {
        double[] known = {
            1,
            Math.sqrt(3) * x,
            Math.sqrt(5) * (3 * x * x - 1) / 2,
            Math.sqrt(7) * (5 * x * x * x - 3 * x) / 2,
            3 * (35 * x * x * x * x - 30 * x * x + 3) / 8
        };
        assertArrayEquals(known, Legendre.orthonormal(5, x), 5e-15);
    }

    @Test
    void theFirstFourHundredAreOrthonormal() {
        GaussLegendre rule = GaussLegendre.of(400);
        double[] weights = rule.weights();
        double[] nodes = rule.nodes();
        double[][] gram = new double[400][400];
        for (int k = 0; k < 400; k++) {
            double[] phi = Legendre.orthonormal(400, nodes[k]);
            for (int i = 0; i < 400; i++) {
                for (int j = 0; j <= i; j++) {
                    gram[i][j] += weights[k] / 2 * phi[i] * phi[j];
                }
            }
        }
        for (int i = 0; i < 400; i++) {
            for (int j = 0; j <= i; j++) {
                assertEquals(i == j ? 1 : 0, gram[i][j], 1e-12, i + ", " + j);
            }
        }
    }

    @ParameterizedTest // the greatest value of P_j is that at the ends
    @ValueSource(doubles = {-1, 1})
    void squaresSumToTheSquareOfTheirNumberAtTheEnds(double x) {
        double sum = 0;
        for (double value : Legendre.orthonormal(30, x)) {
            sum += value * value;
        }
        assertEquals(900, sum, 900 * 1e-14);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1.5, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
    void thePointMustLieInTheInterval(double x) {
        var e = assertThrows(IllegalArgumentException.class, () -> Legendre.orthonormal(3, x));
        assertEquals("x must lie in [-1.0, 1.0], was " + x, e.getMessage());
    }

    @Test
    void thereMustBeAPolynomial() {
        var e = assertThrows(IllegalArgumentException.class, () -> Legendre.orthonormal(0, 0.5));
        assertEquals("count must be at least 1, was 0", e.getMessage());
    }
}
