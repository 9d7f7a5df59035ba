package mml.landscape.path;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mml.landscape.Entries;
import mml.landscape.Plane;
import mml.math.Check;
import mml.math.Eigenpairs;
import mml.math.Parameters;
import mml.math.Workers;

/**
 * The directions in which the checkpoints of a run vary most, and the share of their variance that lies along each.
 *
 * <p>The rows are {@code theta_i - theta_n} for all checkpoints 0 to n, the last of which is 0 (the paper's formula leaves it
 * out, the authors' program has it, and so has this). Their mean is subtracted before directions are fitted, not when
 * checkpoints are {@linkplain PlanePath projected}: the plane goes through the last checkpoint. Few rows have few components:
 * they follow from the rows' inner products, in double precision.
 *
 * <p>A direction has length 1, and of its two signs the one by which the checkpoint that lies farthest along it, seen from
 * the last, has a positive coordinate; so one run gives one picture. (The first checkpoint would not do: along the second
 * component of a random walk it lies beside the last.)
 *
 * <p>A large share proves little: see {@link RandomWalk}.
 *
 * <p>Source: Li et al. 2018, section 7.2, and the authors' program ({@code plot_trajectory.py}, {@code projection.py}).
 */
public final class PrincipalComponents {
    /** Below this share of the greatest variance a direction is made of rounding errors, whose squares are some 1e-15 of it. */
    private static final double ROUNDING = 1e-12;
    /** Fewer numbers are summed faster than they are handed to another thread. */
    private static final int WORTHWHILE = 65_536;

    private final double[] shares;
    private final int runs;
    private final int rows;
    private final Plane plane;

    private PrincipalComponents(double[] shares, int runs, int rows, Plane plane) {
        this.shares = shares;
        this.runs = runs;
        this.rows = rows;
        this.plane = plane;
    }

    /**
     * Returns the components of one run.
     *
     * @param trajectory at least three checkpoints
     * @param entries which numbers count
     * @return the components
     * @throws IllegalArgumentException if there are fewer checkpoints, or they do not differ, or lie on a line, in what counts
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile; its flag stays set
     */
    public static PrincipalComponents of(Trajectory trajectory, Entries entries) {
        return of(List.of(trajectory), entries);
    }

    /**
     * Returns the components of several runs together, so that all can be drawn on one plane: the rows are the checkpoints of
     * all of them, and the plane goes through the last one of the first run.
     *
     * @param trajectories at least one, with one layout and at least three checkpoints together
     * @param entries which numbers count
     * @return the components
     * @throws IllegalArgumentException if there are fewer checkpoints, layouts differ, or the checkpoints do not differ, or lie
     *     on a line, in what counts
     * @throws java.util.concurrent.CancellationException if the thread is interrupted meanwhile; its flag stays set
     */
    public static PrincipalComponents of(List<Trajectory> trajectories, Entries entries) {
        Check.that(!trajectories.isEmpty(), "trajectories must not be empty");
        Check.chosen("entries", entries, Entries.values());
        Parameters centre = trajectories.get(0).last();
        for (Trajectory one : trajectories) {
            Check.that(
                    one.layout().equals(centre.layout()),
                    "trajectories must have one layout (%s), one had another (%s)",
                    centre.layout(),
                    one.layout());
        }
        List<Supplier<Parameters>> rows = Trajectory.rows(trajectories);
        Check.that(rows.size() >= 3, "two components need at least 3 checkpoints, were %s", rows.size());
        Eigenpairs pairs = Eigenpairs.of(Gram.centred(rows, centre, entries));
        double[] variances = variances(pairs, entries);
        double total = DoubleStream.of(variances).sum();
        int last = trajectories.get(0).count() - 1;
        double[][] weights = {weights(pairs.vector(0), last), weights(pairs.vector(1), last)};
        return new PrincipalComponents(
                DoubleStream.of(variances).map(variance -> variance / total).toArray(),
                trajectories.size(),
                rows.size(),
                plane(rows, centre, weights, entries));
    }

    /** Returns the variances, times the number of rows; the last one, along the mean that was subtracted, is left out. */
    private static double[] variances(Eigenpairs pairs, Entries entries) {
        double[] values = pairs.values();
        Check.that(values[0] > 0, "checkpoints must differ in what counts (%s), all were the same", inWords(entries));
        Check.that(
                values[1] > ROUNDING * values[0],
                "checkpoints must vary in two directions in what counts (%s), they lie on a line",
                inWords(entries));
        return Arrays.stream(values, 0, values.length - 1)
                .map(value -> Math.max(0, value))
                .toArray();
    }

    private static String inWords(Entries entries) {
        return entries.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the weights by which rows add up to a component: an eigenvector, less its mean (which is zero but for rounding,
     * that a centre far away would multiply), and of its two signs the one that the class comment says.
     */
    private static double[] weights(double[] vector, int last) {
        double mean = DoubleStream.of(vector).average().getAsDouble();
        double farthest = 0;
        for (double value : vector) {
            double coordinate = value - vector[last];
            farthest = Math.abs(coordinate) > Math.abs(farthest) ? coordinate : farthest;
        }
        double sign = Math.signum(farthest);
        return DoubleStream.of(vector).map(value -> sign * (value - mean)).toArray();
    }

    private static Plane plane(
            List<Supplier<Parameters>> rows, Parameters centre, double[][] weights, Entries entries) {
        List<Span> spans = Span.of(centre.layout(), entries);
        float[] origin = centre.values();
        double[] first = new double[origin.length];
        double[] second = new double[origin.length];
        for (int i = 0; i < rows.size(); i++) {
            Workers.pollStop();
            double w = weights[0][i];
            double v = weights[1][i];
            float[] row = rows.get(i).get().values();
            for (Span span : spans) {
                Workers.cut(span.from(), span.to(), WORTHWHILE, (from, to) -> {
                    for (int k = from; k < to; k++) {
                        double difference = (double) row[k] - origin[k];
                        first[k] += w * difference;
                        second[k] += v * difference;
                    }
                });
            }
        }
        return new Plane(centre, unit(centre, first), unit(centre, second));
    }

    private static Parameters unit(Parameters like, double[] direction) {
        double length = Math.sqrt(DoubleStream.of(direction).map(x -> x * x).sum());
        float[] values = new float[direction.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) (direction[k] / length);
        }
        return Parameters.of(like.layout(), values);
    }

    /**
     * Returns how much of the variance lies along each component.
     *
     * @return shares that add up to 1, the greatest first, one fewer than there are checkpoints; a new array
     */
    public double[] shares() {
        return shares.clone();
    }

    /**
     * Returns how much of the variance lies in the plane.
     *
     * @return the sum of the first two shares
     */
    public double share() {
        return shares[0] + shares[1];
    }

    /**
     * Returns what {@link #share} would be for as many checkpoints of a {@linkplain RandomWalk random walk} of equal steps.
     *
     * @return the share of a walk that learns nothing
     * @throws IllegalStateException if the components are of several runs, which are no single walk
     */
    public double shareOfRandomWalk() {
        double[] walk = sharesOfRandomWalk();
        return walk[0] + walk[1];
    }

    /**
     * Returns what {@link #shares} would be for as many checkpoints of a {@linkplain RandomWalk random walk} of equal steps.
     *
     * @return as many shares, the greatest first; a new array
     * @throws IllegalStateException if the components are of several runs, which are no single walk
     */
    public double[] sharesOfRandomWalk() {
        if (runs > 1) {
            throw new IllegalStateException(
                    "a random walk is compared with the components of one run, these are of " + runs);
        }
        return IntStream.range(0, rows - 1)
                .mapToDouble(k -> RandomWalk.share(k, rows))
                .toArray();
    }

    /**
     * Returns the plane of the first two components.
     *
     * @return the plane through the last checkpoint, of the first run if there are several
     */
    public Plane plane() {
        return plane;
    }

    @Override
    public String toString() {
        String components = String.format(
                Locale.ROOT,
                "%d checkpoints, %.1f %% + %.1f %% of the variance in two components",
                rows,
                100 * shares[0],
                100 * shares[1]);
        return runs > 1
                ? components
                : String.format(
                        Locale.ROOT, "%s; a random walk has %.1f %% in two", components, 100 * shareOfRandomWalk());
    }
}
