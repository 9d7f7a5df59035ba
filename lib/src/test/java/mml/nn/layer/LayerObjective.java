package mml.nn.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Randomness;
import mml.nn.Layer;

/**
 * One layer as a function to be differentiated: a sum of its outputs with fixed coefficients, of its parameters and of its
 * input, which is a block of the vector like the others. The part that is not looked at is declared a state, in whose
 * direction {@link mml.nn.GradientCheck} does not go.
 *
 * @param layer on {@link #ROWS} rows
 * @param input the shape of one row
 * @param part what is differentiated
 */
record LayerObjective(Layer layer, List<Integer> input, Part part) implements Objective {
    static final int ROWS = 7;

    /** With respect to what. */
    enum Part {
        PARAMETERS,
        INPUT
    }

    @Override
    public Layout layout() {
        List<Block> blocks = new ArrayList<>();
        for (Block block : layer.blocks(input)) {
            blocks.add(part == Part.PARAMETERS ? block : new Block(block.name(), Kind.STATE, block.shape()));
        }
        Kind kind = part == Part.INPUT ? Kind.WEIGHT : Kind.STATE;
        blocks.add(new Block("input", kind, List.of(ROWS, Layer.size(input))));
        return Layout.of(blocks);
    }

    /**
     * Returns a point far from every kink of a rectifier: weights of deviation 0.1, biases 1 and -1 in turn, inputs of size
     * 0.5 to 1 and both signs, so that what is rectified lies at least 0.2 from 0.
     */
    Parameters farFromKinks() {
        Layout layout = layout();
        float[] values = new float[layout.size()];
        for (Block block : layout.blocks()) {
            var random = Randomness.of(3, block.name());
            for (int i = 0; i < block.size(); i++) {
                double sign = i % 2 == 0 ? 1 : -1;
                values[layout.offset(block.name()) + i] = (float)
                        (block.name().equals("input")
                                ? sign * (0.5 + 0.5 * random.nextDouble())
                                : block.name().endsWith(".bias") ? sign : 0.1 * random.nextGaussian());
            }
        }
        return Parameters.of(layout, values);
    }

    float[] coefficients() {
        float[] coefficients = new float[ROWS * Layer.size(layer.output(input))];
        var random = Randomness.of(4, "coefficients");
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = (float) random.nextGaussian();
        }
        return coefficients;
    }

    int inputAt() {
        return layout().offset("input");
    }

    Layer.Pass pass() {
        return layer.pass(input, ROWS, layout());
    }

    @Override
    public List<String> scores() {
        return List.of("sum");
    }

    @Override
    public void scores(float[] at, double[] out) {
        out[0] = sum(pass().forward(at, at, inputAt(), ROWS));
    }

    private double sum(float[] outputs) {
        float[] coefficients = coefficients();
        double sum = 0;
        for (int i = 0; i < coefficients.length; i++) {
            sum += (double) coefficients[i] * outputs[i];
        }
        return sum;
    }

    @Override
    public double gradient(float[] at, float[] out) {
        Layer.Pass pass = pass();
        double sum = sum(pass.forward(at, at, inputAt(), ROWS));
        Arrays.fill(out, 0);
        float[] inputGradient = pass.backward(at, coefficients(), out);
        System.arraycopy(inputGradient, 0, out, inputAt(), ROWS * Layer.size(input));
        return sum;
    }

    @Override
    public Objective copy() {
        return this;
    }
}
