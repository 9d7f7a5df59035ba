package mml.tribuo.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mml.math.Check;
import mml.math.Parameters;
import mml.math.WholeFile;
import mml.nn.Layer;
import mml.nn.Network;

/**
 * A trained network as a file of ONNX, to be run by others.
 *
 * <p>The graph has one input, {@code input}, and one output, {@code output}: the logits. Images are {@code [batch, channels,
 * height, width]} there, as ONNX wants them, where this library has {@code [height, width, channels]}: weights of convolutions,
 * and of what follows a flattened image, are permuted accordingly. Batch normalisation uses its remembered statistics, and
 * dropout does nothing, as in evaluation.
 *
 * <p>Source: Open Neural Network Exchange, version 8 of the format, operators of set 13.
 */
public final class OnnxFile {
    private static final int FORMAT = 8;
    private static final int OPERATORS = 13;

    private OnnxFile() {}

    /**
     * Writes a file; it is there whole, or as it was before.
     *
     * @param file usually called {@code *.onnx}; replaced if it exists
     * @param network what is written
     * @param parameters its own, finite
     * @throws IllegalArgumentException if the parameters are another network's, one is not finite, or a layer has no form in ONNX
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(Path file, Network network, Parameters parameters) {
        byte[] bytes = bytes(network, parameters);
        try {
            WholeFile.write(file, out -> out.write(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Returns what the file holds.
     *
     * @param network what is written
     * @param parameters its own, finite
     * @return a model of ONNX
     * @throws IllegalArgumentException if the parameters are another network's, one is not finite, or a layer has no form in ONNX
     */
    public static byte[] bytes(Network network, Parameters parameters) {
        Check.that(
                parameters.layout().equals(network.layout()),
                "parameters must be of the network, their layout is %s, its is %s",
                parameters.layout(),
                network.layout());
        Check.finite("parameters", parameters.values());
        Graph graph = new Graph();
        Place end = new Nodes(graph, parameters).whole(network);
        graph.node("Identity", List.of(graph.inOrder(end).name()), "output");
        return ModelProto.newBuilder()
                .setIrVersion(FORMAT)
                .setProducerName("mml")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                .setGraph(graph.whole(outside(network.input()), List.of(network.outputs())))
                .build()
                .toByteArray();
    }

    /**
     * Returns the same examples as the file takes them.
     *
     * @param shape of one example
     * @param examples row-major, a whole number of them; not modified
     * @return images with the channels first, other examples as they are; a copy
     * @throws IllegalArgumentException if the last example is not whole
     */
    public static float[] channelsFirst(List<Integer> shape, float[] examples) {
        int size = Layer.size(shape);
        Check.that(examples.length % size == 0, "examples must be whole, %s numbers of %s", examples.length, shape);
        int[] order = Place.of("input", shape).flattened();
        float[] moved = new float[examples.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = examples[i / size * size + order[i % size]];
        }
        return moved;
    }

    private static List<Integer> outside(List<Integer> shape) {
        List<Integer> outside = new ArrayList<>(shape);
        if (shape.size() == 3) {
            outside.add(0, outside.remove(2));
        }
        return outside;
    }
}
