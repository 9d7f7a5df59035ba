package mml.data;

import java.util.Arrays;
import java.util.List;
import mml.math.Check;

/**
 * Features shifted and scaled by means and deviations that were measured once, as a rule on the training data, and are then
 * applied to all: {@code (x - mean) / deviation}.
 *
 * <p>A feature whose deviation is 0 is only shifted, so that it becomes 0 where it has its constant value.
 */
public final class Standardisation {
    private final double[] means;
    private final double[] deviations;

    private Standardisation(double[] means, double[] deviations) {
        this.means = means;
        this.deviations = deviations;
    }

    /**
     * Measures every feature by itself.
     *
     * @param data the training data
     * @return its means and deviations, {@code width} of each
     */
    public static Standardisation ofFeatures(Dataset data) {
        return of(data, data.width());
    }

    /**
     * Measures every channel of images over all pixels.
     *
     * @param images the training data; the last extent of their shape is the number of channels
     * @return means and deviations, one for each channel
     */
    public static Standardisation ofChannels(Dataset images) {
        return of(images, images.shape().get(images.shape().size() - 1));
    }

    private static Standardisation of(Dataset data, int period) {
        float[] features = data.features();
        double count = (double) features.length / period;
        double[] means = new double[period];
        // from the first value on, so that a constant has exactly itself as mean and 0 as deviation
        for (int i = 0; i < features.length; i++) {
            means[i % period] += ((double) features[i] - features[i % period]) / count;
        }
        for (int k = 0; k < period; k++) {
            means[k] += features[k];
        }
        double[] variances = new double[period];
        for (int i = 0; i < features.length; i++) {
            double difference = features[i] - means[i % period];
            variances[i % period] += difference * difference / count;
        }
        return new Standardisation(
                means, Arrays.stream(variances).map(Math::sqrt).toArray());
    }

    /**
     * Returns the means.
     *
     * @return one for each feature or channel; a copy
     */
    public double[] means() {
        return means.clone();
    }

    /**
     * Returns the deviations, with {@code n} and not {@code n - 1} in the denominator.
     *
     * @return one for each feature or channel, not negative; a copy
     */
    public double[] deviations() {
        return deviations.clone();
    }

    /**
     * Shifts and scales the features of a data set. Those that have names are called for example {@code "length in cm,
     * standardised"}, as they have no unit any more.
     *
     * @param data with as many features, or channels, as were measured
     * @return the same examples standardised
     * @throws IllegalArgumentException if it has another number of features or channels
     */
    public Dataset apply(Dataset data) {
        int last = data.shape().get(data.shape().size() - 1);
        Check.that(
                data.width() == means.length || last == means.length,
                "data must have %s features or channels, as were measured, had shape %s",
                means.length,
                data.shape());
        float[] features = new float[data.features().length];
        for (int i = 0; i < features.length; i++) {
            int k = i % means.length;
            features[i] = (float) ((data.features()[i] - means[k]) / (deviations[k] == 0 ? 1 : deviations[k]));
        }
        String each = data.width() == means.length ? "feature" : "channel";
        Dataset standardised =
                data.withFeatures("each " + each + " shifted and scaled as measured", data.shape(), features);
        List<String> names = data.featureNames().stream()
                .map(name -> name + ", standardised")
                .toList();
        return names.isEmpty() ? standardised : standardised.withFeatureNames(names);
    }
}
