package mml.landscape.point;

/**
 * What a point of a landscape has come to.
 *
 * <p>A true zero is {@link #DONE}, and a NaN has been computed as well: neither is computed again when a surface is resumed, and
 * nothing takes the place of a NaN. This differs on purpose from known programs that take zero or NaN for "not done yet", or
 * draw the mean of the others where there is a NaN.
 */
public enum PointState {
    /** It was not computed yet. */
    WAITING,
    /** It was computed, and every score is finite. */
    DONE,
    /** It was computed, and a score is not a number. */
    NAN,
    /** It was computed, and a score is infinite; none is NaN. */
    INFINITE,
    /** The objective threw an exception, whose reason is kept. */
    FAILED;

    /** Returns the state of a point that was computed. */
    static PointState of(double[] scores) {
        PointState state = DONE;
        for (double score : scores) {
            if (Double.isNaN(score)) {
                return NAN;
            }
            state = Double.isInfinite(score) ? INFINITE : state;
        }
        return state;
    }
}
