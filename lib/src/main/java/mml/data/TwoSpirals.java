package mml.data;

import java.util.List;
import java.util.random.RandomGenerator;
import mml.math.Check;
import mml.math.Randomness;

/**
 * Two spirals wound round each other, one a class: a problem in the plane that a narrow network with one
 * hidden layer finds hard.
 *
 * <p>For each point {@code t = 3 pi sqrt(u)} with {@code u} uniform on [0.03, 1]; the point is {@code s t (cos t, sin t) / 9}
 * plus normal noise of deviation 0.04, with {@code s = -1} for class 0 and {@code s = 1} for class 1.
 */
public final class TwoSpirals {
    private static final double TURNS = 3 * Math.PI;
    private static final double INNERMOST = 0.03;
    private static final double SCALE = 9;
    private static final double NOISE = 0.04;
    /** An array holds no more coordinates. */
    private static final int MOST = Integer.MAX_VALUE / 2;

    private TwoSpirals() {}

    /**
     * Returns points drawn at random, the classes alternating.
     *
     * @param size how many points, from 2 to {@code 2^30 - 1}
     * @param seed the same points for the same seed
     * @return shape {@code [2]}, classes 0 and 1
     * @throws IllegalArgumentException if {@code size} is below 2 or so large that no array holds the coordinates
     */
    public static Dataset of(int size, long seed) {
        Check.atLeast("size", size, 2);
        Check.that(size <= MOST, "size must be at most %s, was %s", MOST, size);
        RandomGenerator random = Randomness.of(seed, "two spirals");
        float[] features = new float[2 * size];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            labels[i] = i % 2;
            double t = TURNS * Math.sqrt(INNERMOST + (1 - INNERMOST) * random.nextDouble());
            double radius = (labels[i] == 0 ? -t : t) / SCALE;
            features[2 * i] = (float) (radius * Math.cos(t) + NOISE * random.nextGaussian());
            features[2 * i + 1] = (float) (radius * Math.sin(t) + NOISE * random.nextGaussian());
        }
        return Dataset.of("two spirals", List.of("spiral 0", "spiral 1"), List.of(2), features, labels)
                .withFeatureNames(List.of("x", "y"))
                .from(Provenance.generated("two spirals of one and a half turns with normal noise of deviation " + NOISE
                        + ", seed " + seed));
    }
}
