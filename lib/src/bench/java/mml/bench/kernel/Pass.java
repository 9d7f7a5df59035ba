package mml.bench.kernel;

import java.util.List;
import mml.math.Layout;
import mml.math.Workers;
import mml.nn.Initialisation;
import mml.nn.Layer;

/** A layer with its parameters, its input and the gradient of its outputs, forward and back on one thread. */
final class Pass {
    private final Layer.Pass pass;
    private final float[] parameters;
    private final float[] gradient;
    private final float[] input;
    private final float[] given;
    private final float[] outputGradient;
    private final int rows;

    /**
     * Prepares a layer that stands alone.
     *
     * @param layer to be run
     * @param input the shape of one example
     * @param rows how many examples
     */
    Pass(Layer layer, List<Integer> input, int rows) {
        List<Layout.Block> blocks = layer.blocks(input);
        Layout layout = blocks.isEmpty() ? Layout.vector(1) : Layout.of(blocks);
        this.rows = rows;
        this.pass = layer.pass(input, rows, layout, Layer.Mode.TRAINING);
        this.parameters = Initialisation.he().parameters(layout, 1).values();
        this.gradient = new float[parameters.length];
        this.input = Vectors.gaussian(rows * Layer.size(input), 2);
        this.given = Vectors.gaussian(rows * Layer.size(layer.output(input)), 3);
        this.outputGradient = given.clone();
    }

    float[] forward() {
        return Workers.with(1, () -> pass.forward(parameters, input, 0, rows));
    }

    /** A pass may overwrite the gradient that it is given: without a copy it would sink to zero from call to call. */
    float[] forwardAndBack() {
        forward();
        System.arraycopy(given, 0, outputGradient, 0, given.length);
        return Workers.with(1, () -> pass.backward(parameters, outputGradient, gradient));
    }
}
