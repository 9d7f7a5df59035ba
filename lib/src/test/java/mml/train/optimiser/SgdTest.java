package mml.train.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mml.math.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SgdTest {
    private static float carried(Optimiser.Descent descent) {
        return descent.memory().vectors().get("carried velocity").values()[0];
    }

    private static float[] after(Sgd sgd, float[] w, float[] g, double rate) {
        sgd.start(Layout.vector(w.length)).step(w, g, rate);
        return w;
    }

    @Test
    void threePlainStepsOnHalfASquareHalveThePointThreeTimes() {
        float[] w = {16};
        Optimiser.Descent descent = Sgd.plain().start(Layout.vector(1));
        for (float expected : new float[] {8, 4, 2}) {
            descent.step(w, w.clone(), 0.5);
            assertEquals(expected, w[0]);
        }
    }

    @Test
    void threeStepsWithMomentumOnHalfASquareAreThoseOfPaper() {
        // v = 16, w = 8; v = 8 + 8 = 16, w = 0; v = 8 + 0 = 8, w = -4
        float[] w = {16};
        Optimiser.Descent descent = Sgd.plain().momentum(0.5).start(Layout.vector(1));
        for (float[] step : new float[][] {{8, 8}, {0, 8}, {-4, 4}}) {
            descent.step(w, w.clone(), 0.5);
            assertArrayEquals(step, new float[] {w[0], carried(descent)});
        }
    }

    @Test
    void threeStepsWithNesterovsMomentumOnHalfASquareAreThoseOfPaper() {
        // g = 16, v = 16, w = 16 - (16 + 8) / 2 = 4; g = 4, v = 12, w = 4 - (4 + 6) / 2 = -1;
        // g = -1, v = 5, w = -1 - (-1 + 2.5) / 2 = -1.75
        float[] w = {16};
        Optimiser.Descent descent = Sgd.plain().nesterov(0.5).start(Layout.vector(1));
        for (float[] step : new float[][] {{4, 8}, {-1, 6}, {-1.75f, 2.5f}}) {
            descent.step(w, w.clone(), 0.5);
            assertArrayEquals(step, new float[] {w[0], carried(descent)});
        }
    }

    /** The numbers follow from the formula of PyTorch's documentation of SGD, after clipping, in double precision. */
    @Test
    void threeStepsWithEverythingAreThoseOfPytorchsFormula() {
        float[] w = {3, -4};
        Optimiser.Descent descent = Sgd.plain().momentum(0.9).decay(0.1).clip(1).start(Layout.vector(2));
        double[][] expected = {{2.91000000, -4.04000000}, {2.73990000, -4.11560000}, {2.49941100, -4.22248400}};
        for (double[] step : expected) {
            descent.step(w, new float[] {3, 4}, 0.1);
            assertEquals(step[0], w[0], 1e-6 * Math.abs(step[0])); // some roundings
            assertEquals(step[1], w[1], 1e-6 * Math.abs(step[1]));
        }
    }

    @Test
    void decoupledDecayShrinksTheParametersBesideTheVelocity() {
        // w = 0.95 * 8 - 0.5 * 4 = 5.6, v = 4; w = 0.95 * 5.6 - 0.5 * (2 + 4) = 2.32
        float[] w = {8};
        Optimiser.Descent descent =
                Sgd.plain().momentum(0.5).decay(WeightDecay.decoupled(0.1)).start(Layout.vector(1));
        descent.step(w, new float[] {4}, 0.5);
        assertEquals(5.6f, w[0], 1e-6f);
        descent.step(w, new float[] {4}, 0.5);
        assertEquals(2.32f, w[0], 1e-6f);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 5.001, 1e9, Double.POSITIVE_INFINITY})
    void gradientsThatAreNotLongerStayAsTheyAre(double clip) {
        assertArrayEquals(
                new float[] {-3, 4}, after(Sgd.plain().clip(clip), new float[] {0, 0}, new float[] {3, -4}, 1));
    }

    @Test
    void longerGradientsAreShortenedToTheNorm() {
        float[] w = after(Sgd.plain().clip(2.5), new float[] {0, 0}, new float[] {3, -4}, 1);
        assertArrayEquals(new float[] {-1.5f, 2}, w, 1e-6f); // one rounding
    }

    @Test
    void aZeroGradientIsNotDividedByItsNorm() {
        assertArrayEquals(new float[] {1, 2}, after(Sgd.plain().clip(1), new float[] {1, 2}, new float[2], 1));
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertRefused("momentum must lie in [0, 1), was 1.0", () -> Sgd.plain().momentum(1));
        assertRefused("momentum must lie in [0, 1), was NaN", () -> Sgd.plain().momentum(Double.NaN));
        assertRefused(
                "Nesterov's momentum must be positive, was 0.0",
                () -> Sgd.plain().nesterov(0));
        assertRefused(
                "decay must be finite and not negative, was -0.1",
                () -> Sgd.plain().decay(-0.1));
        WeightDecay none = WeightDecay.l2(0);
        assertRefused(
                "kind of momentum must be one of [CLASSICAL, NESTEROV], was null", () -> new Sgd(0.5, null, none, 1));
        assertRefused(
                "form of decay must be one of [L2, DECOUPLED], was null", () -> new WeightDecay(0, null, none.reach()));
        assertRefused(
                "reach of decay must be one of [PARAMETERS, WEIGHTS], was null",
                () -> new WeightDecay(0, none.form(), null));
        assertRefused("clip must be positive, was 0.0", () -> Sgd.plain().clip(0));
        assertRefused("clip must be positive, was NaN", () -> Sgd.plain().clip(Double.NaN));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
