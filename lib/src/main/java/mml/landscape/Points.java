package mml.landscape;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Progress;
import mml.math.Workers;

/** Scores at numbered points: all of a point's, or none where it was not computed. */
final class Points {
    private final List<String> scores;
    private final double[][] values;

    private Points(List<String> scores, int count) {
        this.scores = List.copyOf(scores);
        this.values = new double[count][];
    }

    /** Computes the scores of one point. */
    @FunctionalInterface
    interface Point {
        void scores(Objective.OnPlane plane, int index, double[] out);
    }

    static void requireLayout(Objective objective, Layout layout) {
        Check.that(
                objective.layout().equals(layout),
                "objective must have the layout of the directions (%s), had another (%s)",
                layout,
                objective.layout());
    }

    /** Computes the points on all threads; when stopped at the outermost call, returns those that are done. */
    static Points compute(
            List<String> scores, int count, Supplier<Objective.OnPlane> onPlane, Point point, Progress progress) {
        Points points = new Points(scores, count);
        long began = System.nanoTime();
        int[] done = {0};
        try {
            // within the try: a network computes products on all threads here, and may be stopped
            Objective.OnPlane plane = onPlane.get();
            Workers.each(count, plane::copy, (own, i) -> {
                double[] out = new double[scores.size()];
                point.scores(own, i, out);
                synchronized (points) {
                    points.values[i] = out;
                    progress.report(++done[0], count, (System.nanoTime() - began) / 1e9);
                }
            });
        } catch (CancellationException e) {
            Workers.answerStop(e);
        }
        return points;
    }

    List<String> scores() {
        return scores;
    }

    /** Returns the values of one score, NaN where a point was not computed. */
    double[] of(String score) {
        int index = scores.indexOf(score);
        Check.that(index >= 0, "score must be one of %s, was %s", scores, score);
        return Arrays.stream(values)
                .mapToDouble(point -> point == null ? Double.NaN : point[index])
                .toArray();
    }

    int done() {
        return (int) Arrays.stream(values).filter(Objects::nonNull).count();
    }

    int count() {
        return values.length;
    }
}
