package mml.nn;

/** A loss of a network's outputs, given the classes of the examples. Sums are in double precision. */
public interface Loss {
    /**
     * Returns the sum of the losses of some examples.
     *
     * @param outputs row-major, {@code classes} numbers an example; not modified
     * @param labels the class of each example; not modified
     * @param at the index of the first example's label
     * @param rows how many examples
     * @param classes how many outputs an example has
     * @return the sum; infinite or NaN where a label's output is not finite, or another is NaN or plus infinity
     */
    double sum(float[] outputs, int[] labels, int at, int rows, int classes);

    /**
     * Returns the same sum, and its gradient with respect to the outputs.
     *
     * @param outputs row-major, {@code classes} numbers an example; not modified
     * @param labels the class of each example; not modified
     * @param at the index of the first example's label
     * @param rows how many examples
     * @param classes how many outputs an example has
     * @param scale what the gradient is multiplied by, such as 1 over the size of a batch
     * @param gradient as long as the outputs; overwritten
     * @return the sum, not multiplied
     */
    double gradient(float[] outputs, int[] labels, int at, int rows, int classes, double scale, float[] gradient);
}
