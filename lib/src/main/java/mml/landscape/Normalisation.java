package mml.landscape;

import java.util.Arrays;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;

/**
 * How the length of a random direction is fitted to the parameters at which a landscape is drawn.
 *
 * <p>In every way only weights move: all other blocks (biases, scales, shifts, states) of the direction become zero, as in
 * the authors' commands for random directions. Norms are summed in double precision. A part of the direction that is zero stays zero, and one
 * that belongs to zero weights becomes zero, except with {@link #NONE}.
 *
 * <p>Source: Li et al. 2018, section 4, and the authors' program ({@code net_plotter.py}, with {@code ignore='biasbn'}).
 */
public enum Normalisation {
    /** Each filter gets the norm of the same filter of the parameters: {@code d_ij <- d_ij / |d_ij| * |w_ij|}. */
    FILTER {
        @Override
        void apply(Layout.Block block, float[] direction, float[] weights, int at) {
            for (int filter = 0; filter < block.filters(); filter++) {
                rescale(direction, weights, at + filter, block.filters(), block.filterSize());
            }
        }
    },
    /** Each block of weights gets the norm of the same block of the parameters. */
    LAYER {
        @Override
        void apply(Layout.Block block, float[] direction, float[] weights, int at) {
            rescale(direction, weights, at, 1, block.size());
        }
    },
    /** Weights stay as they were drawn. */
    NONE {
        @Override
        void apply(Layout.Block block, float[] direction, float[] weights, int at) {}
    };

    /**
     * Returns a normalised direction.
     *
     * @param direction as it was drawn
     * @param centre the parameters at which the landscape is drawn, with the same layout
     * @return a new direction
     * @throws IllegalArgumentException if the layouts differ
     */
    public Parameters apply(Parameters direction, Parameters centre) {
        Layout layout = centre.layout();
        Check.that(
                direction.layout().equals(layout),
                "direction must have the centre's layout (%s), had another (%s)",
                layout,
                direction.layout());
        float[] values = direction.values();
        float[] weights = centre.values();
        for (Layout.Block block : layout.blocks()) {
            int at = layout.offset(block.name());
            if (block.kind() == Layout.Kind.WEIGHT) {
                apply(block, values, weights, at);
            } else {
                Arrays.fill(values, at, at + block.size(), 0);
            }
        }
        return Parameters.of(layout, values);
    }

    abstract void apply(Layout.Block block, float[] direction, float[] weights, int at);

    /** Rescales the numbers at {@code at, at + apart, ...} to the norm of the weights there. */
    private static void rescale(float[] direction, float[] weights, int at, int apart, int count) {
        double have = 0;
        double want = 0;
        for (int i = 0, k = at; i < count; i++, k += apart) {
            have += (double) direction[k] * direction[k];
            want += (double) weights[k] * weights[k];
        }
        double factor = have == 0 ? 0 : Math.sqrt(want) / Math.sqrt(have);
        for (int i = 0, k = at; i < count; i++, k += apart) {
            direction[k] = (float) (factor * direction[k]);
        }
    }
}
