package mml.nn;

import mml.math.Check;

/**
 * A loss of a network's outputs, which knows what is wanted of each example. Sums are in double precision.
 *
 * <p>Its {@code toString} says which loss it is, for {@code Objective.Origin}: by it the file of a landscape is known again.
 * Row {@code i} of the outputs belongs to the example {@code examples[at + i]}.
 */
public interface Loss {
    /**
     * Returns how many outputs an example has.
     *
     * @return the length of a row of outputs
     */
    int width();

    /**
     * Returns for how many examples it is known what is wanted.
     *
     * @return at least 1
     */
    int size();

    /**
     * Returns the sum of the losses of some examples.
     *
     * @param outputs row-major; not modified
     * @param examples the number of each row's example, counted from 0; not modified
     * @param at where the first row's number stands
     * @param rows how many rows
     * @return the sum; not finite where an output that matters is not
     */
    double sum(float[] outputs, int[] examples, int at, int rows);

    /**
     * Returns the same sum, and its gradient with respect to the outputs.
     *
     * @param outputs row-major; not modified
     * @param examples the number of each row's example; not modified
     * @param at where the first row's number stands
     * @param rows how many rows
     * @param scale what the gradient is multiplied by, such as 1 over the size of a batch
     * @param gradient as long as the outputs; overwritten
     * @return the sum, not multiplied
     */
    double gradient(float[] outputs, int[] examples, int at, int rows, double scale, float[] gradient);

    /**
     * Multiplies the Hessian of that sum, with respect to the outputs, by a vector.
     *
     * @param outputs row-major; not modified
     * @param rows how many rows
     * @param scale what the product is multiplied by
     * @param tangents the vector, as long as the outputs; overwritten with the product
     */
    void hessianTimes(float[] outputs, int rows, double scale, float[] tangents);

    /**
     * Returns in how many rows the answer is right: the largest output is where it should be.
     *
     * @param outputs row-major; not modified
     * @param examples the number of each row's example; not modified
     * @param at where the first row's number stands
     * @param rows how many rows
     * @return from 0 to {@code rows}; a row with a NaN is wrong
     */
    int right(float[] outputs, int[] examples, int at, int rows);

    /**
     * Returns this loss for a network and its data.
     *
     * @param outputs how many outputs the network has
     * @param examples how many examples the data have
     * @return this loss
     * @throws IllegalArgumentException if the loss has another width or size
     */
    default Loss requireFor(int outputs, int examples) {
        Check.that(width() == outputs, "loss is of %s outputs, the network has %s", width(), outputs);
        Check.that(size() == examples, "loss knows %s examples, data have %s", size(), examples);
        return this;
    }
}
