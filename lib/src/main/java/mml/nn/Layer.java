package mml.nn;

import java.util.List;
import java.util.function.UnaryOperator;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Workers.Part;

/**
 * One layer of a network: an immutable description that is told the shape of its input. It is a record, whose components are
 * its settings, or a class whose {@code toString} has them all: by them a file knows its network, see {@link Description}.
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
     * Returns whether in training the outputs of an example depend on the other examples of its batch, so that a batch must
     * not be cut.
     *
     * @return false unless overridden
     */
    default boolean mixesExamples() {
        return false;
    }

    /**
     * Returns the same layer with other layers inside; a layer that has none inside returns itself.
     *
     * @param change what becomes of each layer directly inside
     * @return a layer of the same kind
     */
    default Layer withParts(UnaryOperator<Layer> change) {
        return this;
    }

    /**
     * Returns the working memory for running the layer on one thread.
     *
     * @param input the shape of its input
     * @param capacity the largest number of examples at once
     * @param layout of the whole network's parameters, in which the layer finds its own blocks by their names
     * @param mode what the layer is run for
     * @return working memory
     */
    Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode);

    /** What a layer is run for; most do the same for both. */
    enum Mode {
        /** Batch statistics are those of the batch, what is random is drawn. */
        TRAINING,
        /** Batch statistics are the remembered ones, nothing is random. */
        EVALUATION
    }

    /**
     * A layer at work on batches, on one thread. Rows are examples.
     *
     * <p>First derivatives go backward ({@link #backward}), derivatives along a direction forward ({@link #forwardTangent}),
     * and the second derivatives along it backward again ({@link #backwardTangent}): what comes out is the product of the
     * Hessian with the direction, without the Hessian.
     *
     * <p>Source: B. Pearlmutter, Fast exact multiplication by the Hessian, Neural Computation 6, 1994.
     */
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
         * Computes what {@link #forward} does, and what follows: in one go over the outputs where it can, with the same bits.
         *
         * @param parameters as in {@code forward}
         * @param input as in {@code forward}
         * @param at as in {@code forward}
         * @param rows as in {@code forward}
         * @param next what follows this pass
         * @return the outputs of what follows, row-major from index 0; valid until the next call
         */
        default float[] forward(float[] parameters, float[] input, int at, int rows, Elementwise next) {
            return next.forward(parameters, forward(parameters, input, at, rows), 0, rows);
        }

        /**
         * Goes back from the last call of {@link #forward}: adds the gradient with respect to the layer's parameters, and
         * computes the one with respect to its input.
         *
         * <p>The gradient is linear in that with respect to the outputs. So if {@code gradient} is the array of the parameters
         * itself, and the latter has been multiplied by minus a learning rate, the parameters make a step of gradient descent;
         * a layer therefore reads its own parameters before it adds to the gradient.
         *
         * @param parameters the same as in that call; not modified, unless they are the gradient too
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

        /**
         * Computes how the outputs of the last call of {@link #forward} change along a direction: their directional
         * derivative.
         *
         * @param parameters the same as in that call; not modified
         * @param direction in which all parameters of the network move, as long as they; not modified
         * @param inputTangent how the input moves, row-major from index 0, or null if it does not; not modified, and must stay
         *     as it is until {@link #backwardTangent} has been called
         * @return the derivatives of the outputs, row-major from index 0; valid until the next call
         */
        float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent);

        /**
         * Goes back from the last call of {@link #forwardTangent}, as {@link #backward} does, with the gradient and with its
         * derivative along the direction.
         *
         * @param parameters the same as in that call; not modified
         * @param direction the same as in that call; not modified
         * @param outputGradient with respect to the outputs, and its derivative; both may be overwritten
         * @param product the derivative of the gradient with respect to all parameters of the network: the layer's blocks are
         *     added to
         * @return the gradient with respect to the input, and its derivative; valid until the next call
         */
        Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product);

        /**
         * Does the same as {@link #backwardTangent} for the first layer of a network, whose input does not move and needs no
         * gradient.
         *
         * @param parameters the same as in the last call of {@link #forwardTangent}; not modified
         * @param direction the same as in that call; not modified
         * @param outputGradient with respect to the outputs, and its derivative; both may be overwritten
         * @param product the derivative of the gradient with respect to all parameters: the layer's blocks are added to
         */
        default void backwardTangentFirst(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            backwardTangent(parameters, direction, outputGradient, product);
        }

        /**
         * Draws anew what is random in training, such as which numbers are dropped; until then it stays the same, so that
         * the layer is a function. Does nothing unless overridden.
         *
         * @param seed of what is drawn
         */
        default void draw(long seed) {}

        /**
         * Moves the remembered statistics, in the parameters' state blocks, towards those of the last call of
         * {@link #forward}. Does nothing unless overridden.
         *
         * @param parameters of the whole network; the layer's state blocks are overwritten
         */
        default void remember(float[] parameters) {}
    }

    /** A pass whose every output depends on the input at the same place alone: that of an activation. */
    interface Elementwise extends Pass {
        /**
         * Begins what {@link #forward} does, for a caller who computes the inputs range by range.
         *
         * @param input where the inputs will be, row-major from index 0; may be overwritten with the outputs
         * @param rows how many examples
         * @return the work, which the caller does once for every number, as soon as the input is there
         */
        Following follow(float[] input, int rows);
    }

    /**
     * What is done with numbers as soon as they are computed, on any thread.
     *
     * @param work that of every range of them
     * @param worthAThread for how many another thread is worth its hand-over
     * @param outputs where the result is when all is done, row-major from index 0
     */
    record Following(Part work, int worthAThread, float[] outputs) {
        /** For how many numbers another thread is worth its hand-over, if they are only read and written. */
        public static final int QUICK = 1 << 15;

        /**
         * Returns that nothing is done.
         *
         * @param outputs the numbers
         * @return with the same array as the result
         */
        public static Following nothing(float[] outputs) {
            return new Following((from, to) -> {}, QUICK, outputs);
        }
    }

    /**
     * Returns how many numbers a shape has.
     *
     * @param shape its extents
     * @return their product
     * @throws IllegalArgumentException if it is more than {@link Integer#MAX_VALUE}, the most that an array can hold
     */
    static int size(List<Integer> shape) {
        long size = 1;
        for (int extent : shape) {
            size *= extent;
            Check.that(
                    size <= Integer.MAX_VALUE, "shape must be of at most %s numbers, was %s", Integer.MAX_VALUE, shape);
        }
        return (int) size;
    }
}
