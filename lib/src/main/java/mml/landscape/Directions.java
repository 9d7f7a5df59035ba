package mml.landscape;

import java.util.random.RandomGenerator;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Randomness;

/**
 * Directions along which a landscape is drawn: drawn at random, or from one network to another. A given vector is one too:
 * {@link Line} and {@link Plane} take any.
 *
 * <p><em>One rule across architectures.</em> The numbers of a block depend on the seed and on the block's name, and are drawn
 * in the order in which they lie. So networks of different depth, with and without shortcuts, get the same numbers in all
 * blocks of the same name and shape, such as {@code stage1.block1.conv1.weight} of ResNet-20 and ResNet-56: what differs
 * between their pictures is the networks. After {@link Normalisation#FILTER} these blocks differ in length only, filter by
 * filter, as far as the networks' weights do.
 */
public final class Directions {
    static final String DRAWN = "direction ";

    private Directions() {}

    /**
     * Returns a direction of independent standard normal numbers.
     *
     * <p>The numbers of a block depend on the seed and on the block's name only. They have nothing to do with the initial
     * parameters of that seed.
     *
     * @param layout of the direction
     * @param seed the same direction for the same seed
     * @return the direction, not normalised; zero in state blocks
     */
    public static Parameters gaussian(Layout layout, long seed) {
        return gaussian(layout, seed, DRAWN);
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

    /** Returns a normalised Gaussian direction, and refuses a centre that leaves none. */
    static Parameters random(Parameters centre, Normalisation normalisation, long seed, String role) {
        Parameters direction = normalisation.apply(gaussian(centre.layout(), seed, role), centre);
        Check.that(
                direction.norm() != 0,
                "%s must not be zero: with normalisation %s the centre must have weights other than zero",
                role.strip(),
                normalisation);
        return direction;
    }

    /**
     * Returns the difference of two parameter vectors, running statistics included.
     *
     * @param from where {@code a = 0} will be
     * @param to where {@code a = 1} will be, with the same layout
     * @return {@code to - from}, rounded to single precision; {@code Normalisation.NONE.apply(difference, from)} is that of the
     *     weights alone
     * @throws IllegalArgumentException if the layouts differ, or the vectors are equal
     */
    public static Parameters difference(Parameters from, Parameters to) {
        return difference("from", from, "to", to);
    }

    static Parameters difference(String fromName, Parameters from, String toName, Parameters to) {
        Check.that(
                from.layout().equals(to.layout()),
                "%s and %s must have one layout, had %s and %s",
                fromName,
                toName,
                from.layout(),
                to.layout());
        Check.that(!from.equals(to), "%s and %s must differ, were equal", fromName, toName);
        return to.minus(from);
    }

    static void requireLayout(Parameters direction, Layout layout) {
        Check.that(
                direction.layout().equals(layout),
                "direction must have the centre's layout (%s), had another (%s)",
                layout,
                direction.layout());
    }
}
