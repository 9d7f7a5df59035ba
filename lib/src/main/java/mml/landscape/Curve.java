package mml.landscape;

import java.util.List;
import java.util.Locale;
import mml.math.Grid.Axis;

/** The scores of an objective along a line. Immutable; points that were not computed are NaN. */
public final class Curve {
    private final Axis axis;
    private final Points points;

    Curve(Axis axis, Points points) {
        this.axis = axis;
        this.points = points;
    }

    /**
     * Returns the coordinates.
     *
     * @return the axis along the line
     */
    public Axis axis() {
        return axis;
    }

    /**
     * Returns the names of the scores.
     *
     * @return such as {@code "loss", "accuracy"}
     */
    public List<String> scores() {
        return points.scores();
    }

    /**
     * Returns the values of one score.
     *
     * @param score its name
     * @return one number a coordinate, NaN where it was not computed; a new array
     * @throws IllegalArgumentException if there is no such score
     */
    public double[] values(String score) {
        return points.of(score);
    }

    /**
     * Returns how many points were computed.
     *
     * @return from 0 to the axis' count
     */
    public int done() {
        return points.done();
    }

    /**
     * Returns whether every point was computed.
     *
     * @return false if the work was stopped
     */
    public boolean isComplete() {
        return done() == points.count();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s at %d of %d points on [%s, %s]",
                points.scores(),
                done(),
                points.count(),
                axis.low(),
                axis.high());
    }
}
