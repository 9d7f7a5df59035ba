package mml.nn.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Randomness;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.Layer.Mode;

/**
 * One layer as a function to be differentiated: a sum of its outputs with fixed coefficients, of its parameters and of its
 * input, which is a block of the vector like the others. The part that is not looked at is declared a state, in whose
 * direction {@link mml.nn.GradientCheck} does not go.
 *
 * @param layer on {@link #ROWS} rows
 * @param input the shape of one row
 * @param part what is differentiated
 * @param mode what the layer is run for
 */
record LayerObjective(Layer layer, List<Integer> input, Part part, Mode mode) implements Objective {
    static final int ROWS = 7;

    /** With respect to what. */
    enum Part {
        PARAMETERS,
        INPUT,
        BOTH
    }

    @Override
    public Layout layout() {
        List<Block> blocks = new ArrayList<>();
        for (Block block : layer.blocks(input)) {
            blocks.add(part != Part.INPUT ? block : new Block(block.name(), Kind.STATE, block.shape()));
        }
        Kind kind = part != Part.PARAMETERS ? Kind.WEIGHT : Kind.STATE;
        blocks.add(new Block("input", kind, List.of(ROWS, Layer.size(input))));
        return Layout.of(blocks);
    }

    /**
     * Returns a point far from every kink: weights of deviation 0.1, biases 1 and -1 in turn, variances from 0.5 to 1, inputs
     * of size 0.5 to 1 and both signs. What is rectified then lies at least 0.2 from 0; and the inputs of a row, of which the
     * largest may be looked for, differ by a quarter over their number, several times as much as they are moved.
     */
    Parameters farFromKinks() {
        Layout layout = layout();
        float[] values = new float[layout.size()];
        for (Block block : layout.blocks()) {
            var random = Randomness.of(3, block.name());
            List<Double> sizes = block.name().equals("input") ? sizes(random) : List.of();
            for (int i = 0; i < block.size(); i++) {
                double sign = i % 2 == 0 ? 1 : -1;
                values[layout.offset(block.name()) + i] = (float)
                        (block.name().equals("input") ? sign * sizes.get(i) : farFromKinks(block.name(), sign, random));
            }
        }
        return Parameters.of(layout, values);
    }

    private static double farFromKinks(String block, double sign, RandomGenerator random) {
        String part = block.substring(block.lastIndexOf('.') + 1);
        return switch (part) {
            case "variance" -> 0.5 + 0.5 * random.nextDouble();
            case "bias" -> sign;
            default -> 0.1 * random.nextGaussian();
        };
    }

    /** Returns the sizes of all inputs: in each row one from each of as many parts of the interval from 0.5 to 1. */
    private List<Double> sizes(RandomGenerator random) {
        int width = Layer.size(input);
        List<Double> all = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            List<Double> sizes = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                sizes.add(0.5 + 0.5 * (i + 0.5 * random.nextDouble()) / width);
            }
            Collections.shuffle(sizes, new Random(row));
            all.addAll(sizes);
        }
        return all;
    }

    /** Returns a random direction that is zero where the objective is not differentiated. */
    float[] direction(long seed) {
        Layout layout = layout();
        float[] direction = new float[layout.size()];
        for (Block block : layout.blocks()) {
            var random = Randomness.of(seed, "direction " + block.name());
            int at = layout.offset(block.name());
            for (int i = at; i < at + block.size() && block.kind() != Kind.STATE; i++) {
                direction[i] = (float) random.nextGaussian();
            }
        }
        return direction;
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
        return layer.pass(input, ROWS, layout(), mode);
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
    public void hessianTimes(float[] at, float[] direction, float[] out) {
        Layer.Pass pass = pass();
        int size = ROWS * Layer.size(input);
        pass.forward(at, at, inputAt(), ROWS);
        pass.forwardTangent(at, direction, Arrays.copyOfRange(direction, inputAt(), inputAt() + size));
        Arrays.fill(out, 0);
        Dual outputGradient = new Dual(coefficients(), new float[coefficients().length]);
        Dual inputGradient = pass.backwardTangent(at, direction, outputGradient, out);
        System.arraycopy(inputGradient.tangents(), 0, out, inputAt(), size);
    }

    @Override
    public Objective copy() {
        return this;
    }
}
