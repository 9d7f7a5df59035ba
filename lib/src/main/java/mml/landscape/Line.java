package mml.landscape;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import mml.landscape.point.Growth;
import mml.landscape.point.Points;
import mml.landscape.point.Task;
import mml.math.Check;
import mml.math.Grid.Axis;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Progress;
import mml.math.Workers;

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
        Check.that(
                centre.layout().equals(direction.layout()),
                "direction must have the centre's layout (%s), had another (%s)",
                centre.layout(),
                direction.layout());
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
     */
    public static Line random(Parameters centre, Normalisation normalisation, long seed) {
        return new Line(centre, normalisation.apply(Directions.gaussian(centre.layout(), seed), centre));
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
        Subject.requireLayout(objective, centre.layout());
        Growth growth = new Growth(Points.waiting(objective.scores(), axis.count()), axis.count());
        long began = System.nanoTime();
        try {
            // within the try: a network computes products on all threads here, and may be stopped
            task(objective, axis).compute(IntStream.range(0, axis.count()).toArray(), (index, outcome) -> {
                growth.keep(index, outcome);
                progress.report(growth.tried(), axis.count(), (System.nanoTime() - began) / 1e9);
            });
        } catch (CancellationException stopped) {
            Workers.answerStop(stopped);
        }
        return new Curve(axis, growth.now());
    }

    private Task task(Objective objective, Axis axis) {
        Objective.OnPlane onLine = objective.onPlane(centre, direction, null);
        return new Task(objective.scores(), onLine, (own, i, out) -> own.scores(axis.at(i), 0, out));
    }
}
