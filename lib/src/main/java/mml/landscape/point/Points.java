package mml.landscape.point;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.math.Check;

/**
 * Numbered points, counted from 0, each with all its scores, the reason why it has none, or nothing yet. Immutable.
 */
public final class Points {
    private final List<String> scores;
    /** Null where a point is waiting. */
    private final Outcome[] outcomes;

    Points(List<String> scores, Outcome[] outcomes) {
        this.scores = List.copyOf(scores);
        this.outcomes = outcomes.clone();
    }

    /**
     * Returns points that are all waiting.
     *
     * @param scores the names of the scores
     * @param count how many points
     * @return the points
     */
    public static Points waiting(List<String> scores, int count) {
        return new Points(scores, new Outcome[count]);
    }

    /**
     * Returns the names of the scores.
     *
     * @return such as {@code "loss", "accuracy"}
     */
    public List<String> scores() {
        return scores;
    }

    /**
     * Returns how many points there are, in whatever state.
     *
     * @return the number of points
     */
    public int count() {
        return outcomes.length;
    }

    /**
     * Returns what a point has come to.
     *
     * @param index from 0 to {@code count - 1}
     * @return its state
     * @throws IllegalArgumentException if there is no such point
     */
    public PointState state(int index) {
        Outcome outcome = outcomes[Check.index("index", index, outcomes.length)];
        if (outcome instanceof Outcome.Scored scored) {
            return PointState.of(scored.values());
        }
        return outcome == null ? PointState.WAITING : PointState.FAILED;
    }

    /**
     * Returns why a point has no scores.
     *
     * @param index from 0 to {@code count - 1}
     * @return what the objective's exception said; empty unless the point has failed
     * @throws IllegalArgumentException if there is no such point
     */
    public Optional<String> reason(int index) {
        Outcome outcome = outcomes[Check.index("index", index, outcomes.length)];
        return outcome instanceof Outcome.Failed failed ? Optional.of(failed.reason()) : Optional.empty();
    }

    /**
     * Returns the values of one score.
     *
     * @param score its name
     * @return one number a point, NaN where it is waiting or has failed, and as it was computed everywhere else; a new array
     * @throws IllegalArgumentException if there is no such score
     */
    public double[] of(String score) {
        int index = scores.indexOf(score);
        Check.that(index >= 0, "score must be one of %s, was %s", scores, score);
        return Arrays.stream(outcomes)
                .mapToDouble(outcome -> outcome instanceof Outcome.Scored scored ? scored.values()[index] : Double.NaN)
                .toArray();
    }

    /**
     * Returns how many points are in a state.
     *
     * @param state the state
     * @return from 0 to {@link #count}
     */
    public int count(PointState state) {
        return (int) IntStream.range(0, outcomes.length)
                .filter(i -> state(i) == state)
                .count();
    }

    /**
     * Returns how many points have been computed, whether their scores are finite or not.
     *
     * @return those that are neither waiting nor failed
     */
    public int done() {
        return (int)
                Arrays.stream(outcomes).filter(Outcome.Scored.class::isInstance).count();
    }

    /**
     * Returns what is not as one would wish, in words.
     *
     * @return how many points are NaN, infinite or failed, such as {@code ", 2 nan, 1 failed"}; empty if none is
     */
    public String remarks() {
        return Stream.of(PointState.NAN, PointState.INFINITE, PointState.FAILED)
                .filter(state -> count(state) > 0)
                .map(state -> ", " + count(state) + " " + state.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    Outcome[] outcomes() {
        return outcomes.clone();
    }

    @Override
    public String toString() {
        return done() + " of " + count() + " points" + remarks();
    }
}
