package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SgdTest {
    @Test
    void threePlainStepsOnHalfASquareHalveThePointThreeTimes() {
        float[] w = {16};
        for (float expected : new float[] {8, 4, 2}) {
            Sgd.plain().step(w, w.clone(), new float[1], 0.5);
            assertEquals(expected, w[0]);
        }
    }

    @Test
    void threeStepsWithMomentumOnHalfASquareAreThoseOfPaper() {
        // v = 16, w = 8; v = 8 + 8 = 16, w = 0; v = 8 + 0 = 8, w = -4
        float[] w = {16};
        float[] v = {0};
        float[][] expected = {{8, 16}, {0, 16}, {-4, 8}};
        for (float[] step : expected) {
            Sgd.plain().momentum(0.5).step(w, w.clone(), v, 0.5);
            assertArrayEquals(step, new float[] {w[0], v[0]});
        }
    }

    /** The numbers follow from the formula of PyTorch's documentation of SGD, after clipping, in double precision. */
    @Test
    void threeStepsWithEverythingAreThoseOfPytorchsFormula() {
        Sgd sgd = Sgd.plain().momentum(0.9).decay(0.1).clip(1);
        float[] w = {3, -4};
        float[] v = {0, 0};
        double[][] expected = {{2.91000000, -4.04000000}, {2.73990000, -4.11560000}, {2.49941100, -4.22248400}};
        for (double[] step : expected) {
            sgd.step(w, new float[] {3, 4}, v, 0.1);
            assertEquals(step[0], w[0], 1e-6 * Math.abs(step[0])); // some roundings
            assertEquals(step[1], w[1], 1e-6 * Math.abs(step[1]));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 5.001, 1e9, Double.POSITIVE_INFINITY})
    void gradientsThatAreNotLongerStayAsTheyAre(double clip) {
        float[] w = {0, 0};
        Sgd.plain().clip(clip).step(w, new float[] {3, -4}, new float[2], 1);
        assertArrayEquals(new float[] {-3, 4}, w);
    }

    @Test
    void longerGradientsAreShortenedToTheNorm() {
        float[] w = {0, 0};
        Sgd.plain().clip(2.5).step(w, new float[] {3, -4}, new float[2], 1);
        assertArrayEquals(new float[] {-1.5f, 2}, w, 1e-6f); // one rounding
    }

    @Test
    void aZeroGradientIsNotDividedByItsNorm() {
        float[] w = {1, 2};
        Sgd.plain().clip(1).step(w, new float[2], new float[2], 1);
        assertArrayEquals(new float[] {1, 2}, w);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertRefused("momentum must lie in [0, 1), was 1.0", () -> Sgd.plain().momentum(1));
        assertRefused("momentum must lie in [0, 1), was NaN", () -> Sgd.plain().momentum(Double.NaN));
        assertRefused(
                "decay must be finite and not negative, was -0.1",
                () -> Sgd.plain().decay(-0.1));
        assertRefused("clip must be positive, was 0.0", () -> Sgd.plain().clip(0));
        assertRefused("clip must be positive, was NaN", () -> Sgd.plain().clip(Double.NaN));
        float[] two = {1, 2};
        assertRefused(
                "gradient has 1 numbers, velocity 2, parameters 2",
                () -> Sgd.plain().step(two, new float[1], two, 1));
        assertRefused(
                "learning rate must be finite and not negative, was NaN",
                () -> Sgd.plain().step(two, two, two, Double.NaN));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
