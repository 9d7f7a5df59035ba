package mml.nn.layer.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mml.math.Layout;
import mml.math.Randomness;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.layer.image.direct.OffsetProduct;

/** Random parameters, inputs and gradients with respect to the outputs. */
final class ConvolutionBatch {
    /** Enough images for four lanes, and enough lines for several pieces in each. */
    static final int SIZE = 13;

    final List<Integer> image;
    final Layout layout;
    final int filters;
    final float[] parameters;
    final float[] direction;
    final float[] input;
    final float[] gradient;
    final Layer.Pass pass;

    ConvolutionBatch(Convolution layer, List<Integer> image, Optional<OffsetProduct> direct) {
        this.image = image;
        layout = Layout.of(layer.blocks(image));
        filters = layer.filters();
        parameters = random("parameters", layout.size());
        direction = random("direction", layout.size());
        input = random("input", SIZE * Layer.size(image));
        gradient = random("gradient", SIZE * Layer.size(layer.output(image)));
        pass = layer.pass(image, SIZE, layout, direct);
    }

    private static float[] random(String name, int size) {
        var random = Randomness.of(1, name);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    int outputs() {
        return gradient.length;
    }

    int weights() {
        return layout.blocks().get(0).size();
    }

    /** Returns all that a pass computes. */
    List<float[]> all() {
        List<float[]> all = new ArrayList<>();
        float[] sum = new float[layout.size()];
        float[] product = new float[layout.size()];
        all.add(pass.forward(parameters, input, 0, SIZE).clone());
        all.add(pass.backward(parameters, gradient, sum).clone());
        all.add(pass.forwardTangent(parameters, direction, input).clone());
        Dual back = pass.backwardTangent(parameters, direction, new Dual(gradient, gradient), product);
        all.addAll(List.of(sum, product, back.values().clone(), back.tangents().clone()));
        return all;
    }
}
