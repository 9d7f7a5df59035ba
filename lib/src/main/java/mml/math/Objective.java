package mml.math;

import java.util.List;
import java.util.Optional;

/**
 * A function of a parameter vector, with as much of its derivatives as whoever uses it needs: what landscapes and optimisers
 * see of a network and its data.
 *
 * <p>An objective is confined to one thread; {@link #copy} gives one for another thread. What is scored, on which data and
 * with which weight decay is settled when it is built. Your own function is one in a few lines: implement {@link #layout},
 * {@link #scores()}, {@link #scores(float[], double[])} and {@link #copy}; and {@link #origin}, if its landscapes are to be kept
 * in files or compared.
 */
public interface Objective {
    /**
     * Returns the layout of the vectors that the function takes.
     *
     * @return the layout
     */
    Layout layout();

    /**
     * Returns the names of what is computed at a point, such as {@code "loss", "accuracy"}.
     *
     * @return at least one name; the first belongs to the value that {@link #gradient} differentiates
     */
    List<String> scores();

    /**
     * Computes all scores in one pass. A point that is not finite is none to be refused, for a landscape shows where the
     * parameters overflow: its scores may be NaN or infinite.
     *
     * @param at the point, as long as the layout; not modified
     * @param out as long as the names; overwritten
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile; its flag stays set
     */
    void scores(float[] at, double[] out);

    /**
     * Computes the gradient of the first score. At a point that is not finite there is none: a network's objective refuses it.
     *
     * @param at the point, as long as the layout; not modified
     * @param out as long as the layout; overwritten; zero in state blocks
     * @return the first score at the point
     * @throws UnsupportedOperationException unless overridden
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile; its flag stays set
     */
    default double gradient(float[] at, float[] out) {
        throw new UnsupportedOperationException(
                getClass().getSimpleName() + " must implement gradient(at, out) for this");
    }

    /**
     * Multiplies the Hessian of the first score by a direction; both the point and the direction are to be finite.
     *
     * @param at the point, as long as the layout; not modified
     * @param direction as long as the layout; not modified; what stands in state blocks does not count
     * @param out as long as the layout; overwritten with the product; zero in state blocks
     * @throws UnsupportedOperationException unless overridden
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile; its flag stays set
     */
    default void hessianTimes(float[] at, float[] direction, float[] out) {
        throw new UnsupportedOperationException(
                getClass().getSimpleName() + " must implement hessianTimes(at, direction, out) for this");
    }

    /**
     * Returns the scores as functions of {@code (a, b)} at {@code centre + a * first + b * second}.
     *
     * @param centre the point at (0, 0); not modified, and must not change while the result is used
     * @param first the direction of {@code a}; not modified, must not change either
     * @param second the direction of {@code b}, or null on a line
     * @return the scores on that plane or line
     */
    default OnPlane onPlane(float[] centre, float[] first, float[] second) {
        return new FormedOnPlane(this, centre, first, second);
    }

    /**
     * Returns the scores as functions of {@code (a, b)}, as {@link #onPlane(float[], float[], float[])} does, of vectors that
     * nobody can change: no copy of them is made.
     *
     * @param centre the point at (0, 0)
     * @param first the direction of {@code a}
     * @param second the direction of {@code b}, or null on a line
     * @return the scores on that plane or line
     */
    default OnPlane onPlane(Parameters centre, Parameters first, Parameters second) {
        return onPlane(centre.shared(), first.shared(), second == null ? null : second.shared());
    }

    /**
     * What a function is, in words that are the same whenever it is made again, and differ from those of every other function:
     * by them a file knows whose it is, and a comparison whether it is fair.
     *
     * @param function of the parameters, such as a network's layers with all their settings; may have several lines
     * @param data what is scored, with a hash unless the name says it all; {@code "none"} for a plain formula
     * @param scoring what is made of function and data, such as the loss and the weight decay; {@code "plain"} for a formula
     */
    record Origin(String function, String data, String scoring) {
        /**
         * Checks the words.
         *
         * @throws IllegalArgumentException if one of them is blank
         */
        public Origin {
            Check.notBlank("function", function);
            Check.notBlank("data", data);
            Check.notBlank("scoring", scoring);
        }

        /**
         * Returns the origin of a plain formula, which scores no data.
         *
         * @param function the formula's name, with all its constants
         * @return the origin
         * @throws IllegalArgumentException if it is blank
         */
        public static Origin of(String function) {
            return new Origin(function, "none", "plain");
        }
    }

    /**
     * Returns what the function is, in words.
     *
     * @return empty unless overridden: then a landscape cannot be kept in a file, nor be compared
     */
    default Optional<Origin> origin() {
        return Optional.empty();
    }

    /**
     * Returns the same function for use by another thread.
     *
     * @return an objective that shares nothing which either of them changes
     */
    Objective copy();

    /**
     * Returns the scores of this and of another objective, which are computed in one pass.
     *
     * @param name what the other's scores are called: {@code "test"} makes {@code "test loss"} of {@code "loss"}
     * @param other with the same layout
     * @return this objective's scores, then the other's; derivatives are of this objective's first
     * @throws IllegalArgumentException if the layouts differ, the name is blank, or two scores would have one name
     */
    default Together and(String name, Objective other) {
        return Together.of(this).and(name, other);
    }

    /** An objective restricted to a plane (or a line, where the second coordinate is ignored); confined to one thread. */
    interface OnPlane {
        /**
         * Computes all scores at {@code centre + a * first + b * second}.
         *
         * @param a the coordinate along the first direction
         * @param b the coordinate along the second
         * @param out as long as the objective's names; overwritten
         * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile; its flag stays set
         */
        void scores(double a, double b, double[] out);

        /**
         * Returns the same function for use by another thread.
         *
         * @return an equal restriction that shares nothing which either of them changes
         */
        OnPlane copy();
    }
}
