package mml.landscape;

import mml.math.Layout.Kind;

/**
 * Which numbers of a parameter vector a direction moves; in all others it is zero.
 *
 * <p>Source: Li et al. 2018, the authors' program ({@code net_plotter.py}), where {@link #WEIGHTS} is {@code ignore='biasbn'}
 * and {@link #ALL} the directions of {@code dir_type='states'}.
 */
public enum Entries {
    /** Weights only: biases and batch normalisation's scales and shifts are ignored. */
    WEIGHTS,
    /** All parameters: biases, scales and shifts are kept. */
    PARAMETERS,
    /** Running statistics too, as the line from one trained network to another needs them. */
    ALL;

    /**
     * Returns whether the numbers of a block of a kind are among them.
     *
     * @param kind of a block
     * @return true for weights in any case
     */
    public boolean have(Kind kind) {
        return switch (this) {
            case WEIGHTS -> kind == Kind.WEIGHT;
            case PARAMETERS -> kind != Kind.STATE;
            case ALL -> true;
        };
    }
}
