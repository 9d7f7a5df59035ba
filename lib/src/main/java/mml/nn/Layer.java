package mml.nn;

import java.util.List;
import mml.math.Layout;

/**
 * One layer of a network: an immutable description that is told the shape of its input.
 *
 * <p>Shapes are those of one example; images are {@code [height, width, channels]}. A new layer implements this interface in
 * a file of {@code mml.nn.layer} and gets a row in the contract tests.
 */
public interface Layer {
    /**
     * Returns the shape of the layer's output.
     *
     * @param input the shape of its input
     * @return the shape of its output
     * @throws IllegalArgumentException if the layer cannot take such an input; the sentence has both shapes
     */
    List<Integer> output(List<Integer> input);

    /**
     * Returns the blocks of parameters that the layer needs, in order. Their names begin with the layer's own name.
     *
     * @param input the shape of its input
     * @return no block if there is nothing to learn
     */
    default List<Layout.Block> blocks(List<Integer> input) {
        return List.of();
    }

    /**
     * Returns whether the output is a linear function of the layer's parameters while its input is fixed, so that outputs for
     * parameters on a plane are sums of three outputs. True only of a layer that has parameters.
     *
     * @return false unless overridden
     */
    default boolean isLinearInParameters() {
        return false;
    }

    /**
     * Returns the working memory for running the layer on one thread.
     *
     * @param input the shape of its input
     * @param capacity the largest number of examples at once
     * @param layout of the whole network's parameters, in which the layer finds its own blocks by their names
     * @return working memory
     */
    Pass pass(List<Integer> input, int capacity, Layout layout);

    /** A layer at work on batches, on one thread. Rows are examples. */
    interface Pass {
        /**
         * Computes the layer's outputs.
         *
         * @param parameters of the whole network; not modified
         * @param input row-major; not modified, and must stay as it is until {@link #backward} has been called
         * @param at where the first row begins
         * @param rows how many examples, at most the capacity
         * @return the outputs, row-major from index 0; valid until the next call
         */
        float[] forward(float[] parameters, float[] input, int at, int rows);

        /**
         * Goes back from the last call of {@link #forward}: adds the gradient with respect to the layer's parameters, and
         * computes the one with respect to its input.
         *
         * @param parameters the same as in that call; not modified
         * @param outputGradient with respect to the outputs, row-major from index 0; may be overwritten
         * @param gradient with respect to all parameters of the network; the layer's blocks are added to
         * @return the gradient with respect to the input, row-major from index 0; valid until the next call
         */
        float[] backward(float[] parameters, float[] outputGradient, float[] gradient);

        /**
         * Does the same as {@link #backward} for the first layer of a network, whose input needs no gradient.
         *
         * @param parameters the same as in the last call of {@link #forward}; not modified
         * @param outputGradient with respect to the outputs; may be overwritten
         * @param gradient with respect to all parameters of the network; the layer's blocks are added to
         */
        default void backwardFirst(float[] parameters, float[] outputGradient, float[] gradient) {
            backward(parameters, outputGradient, gradient);
        }
    }

    /**
     * Returns how many numbers a shape has.
     *
     * @param shape its extents
     * @return their product
     */
    static int size(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
