package mml.landscape.path;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;

/**
 * The checkpoints of one training run, in the order of their steps.
 *
 * <pre>{@code
 * Run run = training.saving(Saving.everyEpochs(1)).run(start);
 * Trajectory path = Trajectory.of(run.checkpoints(), c -> new Trajectory.Point(c.step(), c.parameters()));
 * }</pre>
 *
 * <p>It copies no vector. In memory a run of {@code c} checkpoints of {@code n} numbers holds {@code 4 c n} bytes, and what
 * its optimiser remembers besides: 140 MB without it for 40 checkpoints of ResNet-56. From files, {@code
 * Trajectory.of(Checkpoint.in(folder), file -> ...)} holds none of them: each is read when it is needed, and what is computed
 * here keeps at most sixteen vectors a thread at once.
 */
public final class Trajectory {
    /**
     * A checkpoint.
     *
     * @param step how many steps were complete
     * @param parameters after that step
     */
    public record Point(int step, Parameters parameters) {
        /**
         * Checks the step, and that parameters are there.
         *
         * @throws IllegalArgumentException if the step is negative, or there are no parameters
         */
        public Point {
            Check.notNegative("step", step);
            Check.given("parameters", parameters);
        }
    }

    private final int[] steps;
    private final Layout layout;
    private final List<Supplier<Point>> points;

    private Trajectory(int[] steps, Layout layout, List<Supplier<Point>> points) {
        this.steps = steps;
        this.layout = layout;
        this.points = points;
    }

    /**
     * Returns the trajectory through checkpoints in memory.
     *
     * @param points at least two, in the order of their steps
     * @return the trajectory
     * @throws IllegalArgumentException if there are fewer, steps do not rise, layouts differ, or a number is not finite
     */
    public static Trajectory of(List<Point> points) {
        return of(points, point -> point);
    }

    /**
     * Returns the trajectory through checkpoints that are read from something, such as a file.
     *
     * @param sources at least two, in the order of their steps
     * @param reading gives the checkpoint of a source; called for each of them here, one at a time, and again, on several
     *     threads, whenever something is computed
     * @param <T> what checkpoints are read from
     * @return the trajectory
     * @throws IllegalArgumentException if there are fewer, steps do not rise, layouts differ, or a number is not finite
     */
    public static <T> Trajectory of(List<T> sources, Function<? super T, Point> reading) {
        Check.that(sources.size() >= 2, "trajectory must have at least 2 checkpoints, had %s", sources.size());
        List<Supplier<Point>> points = List.copyOf(sources).stream()
                .<Supplier<Point>>map(source -> () -> reading.apply(source))
                .toList();
        int[] steps = new int[points.size()];
        Layout layout = null;
        for (int i = 0; i < steps.length; i++) {
            Point point = Check.given("checkpoint " + i, points.get(i).get());
            steps[i] = point.step;
            layout = layout == null ? point.parameters.layout() : layout;
            requireLayout(point, layout);
            Check.finite("checkpoint of step " + point.step, point.parameters.values());
            Check.that(
                    i == 0 || steps[i - 1] < steps[i],
                    "steps must rise, step %s came after %s",
                    steps[i],
                    steps[Math.max(0, i - 1)]);
        }
        return new Trajectory(steps, layout, points);
    }

    private static void requireLayout(Point point, Layout layout) {
        Check.that(
                point.parameters.layout().equals(layout),
                "checkpoints must have one layout (%s), that of step %s had another (%s)",
                layout,
                point.step,
                point.parameters.layout());
    }

    /**
     * Returns how many checkpoints there are.
     *
     * @return at least 2
     */
    public int count() {
        return steps.length;
    }

    /**
     * Returns the checkpoints' steps.
     *
     * @return rising; a new array
     */
    public int[] steps() {
        return steps.clone();
    }

    /**
     * Returns the layout of all checkpoints.
     *
     * @return the layout
     */
    public Layout layout() {
        return layout;
    }

    /**
     * Returns the parameters of a checkpoint.
     *
     * @param index of the checkpoint, counted from 0
     * @return its parameters, read anew if they are not in memory
     * @throws IllegalArgumentException if the index lies outside, or what is read has changed its layout
     */
    public Parameters at(int index) {
        Point point = points.get(Check.index("index", index, steps.length)).get();
        requireLayout(point, layout);
        return point.parameters;
    }

    /**
     * Returns where the run ended.
     *
     * @return the parameters of the last checkpoint
     */
    public Parameters last() {
        return at(steps.length - 1);
    }

    /** Returns the checkpoints of several trajectories, one after the other. */
    static List<Supplier<Parameters>> rows(List<Trajectory> trajectories) {
        return trajectories.stream()
                .flatMap(one -> Arrays.stream(one.indices()).mapToObj(i -> (Supplier<Parameters>) () -> one.at(i)))
                .toList();
    }

    private int[] indices() {
        int[] indices = new int[steps.length];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d checkpoints from step %d to %d, %s",
                steps.length,
                steps[0],
                steps[steps.length - 1],
                layout);
    }
}
