package mml.data;

import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import mml.math.Check;
import mml.math.Randomness;

/**
 * A way to take sense out of data: drawn once from a seed, and then fixed however long a network is trained.
 *
 * <p>Source: C. Zhang et al., Understanding deep learning requires rethinking generalization, ICLR 2017, section 2.1.
 */
public sealed interface Corruption {
    /**
     * Corrupts a data set.
     *
     * @param data what is corrupted; not modified
     * @return as many examples of the same shape and classes; the same for the same data
     */
    Dataset of(Dataset data);

    /**
     * Each label, with a probability, is replaced by a class drawn uniformly. It may be the old one: of {@code k} classes, a
     * share of {@code (1 - 1 / k) probability} of the labels changes. With probability 1 all labels are random.
     *
     * <p>With one seed, the labels that are replaced at a probability are replaced, by the same classes, at every larger one.
     *
     * @param probability with which a label is replaced, from 0 to 1
     * @param seed of what is drawn
     */
    record RandomLabels(double probability, long seed) implements Corruption {
        /**
         * Checks the probability.
         *
         * @throws IllegalArgumentException if it lies outside [0, 1] or is NaN
         */
        public RandomLabels {
            Check.within("probability", probability, 0, 1);
        }

        @Override
        public Dataset of(Dataset data) {
            RandomGenerator random = Randomness.of(seed, "random labels");
            int[] labels = data.labels().clone();
            for (int i = 0; i < labels.length; i++) {
                boolean isReplaced = random.nextDouble() < probability;
                int drawn = random.nextInt(data.classes().size());
                labels[i] = isReplaced ? drawn : labels[i];
            }
            return data.withLabels("labels at random with probability " + probability + ", seed " + seed, labels);
        }
    }

    /**
     * The pixels of all examples are permuted in one and the same way, which depends on the seed and the number of pixels
     * only, so that training and test images go together. The channels of a pixel of {@code [height, width, channels]} stay
     * together; of other shapes every feature is a pixel.
     *
     * @param seed of the permutation
     */
    record ShuffledPixels(long seed) implements Corruption {
        @Override
        public Dataset of(Dataset data) {
            int[] order = order(data, seed);
            return permuted(data, "pixels shuffled, all images alike, seed " + seed, example -> order);
        }
    }

    /**
     * The pixels of every example are permuted in a way of its own, which depends on the seed, the example's number and the
     * number of pixels. For test images take another seed.
     *
     * @param seed of the permutations
     */
    record RandomPixels(long seed) implements Corruption {
        @Override
        public Dataset of(Dataset data) {
            return permuted(
                    data,
                    "pixels shuffled, each image by itself, seed " + seed,
                    example -> order(data, Randomness.part(seed, example)));
        }
    }

    /**
     * Every feature is drawn from the normal distribution whose mean and variance are those of all the features of the data
     * set. For test images take another seed.
     *
     * @param seed of what is drawn
     */
    record GaussianPixels(long seed) implements Corruption {
        @Override
        public Dataset of(Dataset data) {
            double mean = 0;
            for (float feature : data.features()) {
                mean += feature;
            }
            mean /= data.features().length;
            double variance = 0;
            for (float feature : data.features()) {
                variance += (feature - mean) * (feature - mean);
            }
            double deviation = Math.sqrt(variance / data.features().length);
            RandomGenerator random = Randomness.of(seed, "Gaussian pixels");
            float[] features = new float[data.features().length];
            for (int i = 0; i < features.length; i++) {
                features[i] = (float) (mean + deviation * random.nextGaussian());
            }
            return data.withFeatures("pixels drawn from a normal distribution, seed " + seed, data.shape(), features);
        }
    }

    private static int[] order(Dataset data, long seed) {
        return Split.shuffled(IntStream.range(0, data.width() / channels(data)).toArray(), seed);
    }

    private static int channels(Dataset data) {
        return data.shape().size() == 3 ? data.shape().get(2) : 1;
    }

    private static Dataset permuted(Dataset data, String step, IntFunction<int[]> orders) {
        int channels = channels(data);
        float[] features = new float[data.features().length];
        for (int i = 0; i < data.size(); i++) {
            int first = i * data.width();
            int[] order = orders.apply(i);
            for (int j = 0; j < order.length; j++) {
                System.arraycopy(
                        data.features(), first + order[j] * channels, features, first + j * channels, channels);
            }
        }
        return data.withFeatures(step, data.shape(), features);
    }
}
