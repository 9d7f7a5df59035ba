package mml.tribuo.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Randomness;
import mml.nn.Initialisation;
import mml.nn.Layer;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Dropout;
import mml.nn.layer.Flatten;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.Sigmoid;
import mml.nn.layer.Softsign;
import mml.nn.layer.Tanh;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MaxPooling;
import mml.nn.layer.image.MeanPooling;
import mml.nn.layer.image.Window.Padding;
import mml.nn.layer.norm.BatchNormalisation;
import mml.nn.model.Mlp;
import mml.nn.model.ResNet;
import mml.nn.model.Vgg9;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ONNX Runtime makes of our files. */
class OnnxFileTest {
    private static final List<Integer> NOT_SQUARE = List.of(7, 10, 3);

    static Stream<org.junit.jupiter.params.provider.Arguments> networks() {
        return Stream.of(
                arguments("MLP", Mlp.of(784, 64, 10)),
                arguments("VGG-9", Vgg9.of().network()),
                arguments("ResNet-20", ResNet.of(20).network()),
                arguments("image that is not square", notSquare()),
                arguments("flattened and not mixed again", notMixed()),
                arguments("not even flattened", Network.of(NOT_SQUARE, Convolution.of("conv", 4), new Tanh())),
                arguments("residual block of a flattened image", residual()),
                arguments("every activation", activations()),
                arguments("mean of the whole image", means()));
    }

    /** A flattened image passes what keeps its order before a dense layer mixes it. */
    private static Network notSquare() {
        return Network.of(
                NOT_SQUARE,
                Convolution.of("conv", 4).kernel(5).stride(2),
                BatchNormalisation.of("norm"),
                new Relu(),
                Convolution.of("valid", 5).padding(Padding.VALID).withoutBias(),
                new Flatten(),
                BatchNormalisation.of("vector"),
                new Tanh(),
                Dense.of("head", 6));
    }

    private static Network notMixed() {
        return Network.of(
                NOT_SQUARE, Convolution.of("conv", 2), MaxPooling.of(3).stride(2), new Flatten());
    }

    private static Network residual() {
        return Network.of(
                NOT_SQUARE,
                new Flatten(),
                Residual.of(Dense.of("inner", 210).withoutBias(), new Relu()),
                Dense.of("head", 3));
    }

    private static Network activations() {
        return Network.of(
                List.of(6),
                Dense.of("a", 8),
                new Sigmoid(),
                Dense.of("b", 8),
                new Softsign(),
                new Dropout(0.5),
                Dense.of("c", 4).withoutBias(),
                new Tanh());
    }

    private static Network means() {
        return Network.of(
                NOT_SQUARE, Convolution.of("conv", 4), MeanPooling.of(2), MeanPooling.global(), Dense.of("head", 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void outputsAreTheSame(String name, Network network) throws OrtException {
        Parameters parameters = random(network);
        int rows = 3;
        float[] examples = new float[rows * Layer.size(network.input())];
        RandomGenerator random = Randomness.of(5, "examples");
        for (int i = 0; i < examples.length; i++) {
            examples[i] = (float) random.nextGaussian();
        }
        float[] ours = network.outputs(parameters, examples);
        float[] theirs = run(
                OnnxFile.bytes(network, parameters),
                outside(network.input(), rows),
                OnnxFile.channelsFirst(network.input(), examples));
        float largest = 0;
        for (float output : ours) {
            largest = Math.max(largest, Math.abs(output));
        }
        assertEquals(ours.length, theirs.length);
        for (int i = 0; i < ours.length; i++) {
            assertEquals(ours[i], theirs[i], 1e-5 * largest, "output " + i); // some hundred roundings of 6e-8
        }
    }

    /** All blocks at random, so that no error hides behind a zero or a one. */
    private static Parameters random(Network network) {
        Parameters all = network.initial(Initialisation.he(), 1);
        for (Layout.Block block : network.layout().blocks()) {
            if (block.kind() != Layout.Kind.WEIGHT) {
                RandomGenerator random = Randomness.of(2, block.name());
                float[] numbers = new float[block.size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = (float) (0.5 + random.nextDouble());
                }
                all = all.with(block.name(), numbers);
            }
        }
        return all;
    }

    private static long[] outside(List<Integer> shape, int rows) {
        List<Integer> extents = new ArrayList<>(shape);
        if (shape.size() == 3) {
            extents.add(0, extents.remove(2));
        }
        extents.add(0, rows);
        return extents.stream().mapToLong(Integer::longValue).toArray();
    }

    private static float[] run(byte[] model, long[] shape, float[] examples) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(examples), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            float[][] rows = (float[][]) result.get("output").orElseThrow().getValue();
            float[] all = new float[rows.length * rows[0].length];
            for (int i = 0; i < rows.length; i++) {
                System.arraycopy(rows[i], 0, all, i * rows[0].length, rows[0].length);
            }
            return all;
        }
    }

    @Test
    void aFileHoldsTheBytes(@TempDir Path folder) throws Exception {
        Network network = Mlp.of(2, 3);
        Parameters parameters = random(network);
        OnnxFile.write(folder.resolve("net.onnx"), network, parameters);
        assertEquals(
                Arrays.toString(OnnxFile.bytes(network, parameters)),
                Arrays.toString(Files.readAllBytes(folder.resolve("net.onnx"))));
    }

    /** A layer that ONNX has no operator for. */
    record Own() implements Layer {
        @Override
        public List<Integer> output(List<Integer> input) {
            return input;
        }

        @Override
        public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
            return new Relu().pass(input, capacity, layout, mode);
        }
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        Network own = Network.of(List.of(2), Dense.of("a", 2), new Own());
        Parameters parameters = random(own);
        assertRefused("layers must have a form in ONNX, Own[] has none", () -> OnnxFile.bytes(own, parameters));
        Network other = Mlp.of(2, 3);
        assertRefused(
                "parameters must be of the network, their layout is " + own.layout() + ", its is " + other.layout(),
                () -> OnnxFile.bytes(other, parameters));
        Parameters broken = random(other).with("head.bias", new float[] {0, Float.NaN, 0});
        assertRefused("parameters must be finite, value 7 was NaN", () -> OnnxFile.bytes(other, broken));
        assertRefused(
                "examples must be whole, 3 numbers of [2]", () -> OnnxFile.channelsFirst(List.of(2), new float[3]));
    }

    private static void assertRefused(String sentence, org.junit.jupiter.api.function.Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
