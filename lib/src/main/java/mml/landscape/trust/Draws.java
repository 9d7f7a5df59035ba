package mml.landscape.trust;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongFunction;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.LongStream;
import mml.landscape.Curve;
import mml.landscape.Line;
import mml.landscape.Normalisation;
import mml.landscape.Plane;
import mml.math.Check;
import mml.math.Grid.Axis;
import mml.math.Mapped;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Progress;
import mml.math.Workers;

/**
 * Several draws of random directions at one point, so that what is seen along one of them can be told from what is there.
 *
 * <pre>{@code
 * Draws draws = new Draws(theta, Normalisation.FILTER, 1, 10);
 * Band band = draws.band(objective, new Grid.Axis(-1, 1, 51));
 * Spread height = draws.planes(objective, (plane, mine) -> Statistics.quantile(0.9,
 *         plane.surface(mine, nine, nine).grid("loss").values().toArray()));
 * }</pre>
 *
 * <p>The draws have the seeds {@code seed, seed + 1, ...}, so that each can be looked at alone and none is chosen by its result.
 * They are computed side by side, one thread a draw; the same bits come out whatever the number of threads. If the
 * calling thread is interrupted, those that are complete are returned and the interrupt flag cleared.
 *
 * @param centre the point
 * @param normalisation how the directions' lengths are fitted to it
 * @param seed of the first draw
 * @param count how many draws, at least 2
 */
public record Draws(Parameters centre, Normalisation normalisation, long seed, int count) {
    /**
     * Checks the count, and that all is there.
     *
     * @throws IllegalArgumentException if there are fewer than 2 draws, or centre or normalisation are null
     */
    public Draws {
        Check.given("centre", centre);
        Check.chosen("normalisation", normalisation, Normalisation.values());
        Check.atLeast("count", count, 2);
    }

    /**
     * Returns the band of an objective's first score along the lines of all draws.
     *
     * @param objective what is scored, with the centre's layout
     * @param axis the coordinates along each line
     * @return the band; look at {@link Band#draws} if it may have been stopped
     * @throws IllegalArgumentException if the layouts differ, or a direction becomes zero
     * @throws CancellationException if stopped before the first draw was complete
     */
    public Band band(Objective objective, Axis axis) {
        return Band.of(
                curves(objective, axis, Progress.none()), objective.scores().get(0));
    }

    /**
     * Returns an objective's scores along the line of each draw, from which {@link Band#of} makes a band of any of them.
     *
     * @param objective what is scored, with the centre's layout
     * @param axis the coordinates along each line
     * @param progress is told after every draw
     * @return the curves of the draws in order; if stopped, those that are complete
     * @throws IllegalArgumentException if the layouts differ, or a direction becomes zero
     * @throws CancellationException if stopped before the first draw was complete
     */
    public List<Curve> curves(Objective objective, Axis axis, Progress progress) {
        return each(seed -> Line.random(centre, normalisation, seed).curve(objective.copy(), axis), progress);
    }

    /**
     * Returns the spread of a number that belongs to a line.
     *
     * @param objective what is scored
     * @param number of a line and a copy of the objective for the thread that computes it
     * @return the numbers of the draws
     * @throws IllegalArgumentException if a direction becomes zero
     * @throws CancellationException if stopped before the first draw was complete
     */
    public Spread lines(Objective objective, ToDoubleBiFunction<Line, Objective> number) {
        return lines(objective, number, Progress.none());
    }

    /**
     * Returns the spread of a number that belongs to a line, and tells how far it is.
     *
     * @param objective what is scored
     * @param number of a line and a copy of the objective for the thread that computes it
     * @param progress is told after every draw
     * @return the numbers of the draws
     * @throws IllegalArgumentException if a direction becomes zero
     * @throws CancellationException if stopped before the first draw was complete
     */
    public Spread lines(Objective objective, ToDoubleBiFunction<Line, Objective> number, Progress progress) {
        return spread(
                seed -> number.applyAsDouble(Line.random(centre, normalisation, seed), objective.copy()), progress);
    }

    /**
     * Returns the spread of a number that belongs to a plane, such as a quantile of its surface.
     *
     * @param objective what is scored
     * @param number of a plane and a copy of the objective for the thread that computes it
     * @return the numbers of the draws
     * @throws IllegalArgumentException if a direction becomes zero
     * @throws CancellationException if stopped before the first draw was complete
     */
    public Spread planes(Objective objective, ToDoubleBiFunction<Plane, Objective> number) {
        return planes(objective, number, Progress.none());
    }

    /**
     * Returns the spread of a number that belongs to a plane, such as a quantile of its surface, and tells how far it is.
     *
     * @param objective what is scored
     * @param number of a plane and a copy of the objective for the thread that computes it
     * @param progress is told after every draw
     * @return the numbers of the draws
     * @throws IllegalArgumentException if a direction becomes zero
     * @throws CancellationException if stopped before the first draw was complete
     */
    public Spread planes(Objective objective, ToDoubleBiFunction<Plane, Objective> number, Progress progress) {
        return spread(
                seed -> number.applyAsDouble(Plane.random(centre, normalisation, seed), objective.copy()), progress);
    }

    private Spread spread(LongFunction<Double> number, Progress progress) {
        return Spread.of(
                each(number, progress).stream().mapToDouble(Double::doubleValue).toArray());
    }

    private <R> List<R> each(LongFunction<R> draw, Progress progress) {
        List<Long> seeds = LongStream.range(0, count).mapToObj(i -> seed + i).toList();
        Mapped<R> results = Workers.map(seeds, draw::apply, progress);
        if (results.done() == 0) {
            throw new CancellationException("stopped before the first of " + count + " draws was complete");
        }
        return results.complete();
    }

    @Override
    public String toString() {
        return count + " draws from seed " + seed + ", normalisation " + normalisation + ", at " + centre;
    }
}
