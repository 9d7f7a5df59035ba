package mml.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.Stream;
import mml.math.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every loss must do, on five examples of three outputs, of which three rows are used: a new loss is a new row. */
class LossContractTest {
    private static final int WIDTH = 3;
    private static final int[] EXAMPLES = {7, 4, 0, 2}; // those from index 1 on are used
    private static final int ROWS = 3;

    /** A loss with its name. */
    record Row(String name, Loss loss) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Row> rows() {
        float[] shares = {1, 0, 0, 0.2f, 0.3f, 0.5f, 0, 0.5f, 0.5f, 0.1f, 0.1f, 0.8f, 0.4f, 0.4f, 0.2f};
        return Stream.of(
                new Row("cross-entropy", SoftmaxCrossEntropy.of(new int[] {0, 2, 1, 0, 2}, WIDTH)),
                new Row("cross-entropy of soft targets", SoftmaxCrossEntropy.soft(shares, WIDTH)),
                new Row("squared error", SquaredError.of(numbers("targets", 5 * WIDTH), WIDTH)));
    }

    private static float[] numbers(String name, int count) {
        float[] numbers = new float[count];
        var random = Randomness.of(1, name);
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static float[] outputs() {
        return numbers("outputs", ROWS * WIDTH);
    }

    private static float[] gradient(Loss loss, float[] outputs) {
        float[] gradient = new float[outputs.length];
        loss.gradient(outputs, EXAMPLES, 1, ROWS, 1, gradient);
        return gradient;
    }

    private static float[] moved(float[] outputs, int index, float step) {
        float[] moved = outputs.clone();
        moved[index] += step;
        return moved;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theGradientIsTheDifferenceOfTheSums(Row row) {
        float[] gradient = gradient(row.loss, outputs());
        for (int i = 0; i < gradient.length; i++) {
            double above = row.loss.sum(moved(outputs(), i, 1e-2f), EXAMPLES, 1, ROWS);
            double below = row.loss.sum(moved(outputs(), i, -1e-2f), EXAMPLES, 1, ROWS);
            assertEquals((above - below) / 2e-2, gradient[i], 1e-4); // the step's square; the outputs' rounding
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theHessianIsTheDifferenceOfTheGradients(Row row) {
        for (int i = 0; i < ROWS * WIDTH; i++) {
            float[] product = new float[ROWS * WIDTH];
            product[i] = 1;
            row.loss.hessianTimes(outputs(), ROWS, 1, product);
            float[] above = gradient(row.loss, moved(outputs(), i, 1e-2f));
            float[] below = gradient(row.loss, moved(outputs(), i, -1e-2f));
            for (int j = 0; j < product.length; j++) {
                assertEquals((above[j] - below[j]) / 2e-2, product[j], 1e-4); // likewise
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theScaleMultipliesDerivativesButNotTheSum(Row row) {
        float[] half = new float[ROWS * WIDTH];
        double sum = row.loss.gradient(outputs(), EXAMPLES, 1, ROWS, 0.5, half);
        assertEquals(row.loss.sum(outputs(), EXAMPLES, 1, ROWS), sum, 1e-14 * sum);
        float[] whole = gradient(row.loss, outputs());
        for (int i = 0; i < half.length; i++) {
            assertEquals(whole[i] / 2, half[i], 1e-7); // one rounding of a number of size 1
        }
        float[] product = numbers("direction", ROWS * WIDTH);
        float[] doubled = product.clone();
        row.loss.hessianTimes(outputs(), ROWS, 1, product);
        row.loss.hessianTimes(outputs(), ROWS, 2, doubled);
        for (int i = 0; i < product.length; i++) {
            assertEquals(2 * product[i], doubled[i], 1e-6);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theRowsTogetherAreTheSumOfTheRowsAlone(Row row) {
        double sum = 0;
        int right = 0;
        for (int i = 0; i < ROWS; i++) {
            float[] alone = Arrays.copyOfRange(outputs(), i * WIDTH, (i + 1) * WIDTH);
            sum += row.loss.sum(alone, EXAMPLES, 1 + i, 1);
            right += row.loss.right(alone, EXAMPLES, 1 + i, 1);
        }
        assertEquals(sum, row.loss.sum(outputs(), EXAMPLES, 1, ROWS), 1e-14 * sum);
        assertEquals(right, row.loss.right(outputs(), EXAMPLES, 1, ROWS));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void nanInTheOutputsIsNanInTheSum(Row row) {
        float[] outputs = moved(outputs(), 4, Float.NaN);
        assertFalse(Double.isFinite(row.loss.sum(outputs, EXAMPLES, 1, ROWS)));
        assertFalse(Double.isFinite(row.loss.gradient(outputs, EXAMPLES, 1, ROWS, 1, new float[outputs.length])));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void outputsAreNotModified(Row row) {
        float[] outputs = outputs();
        gradient(row.loss, outputs);
        row.loss.hessianTimes(outputs, ROWS, 1, new float[outputs.length]);
        assertArrayEquals(outputs(), outputs);
    }

    @Test
    void softTargetsOfOneClassAreItsLabel() {
        Loss soft = SoftmaxCrossEntropy.soft(new float[] {0, 1, 0}, 3);
        Loss hard = SoftmaxCrossEntropy.of(new int[] {1}, 3);
        float[] outputs = {1, -2, 0.5f};
        assertEquals(hard.sum(outputs, new int[1], 0, 1), soft.sum(outputs, new int[1], 0, 1), 1e-15);
    }

    @Test
    void theSquaredErrorIsHalfTheSquaredDistance() {
        Loss loss = SquaredError.of(new float[] {0, 0, 1, 1}, 2);
        assertEquals(12.5, loss.sum(new float[] {3, 4}, new int[] {0}, 0, 1));
        assertEquals(6.5, loss.sum(new float[] {3, 4}, new int[] {1}, 0, 1));
    }

    @Test
    void theGradientOfTheSquaredErrorIsZeroAtItsMinimum() {
        float[] targets = numbers("many targets", 300);
        float[] gradient = new float[300];
        SquaredError.of(targets, 300).gradient(targets, new int[1], 0, 1, 1.0 / 3, gradient);
        assertArrayEquals(new float[300], gradient);
    }

    @Test
    void aShareOfZeroDoesNotMeetAnInfiniteLogit() {
        float[] outputs = {1, 2, Float.NEGATIVE_INFINITY};
        double hard = SoftmaxCrossEntropy.of(new int[] {1}, 3).sum(outputs, new int[1], 0, 1);
        assertEquals(hard, SoftmaxCrossEntropy.soft(new float[] {0, 1, 0}, 3).sum(outputs, new int[1], 0, 1), 1e-15);
    }

    @Test
    void whatIsNoTargetIsRefused() {
        assertRefused("labels must be from 0 to 2, label 1 was 3", () -> SoftmaxCrossEntropy.of(new int[] {0, 3}, 3));
        assertRefused("labels must not be empty", () -> SoftmaxCrossEntropy.of(new int[0], 3));
        assertRefused(
                "shares must hold a positive multiple of 3 numbers, held 4",
                () -> SoftmaxCrossEntropy.soft(new float[4], 3));
        assertRefused(
                "shares must sum to 1, those of example 1 to 0.5",
                () -> SoftmaxCrossEntropy.soft(new float[] {0, 1, 0.5f, 0}, 2));
        assertRefused(
                "every share must be finite and not negative, was -1.0",
                () -> SoftmaxCrossEntropy.soft(new float[] {-1, 2}, 2));
        assertRefused("targets must be finite, value 1 was NaN", () -> SquaredError.of(new float[] {0, Float.NaN}, 1));
        assertRefused("outputs of an example must be at least 1, was 0", () -> SquaredError.of(new float[1], 0));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
