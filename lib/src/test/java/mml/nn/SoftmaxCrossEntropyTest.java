package mml.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxCrossEntropyTest {
    private static final int[] LABELS = {1, 0, 3, 2, 1};
    private static final Loss LOSS = SoftmaxCrossEntropy.of(LABELS, 4);
    private static final int[] EXAMPLES = {9, 9, 1, 2, 3}; // those from index 2 on are used

    /** The loss of three rows of four logits. */
    private record OfLogits() implements Objective {
        @Override
        public Layout layout() {
            return Layout.vector(12);
        }

        @Override
        public List<String> scores() {
            return List.of("loss");
        }

        @Override
        public void scores(float[] at, double[] out) {
            out[0] = LOSS.sum(at, EXAMPLES, 2, 3);
        }

        @Override
        public double gradient(float[] at, float[] out) {
            return LOSS.gradient(at, EXAMPLES, 2, 3, 1, out);
        }

        @Override
        public Objective copy() {
            return this;
        }
    }

    private static float[] logits(long seed) {
        var random = Randomness.of(seed, "logits");
        float[] logits = new float[12];
        for (int i = 0; i < 12; i++) {
            logits[i] = (float) random.nextGaussian();
        }
        return logits;
    }

    private static double sum(int classes, float[] logits, int... labels) {
        return SoftmaxCrossEntropy.of(labels, classes)
                .sum(logits, IntStream.range(0, labels.length).toArray(), 0, labels.length);
    }

    private static double gradient(float[] logits, int label, double scale, float[] gradient) {
        return SoftmaxCrossEntropy.of(new int[] {label}, 3).gradient(logits, new int[1], 0, 1, scale, gradient);
    }

    @Test
    void equalLogitsCostTheLogarithmOfTheNumberOfClasses() {
        assertEquals(Math.log(10), sum(10, new float[10], 7), 1e-15);
        assertEquals(2 * Math.log(5), sum(5, new float[10], 0, 4), 1e-15);
    }

    @Test
    void theLossIsTheLogarithmOfTheLabelsShare() {
        float[] logits = {(float) Math.log(2), (float) Math.log(3), (float) Math.log(5)};
        assertEquals(-Math.log(0.3), sum(3, logits, 1), 1e-7); // logits in single precision
        float[] gradient = new float[3];
        gradient(logits, 1, 0.5, gradient);
        assertArrayEquals(new float[] {0.1f, -0.35f, 0.25f}, gradient, 1e-7f); // likewise
    }

    @ParameterizedTest
    @ValueSource(floats = {1e4f, -1e4f, 1e30f})
    void extremeLogitsDoNotOverflow(float size) {
        float[] logits = {size, 0, -size};
        float[] gradient = new float[3];
        for (int label = 0; label < 3; label++) {
            double expected = Math.abs((double) size) - logits[label];
            assertEquals(expected, sum(3, logits, label), 1e-12 * Math.abs(size));
            assertEquals(expected, gradient(logits, label, 1, gradient));
            int largest = size > 0 ? 0 : 2;
            for (int k = 0; k < 3; k++) {
                assertEquals((k == largest ? 1 : 0) - (k == label ? 1 : 0), gradient[k]);
            }
        }
    }

    @Test
    void nanIsNotHidden() {
        float[] logits = {0, Float.NaN, 0};
        assertTrue(Double.isNaN(sum(3, logits, 0)));
        assertTrue(Double.isNaN(gradient(logits, 0, 1, new float[3])));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void slopeAgreesWithTheGradient(long seed) {
        GradientCheck check =
                GradientCheck.of(new OfLogits(), Parameters.of(Layout.vector(12), logits(seed)), 1e-2, seed);
        assertTrue(check.relativeError() < 1e-3, check.toString()); // values are in double precision, the step 1e-2
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theGradientOfEachRowSumsToZero(long seed) {
        float[] gradient = new float[12];
        double withGradient = LOSS.gradient(logits(seed), EXAMPLES, 2, 3, 1, gradient);
        for (int row = 0; row < 3; row++) {
            float[] part = Arrays.copyOfRange(gradient, 4 * row, 4 * row + 4);
            assertEquals(0, part[0] + part[1] + part[2] + part[3], 3e-7); // roundings of numbers below 1
            assertTrue(part[LABELS[EXAMPLES[2 + row]]] < 0);
        }
        assertEquals(LOSS.sum(logits(seed), EXAMPLES, 2, 3), withGradient, 1e-14 * withGradient);
    }
}
