package mml.tribuo.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** A graph of ONNX that grows node by node; values are called by number. */
final class Graph {
    private static final int ROWS = 1;

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("network");

    /** Returns an attribute that is a number. */
    static AttributeProto attribute(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    /** Returns an attribute that is an axis. */
    static AttributeProto axis(int axis) {
        return AttributeProto.newBuilder()
                .setName("axis")
                .setType(AttributeProto.AttributeType.INT)
                .setI(axis)
                .build();
    }

    /** Returns an attribute that is a list. */
    static AttributeProto attribute(String name, int... values) {
        AttributeProto.Builder list =
                AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS);
        for (int value : values) {
            list.addInts(value);
        }
        return list.build();
    }

    /** Adds a node, and returns the name of its output. */
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        String output = "value" + graph.getNodeCount();
        node(operator, inputs, output, attributes);
        return output;
    }

    /** Adds a node whose output has a name of its own. */
    void node(String operator, List<String> inputs, String output, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setName(operator + graph.getNodeCount())
                .setOpType(operator)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
    }

    /** Adds a tensor of parameters, and returns its name. */
    String tensor(String name, List<Integer> shape, float[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return tensor(name, shape, TensorProto.DataType.FLOAT, bytes);
    }

    private String tensor(String name, List<Integer> shape, TensorProto.DataType type, ByteBuffer bytes) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes));
        shape.forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return name;
    }

    /** Returns a place whose numbers are in the order that they have here, for which it may add a node. */
    Place inOrder(Place place) {
        if (place.isInOrder()) {
            return place;
        }
        int count = place.order().length;
        ByteBuffer indices =
                ByteBuffer.allocate(Math.multiplyExact(count, Long.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            indices.putLong(place.order()[i] * Long.BYTES, i);
        }
        String name = "order" + graph.getNodeCount();
        tensor(name, List.of(count), TensorProto.DataType.INT64, indices);
        return Place.of(node("Gather", List.of(place.name(), name), axis(ROWS)), place.shape());
    }

    /** Returns the graph with its input and output. */
    GraphProto whole(List<Integer> input, List<Integer> output) {
        return graph.addInput(value("input", input))
                .addOutput(value("output", output))
                .build();
    }

    private static ValueInfoProto value(String name, List<Integer> shape) {
        TensorShapeProto.Builder extents = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
        shape.forEach(
                extent -> extents.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(extent)));
        TypeProto.Tensor type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                .setShape(extents)
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
