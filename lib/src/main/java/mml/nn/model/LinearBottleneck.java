package mml.nn.model;

import java.util.List;
import mml.math.Check;
import mml.nn.Layer;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;

/**
 * A shallow net with a linear bottleneck before its hidden layer: {@code x -> f(x V U + b) B + c}, with {@code V} of shape
 * {@code [inputs, bottleneck]} and no activation between {@code V} and {@code U}.
 *
 * <p>It stands for one large matrix {@code W = V U} of rank at most {@code bottleneck}, and costs {@code bottleneck (inputs +
 * hidden)} weights in place of {@code inputs hidden}. The layers are called {@code bottleneck}, which has no biases, since
 * those of {@code hidden1} do as well, and {@code hidden1} and {@code head}, as in {@link Mlp}.
 *
 * <p>Source: L. J. Ba, R. Caruana, Do deep nets really need to be deep?, NIPS 2014, where {@code 250L-8k} has a bottleneck
 * of 250 and 8,000 hidden units.
 *
 * @param inputs how many, at least 1
 * @param bottleneck its width, at least 1
 * @param hidden how many hidden units, at least 1
 * @param outputs how many, at least 1
 */
public record LinearBottleneck(int inputs, int bottleneck, int hidden, int outputs) {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public LinearBottleneck {
        Check.positive("inputs", inputs);
        Check.positive("bottleneck", bottleneck);
        Check.positive("hidden", hidden);
        Check.positive("outputs", outputs);
    }

    /**
     * Returns the network with ReLU.
     *
     * @return from {@code [inputs]} to the outputs
     */
    public Network network() {
        return network(new Relu());
    }

    /**
     * Returns the network with an activation of your choice.
     *
     * @param activation of the hidden units
     * @return from {@code [inputs]} to the outputs
     */
    public Network network(Layer activation) {
        return Network.of(
                List.of(inputs),
                Dense.of("bottleneck", bottleneck).withoutBias(),
                Dense.of("hidden1", hidden),
                activation,
                Dense.of("head", outputs));
    }
}
