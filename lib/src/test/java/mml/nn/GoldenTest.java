package mml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.math.Layout;
import mml.nn.Layer.Mode;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.Sigmoid;
import mml.nn.layer.Softsign;
import mml.nn.layer.Tanh;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MaxPooling;
import mml.nn.layer.image.MeanPooling;
import mml.nn.layer.image.Window;
import mml.nn.layer.norm.BatchNormalisation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs, gradients and products with the Hessian are those of PyTorch. */
class GoldenTest {
    /** A case of the file, and the layer that it is of. */
    record Row(String name, Layer layer) {
        Mode mode() {
            return name.endsWith("evaluation") ? Mode.EVALUATION : Mode.TRAINING;
        }
    }

    static Stream<Row> layers() {
        return Stream.of(
                new Row("dense", Dense.of("d", 3)),
                new Row("relu", new Relu()),
                new Row("tanh", new Tanh()),
                new Row("sigmoid", new Sigmoid()),
                new Row("softsign", new Softsign()),
                new Row("convolution 3x3, stride 1, same, without bias", three().withoutBias()),
                new Row("convolution 3x3, stride 1, same, with bias", three()),
                new Row(
                        "convolution 3x3, stride 2, same, without bias",
                        three().stride(2).withoutBias()),
                new Row("convolution 3x3, stride 2, same, with bias", three().stride(2)),
                new Row("convolution 3x3, stride 1, valid, with bias", three().padding(Window.Padding.VALID)),
                new Row(
                        "convolution 1x1, stride 2, same, without bias",
                        three().kernel(1).stride(2).withoutBias()),
                new Row(
                        "convolution 5x5, stride 1, same, without bias",
                        Convolution.of("c", 2).kernel(5).withoutBias()),
                new Row("max pooling 2x2, stride 2, valid", MaxPooling.of(2)),
                new Row("max pooling 3x3, stride 1, valid", MaxPooling.of(3).stride(1)),
                new Row("mean pooling 2x2, stride 2, valid", MeanPooling.of(2)),
                new Row("batch normalisation of vectors, training", BatchNormalisation.of("n")),
                new Row("batch normalisation of vectors, evaluation", BatchNormalisation.of("n")),
                new Row("batch normalisation of images, training", BatchNormalisation.of("n")),
                new Row("batch normalisation of images, evaluation", BatchNormalisation.of("n")));
    }

    private static Convolution three() {
        return Convolution.of("c", 3);
    }

    private static List<Integer> shape(Golden golden) {
        int[] shape = golden.whole("shape");
        return IntStream.range(1, shape.length).mapToObj(i -> shape[i]).toList();
    }

    private static Layer.Pass pass(Golden golden, Layer layer, Mode mode) {
        List<Layout.Block> blocks = layer.blocks(shape(golden));
        Layout layout = blocks.isEmpty() ? Layout.vector(1) : Layout.of(blocks);
        return layer.pass(shape(golden), golden.whole("shape")[0], layout, mode);
    }

    @ParameterizedTest
    @MethodSource("layers")
    void aLayerDoesWhatPyTorchDoes(Row row) {
        Golden golden = Golden.of(row.name);
        Layer.Pass pass = pass(golden, row.layer, row.mode());
        float[] parameters = golden.numbers("parameters");
        float[] direction = golden.numbers("direction");
        int rows = golden.whole("shape")[0];
        golden.assertAgrees("output", pass.forward(parameters, golden.numbers("input"), 0, rows));
        float[] gradient = new float[parameters.length];
        golden.assertAgrees("input gradient", pass.backward(parameters, golden.numbers("coefficients"), gradient));
        golden.assertAgrees("gradient", gradient);
        float[] tangents = pass.forwardTangent(parameters, direction, golden.numbers("input direction"));
        float[] product = new float[parameters.length];
        Dual coefficients = new Dual(golden.numbers("coefficients"), new float[tangents.length]);
        Dual input = pass.backwardTangent(parameters, direction, coefficients, product);
        golden.assertAgrees("input gradient", input.values());
        golden.assertAgrees("input product", input.tangents());
        golden.assertAgrees("product", product);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vectors", "images"})
    void batchNormalisationRemembersWhatPyTorchRemembers(String kind) {
        Golden golden = Golden.of("batch normalisation of " + kind + ", remembered");
        Layer layer = BatchNormalisation.of("n");
        int rows = golden.whole("shape")[0];
        float[] parameters = golden.numbers("parameters");
        Layer.Pass training = pass(golden, layer, Mode.TRAINING);
        for (String batch : List.of("input", "second input")) {
            training.forward(parameters, golden.numbers(batch), 0, rows);
            training.remember(parameters);
        }
        golden.assertAgrees("remembered", parameters);
        Layer.Pass evaluation = pass(golden, layer, Mode.EVALUATION);
        golden.assertAgrees("evaluated", evaluation.forward(parameters, golden.numbers("input"), 0, rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"labels", "soft targets"})
    void crossEntropyIsThatOfPyTorch(String wanted) {
        Golden golden = Golden.of("cross-entropy with " + wanted);
        Loss loss = wanted.equals("labels")
                ? SoftmaxCrossEntropy.of(golden.whole("wanted"), 3)
                : SoftmaxCrossEntropy.soft(golden.numbers("wanted"), 3);
        float[] logits = golden.numbers("logits");
        int[] examples = {0, 1, 2, 3};
        float[] gradient = new float[logits.length];
        double sum = loss.gradient(logits, examples, 0, 4, 1, gradient);
        assertEquals(golden.numbers("sum")[0], sum, 1e-6 * sum); // nine digits stand in the file
        golden.assertAgrees("gradient", gradient);
        float[] product = golden.numbers("direction");
        loss.hessianTimes(logits, 4, 1, product);
        golden.assertAgrees("product", product);
    }
}
