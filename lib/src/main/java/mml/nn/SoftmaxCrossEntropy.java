package mml.nn;

/**
 * Softmax followed by cross-entropy: {@code log sum_k exp(z_k) - z_y} for logits {@code z} and class {@code y}.
 *
 * <p>The largest logit is subtracted first, so that no exponential overflows. Its gradient is {@code softmax(z) - e_y}.
 */
public record SoftmaxCrossEntropy() implements Loss {
    @Override
    public double sum(float[] outputs, int[] labels, int at, int rows, int classes) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int from = row * classes;
            float largest = largest(outputs, from, classes);
            double total = 0;
            for (int k = 0; k < classes; k++) {
                total += Math.exp(outputs[from + k] - largest);
            }
            sum += Math.log(total) + largest - outputs[from + labels[at + row]];
        }
        return sum;
    }

    @Override
    public double gradient(
            float[] outputs, int[] labels, int at, int rows, int classes, double scale, float[] gradient) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            int from = row * classes;
            int label = from + labels[at + row];
            float largest = largest(outputs, from, classes);
            double total = 0;
            for (int k = from; k < from + classes; k++) {
                double exponential = Math.exp(outputs[k] - largest);
                gradient[k] = (float) exponential;
                total += exponential;
            }
            float factor = (float) (scale / total);
            for (int k = from; k < from + classes; k++) {
                gradient[k] *= factor;
            }
            gradient[label] -= (float) scale;
            sum += Math.log(total) + largest - outputs[label];
        }
        return sum;
    }

    private static float largest(float[] outputs, int from, int classes) {
        float largest = outputs[from];
        for (int k = 1; k < classes; k++) {
            largest = Math.max(largest, outputs[from + k]);
        }
        return largest;
    }
}
