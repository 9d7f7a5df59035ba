package mml.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AccuracyTest {
    private static int right(int label, float... outputs) {
        return Accuracy.right(outputs, new int[] {label}, 0, 1, outputs.length);
    }

    @Test
    void theLargestOutputIsTheAnswer() {
        assertEquals(1, right(1, -3, -1, -2));
        assertEquals(0, right(0, -3, -1, -2));
        assertEquals(0, right(2, -3, -1, -2));
    }

    @Test
    void amongEqualOutputsTheFirstIsTheAnswer() {
        assertEquals(1, right(0, 5, 5, 5));
        assertEquals(0, right(1, 5, 5, 5));
        assertEquals(0, right(2, 5, 5, 5));
        assertEquals(1, right(1, 4, 5, 5));
    }

    @Test
    void aRowWithNanIsWrong() {
        for (int label = 0; label < 3; label++) {
            assertEquals(0, right(label, Float.NaN, 1, 2));
            assertEquals(0, right(label, 2, 1, Float.NaN));
            assertEquals(0, right(label, Float.NaN, Float.NaN, Float.NaN));
        }
    }

    @Test
    void labelsAreTakenFromTheirPlace() {
        float[] outputs = {0, 1, 1, 0, 0, 1};
        assertEquals(2, Accuracy.right(outputs, new int[] {9, 9, 1, 1, 1}, 2, 3, 2));
    }
}
