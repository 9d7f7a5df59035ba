package mml.bench.kernel;

import java.util.SplittableRandom;

/** Numbers to compute with. */
final class Vectors {
    private Vectors() {}

    /**
     * Returns independent standard normal numbers.
     *
     * @param count how many
     * @param seed the same numbers for the same seed
     * @return the numbers
     */
    static float[] gaussian(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
