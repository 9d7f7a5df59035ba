package mml.landscape.path;

import java.util.Arrays;
import java.util.List;
import mml.landscape.Plane;
import mml.math.Check;
import mml.math.Parameters;
import mml.math.Workers;

/** Measures the checkpoints of a trajectory against a plane, in double precision. */
final class Ruler {
    private final Projection projection;
    private final Projection.Metric metric;
    private final List<Span> spans;
    private final float[] centre;
    private final float[] first;
    private final float[] second;
    private final double[] mean;

    /**
     * Where a checkpoint lies.
     *
     * @param a its coordinate along the first direction
     * @param b its coordinate along the second
     * @param off its distance from the point with these coordinates
     * @param nearest the coordinates of the point of the plane nearest to it
     * @param spread its squared distance from the checkpoints' mean
     */
    record Reading(double a, double b, double off, double[] nearest, double spread) {}

    Ruler(Trajectory trajectory, Plane plane, Projection projection) {
        this.projection = projection;
        this.metric = Projection.Metric.of(plane);
        this.spans = Span.movedBy(plane.first(), plane.second());
        this.centre = plane.centre().values();
        this.first = plane.first().values();
        this.second = plane.second().values();
        this.mean = mean(trajectory);
    }

    /** Returns the mean of the differences from the centre. */
    private double[] mean(Trajectory trajectory) {
        double[] sums = new double[centre.length];
        for (int i = 0; i < trajectory.count(); i++) {
            Workers.pollStop();
            float[] values = trajectory.at(i).values();
            for (int k = 0; k < sums.length; k++) {
                sums[k] += (double) values[k] - centre[k];
            }
        }
        return Arrays.stream(sums).map(sum -> sum / trajectory.count()).toArray();
    }

    Reading read(Parameters checkpoint) {
        float[] values = checkpoint.values();
        double dp = 0;
        double dq = 0;
        double spread = 0;
        for (Span span : spans) {
            for (int k = span.from(); k < span.to(); k++) {
                double d = (double) values[k] - centre[k];
                dp += d * first[k];
                dq += d * second[k];
                spread += (d - mean[k]) * (d - mean[k]);
            }
        }
        double[] at = projection.coordinates(dp, dq, metric);
        double[] nearest = Projection.LEAST_SQUARES.coordinates(dp, dq, metric);
        return new Reading(at[0], at[1], distance(values, at[0], at[1]), nearest, spread);
    }

    /** Summed from the differences, for where the checkpoint is near the plane, squared lengths would cancel. */
    private double distance(float[] values, double a, double b) {
        double squares = 0;
        for (Span span : spans) {
            for (int k = span.from(); k < span.to(); k++) {
                double off = (double) values[k] - centre[k] - a * first[k] - b * second[k];
                squares += off * off;
            }
        }
        return Math.sqrt(squares);
    }

    /** Returns the variance within the plane over all variance. */
    double share(Reading[] readings) {
        double total = Arrays.stream(readings).mapToDouble(Reading::spread).sum();
        Check.that(total > 0, "checkpoints must differ, all were the same");
        double a = mean(readings, 0);
        double b = mean(readings, 1);
        return Arrays.stream(readings)
                        .map(Reading::nearest)
                        .mapToDouble(at -> metric.squared(at[0] - a, at[1] - b))
                        .sum()
                / total;
    }

    private static double mean(Reading[] readings, int coordinate) {
        return Arrays.stream(readings)
                .mapToDouble(reading -> reading.nearest[coordinate])
                .average()
                .getAsDouble();
    }
}
