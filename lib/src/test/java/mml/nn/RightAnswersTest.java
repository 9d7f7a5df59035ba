package mml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RightAnswersTest {
    private static int right(int label, float... outputs) {
        return SoftmaxCrossEntropy.of(new int[] {label}, outputs.length).right(outputs, new int[1], 0, 1);
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
    void labelsAreThoseOfTheExamples() {
        float[] outputs = {0, 1, 1, 0, 0, 1};
        Loss loss = SoftmaxCrossEntropy.of(new int[] {0, 0, 1, 1}, 2);
        assertEquals(2, loss.right(outputs, new int[] {9, 9, 2, 3, 3}, 2, 3));
    }

    @Test
    void withTargetsTheAnswerIsRightWhereTheLargestTargetIs() {
        float[] targets = {0.2f, 0.5f, 0.3f, 9, -1, 3};
        float[] outputs = {1, 7, 2, 1, 7, 2};
        assertEquals(1, SquaredError.of(targets, 3).right(outputs, new int[] {0, 1}, 0, 2));
        assertEquals(2, SquaredError.of(targets, 3).right(outputs, new int[] {0, 0}, 0, 2));
    }
}
