package mml.tribuo.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mml.math.Parameters;
import mml.nn.Layer;
import mml.nn.Network;
import mml.nn.Sequence;
import mml.nn.layer.Bias;
import mml.nn.layer.Dense;
import mml.nn.layer.Dropout;
import mml.nn.layer.Flatten;
import mml.nn.layer.Identity;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.Sigmoid;
import mml.nn.layer.Softsign;
import mml.nn.layer.Tanh;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MaxPooling;
import mml.nn.layer.image.MeanPooling;
import mml.nn.layer.image.Window;
import mml.nn.layer.norm.BatchNormalisation;

/**
 * The nodes of each kind of layer.
 *
 * @param graph they are added to
 * @param parameters of the whole network
 */
record Nodes(Graph graph, Parameters parameters) {
    private static final Map<Class<? extends Layer>, String> ACTIVATIONS =
            Map.of(Relu.class, "Relu", Tanh.class, "Tanh", Sigmoid.class, "Sigmoid", Softsign.class, "Softsign");

    /** Adds all layers of a network, whose outputs are a vector here even if the last layer makes images. */
    Place whole(Network network) {
        Place end = all(network.layers(), Place.of("input", network.input()));
        return end.shape().size() == 3 ? flatten(end) : end;
    }

    /** Adds layers, one after the other. */
    private Place all(List<Layer> layers, Place start) {
        Place place = start;
        for (Layer layer : layers) {
            place = add(layer, place);
        }
        return place;
    }

    private Place add(Layer layer, Place at) {
        if (layer instanceof Sequence sequence) {
            return all(sequence.layers(), at);
        } else if (layer instanceof Residual block) {
            return residual(block, graph.inOrder(at));
        } else if (layer instanceof Dense dense) {
            return dense(dense, at);
        } else if (layer instanceof Convolution convolution) {
            return convolution(convolution, at);
        } else if (layer instanceof BatchNormalisation norm) {
            return norm(norm, at);
        } else if (layer instanceof Flatten) {
            return flatten(at);
        } else if (layer instanceof Identity || layer instanceof Dropout) {
            return at;
        } else if (ACTIVATIONS.containsKey(layer.getClass())) {
            return at.named(graph.node(ACTIVATIONS.get(layer.getClass()), List.of(at.name())), at.shape());
        }
        return pooling(layer, at);
    }

    private Place residual(Residual block, Place at) {
        Place body = graph.inOrder(add(block.body(), at));
        Place shortcut = graph.inOrder(add(block.shortcut(), at));
        return Place.of(graph.node("Add", List.of(body.name(), shortcut.name())), body.shape());
    }

    private Place dense(Dense dense, Place at) {
        int in = at.shape().get(0);
        int out = dense.outputs();
        float[] weights = parameters.block(dense.name() + ".weight");
        float[] rows = weights.clone();
        for (int i = 0; i < in && !at.isInOrder(); i++) {
            System.arraycopy(weights, at.order()[i] * out, rows, i * out, out);
        }
        List<String> inputs =
                new ArrayList<>(List.of(at.name(), graph.tensor(dense.name() + ".weight", List.of(in, out), rows)));
        addBias(dense.name(), dense.bias(), inputs);
        return Place.of(graph.node("Gemm", inputs), List.of(out));
    }

    private void addBias(String name, Bias bias, List<String> inputs) {
        if (bias == Bias.WITH) {
            float[] numbers = parameters.block(name + ".bias");
            inputs.add(graph.tensor(name + ".bias", List.of(numbers.length), numbers));
        }
    }

    private Place convolution(Convolution convolution, Place at) {
        int size = convolution.window().size();
        int in = at.shape().get(2);
        int out = convolution.filters();
        List<String> inputs = new ArrayList<>(List.of(
                at.name(),
                graph.tensor(
                        convolution.name() + ".weight",
                        List.of(out, in, size, size),
                        filtersFirst(parameters.block(convolution.name() + ".weight"), in, out))));
        addBias(convolution.name(), convolution.bias(), inputs);
        return at.named(graph.node("Conv", inputs, window(convolution.window())), convolution.output(at.shape()));
    }

    /** From {@code [ky, kx, in, out]} to {@code [out, in, ky, kx]}. */
    private static float[] filtersFirst(float[] weights, int in, int out) {
        int window = weights.length / in / out;
        float[] moved = new float[weights.length];
        for (int i = 0; i < moved.length; i++) {
            int pixel = i % window;
            int channel = i / window % in;
            int filter = i / window / in;
            moved[i] = weights[(pixel * in + channel) * out + filter];
        }
        return moved;
    }

    private static AttributeProto[] window(Window window) {
        int margin = window.padding() == Window.Padding.SAME ? (window.size() - 1) / 2 : 0;
        return new AttributeProto[] {
            Graph.attribute("kernel_shape", window.size(), window.size()),
            Graph.attribute("strides", window.stride(), window.stride()),
            Graph.attribute("pads", margin, margin, margin, margin)
        };
    }

    private Place norm(BatchNormalisation norm, Place at) {
        List<String> inputs = new ArrayList<>(List.of(at.name()));
        for (String part : List.of(".scale", ".shift", ".mean", ".variance")) {
            float[] numbers = at.ordered(parameters.block(norm.name() + part));
            inputs.add(graph.tensor(norm.name() + part, List.of(numbers.length), numbers));
        }
        AttributeProto epsilon = Graph.attribute("epsilon", (float) norm.epsilon());
        return at.named(graph.node("BatchNormalization", inputs, epsilon), at.shape());
    }

    private Place flatten(Place at) {
        List<Integer> flat = List.of(Layer.size(at.shape()));
        String name = graph.node("Flatten", List.of(at.name()), Graph.axis(1));
        return at.shape().size() == 3 ? new Place(name, flat, at.flattened()) : at.named(name, flat);
    }

    private Place pooling(Layer layer, Place at) {
        if (layer instanceof MaxPooling largest) {
            Window window = new Window(largest.size(), largest.stride(), Window.Padding.VALID);
            return at.named(graph.node("MaxPool", List.of(at.name()), window(window)), layer.output(at.shape()));
        } else if (layer instanceof MeanPooling mean) {
            Window window = new Window(mean.size(), mean.stride(), Window.Padding.VALID);
            return at.named(graph.node("AveragePool", List.of(at.name()), window(window)), layer.output(at.shape()));
        } else if (layer instanceof MeanPooling.Global) {
            String means = graph.node("GlobalAveragePool", List.of(at.name()));
            return Place.of(graph.node("Flatten", List.of(means), Graph.axis(1)), layer.output(at.shape()));
        }
        throw new IllegalArgumentException("layers must have a form in ONNX, " + layer + " has none");
    }
}
