package mml.nn.model;

import java.util.ArrayList;
import java.util.List;
import mml.math.Check;
import mml.nn.Layer;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;

/**
 * Multilayer perceptrons: dense layers with an activation between them. The hidden layers are called {@code hidden1},
 * {@code hidden2}, ..., the last one {@code head}.
 */
public final class Mlp {
    private Mlp() {}

    /**
     * Returns a perceptron with ReLU.
     *
     * @param widths of input, hidden layers and output, such as {@code 784, 256, 10}; at least two
     * @return the network
     * @throws IllegalArgumentException if there are fewer than two widths, or one is below 1
     */
    public static Network of(int... widths) {
        return of(new Relu(), widths);
    }

    /**
     * Returns a perceptron with an activation of your choice.
     *
     * @param activation what stands between the dense layers
     * @param widths of input, hidden layers and output; at least two
     * @return the network
     * @throws IllegalArgumentException if there are fewer than two widths, or one is below 1
     */
    public static Network of(Layer activation, int... widths) {
        Check.atLeast("number of widths", widths.length, 2);
        Check.positive("input width", widths[0]);
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < widths.length - 1; i++) {
            layers.add(Dense.of("hidden" + i, widths[i]));
            layers.add(activation);
        }
        layers.add(Dense.of("head", widths[widths.length - 1]));
        return Network.of(List.of(widths[0]), layers.toArray(Layer[]::new));
    }
}
