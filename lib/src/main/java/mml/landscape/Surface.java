package mml.landscape;

import java.util.List;
import java.util.Locale;
import mml.math.Grid;
import mml.math.Grid.Axis;

/** The scores of an objective on a grid of a plane. Immutable; points that were not computed are NaN. */
public final class Surface {
    private final Axis a;
    private final Axis b;
    private final Points points;

    Surface(Axis a, Axis b, Points points) {
        this.a = a;
        this.b = b;
        this.points = points;
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
     * @return a grid with {@code a} along x and {@code b} along y, NaN where a point was not computed
     * @throws IllegalArgumentException if there is no such score
     */
    public Grid grid(String score) {
        return Grid.of(a, b, points.of(score));
    }

    /**
     * Returns how many points were computed.
     *
     * @return from 0 to the number of the grid's points
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
                "%s at %d of %d x %d points, a in [%s, %s], b in [%s, %s]",
                points.scores(),
                done(),
                a.count(),
                b.count(),
                a.low(),
                a.high(),
                b.low(),
                b.high());
    }
}
