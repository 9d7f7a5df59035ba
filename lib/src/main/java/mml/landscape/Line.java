package mml.landscape;

import mml.math.Check;
import mml.math.Grid.Axis;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Progress;

/**
 * The line {@code a -> centre + a direction} through a point of parameter space.
 *
 * @param centre the point of {@code a = 0}
 * @param direction with the same layout
 */
public record Line(Parameters centre, Parameters direction) {
    /**
     * Checks layouts and numbers.
     *
     * @throws IllegalArgumentException if the layouts differ, or a number is not finite
     */
    public Line {
        Directions.requireLayout(direction, centre.layout());
        Check.finite("centre", centre.values());
        Check.finite("direction", direction.values());
    }

    /**
     * Returns a line in a random direction.
     *
     * @param centre the point of {@code a = 0}
     * @param normalisation how the direction's length is fitted to the centre
     * @param seed of the direction
     * @return the line
     * @throws IllegalArgumentException if a number is not finite, or the direction becomes zero, as all weights are
     */
    public static Line random(Parameters centre, Normalisation normalisation, long seed) {
        return new Line(centre, Directions.random(centre, normalisation, seed, Directions.DRAWN));
    }

    /**
     * Returns the line through two networks: {@code a -> (1 - a) from + a to}. The paper draws it on [-0.5, 1.5], with 401
     * points, of which numbers 100 and 300 are the networks:
     *
     * <pre>{@code
     * Line.between(small, large).curve(objective, new Grid.Axis(-0.5, 1.5, 401))
     * }</pre>
     *
     * <p>Running statistics are interpolated like parameters. Between two networks with batch normalisation they fit neither,
     * and beyond them a variance may become negative, where the loss is NaN: a score with re-estimated statistics has its own
     * at every point. At {@code a = 1} the point is {@code to} up to the rounding of the difference to single precision.
     *
     * <p>Source: I. Goodfellow, O. Vinyals, A. Saxe, Qualitatively characterizing neural network optimization problems, ICLR
     * 2015; Li et al. 2018, figure 2, which shows what such a line does not say of sharpness.
     *
     * @param from the point of {@code a = 0}
     * @param to the point of {@code a = 1}, with the same layout
     * @return the line
     * @throws IllegalArgumentException if the layouts differ, a number is not finite, or both are equal
     */
    public static Line between(Parameters from, Parameters to) {
        return new Line(from, Directions.difference(from, to));
    }

    /**
     * Returns an objective's scores along the line. If the thread is interrupted meanwhile, the points that are done are
     * returned and the interrupt flag cleared.
     *
     * @param objective what is scored, with the line's layout
     * @param axis the coordinates {@code a}
     * @return the scores; look at {@link Curve#isComplete}
     * @throws IllegalArgumentException if the layouts differ
     * @throws java.util.concurrent.CancellationException if stopped inside a loop of {@link mml.math.Workers}
     */
    public Curve curve(Objective objective, Axis axis) {
        return curve(objective, axis, Progress.none());
    }

    /**
     * Returns an objective's scores along the line, and tells how far it is.
     *
     * @param objective what is scored, with the line's layout
     * @param axis the coordinates {@code a}
     * @param progress is told after every point
     * @return the scores; look at {@link Curve#isComplete}
     * @throws IllegalArgumentException if the layouts differ
     * @throws java.util.concurrent.CancellationException if stopped inside a loop of {@link mml.math.Workers}
     */
    public Curve curve(Objective objective, Axis axis, Progress progress) {
        return survey(objective, axis).watch(SurveyWatch.of(progress)).run();
    }

    /**
     * Returns how an objective's scores along the line are to be computed, to be kept in a file, watched, or told how long it will
     * take; nothing is computed yet.
     *
     * @param objective what is scored, with the line's layout
     * @param axis the coordinates {@code a}
     * @return the survey
     * @throws IllegalArgumentException if the layouts differ
     */
    public Survey<Curve> survey(Objective objective, Axis axis) {
        return Survey.of(Subject.of(this, objective, axis), Curve::new);
    }
}
