package mml.math.approximation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Known values from M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, 1964, table 25.4. */
class GaussLegendreTest {
    @Test
    void fiveNodesAreThoseOfTheTable() {
        GaussLegendre rule = GaussLegendre.of(5);
        assertArrayEquals(
                new double[] {-0.906179845938664, -0.538469310105683, 0, 0.538469310105683, 0.906179845938664},
                rule.nodes(),
                5.1e-16);
        assertArrayEquals(
                new double[] {
                    0.236926885056189, 0.478628670499366, 0.568888888888889, 0.478628670499366, 0.236926885056189
                },
                rule.weights(),
                5.1e-16);
    }

    @Test
    void twentyNodesAreThoseOfTheTable() {
        GaussLegendre rule = GaussLegendre.of(20);
        assertEquals(0.993128599185095, rule.nodes()[19], 6e-16);
        assertEquals(0.017614007139152, rule.weights()[19], 6e-16);
        assertEquals(0.076526521133497, rule.nodes()[10], 6e-16);
        assertEquals(0.152753387130726, rule.weights()[10], 6e-16);
    }

    @Test
    void oneNodeLiesInTheMiddle() {
        assertArrayEquals(new double[] {0}, GaussLegendre.of(1).nodes());
        assertArrayEquals(new double[] {2}, GaussLegendre.of(1).weights());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 57, 400})
    void powersUpToDegreeTwoNMinusOneAreIntegratedExactly(int count) {
        GaussLegendre rule = GaussLegendre.of(count);
        for (int degree = 0; degree < 2 * count; degree++) {
            int power = degree;
            assertEquals(degree % 2 == 0 ? 2.0 / (degree + 1) : 0, rule.integral(x -> Math.pow(x, power)), 2e-15);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void oneDegreeMoreIsNot(int count) {
        double error = rule(count, 2 * count) - 2.0 / (2 * count + 1);
        // -2^(2n+1) (n!)^4 / ((2n+1) (2n)!^2), the error term of the rule, for x^(2n)
        double known = -2.0 / (2 * count + 1);
        for (int k = 1; k <= count; k++) {
            known *= Math.pow(2.0 * k * k / ((2 * k - 1) * (2 * k)), 2);
        }
        assertEquals(known, error, 1e-14);
    }

    private static double rule(int count, int degree) {
        return GaussLegendre.of(count).integral(x -> Math.pow(x, degree));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 64, 400, 1001})
    void nodesAscendAndLieSymmetrically(int count) {
        double[] nodes = GaussLegendre.of(count).nodes();
        assertArrayEquals(Arrays.stream(nodes).sorted().distinct().toArray(), nodes);
        for (int i = 0; i < count; i++) {
            assertEquals(-nodes[count - 1 - i], nodes[i], 0.0);
        }
    }

    @Test
    void analyticFunctionsNeedFewNodes() {
        assertEquals(Math.E - 1 / Math.E, GaussLegendre.of(9).integral(Math::exp), 1e-14);
    }

    @Test
    void whatIsHandedOutIsACopy() {
        GaussLegendre rule = GaussLegendre.of(3);
        rule.nodes()[0] = 7;
        rule.weights()[0] = 7;
        assertEquals(2.0 / 3, rule.integral(x -> x * x), 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -3})
    void thereMustBeANode(int count) {
        var e = assertThrows(IllegalArgumentException.class, () -> GaussLegendre.of(count));
        assertEquals("count must be at least 1, was " + count, e.getMessage());
    }
}
