package mml.landscape.path;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import mml.math.Check;
import mml.math.Grid.Axis;

/**
 * The part of a plane that holds some paths with a margin: the ranges of a surface's two axes.
 *
 * @param a along the first direction
 * @param b along the second
 */
public record Region(Axis a, Axis b) {
    /** Room beside the path to see where else it could have gone. */
    private static final double MARGIN = 0.2;
    /** More oblong, the picture of a path along one direction would show little besides. */
    private static final double LEAST_RATIO = 0.8;

    /**
     * Returns the region around paths: a fifth of their width and height is added on each side; one side is at least four
     * fifths of the other.
     *
     * @param count how many coordinates each axis has, at least 2
     * @param paths at least one, which are taken to be on one plane
     * @return the region
     * @throws IllegalArgumentException if there is no path, all points are one, or the count is below 2
     */
    public static Region around(int count, PlanePath... paths) {
        Check.that(paths.length > 0, "paths must not be empty");
        double[] as = all(paths, PlanePath::a);
        double[] bs = all(paths, PlanePath::b);
        double widest = Math.max(span(as), span(bs));
        Check.that(widest > 0, "paths must move on the plane, all their points were one");
        return new Region(axis(as, LEAST_RATIO * widest, count), axis(bs, LEAST_RATIO * widest, count));
    }

    private static double[] all(PlanePath[] paths, Function<PlanePath, double[]> coordinates) {
        return Arrays.stream(paths)
                .flatMapToDouble(path -> DoubleStream.of(coordinates.apply(path)))
                .toArray();
    }

    private static double span(double[] values) {
        return DoubleStream.of(values).max().getAsDouble()
                - DoubleStream.of(values).min().getAsDouble();
    }

    private static Axis axis(double[] values, double least, int count) {
        double low = DoubleStream.of(values).min().getAsDouble();
        double span = span(values);
        double room = MARGIN * Math.max(span, least) + Math.max(0, least - span) / 2;
        return new Axis(low - room, low + span + room, count);
    }
}
