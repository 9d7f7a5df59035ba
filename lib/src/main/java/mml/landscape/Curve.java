package mml.landscape;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mml.landscape.point.PointState;
import mml.landscape.point.Points;
import mml.landscape.point.Provenance;
import mml.landscape.point.SurfaceFile;
import mml.math.Check;
import mml.math.Grid.Axis;

/**
 * The scores of an objective along a line, and what they were made of. Immutable; where there is no value it is NaN, and
 * {@link #state} says why.
 */
public final class Curve {
    private final Provenance provenance;
    private final Points points;

    Curve(Provenance provenance, Points points) {
        int axes = provenance.axes().size();
        Check.that(axes == 1, "a curve must have one axis, had %s: it is a Surface", axes);
        this.provenance = provenance;
        this.points = points;
    }

    /**
     * Reads the curve in a file, complete or not, to be drawn.
     *
     * @param file as {@link Survey#in} keeps it; may be in use
     * @return the curve
     * @throws IllegalArgumentException if it is no surface file, of a plane or another version, or damaged
     * @throws java.io.UncheckedIOException if it does not exist or cannot be read
     */
    public static Curve read(Path file) {
        return of(SurfaceFile.read(file));
    }

    /**
     * Reads a curve from the text that {@link #text} has written.
     *
     * @param text of a surface file with one axis
     * @return the curve
     * @throws IllegalArgumentException if it is no such text, of a plane or another version, or damaged
     */
    public static Curve of(String text) {
        return of(SurfaceFile.of(text));
    }

    private static Curve of(SurfaceFile.Content content) {
        return new Curve(content.about(), content.points());
    }

    /**
     * Returns the curve as the text of a surface file, the points in their order.
     *
     * @return what {@link #of} reads, bit for bit
     */
    public String text() {
        return new SurfaceFile.Content(provenance, points).text();
    }

    /**
     * Returns what the curve was made of.
     *
     * @return scores, axis, and the rest in words
     */
    public Provenance provenance() {
        return provenance;
    }

    /**
     * Returns the coordinates.
     *
     * @return the axis along the line
     */
    public Axis axis() {
        return provenance.axes().get(0);
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
     * @return one number a coordinate, as it was computed (NaN and infinity too), NaN where it was not; a new array
     * @throws IllegalArgumentException if there is no such score
     */
    public double[] values(String score) {
        return points.of(score);
    }

    /**
     * Returns what a point has come to.
     *
     * @param index from 0 at the low end
     * @return its state
     * @throws IllegalArgumentException if there is no such point
     */
    public PointState state(int index) {
        return points.state(index);
    }

    /**
     * Returns why a point has no scores.
     *
     * @param index from 0 at the low end
     * @return what the objective's exception said; empty unless the point has failed
     * @throws IllegalArgumentException if there is no such point
     */
    public Optional<String> reason(int index) {
        return points.reason(index);
    }

    /**
     * Returns how many points are in a state.
     *
     * @param state the state
     * @return from 0 to the axis' count
     */
    public int count(PointState state) {
        return points.count(state);
    }

    /**
     * Returns how many points were computed, whether their scores are finite or not.
     *
     * @return from 0 to the axis' count; those that failed do not count
     */
    public int done() {
        return points.done();
    }

    /**
     * Returns whether every point was computed.
     *
     * @return false if the work was stopped, or a point has failed
     */
    public boolean isComplete() {
        return done() == points.count();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s at %s on [%s, %s]", points.scores(), points, axis().low(), axis().high());
    }
}
