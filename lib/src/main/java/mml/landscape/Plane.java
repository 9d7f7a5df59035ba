package mml.landscape;

import mml.math.Check;
import mml.math.Grid.Axis;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Progress;

/**
 * The plane {@code (a, b) -> centre + a first + b second} through a point of parameter space. The directions need not be
 * orthogonal, and two random ones are not made so.
 *
 * @param centre the point of {@code a = b = 0}
 * @param first the direction of {@code a}, with the same layout
 * @param second the direction of {@code b}, with the same layout
 * @param made how the directions were made, in words by which it is known whether two planes can be compared; blank if it is not
 *     told
 */
public record Plane(Parameters centre, Parameters first, Parameters second, String made) {
    /**
     * Checks layouts and numbers.
     *
     * @throws IllegalArgumentException if the layouts differ, or a number is not finite
     */
    public Plane {
        Check.that(
                centre.layout().equals(first.layout()) && centre.layout().equals(second.layout()),
                "directions must have the centre's layout (%s), had %s and %s",
                centre.layout(),
                first.layout(),
                second.layout());
        Check.finite("centre", centre.values());
        Check.finite("first", first.values());
        Check.finite("second", second.values());
        Check.given("made", made);
    }

    /**
     * Returns a plane that does not tell how its directions were made.
     *
     * @param centre the point of {@code a = b = 0}
     * @param first the direction of {@code a}, with the same layout
     * @param second the direction of {@code b}, with the same layout
     * @throws IllegalArgumentException if the layouts differ, or a number is not finite
     */
    public Plane(Parameters centre, Parameters first, Parameters second) {
        this(centre, first, second, "");
    }

    /**
     * Returns the same plane that tells how its directions were made.
     *
     * @param how by what rule, with its seed if it has one, but without what differs between planes that are to be compared, such as
     *     the centre
     * @return the plane
     * @throws IllegalArgumentException if it is blank
     */
    public Plane made(String how) {
        return new Plane(centre, first, second, Check.notBlank("how", how));
    }

    /**
     * Returns a plane in two random directions, independent of each other and of {@link Line#random} with the same seed.
     *
     * @param centre the point of {@code a = b = 0}
     * @param normalisation how the directions' lengths are fitted to the centre
     * @param seed of both directions
     * @return the plane
     */
    public static Plane random(Parameters centre, Normalisation normalisation, long seed) {
        return new Plane(
                centre,
                normalisation.apply(Directions.gaussian(centre.layout(), seed, "first direction "), centre),
                normalisation.apply(Directions.gaussian(centre.layout(), seed, "second direction "), centre),
                "Gaussian, normalisation " + normalisation + ", seed " + seed);
    }

    /**
     * Returns the cosine of the angle between the two directions. For two random ones in {@code n} dimensions that are not
     * normalised its absolute value is about {@code sqrt(2 / (pi n))} in the mean; normalisation makes it somewhat larger.
     *
     * @return from -1 to 1
     */
    public double cosine() {
        return first.cosine(second);
    }

    /**
     * Returns an objective's scores on a grid of the plane. If the thread is interrupted meanwhile, the points that are done
     * are returned and the interrupt flag cleared.
     *
     * @param objective what is scored, with the plane's layout
     * @param a the coordinates along the first direction
     * @param b the coordinates along the second
     * @return the scores; look at {@link Surface#isComplete}
     * @throws IllegalArgumentException if the layouts differ
     * @throws java.util.concurrent.CancellationException if stopped inside a loop of {@link mml.math.Workers}
     */
    public Surface surface(Objective objective, Axis a, Axis b) {
        return surface(objective, a, b, Progress.none());
    }

    /**
     * Returns an objective's scores on a grid of the plane, and tells how far it is.
     *
     * @param objective what is scored, with the plane's layout
     * @param a the coordinates along the first direction
     * @param b the coordinates along the second
     * @param progress is told after every point
     * @return the scores; look at {@link Surface#isComplete}
     * @throws IllegalArgumentException if the layouts differ
     * @throws java.util.concurrent.CancellationException if stopped inside a loop of {@link mml.math.Workers}
     */
    public Surface surface(Objective objective, Axis a, Axis b, Progress progress) {
        return survey(objective, a, b).watch(SurfaceWatch.of(progress)).run();
    }

    /**
     * Returns how an objective's scores on a grid of the plane are to be computed, to be kept in a file, watched, or told how long
     * it will take; nothing is computed yet.
     *
     * @param objective what is scored, with the plane's layout
     * @param a the coordinates along the first direction
     * @param b the coordinates along the second
     * @return the survey
     * @throws IllegalArgumentException if the layouts differ
     */
    public Survey survey(Objective objective, Axis a, Axis b) {
        return Survey.of(new Subject(this, objective, a, b));
    }
}
