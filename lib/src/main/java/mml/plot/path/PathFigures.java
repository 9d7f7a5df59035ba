package mml.plot.path;

import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mml.landscape.Surface;
import mml.landscape.path.Fidelity;
import mml.landscape.path.PrincipalComponents;
import mml.math.Check;
import mml.math.Progress;
import mml.plot.Contours;
import mml.plot.Lines;
import mml.plot.control.Control;

/** The usual pictures of the paths of training runs. Each can be adjusted further, being a figure of its kind. */
public final class PathFigures {
    /** As many components as can be told apart on the axis; what follows is small. */
    private static final int MOST_COMPONENTS = 10;

    private PathFigures() {}

    /**
     * Returns the contours of the plane of a path's components, with the share of each on its axis, and if the surface is not
     * complete with interpolated values as in {@link mml.plot.Figures#of(Surface, String)}. Put the path on them:
     * {@code PathFigures.of(surface, "loss", components).over(Trails.of("SGD", path))}.
     *
     * <p>Lines are at the authors' levels 0.1, 0.6, ..., 9.6, and for what lies above at 10, 100, ..., 1e8; colours follow the
     * logarithm of the values if all are positive.
     *
     * <p>Source of the levels: Li et al. 2018, the authors' program ({@code plot_2D.py}).
     *
     * @param surface on the plane of the components
     * @param score the score's name, such as {@code "loss"}
     * @param components whose plane it is
     * @return contours over both components
     * @throws IllegalArgumentException if there is no such score, or none of its values is finite
     */
    public static Contours of(Surface surface, String score, PrincipalComponents components) {
        Contours contours = Contours.of(surface, score, label(components, 0), label(components, 1))
                .levels(levels());
        return surface.grid(score).values().allMatch(value -> value > 0) ? contours.logColours() : contours;
    }

    private static String label(PrincipalComponents components, int index) {
        return String.format(
                Locale.ROOT, "PC %d: %.1f %%", index + 1, 100 * components.shares()[index]);
    }

    private static double[] levels() {
        return DoubleStream.concat(
                        IntStream.range(0, 20).mapToDouble(i -> 0.1 + 0.5 * i),
                        IntStream.rangeClosed(1, 8).mapToDouble(i -> Math.pow(10, i)))
                .toArray();
    }

    /**
     * Returns the true score of each checkpoint beside that of its point on the plane, and how far off the plane it is.
     *
     * @param fidelity of a path
     * @return lines over the step
     * @throws IllegalArgumentException if no true score is finite, or none on the plane
     */
    public static Lines of(Fidelity fidelity) {
        double[] steps =
                fidelity.rows().stream().mapToDouble(Fidelity.Row::step).toArray();
        double[] truth =
                fidelity.rows().stream().mapToDouble(Fidelity.Row::trueScore).toArray();
        double[] drawn =
                fidelity.rows().stream().mapToDouble(Fidelity.Row::onPlane).toArray();
        String score = fidelity.score();
        Lines lines = Lines.of("step", score)
                .add("true " + score, steps, truth)
                .add(score + " on the plane", steps, drawn)
                .addRight(
                        "distance",
                        "distance off the plane",
                        steps,
                        fidelity.path().offPlane());
        return DoubleStream.concat(DoubleStream.of(truth), DoubleStream.of(drawn))
                        .filter(Double::isFinite)
                        .allMatch(value -> value > 0)
                ? lines.logY()
                : lines;
    }

    /**
     * Returns the shares of the first components beside those of a random walk of as many checkpoints, which learns nothing.
     *
     * @param components of the path of one run
     * @return points over the component, counted from 1
     * @throws IllegalStateException if they are of several runs, which are no single walk
     */
    public static Lines of(PrincipalComponents components) {
        double[] shares = components.shares();
        double[] numbers = IntStream.rangeClosed(1, Math.min(MOST_COMPONENTS, shares.length))
                .mapToDouble(k -> k)
                .toArray();
        double[] ofWalk = components.sharesOfRandomWalk();
        double[] walk =
                DoubleStream.of(numbers).map(k -> 100 * ofWalk[(int) k - 1]).toArray();
        double[] path =
                DoubleStream.of(numbers).map(k -> 100 * shares[(int) k - 1]).toArray();
        return Lines.of("principal component", "share of the variance (%)")
                .add("path", numbers, path)
                .add("random walk", numbers, walk, Lines.Style.DASHED);
    }

    /**
     * Returns a control that shows how paths go on over their plane: a slider over the step, with frames at steps of
     * checkpoints, evenly chosen, the first and the last among them.
     *
     * @param plane contours of the plane, without paths
     * @param trails the paths
     * @param frames how many at most, from 2 to 60
     * @return the control
     * @throws IllegalArgumentException if there are fewer frames or more, or they take more than a control may
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static Control animation(Contours plane, Trails trails, int frames) {
        return animation(plane, trails, frames, Progress.none());
    }

    /**
     * Returns the same control, and tells how far the drawing is.
     *
     * @param plane contours of the plane, without paths
     * @param trails the paths
     * @param frames how many at most, from 2 to 60
     * @param progress is told after every frame
     * @return the control
     * @throws IllegalArgumentException if there are fewer frames or more, or they take more than a control may
     * @throws java.util.concurrent.CancellationException if stopped
     */
    public static Control animation(Contours plane, Trails trails, int frames, Progress progress) {
        Check.atLeast("frames", frames, 2);
        int[] steps = trails.steps();
        int count = Math.min(frames, steps.length);
        Integer[] shown = IntStream.range(0, count)
                .mapToObj(i -> steps[(int) Math.round(i * (steps.length - 1.0) / (count - 1))])
                .toArray(Integer[]::new);
        return Control.over("step", shown).draws(step -> plane.over(trails.until(step)), progress);
    }
}
