package mml.nn.layer.norm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.math.Randomness;
import mml.math.Workers;
import mml.nn.Initialisation;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.layer.Dense;
import mml.nn.layer.Residual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values by hand and what is refused; the derivatives are checked in the contract, the semantics against PyTorch. */
class BatchNormalisationTest {
    private static final BatchNormalisation NORM = BatchNormalisation.of("n");

    private static Layer.Pass pass(BatchNormalisation layer, List<Integer> shape, int capacity, Mode mode) {
        return layer.pass(shape, capacity, Layout.of(layer.blocks(shape)), mode);
    }

    private static float[] start(List<Integer> shape) {
        return Initialisation.he().parameters(Layout.of(NORM.blocks(shape)), 1).values();
    }

    @Test
    void inTrainingABatchIsNormalisedByItsMeanAndBiasedVariance() {
        // mean 2, biased variance 2/3; with epsilon 1/3 the deviation is 1; scale 10, shift 5
        Layer.Pass pass = pass(NORM.epsilon(1.0 / 3), List.of(1), 3, Mode.TRAINING);
        float[] outputs = pass.forward(new float[] {10, 5, -99, 99}, new float[] {1, 2, 3}, 0, 3);
        assertArrayEquals(new float[] {-5, 5, 15}, outputs, 1e-5f); // a rounding of 10
    }

    @Test
    void pixelsOfAnImageCountLikeRows() {
        float[] pixels = {1, 10, 2, 40, 3, 20, 6, 30};
        List<Integer> image = List.of(2, 2, 2);
        float[] parameters = start(image);
        float[] asImage = pass(NORM, image, 1, Mode.TRAINING).forward(parameters, pixels, 0, 1);
        float[] asRows = pass(NORM, List.of(2), 4, Mode.TRAINING).forward(parameters, pixels, 0, 4);
        assertArrayEquals(asRows, asImage);
        assertEquals(-2 / Math.sqrt(3.5 + 1e-5), asImage[0], 1e-6); // mean 3, variance (4 + 1 + 0 + 9) / 4
    }

    @Test
    void inEvaluationTheRememberedStatisticsAreUsed() {
        // (x - 3) / sqrt(4) times 10 plus 5
        Layer.Pass pass = pass(NORM.epsilon(1e-12), List.of(1), 2, Mode.EVALUATION);
        assertArrayEquals(new float[] {0, 15}, pass.forward(new float[] {10, 5, 3, 4}, new float[] {2, 5}, 0, 2));
    }

    @Test
    void theUnbiasedVarianceIsRemembered() {
        float[] parameters = {1, 0, 10, 3};
        Layer.Pass pass = pass(NORM.momentum(0.25), List.of(1), 3, Mode.TRAINING);
        pass.forward(parameters, new float[] {1, 2, 3}, 0, 3);
        pass.remember(parameters);
        // mean 2 and unbiased variance 1, a quarter of the way
        assertArrayEquals(new float[] {1, 0, 8, 2.5f}, parameters, 1e-6f);
    }

    @Test
    void evaluationRemembersNothing() {
        float[] parameters = {1, 0, 10, 3};
        Layer.Pass pass = pass(NORM, List.of(1), 3, Mode.EVALUATION);
        pass.forward(parameters, new float[] {1, 2, 3}, 0, 3);
        pass.remember(parameters);
        assertArrayEquals(new float[] {1, 0, 10, 3}, parameters);
    }

    @Test
    void blocksAreScaleShiftAndTwoStatesAndTheExamplesAreMixed() {
        List<Integer> three = List.of(3);
        assertEquals(
                List.of(
                        new Block("n.scale", Kind.SCALE, three),
                        new Block("n.shift", Kind.SHIFT, three),
                        new Block("n.mean", Kind.STATE, three),
                        new Block("n.variance", Kind.STATE, three)),
                NORM.blocks(List.of(5, 4, 3)));
        assertTrue(NORM.mixesExamples());
        assertTrue(Residual.of(Dense.of("d", 3)).projection(NORM).mixesExamples());
    }

    @ParameterizedTest // sizes around those of strips (512 numbers or more) and of chunks (32 strips)
    @CsvSource({"2,1", "511,1", "513,1", "16384,1", "16385,1", "40000,3", "700,40", "70,1000"})
    void momentsAreThoseOfTheDefinitionOnManyThreadsAndFarFromZero(int rows, int width) {
        float[] input = new float[5 + rows * width];
        var random = Randomness.of(1, "input");
        for (int i = 0; i < rows * width; i++) {
            input[5 + i] = (float) (1e5 + i % width + random.nextGaussian());
        }
        float[] parameters = start(List.of(width));
        Layer.Pass pass = pass(NORM.momentum(1), List.of(width), rows, Mode.TRAINING);
        Workers.with(3, () -> pass.forward(parameters, input, 5, rows));
        pass.remember(parameters);
        for (int c : new int[] {0, width / 2, width - 1}) {
            double[] column = new double[rows];
            Arrays.setAll(column, i -> input[5 + i * width + c]);
            double mean = Arrays.stream(column).sum() / rows;
            double squares =
                    Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum();
            assertEquals(mean, parameters[2 * width + c], 1e-7 * mean); // one rounding of the result
            assertEquals(squares / (rows - 1), parameters[3 * width + c], 1e-6 * squares / (rows - 1));
        }
    }

    @Test
    void nanSpoilsItsOwnChannelOnly() {
        float[] input = {Float.NaN, 1, 2, 3};
        List<Integer> two = List.of(2);
        float[] outputs = pass(NORM, two, 2, Mode.TRAINING).forward(start(two), input, 0, 2);
        // (1, 3) has mean 2 and variance 1; epsilon takes 5e-6
        assertArrayEquals(new float[] {Float.NaN, -1, Float.NaN, 1}, outputs, 6e-6f);
    }

    @Test
    void oneNumberCannotBeNormalised() {
        Layer.Pass pass = pass(NORM, List.of(3), 4, Mode.TRAINING);
        assertRefused(
                "layer n needs at least 2 numbers a channel in training, had 1",
                () -> pass.forward(start(List.of(3)), new float[3], 0, 1));
        float[] images = new float[2 * 3];
        // two pixels are enough
        assertArrayEquals(
                new float[6], pass(NORM, List.of(1, 2, 3), 1, Mode.TRAINING).forward(start(List.of(3)), images, 0, 1));
        assertArrayEquals(
                new float[3], pass(NORM, List.of(3), 1, Mode.EVALUATION).forward(start(List.of(3)), images, 0, 1));
    }

    @Test
    void anImageHasThreeExtents() {
        assertRefused(
                "layer n takes vectors or images [height, width, channels], its input has shape [2, 2]",
                () -> NORM.output(List.of(2, 2)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void momentumLiesAbove0AndUpTo1(double momentum) {
        assertRefused("momentum of n must lie in (0, 1], was " + momentum, () -> NORM.momentum(momentum));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-5, Double.NaN, Double.POSITIVE_INFINITY})
    void epsilonIsFiniteAndPositive(double epsilon) {
        assertRefused("epsilon of n must be finite and positive, was " + epsilon, () -> NORM.epsilon(epsilon));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
