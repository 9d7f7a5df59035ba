package mml.nn.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.GradientCheck;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.Network;
import mml.nn.layer.LayerObjective.Part;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MaxPooling;
import mml.nn.layer.image.MeanPooling;
import mml.nn.layer.image.Window.Padding;
import mml.nn.layer.norm.BatchNormalisation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layer must do: a new layer is a new row. */
class LayerContractTest {
    /** A layer, the shape of its input and the one of its output, run in one mode. */
    record Row(Layer layer, List<Integer> input, List<Integer> output, Mode mode) {
        Row(Layer layer, List<Integer> input, List<Integer> output) {
            this(layer, input, output, Mode.TRAINING);
        }

        LayerObjective objective(Part part) {
            return new LayerObjective(layer, input, part, mode);
        }

        Row evaluated() {
            return new Row(layer, input, output, Mode.EVALUATION);
        }

        int width() {
            return Layer.size(output);
        }
    }

    static Stream<Row> rows() {
        return inTraining().flatMap(row -> Stream.of(row, row.evaluated()));
    }

    private static Stream<Row> inTraining() {
        return Stream.of(others(), convolutions()).flatMap(rows -> rows);
    }

    private static Stream<Row> others() {
        return Stream.of(
                new Row(Dense.of("dense", 3), List.of(5), List.of(3)),
                new Row(Dense.of("dense", 1), List.of(1), List.of(1)),
                new Row(Dense.of("dense", 3).withoutBias(), List.of(5), List.of(3)),
                new Row(new Relu(), List.of(2, 3), List.of(2, 3)),
                new Row(new Tanh(), List.of(4), List.of(4)),
                new Row(new Sigmoid(), List.of(2, 2), List.of(2, 2)),
                new Row(new Softsign(), List.of(4), List.of(4)),
                new Row(new Identity(), List.of(2, 3), List.of(2, 3)),
                new Row(new Dropout(0.5), List.of(2, 4), List.of(2, 4)),
                new Row(new Dropout(0), List.of(4), List.of(4)),
                new Row(BatchNormalisation.of("norm"), List.of(3), List.of(3)),
                new Row(BatchNormalisation.of("norm").momentum(0.5), List.of(3), List.of(3)),
                new Row(BatchNormalisation.of("norm").epsilon(0.1), List.of(2, 2, 3), List.of(2, 2, 3)),
                new Row(BatchNormalisation.of("norm"), List.of(16, 40, 1), List.of(16, 40, 1)),
                new Row(
                        Residual.of(
                                Dense.of("dense", 5),
                                BatchNormalisation.of("norm").epsilon(1),
                                new Tanh()),
                        List.of(5),
                        List.of(5)),
                new Row(Residual.of(Dense.of("dense", 4), new Relu()), List.of(4), List.of(4)),
                new Row(Residual.of(Dense.of("dense", 4), new Sigmoid()), List.of(4), List.of(4)),
                new Row(Residual.of(Dense.of("dense", 4), new Softsign()), List.of(4), List.of(4)),
                new Row(Residual.of(Residual.of(Dense.of("dense", 4)), new Softsign()), List.of(4), List.of(4)),
                new Row(Residual.of(new Relu()), List.of(4), List.of(4)),
                new Row(Residual.of(new Tanh(), Dense.of("dense", 4)), List.of(4), List.of(4)),
                new Row(Residual.of(Dense.of("one", 6), new Tanh(), Dense.of("two", 4)), List.of(4), List.of(4)),
                new Row(
                        Residual.of(Dense.of("body", 3), new Tanh()).projection(Dense.of("shortcut", 3)),
                        List.of(4),
                        List.of(3)),
                new Row(
                        Residual.of(new Tanh(), Dense.of("body", 5)).projection(Dense.of("shortcut", 5), new Sigmoid()),
                        List.of(2),
                        List.of(5)),
                new Row(MaxPooling.of(2), List.of(4, 5, 2), List.of(2, 2, 2)),
                new Row(MaxPooling.of(3).stride(2), List.of(5, 3, 1), List.of(2, 1, 1)),
                new Row(MeanPooling.of(2), List.of(5, 4, 3), List.of(2, 2, 3)),
                new Row(MeanPooling.of(3).stride(1), List.of(3, 5, 2), List.of(1, 3, 2)),
                new Row(MeanPooling.global(), List.of(2, 3, 4), List.of(4)),
                new Row(new Flatten(), List.of(2, 3, 4), List.of(24)),
                new Row(Residual.of(Convolution.of("c", 2), new Relu()), List.of(3, 4, 2), List.of(3, 4, 2)),
                new Row(Residual.of(Convolution.of("c", 2), new Tanh()), List.of(3, 4, 2), List.of(3, 4, 2)),
                new Row(Residual.of(Convolution.of("c", 2), new Sigmoid()), List.of(3, 4, 2), List.of(3, 4, 2)),
                new Row(Residual.of(Convolution.of("c", 2), new Softsign()), List.of(3, 4, 2), List.of(3, 4, 2)));
    }

    /** Every kernel, stride, padding and bias, on an image with an odd and an even side and on one as small as can be. */
    private static Stream<Row> convolutions() {
        List<Row> rows = new ArrayList<>();
        for (int kernel : new int[] {1, 3, 5}) {
            for (int stride : new int[] {1, 2}) {
                Convolution same = Convolution.of("conv", 3).kernel(kernel).stride(stride);
                Convolution valid = same.padding(Padding.VALID);
                List<Integer> places = List.of((7 - kernel) / stride + 1, (6 - kernel) / stride + 1, 3);
                for (Convolution each : List.of(same, same.withoutBias())) {
                    rows.add(new Row(each, List.of(7, 6, 2), List.of(stride == 1 ? 7 : 4, 6 / stride, 3)));
                    rows.add(new Row(each, List.of(1, 1, 2), List.of(1, 1, 3)));
                }
                for (Convolution each : List.of(valid, valid.withoutBias())) {
                    rows.add(new Row(each, List.of(7, 6, 2), places));
                    rows.add(new Row(each, List.of(kernel, kernel, 1), List.of(1, 1, 3)));
                }
            }
        }
        return rows.stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void outputHasItsShape(Row row) {
        assertEquals(row.output, row.layer.output(row.input));
    }

    private static List<String> described(Row row) {
        List<String> lines = Network.of(row.input, row.layer, new Flatten(), Dense.of("last", 1))
                .description()
                .lines();
        return lines.subList(1, lines.size()); // without the shape of the input
    }

    @ParameterizedTest
    @MethodSource("rows")
    void layersHaveTheSameDescriptionIfAndOnlyIfTheyAreEqual(Row row) {
        for (Row other : rows().toList()) {
            boolean same = described(row).equals(described(other));
            assertEquals(row.layer.equals(other.layer), same, other.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everySettingStandsInTheDescription(Row row) {
        assertTrue(row.layer instanceof Record, "only a record's settings cannot be forgotten");
        String described = String.join("\n", described(row));
        for (RecordComponent component : row.layer.getClass().getRecordComponents()) {
            assertTrue(described.contains(component.getName()), component + " in " + described);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void slopesAgreeWithThoseOfTheGradient(Row row) {
        for (Part part : Part.values()) {
            LayerObjective objective = row.objective(part);
            for (long seed = 1; seed <= 5; seed++) {
                GradientCheck check = GradientCheck.of(objective, objective.farFromKinks(), 1e-2, seed);
                // 1e-3: rounding of single-precision values over a step of 1e-2, and the step's square for smooth
                // layers
                assertEquals(check.fromValues(), check.fromGradient(), 1e-3 * scale(row, part), part + " " + check);
            }
        }
    }

    /** The gradient's norm: a slope along a random direction may be small by chance, its error is not. */
    private static double scale(Row row, Part part) {
        return gradientNorm(row.objective(part));
    }

    private static float[] gradient(LayerObjective objective) {
        return gradient(objective, objective.farFromKinks());
    }

    private static float[] gradient(LayerObjective objective, Parameters at) {
        float[] gradient = new float[objective.layout().size()];
        objective.gradient(at.values(), gradient);
        return gradient;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void productsWithTheHessianAgreeWithDifferencesOfTheGradient(Row row) {
        for (Part part : Part.values()) {
            LayerObjective objective = row.objective(part);
            Layout layout = objective.layout();
            Parameters at = objective.farFromKinks();
            for (long seed = 1; seed <= 3; seed++) {
                Parameters direction = Parameters.of(layout, objective.direction(seed));
                float[] product = new float[layout.size()];
                objective.hessianTimes(at.values(), direction.values(), product);
                double step = 1e-2 / direction.norm();
                Parameters difference = differentiated(objective, gradient(objective, at.plus(step, direction)))
                        .minus(differentiated(objective, gradient(objective, at.plus(-step, direction))));
                Parameters expected = Parameters.zeros(layout).plus(1 / (2 * step), difference);
                Parameters found = differentiated(objective, product);
                // roundings of the two gradients, enlarged by the step, and the step's square
                double tolerance = 2e-3 * (expected.norm() + gradientNorm(objective) * direction.norm());
                assertEquals(0, found.minus(expected).norm(), tolerance, part + " seed " + seed);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theHessianIsSymmetric(Row row) {
        LayerObjective objective = row.objective(Part.BOTH);
        Layout layout = objective.layout();
        float[] at = objective.farFromKinks().values();
        Parameters u = Parameters.of(layout, objective.direction(11));
        Parameters v = Parameters.of(layout, objective.direction(12));
        float[] hu = new float[at.length];
        float[] hv = new float[at.length];
        objective.hessianTimes(at, u.values(), hu);
        objective.hessianTimes(at, v.values(), hv);
        Parameters productOfU = differentiated(objective, hu);
        // single-precision sums, some of which cancel
        double tolerance = 1e-5 * productOfU.norm() * v.norm();
        assertEquals(v.dot(productOfU), u.dot(differentiated(objective, hv)), tolerance);
    }

    /** What stands in the blocks with respect to which the objective is differentiated. */
    private static Parameters differentiated(LayerObjective objective, float[] vector) {
        Layout layout = objective.layout();
        float[] kept = vector.clone();
        for (Layout.Block block : layout.blocks()) {
            if (block.kind() == Layout.Kind.STATE) {
                int from = layout.offset(block.name());
                Arrays.fill(kept, from, from + block.size(), 0);
            }
        }
        return Parameters.of(layout, kept);
    }

    private static double gradientNorm(LayerObjective objective) {
        return differentiated(objective, gradient(objective, objective.farFromKinks()))
                .norm();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aRowIsTheSameAloneAndInABatch(Row each) {
        Row row = each.evaluated();
        LayerObjective objective = row.objective(Part.INPUT);
        float[] at = objective.farFromKinks().values();
        int width = Layer.size(row.input);
        float[] batch = objective.pass().forward(at, at, objective.inputAt(), LayerObjective.ROWS);
        Layer.Pass one = row.layer.pass(row.input, 1, objective.layout(), Mode.EVALUATION);
        for (int i = 0; i < LayerObjective.ROWS; i++) {
            float[] alone = one.forward(at, at, objective.inputAt() + i * width, 1);
            float[] within = Arrays.copyOfRange(batch, i * row.width(), (i + 1) * row.width());
            // BLAS may sum one row in another order: some roundings of numbers of size 1
            assertArrayEquals(within, Arrays.copyOf(alone, row.width()), 1e-6f);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void neitherParametersNorInputAreModified(Row row) {
        LayerObjective objective = row.objective(Part.PARAMETERS);
        Parameters point = objective.farFromKinks();
        float[] at = point.values();
        objective.gradient(at, new float[at.length]);
        assertArrayEquals(point.values(), at);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void statesGetNoGradientAndNoProduct(Row row) {
        LayerObjective objective = row.objective(Part.BOTH);
        Layout layout = objective.layout();
        float[] gradient = gradient(objective);
        float[] product = new float[gradient.length];
        objective.hessianTimes(objective.farFromKinks().values(), objective.direction(1), product);
        for (Layout.Block block : row.layer.blocks(row.input)) {
            int from = layout.offset(block.name());
            for (int i = from; i < from + block.size() && block.kind() == Layout.Kind.STATE; i++) {
                assertEquals(0, gradient[i]);
                assertEquals(0, product[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theBitsAreTheSameForEveryNumberOfThreads(Row row) {
        LayerObjective objective = row.objective(Part.BOTH);
        float[] at = objective.farFromKinks().values();
        float[] direction = objective.direction(1);
        float[][] gradients = new float[3][at.length];
        float[][] products = new float[3][at.length];
        for (int i = 0; i < 3; i++) {
            int number = i;
            Workers.with(number + 1, () -> objective.gradient(at, gradients[number]));
            Workers.with(number + 1, () -> {
                objective.hessianTimes(at, direction, products[number]);
                return number;
            });
            assertArrayEquals(gradients[0], gradients[i]);
            assertArrayEquals(products[0], products[i]);
        }
    }

    static Stream<Row> rowsWithParameters() {
        return rows().filter(row -> !row.layer.blocks(row.input).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rowsWithParameters")
    void theGradientIsAdded(Row row) {
        LayerObjective objective = row.objective(Part.PARAMETERS);
        float[] at = objective.farFromKinks().values();
        float[] once = gradient(objective);
        float[] twice = new float[at.length];
        for (int i = 0; i < 2; i++) {
            Layer.Pass pass = objective.pass();
            pass.forward(at, at, objective.inputAt(), LayerObjective.ROWS);
            pass.backward(at, objective.coefficients(), twice);
        }
        for (int i = 0; i < objective.inputAt(); i++) {
            assertEquals(2 * once[i], twice[i], 1e-5f * Math.max(1, Math.abs(once[i]))); // roundings of seven terms
        }
    }

    @ParameterizedTest
    @MethodSource("rowsWithParameters")
    void theFirstLayerOfANetworkGetsTheSameGradient(Row row) {
        LayerObjective objective = row.objective(Part.PARAMETERS);
        float[] at = objective.farFromKinks().values();
        float[] first = new float[at.length];
        Layer.Pass pass = objective.pass();
        pass.forward(at, at, objective.inputAt(), LayerObjective.ROWS);
        pass.backwardFirst(at, objective.coefficients(), first);
        float[] whole = Arrays.copyOf(gradient(objective), objective.inputAt());
        assertArrayEquals(whole, Arrays.copyOf(first, objective.inputAt()));
    }

    @ParameterizedTest
    @MethodSource("rowsWithParameters")
    void theGradientMayBeAddedToTheParametersThemselves(Row row) {
        LayerObjective objective = row.objective(Part.PARAMETERS);
        float[] at = objective.farFromKinks().values();
        float[] gradient = new float[at.length];
        float[] input = Arrays.copyOfRange(at, objective.inputAt(), at.length);
        Layer.Pass apart = objective.pass();
        apart.forward(at, input, 0, LayerObjective.ROWS);
        float[] back = apart.backward(at, objective.coefficients(), gradient).clone();
        float[] moved = at.clone();
        Layer.Pass within = objective.pass();
        within.forward(moved, input, 0, LayerObjective.ROWS);
        assertArrayEquals(back, within.backward(moved, objective.coefficients(), moved));
        for (int i = 0; i < at.length; i++) {
            // roundings of seven terms, added to another number
            assertEquals(at[i] + gradient[i], moved[i], 2e-6f * (1 + Math.abs(gradient[i])));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aSmallerBatchAfterALargerOneIsNotDisturbedByIt(Row row) {
        LayerObjective objective = row.objective(Part.PARAMETERS);
        float[] at = objective.farFromKinks().values();
        float[] used = new float[at.length];
        float[] fresh = new float[at.length];
        Layer.Pass pass = objective.pass();
        pass.forward(at, at, objective.inputAt(), LayerObjective.ROWS);
        pass.backward(at, objective.coefficients(), new float[at.length]);
        for (float[] gradient : List.of(used, fresh)) {
            Layer.Pass mine = gradient == used ? pass : objective.pass();
            mine.forward(at, at, objective.inputAt(), 2);
            mine.backward(at, objective.coefficients(), gradient);
        }
        assertArrayEquals(fresh, used);
    }
}
