package mml.nn.model;

import java.util.ArrayList;
import java.util.List;
import mml.math.Check;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Layer;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;

/**
 * A deep narrow perceptron for points in the plane, with or without shortcuts: {@code x -> relu(x W + b)}, then blocks
 * {@code z -> relu(z W + b)}, to which a shortcut adds {@code z}, then a dense layer to two outputs.
 *
 * <p>A small stand-in for the residual networks whose landscapes are compared by H. Li, Z. Xu, G. Taylor, C. Studer, T.
 * Goldstein, Visualizing the loss landscape of neural nets, NeurIPS 2018. The dense layers are called {@code first},
 * {@code block1}, {@code block2}, ... and {@code head}: nets of different depth share names, and so random numbers.
 *
 * @param width of every hidden layer, at least 1
 * @param blocks how many blocks, at least 0
 * @param shortcut whether each block's input is added to its output
 */
public record ResidualMlp(int width, int blocks, Shortcut shortcut) {
    /** What is added to a block's output. */
    public enum Shortcut {
        /** The block's input. */
        IDENTITY,
        /** Nothing. */
        NONE
    }

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if the width is below 1, the number of blocks negative or the shortcut null
     */
    public ResidualMlp {
        Check.positive("width", width);
        Check.notNegative("blocks", blocks);
        Check.chosen("shortcut", shortcut, Shortcut.values());
    }

    /**
     * Returns the network.
     *
     * @return from {@code [2]} to two outputs
     */
    public Network network() {
        List<Layer> layers = new ArrayList<>(List.of(Dense.of("first", width), new Relu()));
        for (int i = 1; i <= blocks; i++) {
            Layer dense = Dense.of("block" + i, width);
            if (shortcut == Shortcut.IDENTITY) {
                layers.add(Residual.of(dense, new Relu()));
            } else {
                layers.add(dense);
                layers.add(new Relu());
            }
        }
        layers.add(Dense.of("head", 2));
        return Network.of(List.of(2), layers.toArray(Layer[]::new));
    }

    /**
     * Returns initial parameters: He's variance {@code 2 / fan-in}, which without shortcuts keeps the mean square of the
     * activations in expectation; in blocks with a shortcut divided by their number, so that activations grow slowly (some
     * tenfold over 20 blocks); {@code 1 / fan-in} in the head; biases 0.
     *
     * @param seed of the random numbers
     * @return initial parameters of {@link #network}
     */
    public Parameters initial(long seed) {
        double gain = shortcut == Shortcut.IDENTITY && blocks > 0 ? 2.0 / blocks : 2;
        return network()
                .initial(
                        Initialisation.he()
                                .except(block -> block.name().startsWith("block"), Initialisation.normal(gain))
                                .except(block -> block.name().startsWith("head"), Initialisation.leCun()),
                        seed);
    }
}
