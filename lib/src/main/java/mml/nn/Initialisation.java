package mml.nn;

import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Layout.Block;
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
        return (block, values, at, random) -> {
            double deviation = Math.sqrt(gain / block.filterSize());
            for (int i = 0; i < block.size(); i++) {
                values[at + i] = neutral(block, deviation * random.nextGaussian());
            }
        };
    }

    /**
     * Returns Glorot's normalised initialisation: weights uniform on plus or minus {@code sqrt(6 / (fan-in + fan-out))}.
     *
     * <p>For a convolution the fan-out counts the outputs that one input feeds: kernel positions times filters.
     *
     * <p>Source: X. Glorot, Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, AISTATS
     * 2010, equation 16.
     *
     * @return the initialisation
     */
    static Initialisation glorot() {
        return (block, values, at, random) -> {
            int inputs = block.shape().size() < 2
                    ? 1
                    : block.shape().get(block.shape().size() - 2);
            double fanOut = (double) block.filters() * block.filterSize() / inputs;
            double bound = Math.sqrt(6 / (block.filterSize() + fanOut));
            for (int i = 0; i < block.size(); i++) {
                values[at + i] = neutral(block, bound * (2 * random.nextDouble() - 1));
            }
        };
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
