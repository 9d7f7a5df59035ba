package mml.landscape;

import java.util.Locale;
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
    /** Below it the angle may come from rounding: differences of single-precision vectors are known to some 6e-8. */
    private static final double LEAST_SINE = 1e-6;

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
     * @param how by what rule, with its seed if it has one, but without what differs between planes that are to be compared,
     *     such as the centre
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
     * @throws IllegalArgumentException if a number is not finite, or a direction becomes zero, as all weights are
     */
    public static Plane random(Parameters centre, Normalisation normalisation, long seed) {
        return new Plane(
                centre,
                Directions.random(centre, normalisation, seed, "first direction "),
                Directions.random(centre, normalisation, seed, "second direction "),
                "Gaussian, normalisation " + normalisation + ", seed " + seed);
    }

    /**
     * Returns the plane through three networks, which lie at (0, 0), (1, 0) and (0, 1), the second and third of them up to
     * the rounding of differences to single precision. Running statistics are included, as in {@link Line#between}.
     *
     * <p>The picture is sheared unless the directions happen to be orthogonal: {@code Plane.through(p, q, r).orthogonal()} is
     * not, and {@link #locate} tells where the third network lies in it.
     *
     * @param first the point (0, 0)
     * @param second the point (1, 0), with the same layout
     * @param third the point (0, 1), with the same layout
     * @return the plane
     * @throws IllegalArgumentException if layouts differ, a number is not finite, two are equal, or all lie on one line
     */
    public static Plane through(Parameters first, Parameters second, Parameters third) {
        Parameters toSecond = Directions.difference("first", first, "second", second);
        Parameters toThird = Directions.difference("first", first, "third", third);
        Directions.difference("second", second, "third", third);
        Plane plane = new Plane(first, toSecond, toThird, "through three networks");
        plane.requireAngle("three networks must not lie on one line");
        return plane;
    }

    /**
     * Returns the same plane with orthogonal directions: the second loses its part along the first, and becomes shorter by the
     * sine of their angle. Normalised by filters before, it is so afterwards as nearly as the {@link #cosine} was 0.
     *
     * @return a plane whose cosine is 0 up to single-precision rounding
     * @throws IllegalArgumentException if a direction is zero, or both are parallel
     */
    public Plane orthogonal() {
        requireAngle("directions must not be parallel");
        return new Plane(centre, first, across(), made.isBlank() ? made : made + ", made orthogonal");
    }

    /** Returns the part of the second direction that is orthogonal to the first. */
    private Parameters across() {
        return second.plus(-along(second), first);
    }

    private double along(Parameters vector) {
        return vector.dot(first) / first.dot(first);
    }

    private void requireAngle(String rule) {
        double sine = across().norm() / second.norm();
        Check.that(sine > LEAST_SINE, "%s: the sine of the angle must exceed %s, was %s", rule, LEAST_SINE, sine);
    }

    /**
     * Where the point of a plane lies that is nearest to some parameters.
     *
     * @param a the coordinate along the first direction
     * @param b the coordinate along the second
     * @param distance how far the parameters are from the plane: 0 if they lie in it
     */
    public record Place(double a, double b, double distance) {}

    /**
     * Returns where parameters lie in the plane, or are nearest to it (by least squares over all numbers).
     *
     * @param at with the plane's layout
     * @return the coordinates, and the distance
     * @throws IllegalArgumentException if the layouts differ, a direction is zero, or both are parallel
     */
    public Place locate(Parameters at) {
        requireAngle("directions must not be parallel");
        Parameters from = at.minus(centre);
        Parameters across = across();
        double b = from.dot(across) / across.dot(across);
        double a = along(from) - b * along(second);
        return new Place(a, b, from.plus(-a, first).plus(-b, second).norm());
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
     * Returns an objective's scores on a grid of the plane. Every point is formed from the centre anew: programs that walk
     * from point to point gather rounding errors, and one that turns round at the end of each row shifts every other row by a
     * step. If the thread is interrupted meanwhile, the points that are done
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
        return survey(objective, a, b).watch(SurveyWatch.of(progress)).run();
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
    public Survey<Surface> survey(Objective objective, Axis a, Axis b) {
        return Survey.of(Subject.of(this, objective, a, b), Surface::new);
    }

    /** Tells the layout, the lengths of the directions, and their cosine. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "plane in %s, directions of length %.4g and %.4g, cosine %.3g",
                centre.layout(),
                first.norm(),
                second.norm(),
                cosine());
    }
}
