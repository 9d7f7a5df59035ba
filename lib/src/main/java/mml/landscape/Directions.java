package mml.landscape;

import java.util.random.RandomGenerator;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Randomness;

/** Directions along which a landscape is drawn. */
public final class Directions {
    private Directions() {}

    /**
     * Returns a direction of independent standard normal numbers.
     *
     * <p>The numbers of a block depend on the seed and on the block's name only: nets of different depth get the same numbers
     * in the blocks that they share. They have nothing to do with the initial parameters of that seed.
     *
     * @param layout of the direction
     * @param seed the same direction for the same seed
     * @return the direction, not normalised
     */
    public static Parameters gaussian(Layout layout, long seed) {
        return gaussian(layout, seed, "direction ");
    }

    /** Directions of one seed and different roles, such as the two of a plane, are independent. */
    static Parameters gaussian(Layout layout, long seed, String role) {
        float[] values = new float[layout.size()];
        for (Layout.Block block : layout.blocks()) {
            RandomGenerator random = Randomness.of(seed, role + block.name());
            int at = layout.offset(block.name());
            for (int i = 0; i < block.size() && block.kind() != Layout.Kind.STATE; i++) {
                values[at + i] = (float) random.nextGaussian();
            }
        }
        return Parameters.of(layout, values);
    }
}
