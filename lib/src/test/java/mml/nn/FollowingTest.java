package mml.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import mml.math.Layout;
import mml.math.Randomness;
import mml.math.Workers;
import mml.nn.Layer.Following;
import mml.nn.Layer.Mode;
import mml.nn.Layer.Pass;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.Sigmoid;
import mml.nn.layer.Softsign;
import mml.nn.layer.Tanh;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MaxPooling;
import mml.nn.layer.norm.BatchNormalisation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What passes compute in one go is what they compute one after the other, to the last bit. */
class FollowingTest {
    /** Enough for several threads to have their parts of every layer. */
    private static final int ROWS = 150;

    /** Layers of which the first is followed by the others, at work on random numbers. */
    record Row(List<Integer> input, List<Layer> layers, Mode mode) {
        Sequence sequence() {
            return new Sequence(layers);
        }

        Layout layout() {
            List<Layout.Block> blocks = new ArrayList<>(sequence().blocks(input));
            blocks.add(new Layout.Block("other", Layout.Kind.WEIGHT, List.of(1))); // where layers have no parameters
            return Layout.of(blocks);
        }

        int outputs() {
            return ROWS * Layer.size(sequence().output(input));
        }

        float[] parameters() {
            float[] parameters = random("parameters", layout().size(), 0.3);
            for (Layout.Block block : layout().blocks()) {
                int at = layout().offset(block.name());
                for (int i = at; i < at + block.size() && block.name().endsWith("variance"); i++) {
                    parameters[i] = Math.abs(parameters[i]);
                }
            }
            return parameters;
        }

        /** One row more, as inputs need not begin at index 0. */
        float[] examples() {
            return random("examples", (ROWS + 1) * Layer.size(input), 1);
        }
    }

    private static float[] random(String name, int size, double deviation) {
        var random = Randomness.of(1, name);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (deviation * random.nextGaussian());
        }
        return values;
    }

    static Stream<Row> rows() {
        return Stream.of(new Relu(), new Tanh(), new Sigmoid(), new Softsign())
                .flatMap(FollowingTest::rows)
                .flatMap(row -> Stream.of(row, new Row(row.input, row.layers, Mode.EVALUATION)));
    }

    private static Stream<Row> rows(Layer activation) {
        List<Integer> vector = List.of(70);
        List<Integer> image = List.of(9, 8, 3);
        BatchNormalisation norm = BatchNormalisation.of("norm");
        return Stream.of(
                row(vector, Dense.of("one", 300), activation, Dense.of("two", 33), activation),
                row(vector, Dense.of("dense", 300).withoutBias(), activation),
                row(vector, Dense.of("dense", 300), norm, activation),
                row(vector, Dense.of("dense", 300), activation, activation),
                row(vector, new Sequence(List.of(Dense.of("dense", 300), activation)), activation),
                row(vector, new Sequence(List.of(Dense.of("dense", 300), norm)), activation, Dense.of("two", 3)),
                row(vector, Residual.of(activation), activation),
                row(vector, activation, Dense.of("dense", 300)),
                row(image, Convolution.of("conv", 5), activation, MaxPooling.of(2)),
                row(image, Convolution.of("conv", 16).stride(2), activation),
                row(image, Convolution.of("conv", 16).withoutBias(), norm, activation),
                row(image, Residual.of(Convolution.of("conv", 3), activation, norm), activation));
    }

    private static Row row(List<Integer> input, Layer... layers) {
        return new Row(input, List.of(layers), Mode.TRAINING);
    }

    /** What comes out of a batch in both directions, with the derivatives along a direction. */
    private static List<float[]> all(Row row, Pass pass) {
        float[] parameters = row.parameters();
        float[] direction = random("direction", parameters.length, 1);
        int in = Layer.size(row.input);
        float[] gradient = new float[parameters.length];
        float[] product = new float[parameters.length];
        List<float[]> all = new ArrayList<>();
        all.add(Arrays.copyOf(pass.forward(parameters, row.examples(), in, ROWS), row.outputs()));
        float[] outputGradient = random("gradient", row.outputs(), 1);
        float[] back = pass.backward(parameters, outputGradient.clone(), gradient);
        all.add(Arrays.copyOf(back, ROWS * in));
        float[] tangents = pass.forwardTangent(parameters, direction, random("tangents", ROWS * in, 1));
        all.add(Arrays.copyOf(tangents, row.outputs()));
        Dual outputs = new Dual(outputGradient.clone(), random("gradient's tangents", row.outputs(), 1));
        Dual dual = pass.backwardTangent(parameters, direction, outputs, product);
        all.add(Arrays.copyOf(dual.values(), ROWS * in));
        all.add(Arrays.copyOf(dual.tangents(), ROWS * in));
        all.add(gradient);
        all.add(product);
        return all;
    }

    /** The passes of the layers, each of which is called by itself, and given arrays of its own. */
    private static final class Apart implements Pass {
        private final List<Pass> passes = new ArrayList<>();

        Apart(Row row) {
            List<Integer> shape = row.input;
            for (Layer layer : row.layers) {
                passes.add(layer.pass(shape, ROWS, row.layout(), row.mode));
                shape = layer.output(shape);
            }
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            float[] values = Arrays.copyOfRange(input, at, input.length);
            for (Pass pass : passes) {
                values = pass.forward(parameters, values, 0, rows).clone();
            }
            return values;
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            float[] values = outputGradient;
            for (int i = passes.size() - 1; i >= 0; i--) {
                values = passes.get(i).backward(parameters, values, gradient).clone();
            }
            return values;
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            float[] values = inputTangent;
            for (Pass pass : passes) {
                values = pass.forwardTangent(parameters, direction, values).clone();
            }
            return values;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            Dual dual = outputGradient;
            for (int i = passes.size() - 1; i >= 0; i--) {
                dual = passes.get(i).backwardTangent(parameters, direction, dual, product);
                dual = new Dual(dual.values().clone(), dual.tangents().clone());
            }
            return dual;
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void outputsAndDerivativesHaveTheBitsOfSeparatePassesForEveryNumberOfThreads(Row row) {
        List<float[]> apart = all(row, new Apart(row));
        for (int threads = 1; threads <= 3; threads++) {
            Pass pass = row.sequence().pass(row.input, ROWS, row.layout(), row.mode);
            List<float[]> together = Workers.with(threads, () -> all(row, pass));
            for (int i = 0; i < apart.size(); i++) {
                assertArrayEquals(apart.get(i), together.get(i), "array " + i + " on " + threads + " threads");
            }
        }
    }

    /** Notes how often it is done for each number, and what it finds there. */
    private static final class Noting implements Layer.Elementwise {
        private float[] found;
        private AtomicIntegerArray times;

        @Override
        public Following follow(float[] input, int rows) {
            found = new float[input.length];
            times = new AtomicIntegerArray(input.length);
            return new Following(
                    (from, to) -> {
                        for (int i = from; i < to; i++) {
                            times.incrementAndGet(i);
                            found[i] = input[i];
                        }
                    },
                    1,
                    found);
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            throw new AssertionError("the pass before must do the work");
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            return outputGradient;
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            return inputTangent;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            return outputGradient;
        }
    }

    static Stream<Row> followed() {
        return Stream.of(
                row(List.of(70), Dense.of("dense", 300)),
                row(List.of(70), Dense.of("dense", 3).withoutBias()),
                row(List.of(70), BatchNormalisation.of("norm")),
                row(List.of(70), Residual.of(Dense.of("dense", 70))),
                row(List.of(70), new Tanh(), Dense.of("dense", 300)),
                row(List.of(70), Dense.of("dense", 300), new Tanh(), BatchNormalisation.of("norm")),
                row(List.of(9, 8, 3), Convolution.of("conv", 5)),
                row(List.of(9, 8, 3), Convolution.of("conv", 16).stride(2).withoutBias()),
                row(List.of(9, 8, 3), BatchNormalisation.of("norm")));
    }

    @ParameterizedTest
    @MethodSource("followed")
    void whatFollowsIsDoneOnceForEveryNumberWhenItIsThere(Row row) {
        float[] parameters = row.parameters();
        Pass pass = row.sequence().pass(row.input, ROWS, row.layout(), row.mode);
        float[] alone = Arrays.copyOf(pass.forward(parameters, row.examples(), 0, ROWS), row.outputs());
        for (int threads = 1; threads <= 3; threads++) {
            Noting next = new Noting();
            float[] found = Workers.with(threads, () -> pass.forward(parameters, row.examples(), 0, ROWS, next));
            assertSame(next.found, found);
            assertArrayEquals(alone, Arrays.copyOf(found, row.outputs()));
            for (int i = 0; i < found.length; i++) {
                assertEquals(i < row.outputs() ? 1 : 0, next.times.get(i), "number " + i);
            }
        }
    }
}
