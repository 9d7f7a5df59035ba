package mml.landscape;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;

/**
 * How the length of a direction is fitted to the parameters at which a landscape is drawn.
 *
 * <p>A filter is all numbers that feed one output: a <em>column</em> of a dense layer's {@code [in, out]} and of a
 * convolution's {@code [ky, kx, in, out]}. Norms are summed in double precision.
 *
 * <p><em>A zero filter</em> has no length to give or to be given: where the weights are zero, {@link #FILTER}, {@link #LAYER}
 * and {@link #WEIGHT} make the direction zero, and where the direction is zero it stays so. {@link #DFILTER}, {@link #DLAYER}
 * and {@link #NONE} do not look at the weights.
 *
 * <p><em>What is no weight</em> is ignored unless {@link #apply(Parameters, Parameters, Entries)} is told otherwise. When
 * biases, scales and shifts are kept, each of their blocks counts as one filter, so that its numbers keep the proportions
 * that were drawn. This differs on purpose from the authors' program, which copies them from the parameters and draws none,
 * and from programs that normalise a bias as a vector and then number by number, which leaves of what was drawn the signs.
 * One norm for a whole tensor is called {@link #LAYER} here, though some call it filter norm.
 *
 * <p>Source: Li et al. 2018, section 4, and the authors' program ({@code net_plotter.py}).
 */
public enum Normalisation {
    /** Each filter gets the norm of the same filter of the parameters: {@code d_ij <- d_ij / |d_ij| * |w_ij|}. */
    FILTER {
        @Override
        void apply(Strip block, int filters, float[] direction, float[] parameters) {
            block.filters(filters).forEach(filter -> filter.fit(direction, filter.norm(parameters)));
        }
    },
    /** Each block gets the norm of the same block of the parameters. */
    LAYER {
        @Override
        void apply(Strip block, int filters, float[] direction, float[] parameters) {
            block.fit(direction, block.norm(parameters));
        }
    },
    /** Each number is multiplied by the same number of the parameters. */
    WEIGHT {
        @Override
        void apply(Strip block, int filters, float[] direction, float[] parameters) {
            for (int i = block.from; i < block.from + block.count; i++) {
                direction[i] *= parameters[i];
            }
        }
    },
    /** Each filter gets norm 1, whatever the parameters are. */
    DFILTER {
        @Override
        void apply(Strip block, int filters, float[] direction, float[] parameters) {
            block.filters(filters).forEach(filter -> filter.fit(direction, 1));
        }
    },
    /** Each block gets norm 1, whatever the parameters are. */
    DLAYER {
        @Override
        void apply(Strip block, int filters, float[] direction, float[] parameters) {
            block.fit(direction, 1);
        }
    },
    /** Numbers stay as they are. */
    NONE {
        @Override
        void apply(Strip block, int filters, float[] direction, float[] parameters) {}
    };

    /** The numbers at {@code from, from + apart, ...} of a vector. */
    private record Strip(int from, int apart, int count) {
        /** Divides a block into its columns. */
        Stream<Strip> filters(int filters) {
            return IntStream.range(0, filters).mapToObj(j -> new Strip(from + j, filters, count / filters));
        }

        double norm(float[] vector) {
            double squares = 0;
            for (int i = 0, k = from; i < count; i++, k += apart) {
                squares += (double) vector[k] * vector[k];
            }
            return Math.sqrt(squares);
        }

        void fit(float[] vector, double norm) {
            double have = norm(vector);
            double factor = have == 0 ? 0 : norm / have;
            for (int i = 0, k = from; i < count; i++, k += apart) {
                vector[k] = (float) (factor * vector[k]);
            }
        }
    }

    /**
     * Returns a normalised direction that moves weights only, as in all figures of the paper along random directions.
     *
     * @param direction as it was drawn
     * @param centre the parameters at which the landscape is drawn, with the same layout
     * @return a new direction
     * @throws IllegalArgumentException if the layouts differ
     */
    public Parameters apply(Parameters direction, Parameters centre) {
        return apply(direction, centre, Entries.WEIGHTS);
    }

    /**
     * Returns a normalised direction.
     *
     * @param direction as it was drawn
     * @param centre the parameters at which the landscape is drawn, with the same layout
     * @param moved which numbers it moves; all others become zero
     * @return a new direction
     * @throws IllegalArgumentException if the layouts differ
     */
    public Parameters apply(Parameters direction, Parameters centre, Entries moved) {
        Check.chosen("moved", moved, Entries.values());
        Layout layout = centre.layout();
        Directions.requireLayout(direction, layout);
        float[] values = direction.values();
        float[] parameters = centre.values();
        for (Layout.Block block : layout.blocks()) {
            Strip strip = new Strip(layout.offset(block.name()), 1, block.size());
            if (moved.have(block.kind())) {
                apply(strip, block.kind() == Layout.Kind.WEIGHT ? block.filters() : 1, values, parameters);
            } else {
                Arrays.fill(values, strip.from, strip.from + strip.count, 0);
            }
        }
        return Parameters.of(layout, values);
    }

    abstract void apply(Strip block, int filters, float[] direction, float[] parameters);
}
