package mml.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
    private static final int WIDTH = 50;
    private static final int ROWS = 200;

    private static Layer.Pass pass(double share, Mode mode) {
        return new Dropout(share).pass(List.of(WIDTH), ROWS, Layout.vector(1), mode);
    }

    /** What becomes of ones: the factors. */
    private static float[] factors(Layer.Pass pass, int rows) {
        float[] ones = new float[rows * WIDTH];
        Arrays.fill(ones, 1);
        return Arrays.copyOf(pass.forward(new float[1], ones, 0, rows), ones.length);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.9})
    void itsShareIsDroppedAndTheRestIsEnlarged(double share) {
        float[] factors = factors(pass(share, Mode.TRAINING), ROWS);
        int dropped = 0;
        for (float factor : factors) {
            assertTrue(factor == 0 || factor == (float) (1 / (1 - share)), "factor " + factor);
            dropped += factor == 0 ? 1 : 0;
        }
        // four deviations of a binomial number
        double deviation = Math.sqrt(share * (1 - share) / factors.length);
        assertEquals(share, (double) dropped / factors.length, 4 * deviation);
    }

    @Test
    void inEvaluationNothingHappens() {
        float[] input = {1, -2, Float.NaN};
        Layer.Pass pass = new Dropout(0.9).pass(List.of(3), 1, Layout.vector(1), Mode.EVALUATION);
        pass.draw(7);
        assertArrayEquals(input, pass.forward(new float[1], input, 0, 1));
    }

    @Test
    void whatIsDroppedChangesOnlyWhenDrawn() {
        Layer.Pass pass = pass(0.5, Mode.TRAINING);
        float[] ofSeed0 = factors(pass, ROWS);
        assertArrayEquals(ofSeed0, factors(pass, ROWS));
        pass.draw(1);
        float[] ofSeed1 = factors(pass, ROWS);
        assertFalse(Arrays.equals(ofSeed0, ofSeed1));
        pass.draw(0);
        assertArrayEquals(ofSeed0, factors(pass, ROWS));
    }

    @Test
    void aRowIsTreatedTheSameWhateverRowsCome() {
        float[] all = factors(pass(0.5, Mode.TRAINING), ROWS);
        Layer.Pass pass = pass(0.5, Mode.TRAINING);
        assertArrayEquals(Arrays.copyOf(all, 3 * WIDTH), factors(pass, 3));
        assertArrayEquals(all, factors(pass, ROWS));
    }

    @Test
    void nanIsNotDropped() {
        Layer.Pass pass = pass(0.5, Mode.TRAINING);
        float[] input = new float[WIDTH];
        Arrays.fill(input, Float.NaN);
        assertArrayEquals(input, Arrays.copyOf(pass.forward(new float[1], input, 0, 1), WIDTH));
    }

    @Test
    void aDirectionThatDoesNotMoveTheInputDoesNotMoveTheOutput() {
        Layer.Pass pass = pass(0.5, Mode.TRAINING);
        factors(pass, 2);
        assertArrayEquals(new float[2 * WIDTH], pass.forwardTangent(new float[1], new float[1], null));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void theShareLiesFrom0ToBelow1(double share) {
        var e = assertThrows(IllegalArgumentException.class, () -> new Dropout(share));
        assertEquals("share dropped must lie in [0, 1), was " + share, e.getMessage());
    }
}
