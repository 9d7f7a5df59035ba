package mml.landscape;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import mml.landscape.point.Levels;
import mml.landscape.point.PointState;
import mml.landscape.point.Points;
import mml.landscape.point.Provenance;
import mml.landscape.point.SurfaceFile;
import mml.math.Check;
import mml.math.Grid;
import mml.math.Grid.Axis;

/**
 * The scores of an objective on a grid of a plane, and what they were made of. Immutable; where there is no value it is NaN, and
 * {@link #state} says why.
 */
public final class Surface {
    private final Provenance provenance;
    private final Points points;

    Surface(Provenance provenance, Points points) {
        Check.that(provenance.axes().size() == 2, "a surface must have two axes, had one: it is a Curve");
        this.provenance = provenance;
        this.points = points;
    }

    /**
     * Reads the surface in a file, complete or not, to be drawn.
     *
     * @param file as {@link Survey#in} keeps it; may be in use
     * @return the surface
     * @throws IllegalArgumentException if it is no surface file, of a line or another version, or damaged
     * @throws java.io.UncheckedIOException if it does not exist or cannot be read
     */
    public static Surface read(Path file) {
        return of(SurfaceFile.read(file));
    }

    /**
     * Reads a surface from the text that {@link #text} has written.
     *
     * @param text of a surface file
     * @return the surface
     * @throws IllegalArgumentException if it is no such text, of a line or another version, or damaged
     */
    public static Surface of(String text) {
        return of(SurfaceFile.of(text));
    }

    private static Surface of(SurfaceFile.Content content) {
        return new Surface(content.about(), content.points());
    }

    /**
     * Returns the surface as the text of a surface file, the points in their order.
     *
     * @return what {@link #of} reads, bit for bit
     */
    public String text() {
        return new SurfaceFile.Content(provenance, points).text();
    }

    /**
     * Returns what the surface was made of.
     *
     * @return scores, axes, and the rest in words
     */
    public Provenance provenance() {
        return provenance;
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
     * Returns the values of one score as they were computed, NaN and infinity too.
     *
     * @param score its name
     * @return a grid with {@code a} along x and {@code b} along y, NaN where a point is waiting or has failed
     * @throws IllegalArgumentException if there is no such score
     */
    public Grid grid(String score) {
        return Grid.of(a(), b(), points.of(score));
    }

    /**
     * Values of a surface that may not be complete: between those that were computed the others are interpolated, and say so.
     *
     * @param grid both kinds of values; NaN where there is neither
     * @param waiting how many points were not computed
     * @param interpolated how many of them have a value nevertheless
     */
    public record Preview(Grid grid, int waiting, int interpolated) {
        /**
         * Returns what is to stand beside a picture of it.
         *
         * @return such as {@code "2,520 of 2,601 values interpolated"}, or {@code "2,600 of 2,601 points waiting"} if nothing
         *     could be; empty if no point is waiting
         */
        public String note() {
            if (waiting == 0) {
                return "";
            }
            return String.format(
                    Locale.ROOT,
                    interpolated > 0 ? "%,d of %,d values interpolated" : "%,d of %,d points waiting",
                    interpolated > 0 ? interpolated : waiting,
                    grid.x().count() * grid.y().count());
        }
    }

    /**
     * Returns the values of one score, with those of points that are waiting interpolated between the points of the finest
     * {@linkplain Levels level} that is complete. A hole stays a hole: there is nothing between values that are not finite.
     *
     * @param score its name
     * @return values for a picture; of a complete surface those of {@link #grid}
     * @throws IllegalArgumentException if there is no such score
     */
    public Preview preview(String score) {
        IntPredicate isThere = i -> points.state(i) != PointState.WAITING;
        double[] values = points.of(score);
        double[] filled = levels().filled(values, isThere);
        int interpolated = 0;
        for (int i = 0; i < filled.length; i++) {
            interpolated += !isThere.test(i) && !Double.isNaN(filled[i]) ? 1 : 0;
        }
        return new Preview(Grid.of(a(), b(), filled), count(PointState.WAITING), interpolated);
    }

    private Axis a() {
        return provenance.axes().get(0);
    }

    private Axis b() {
        return provenance.axes().get(1);
    }

    private Levels levels() {
        return Levels.of(provenance.axes());
    }

    /**
     * Returns what a point has come to.
     *
     * @param column from 0, along {@code a}
     * @param row from 0, along {@code b}
     * @return its state
     * @throws IllegalArgumentException if there is no such point
     */
    public PointState state(int column, int row) {
        return points.state(index(column, row));
    }

    /**
     * Returns why a point has no scores.
     *
     * @param column from 0, along {@code a}
     * @param row from 0, along {@code b}
     * @return what the objective's exception said; empty unless the point has failed
     * @throws IllegalArgumentException if there is no such point
     */
    public Optional<String> reason(int column, int row) {
        return points.reason(index(column, row));
    }

    private int index(int column, int row) {
        Check.index("column", column, a().count());
        Check.index("row", row, b().count());
        return row * a().count() + column;
    }

    /**
     * Returns how many points are in a state.
     *
     * @param state the state
     * @return from 0 to the number of the grid's points
     */
    public int count(PointState state) {
        return points.count(state);
    }

    /**
     * Returns how many points were computed, whether their scores are finite or not.
     *
     * @return from 0 to the number of the grid's points; those that failed do not count
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

    /**
     * Returns how far the surface is, in words.
     *
     * @return such as {@code "40 of 441 points, 2 nan, 1 failed"}; what is NaN or infinite is among the 40
     */
    public String progress() {
        return points.toString();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s at %d of %d x %d points%s, a in [%s, %s], b in [%s, %s]",
                points.scores(),
                done(),
                a().count(),
                b().count(),
                points.remarks(),
                a().low(),
                a().high(),
                b().low(),
                b().high());
    }
}
