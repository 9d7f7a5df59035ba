package mml.train.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mml.math.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AdamTest {
    private static float[] after(Adam adam, double w, double... gradients) {
        float[] at = {(float) w};
        Optimiser.Descent descent = adam.start(Layout.vector(1));
        for (double gradient : gradients) {
            descent.step(at, new float[] {(float) gradient}, 0.1);
        }
        return at;
    }

    /** With the corrections the means of one gradient are itself and its square. */
    @Test
    void theFirstStepIsTheLearningRateWhateverTheGradient() {
        for (double gradient : new double[] {1e-4, 1, -1e4}) {
            assertEquals(
                    1 - 0.1 * Math.signum(gradient), after(Adam.standard(), 1, gradient)[0], 1e-4 * 0.1); // epsilon
        }
    }

    /** m = 0.5, v = 0.5: 1 / (1 + 0) = 1; m = 0.25 - 1 = -0.75, v = 0.25 + 2 = 2.25: corrected by 0.75 -1 and 3. */
    @Test
    void twoStepsAreThoseComputedByHand() {
        Adam adam = Adam.standard().moments(0.5, 0.5, 1e-12);
        assertArrayEquals(new float[] {0.9f}, after(adam, 1, 1), 1e-7f);
        double second = 0.9 + 0.1 * 1 / Math.sqrt(3);
        assertArrayEquals(new float[] {(float) second}, after(adam, 1, 1, -2), 1e-6f);
    }

    @Test
    void l2DecayPassesThroughTheMeansAndDecoupledDecayDoesNot() {
        // a zero gradient: L2 makes the full step of Adam, AdamW shrinks by 1 - 0.1 * 0.5
        assertEquals(1.9f, after(Adam.standard().decay(WeightDecay.l2(0.5)), 2, 0)[0], 1e-6f);
        assertEquals(1.9f, after(Adam.standard().decay(WeightDecay.decoupled(0.5)), 2, 0)[0], 1e-6f);
        assertEquals(3.9f, after(Adam.standard().decay(WeightDecay.l2(0.5)), 4, 0)[0], 1e-6f);
        assertEquals(3.8f, after(Adam.standard().decay(WeightDecay.decoupled(0.5)), 4, 0)[0], 1e-6f);
    }

    @Test
    void clippingShortensTheGradientBeforeTheMeans() {
        float[] w = {0, 0};
        Optimiser.Descent descent = Adam.standard().clip(5).start(Layout.vector(2));
        descent.step(w, new float[] {30, -40}, 0.1);
        float[] mean = descent.memory().vectors().get("mean").values();
        assertArrayEquals(new float[] {0.3f, -0.4f}, mean, 1e-6f); // a tenth of the shortened gradient
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertRefused("beta1 must lie in [0, 1), was 1.0", () -> Adam.standard().moments(1, 0.9, 1e-8));
        assertRefused("beta2 must lie in [0, 1), was NaN", () -> Adam.standard().moments(0.9, Double.NaN, 1e-8));
        assertRefused(
                "epsilon must be finite and positive, was 0.0",
                () -> Adam.standard().moments(0.9, 0.9, 0));
        assertRefused("clip must be positive, was -1.0", () -> Adam.standard().clip(-1));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
