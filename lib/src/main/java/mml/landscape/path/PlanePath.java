package mml.landscape.path;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import mml.landscape.Plane;
import mml.math.Check;
import mml.math.Workers;

/**
 * A trajectory projected on a plane, and how much of it the plane misses. Immutable.
 *
 * <p>Lengths and variance are those of all parameters, biases included, also where the plane's directions were fitted to
 * weights only; of running statistics only if a direction moves them.
 */
public final class PlanePath {
    private final Trajectory trajectory;
    private final Plane plane;
    private final double[] a;
    private final double[] b;
    private final double[] offPlane;
    private final double share;

    private PlanePath(Trajectory trajectory, Plane plane, Ruler.Reading[] readings, double share) {
        this.trajectory = trajectory;
        this.plane = plane;
        this.a = Arrays.stream(readings).mapToDouble(Ruler.Reading::a).toArray();
        this.b = Arrays.stream(readings).mapToDouble(Ruler.Reading::b).toArray();
        this.offPlane = Arrays.stream(readings).mapToDouble(Ruler.Reading::off).toArray();
        this.share = share;
    }

    /**
     * Projects a trajectory. A checkpoint that is the plane's centre has the coordinates (0, 0) exactly.
     *
     * @param trajectory whose checkpoints differ
     * @param plane with the same layout
     * @param projection how
     * @return the path
     * @throws IllegalArgumentException if layouts differ, a direction is zero or both are parallel, or all checkpoints are the
     *     same
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile; its flag stays set
     */
    public static PlanePath of(Trajectory trajectory, Plane plane, Projection projection) {
        Check.chosen("projection", projection, Projection.values());
        Check.that(
                trajectory.layout().equals(plane.centre().layout()),
                "trajectory must have the plane's layout (%s), had another (%s)",
                plane.centre().layout(),
                trajectory.layout());
        Ruler ruler = new Ruler(trajectory, plane, projection);
        Ruler.Reading[] readings = new Ruler.Reading[trajectory.count()];
        Workers.each(readings.length, i -> readings[i] = ruler.read(trajectory.at(i)));
        return new PlanePath(trajectory, plane, readings, ruler.share(readings));
    }

    /**
     * Returns what is projected.
     *
     * @return the trajectory
     */
    public Trajectory trajectory() {
        return trajectory;
    }

    /**
     * Returns on what it is projected.
     *
     * @return the plane
     */
    public Plane plane() {
        return plane;
    }

    /**
     * Returns the coordinates along the first direction.
     *
     * @return one for each checkpoint; a new array
     */
    public double[] a() {
        return a.clone();
    }

    /**
     * Returns the coordinates along the second direction.
     *
     * @return one for each checkpoint; a new array
     */
    public double[] b() {
        return b.clone();
    }

    /**
     * Returns how far each checkpoint lies from the point that is drawn for it.
     *
     * @return Euclidean distances; a new array
     */
    public double[] offPlane() {
        return offPlane.clone();
    }

    /**
     * Returns how much of the checkpoints' variance lies in the plane.
     *
     * @return from 0 to 1, but for rounding; of {@code N} parameters two random directions have about {@code 2 / N}
     */
    public double share() {
        return share;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d checkpoints, %.1f %% of the variance of all their parameters in the plane, at most %.3g off it",
                a.length,
                100 * share,
                DoubleStream.of(offPlane).max().getAsDouble());
    }
}
