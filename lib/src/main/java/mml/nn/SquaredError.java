package mml.nn;

/**
 * Half the squared distance of the outputs from given targets: {@code sum_k (z_k - t_k)^2 / 2}, for regression on the logits
 * of a teacher.
 *
 * <p>An answer counts as right if the largest output is where the largest target is: where student and teacher agree.
 *
 * <p>Source: J. Ba, R. Caruana, Do deep nets really need to be deep?, NIPS 2014, the loss of its section 2.
 */
public final class SquaredError implements Loss {
    private final Wanted.Values targets;

    private SquaredError(Wanted.Values targets) {
        this.targets = targets;
    }

    /**
     * Returns the loss for given targets.
     *
     * @param targets row-major, {@code width} numbers an example, finite; not copied, and must not change
     * @param width how many outputs an example has, at least 1
     * @return the loss
     * @throws IllegalArgumentException if the targets are no whole number of rows, or one is not finite
     */
    public static SquaredError of(float[] targets, int width) {
        return new SquaredError(Wanted.Values.of("targets", targets, width));
    }

    @Override
    public int width() {
        return targets.width();
    }

    @Override
    public int size() {
        return targets.size();
    }

    @Override
    public double sum(float[] outputs, int[] examples, int at, int rows) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int target = examples[at + row] * width();
            for (int k = 0; k < width(); k++) {
                double distance = (double) outputs[row * width() + k] - targets.values()[target + k];
                sum += distance * distance;
            }
        }
        return sum / 2;
    }

    @Override
    public double gradient(float[] outputs, int[] examples, int at, int rows, double scale, float[] gradient) {
        for (int row = 0; row < rows; row++) {
            int target = examples[at + row] * width();
            for (int k = 0; k < width(); k++) {
                double distance = (double) outputs[row * width() + k] - targets.values()[target + k];
                gradient[row * width() + k] = (float) (scale * distance);
            }
        }
        return sum(outputs, examples, at, rows);
    }

    @Override
    public void hessianTimes(float[] outputs, int rows, double scale, float[] tangents) {
        for (int i = 0; i < rows * width(); i++) {
            tangents[i] *= (float) scale;
        }
    }

    @Override
    public int right(float[] outputs, int[] examples, int at, int rows) {
        return targets.right(outputs, examples, at, rows, width());
    }

    /** Returns the loss in words, which tell what is wanted. */
    @Override
    public String toString() {
        return "half the squared distance from " + targets;
    }
}
