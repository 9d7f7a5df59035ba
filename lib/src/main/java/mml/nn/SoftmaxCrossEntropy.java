package mml.nn;

import mml.math.Check;

/**
 * Softmax followed by cross-entropy: {@code log sum_k exp(z_k) - sum_k t_k z_k} for logits {@code z} and wanted shares
 * {@code t}, which are 1 for the label and 0 for every other class, or given as they are (soft targets).
 *
 * <p>The largest logit is subtracted first, so that no exponential overflows. With {@code p = softmax(z)} the gradient is
 * {@code p - t} and the Hessian {@code diag(p) - p p'}.
 */
public final class SoftmaxCrossEntropy implements Loss {
    private final Wanted wanted;
    private final int classes;

    private SoftmaxCrossEntropy(Wanted wanted, int classes) {
        this.wanted = wanted;
        this.classes = classes;
    }

    /**
     * Returns the loss for labels.
     *
     * @param labels the class of each example, counted from 0; not copied, and must not change
     * @param classes how many classes there are, at least 1
     * @return the loss
     * @throws IllegalArgumentException if there is no label, or one is no class
     */
    public static SoftmaxCrossEntropy of(int[] labels, int classes) {
        Check.positive("classes", classes);
        Check.that(labels.length > 0, "labels must not be empty");
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) { // the sentence would be made for each of them
                Check.that(false, "labels must be from 0 to %s, label %s was %s", classes - 1, i, labels[i]);
            }
        }
        return new SoftmaxCrossEntropy(new Wanted.Labels(labels), classes);
    }

    /**
     * Returns the loss for soft targets, such as the probabilities of a teacher.
     *
     * @param shares row-major, {@code classes} numbers an example, not negative, of sum 1; not copied, and must not change
     * @param classes how many classes there are, at least 1
     * @return the loss
     * @throws IllegalArgumentException if the shares are no whole number of rows, one is negative or not finite, or those of
     *     an example do not sum to 1 within 1e-4
     */
    public static SoftmaxCrossEntropy soft(float[] shares, int classes) {
        Wanted.Values values = Wanted.Values.of("shares", shares, classes);
        for (int row = 0; row < values.size(); row++) {
            double sum = 0;
            for (int k = row * classes; k < (row + 1) * classes; k++) {
                Check.notNegative("every share", shares[k]);
                sum += shares[k];
            }
            Check.that(Math.abs(sum - 1) <= 1e-4, "shares must sum to 1, those of example %s to %s", row, sum);
        }
        return new SoftmaxCrossEntropy(values, classes);
    }

    @Override
    public int width() {
        return classes;
    }

    @Override
    public int size() {
        return wanted.size();
    }

    @Override
    public double sum(float[] outputs, int[] examples, int at, int rows) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int from = row * classes;
            float largest = largest(outputs, from);
            double total = 0;
            for (int k = from; k < from + classes; k++) {
                total += Math.exp(outputs[k] - largest);
            }
            sum += Math.log(total) + largest - wanted.dot(examples[at + row], outputs, from);
        }
        return sum;
    }

    @Override
    public double gradient(float[] outputs, int[] examples, int at, int rows, double scale, float[] gradient) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int from = row * classes;
            float largest = largest(outputs, from);
            double total = exponentials(outputs, from, largest, gradient);
            scale(gradient, from, (float) (scale / total));
            wanted.subtract(examples[at + row], (float) scale, gradient, from);
            sum += Math.log(total) + largest - wanted.dot(examples[at + row], outputs, from);
        }
        return sum;
    }

    @Override
    public void hessianTimes(float[] outputs, int rows, double scale, float[] tangents) {
        double[] p = new double[classes];
        for (int row = 0; row < rows; row++) {
            int from = row * classes;
            float largest = largest(outputs, from);
            double total = 0;
            double dot = 0;
            for (int k = 0; k < classes; k++) {
                p[k] = Math.exp(outputs[from + k] - largest);
                total += p[k];
                dot += p[k] * tangents[from + k];
            }
            for (int k = 0; k < classes; k++) {
                tangents[from + k] = (float) (scale * p[k] / total * (tangents[from + k] - dot / total));
            }
        }
    }

    @Override
    public int right(float[] outputs, int[] examples, int at, int rows) {
        return wanted.right(outputs, examples, at, rows, classes);
    }

    /** Writes the exponentials of the logits less the largest, and returns their sum. */
    private double exponentials(float[] outputs, int from, float largest, float[] into) {
        double total = 0;
        for (int k = from; k < from + classes; k++) {
            double exponential = Math.exp(outputs[k] - largest);
            into[k] = (float) exponential;
            total += exponential;
        }
        return total;
    }

    private void scale(float[] values, int from, float factor) {
        for (int k = from; k < from + classes; k++) {
            values[k] *= factor;
        }
    }

    private float largest(float[] outputs, int from) {
        float largest = outputs[from];
        for (int k = from + 1; k < from + classes; k++) {
            largest = Math.max(largest, outputs[k]);
        }
        return largest;
    }

    /** Returns the loss in words, which tell what is wanted. */
    @Override
    public String toString() {
        return "cross-entropy of " + wanted;
    }
}
