package mml.nn;

import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.math.Parameters;
import mml.math.Randomness;

/**
 * How the blocks of a network are filled before training.
 *
 * <p>The factories draw weights at random, set biases and shifts to 0, scales to 1, and states to 0, but to 1 if
 * their name ends with {@code ".variance"}. The random numbers of a block depend
 * on the seed and on the block's name only, so that networks share those of the blocks that they share.
 */
@FunctionalInterface
public interface Initialisation {
    /**
     * Fills one block.
     *
     * @param block what it is
     * @param values all parameters; the block's numbers are overwritten
     * @param at where the block begins
     * @param random the block's own random numbers
     */
    void fill(Block block, float[] values, int at, RandomGenerator random);

    /**
     * Returns normal weights with variance {@code 2 / fan-in}, which keeps the size of activations through ReLU layers.
     *
     * <p>Source: K. He, X. Zhang, S. Ren, J. Sun, Delving deep into rectifiers, ICCV 2015, equation 10.
     *
     * @return the initialisation
     */
    static Initialisation he() {
        return normal(2);
    }

    /**
     * Returns normal weights with variance {@code 1 / fan-in}.
     *
     * <p>Source: Y. LeCun, L. Bottou, G. Orr, K. Mueller, Efficient backprop, 1998, section 4.6.
     *
     * @return the initialisation
     */
    static Initialisation leCun() {
        return normal(1);
    }

    /**
     * Returns normal weights with variance {@code gain / fan-in}.
     *
     * @param gain finite and positive
     * @return the initialisation
     * @throws IllegalArgumentException if the gain is not finite and positive
     */
    static Initialisation normal(double gain) {
        Check.positive("gain", gain);
        return weights(block -> Math.sqrt(gain / block.filterSize()), RandomGenerator::nextGaussian);
    }

    /**
     * Returns normal weights of one standard deviation, whatever their number.
     *
     * @param deviation finite and positive
     * @return the initialisation
     * @throws IllegalArgumentException if the deviation is not finite and positive
     */
    static Initialisation normalWithDeviation(double deviation) {
        Check.positive("deviation", deviation);
        return weights(block -> deviation, RandomGenerator::nextGaussian);
    }

    /**
     * Returns what was standard before 2010: weights uniform on plus or minus {@code 1 / sqrt(fan-in)}, of variance {@code 1 /
     * (3 fan-in)}.
     *
     * <p>Source: X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, AISTATS
     * 2010, equation 1.
     *
     * @return the initialisation
     */
    static Initialisation standard() {
        return uniform(block -> 1 / Math.sqrt(block.filterSize()));
    }

    /**
     * Returns Glorot's normalised initialisation: weights uniform on plus or minus {@code sqrt(6 / (fan-in + fan-out))}, of
     * variance {@code 2 / (fan-in + fan-out)}.
     *
     * <p>For a convolution the fan-out counts the outputs that one input feeds: kernel positions times filters.
     *
     * <p>Source: X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, AISTATS
     * 2010, equation 16.
     *
     * @return the initialisation
     */
    static Initialisation glorot() {
        return uniform(block -> Math.sqrt(6 / (block.filterSize() + fanOut(block))));
    }

    /**
     * Returns orthogonal weights: each block, as a matrix of shape {@code [fan-in, filters]}, has orthonormal columns, or
     * orthonormal rows if there are more filters than inputs; uniformly distributed among such matrices.
     *
     * <p>Source: A. Saxe, J. McClelland, S. Ganguli, Exact solutions to the nonlinear dynamics of learning in deep linear
     * neural networks, ICLR 2014.
     *
     * @return the initialisation
     */
    static Initialisation orthogonal() {
        return orthogonal(1);
    }

    /**
     * Returns orthogonal weights times a number, which becomes all their singular values.
     *
     * @param singularValue finite and positive; {@code sqrt(2)} before ReLU keeps the mean square of activations
     * @return the initialisation
     * @throws IllegalArgumentException if the singular value is not finite and positive
     */
    static Initialisation orthogonal(double singularValue) {
        Check.positive("singular value", singularValue);
        Initialisation others = constant(0);
        return (block, values, at, random) -> {
            if (block.kind() == Kind.WEIGHT) {
                Orthogonal.fill(block, values, at, singularValue, random);
            } else {
                others.fill(block, values, at, random);
            }
        };
    }

    /**
     * Returns weights that are all the same number. Units of a layer that begin alike stay alike in training.
     *
     * @param weight finite
     * @return the initialisation
     * @throws IllegalArgumentException if the number is not finite
     */
    static Initialisation constant(double weight) {
        Check.finite("weight", weight);
        return weights(block -> weight, random -> 1);
    }

    private static Initialisation uniform(ToDoubleFunction<Block> bound) {
        return weights(bound, random -> 2 * random.nextDouble() - 1);
    }

    private static Initialisation weights(ToDoubleFunction<Block> scale, ToDoubleFunction<RandomGenerator> draw) {
        return (block, values, at, random) -> {
            double factor = scale.applyAsDouble(block);
            for (int i = 0; i < block.size(); i++) {
                values[at + i] = neutral(block, factor * draw.applyAsDouble(random));
            }
        };
    }

    /** For a dense layer its outputs; for a convolution kernel positions times filters. */
    private static double fanOut(Block block) {
        int extents = block.shape().size();
        int inputs = extents < 2 ? 1 : block.shape().get(extents - 2);
        return (double) block.filters() * block.filterSize() / inputs;
    }

    /**
     * Returns this initialisation with another one for some of the blocks.
     *
     * @param which the blocks filled by the other
     * @param other the other
     * @return both in one
     */
    default Initialisation except(Predicate<Block> which, Initialisation other) {
        return (block, values, at, random) -> (which.test(block) ? other : this).fill(block, values, at, random);
    }

    /**
     * Returns parameters filled by this initialisation.
     *
     * @param layout what is to be filled
     * @param seed of the random numbers
     * @return initial parameters
     */
    default Parameters parameters(Layout layout, long seed) {
        float[] values = new float[layout.size()];
        for (Block block : layout.blocks()) {
            fill(block, values, layout.offset(block.name()), Randomness.of(seed, block.name()));
        }
        return Parameters.of(layout, values);
    }

    private static float neutral(Block block, double weight) {
        return switch (block.kind()) {
            case WEIGHT -> (float) weight;
            case SCALE -> 1;
            case BIAS, SHIFT -> 0;
            case STATE -> block.name().endsWith(".variance") ? 1 : 0;
        };
    }
}
