package mml.landscape.path;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import mml.math.Check;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Progress;
import mml.math.Workers;

/**
 * How far the picture of a path can be trusted: for each checkpoint its true score, the score of the point drawn for it, their
 * difference, and the distance between both.
 *
 * <p>All running statistics on the plane are those of its centre, unless the objective estimates them anew; the true score
 * has the checkpoint's own.
 *
 * @param path what is drawn
 * @param score the score's name, such as {@code "loss"}
 * @param rows one for each checkpoint
 */
public record Fidelity(PlanePath path, String score, List<Row> rows) {
    /** A plane with less has more of the motion outside it than inside. */
    private static final double HALF = 0.5;

    /**
     * A checkpoint and the point drawn for it.
     *
     * @param step how many steps were complete
     * @param trueScore at the checkpoint; may be NaN or infinite
     * @param onPlane at the point drawn; may be NaN or infinite
     * @param offPlane the distance between both
     */
    public record Row(int step, double trueScore, double onPlane, double offPlane) {
        /**
         * Returns by how much the picture is wrong.
         *
         * @return the score on the plane less the true one
         */
        public double difference() {
            return onPlane - trueScore;
        }
    }

    /**
     * Copies the list, and checks its length.
     *
     * @throws IllegalArgumentException if there are more or fewer rows than checkpoints
     */
    public Fidelity {
        rows = List.copyOf(rows);
        int checkpoints = path.trajectory().count();
        Check.that(
                rows.size() == checkpoints,
                "rows must be one for each checkpoint, were %s for %s",
                rows.size(),
                checkpoints);
    }

    /**
     * Scores checkpoints and their projections, without telling anybody how far it is.
     *
     * @param path a trajectory on a plane
     * @param objective what the plane shows, with its layout
     * @param score the score's name
     * @return the comparison
     * @throws IllegalArgumentException if layouts differ or there is no such score
     * @throws CancellationException if stopped
     */
    public static Fidelity of(PlanePath path, Objective objective, String score) {
        return of(path, objective, score, Progress.none());
    }

    /**
     * Scores checkpoints and their projections: two passes over the data for each.
     *
     * @param path a trajectory on a plane
     * @param objective what the plane shows, with its layout
     * @param score the score's name
     * @param progress is told after every checkpoint
     * @return the comparison
     * @throws IllegalArgumentException if layouts differ or there is no such score
     * @throws CancellationException if stopped
     */
    public static Fidelity of(PlanePath path, Objective objective, String score, Progress progress) {
        Check.that(
                objective.layout().equals(path.trajectory().layout()),
                "objective must have the path's layout (%s), had another (%s)",
                path.trajectory().layout(),
                objective.layout());
        int index = objective.scores().indexOf(score);
        Check.that(index >= 0, "score must be one of %s, was %s", objective.scores(), score);
        Row[] rows = new Row[path.trajectory().count()];
        try {
            Scoring scoring = Scoring.of(path, objective, index);
            long began = System.nanoTime();
            int[] done = {0};
            Workers.each(rows.length, scoring::copy, (own, i) -> {
                Row row = own.row(i);
                synchronized (rows) {
                    rows[i] = row;
                    progress.report(++done[0], rows.length, (System.nanoTime() - began) / 1e9);
                }
            });
        } catch (CancellationException stopped) {
            Workers.answerStop(stopped);
            long done = Arrays.stream(rows).filter(row -> row != null).count();
            throw new CancellationException("stopped after " + done + " of " + rows.length + " checkpoints");
        }
        return new Fidelity(path, score, List.of(rows));
    }

    /** The path with an objective for one thread. */
    private record Scoring(PlanePath path, Objective objective, Objective.OnPlane onPlane, int score) {
        static Scoring of(PlanePath path, Objective objective, int score) {
            Parameters centre = path.plane().centre();
            Objective.OnPlane onPlane = objective.onPlane(
                    centre.values(),
                    path.plane().first().values(),
                    path.plane().second().values());
            return new Scoring(path, objective, onPlane, score);
        }

        Scoring copy() {
            return new Scoring(path, objective.copy(), onPlane.copy(), score);
        }

        Row row(int i) {
            double[] out = new double[objective.scores().size()];
            objective.scores(path.trajectory().at(i).values(), out);
            double trueScore = out[score];
            onPlane.scores(path.a()[i], path.b()[i], out);
            return new Row(path.trajectory().steps()[i], trueScore, out[score], path.offPlane()[i]);
        }
    }

    /**
     * Returns the checkpoint whose point on the plane has the most different score.
     *
     * @return the row with the greatest finite difference, of either sign; empty if no difference is finite
     */
    public Optional<Row> worst() {
        return rows.stream()
                .filter(row -> Double.isFinite(row.difference()))
                .reduce((one, other) -> Math.abs(other.difference()) > Math.abs(one.difference()) ? other : one);
    }

    /**
     * Returns what to say where the plane explains little: less than half of the checkpoints' variance, or no more than of a
     * random walk of as many checkpoints.
     *
     * @return a sentence, or empty if neither holds
     */
    public Optional<String> warning() {
        int checkpoints = rows.size();
        double walk = RandomWalk.share(0, checkpoints) + (checkpoints > 2 ? RandomWalk.share(1, checkpoints) : 0);
        if (path.share() >= HALF && path.share() > walk) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "the plane explains %.1f %% of the path's variance, two components of a random walk of %d checkpoints"
                        + " %.1f %%: what is drawn %s",
                100 * path.share(),
                checkpoints,
                100 * walk,
                path.share() < HALF ? "leaves out most of the motion" : "shows no more order than a walk without aim"));
    }

    /**
     * Returns the names of the columns of {@link #table}.
     *
     * @return five names
     */
    public List<String> columns() {
        return List.of("step", "true " + score, score + " on the plane", "difference", "distance off the plane");
    }

    /**
     * Returns the comparison as a table.
     *
     * @return a list of five numbers for each checkpoint
     */
    public List<List<?>> table() {
        return IntStream.range(0, rows.size())
                .mapToObj(rows::get)
                .<List<?>>map(row -> List.of(row.step, row.trueScore, row.onPlane, row.difference(), row.offPlane))
                .toList();
    }

    @Override
    public String toString() {
        String worst = worst().map(row -> String.format(
                        Locale.ROOT,
                        "%s on the plane differs most at step %d: %.4g for %.4g",
                        score,
                        row.step,
                        row.onPlane,
                        row.trueScore))
                .orElse("no difference of " + score + " is finite");
        return path + "; " + worst + warning().map(sentence -> "; " + sentence).orElse("");
    }
}
