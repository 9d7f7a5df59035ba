package mml.landscape.path;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import mml.landscape.Entries;
import mml.math.Parameters;
import mml.math.Workers;

/**
 * The inner products of rows {@code x_i - centre} with each other, less the rows' mean: a small matrix that has the principal
 * components of few rows of many numbers.
 *
 * <p>Differences and sums are formed in double precision. An entry is summed by one task in the order of the columns, so
 * that the bits do not depend on the number of threads.
 */
final class Gram {
    /** A task reads two groups of so many vectors: more would be read less often, but take more memory. */
    private static final int GROUP = 8;
    /** Columns at a time, so that two groups of them stay in a core's own cache. */
    private static final int STRIP = 1024;

    private final List<Supplier<Parameters>> rows;
    private final Parameters centre;
    private final List<Span> spans;
    private final double[][] products;

    private Gram(List<Supplier<Parameters>> rows, Parameters centre, Entries entries) {
        this.rows = rows;
        this.centre = centre;
        this.spans = Span.of(centre.layout(), entries);
        this.products = new double[rows.size()][rows.size()];
    }

    /** Returns the matrix, symmetric to the last bit. */
    static double[][] centred(List<Supplier<Parameters>> rows, Parameters centre, Entries entries) {
        Gram gram = new Gram(rows, centre, entries);
        int groups = (rows.size() + GROUP - 1) / GROUP;
        int[][] pairs = pairs(groups);
        Workers.each(pairs.length, i -> gram.addGroups(pairs[i][0], pairs[i][1]));
        return lessMean(gram.products);
    }

    private static int[][] pairs(int groups) {
        int[][] pairs = new int[groups * (groups + 1) / 2][];
        for (int i = 0, k = 0; i < groups; i++) {
            for (int j = 0; j <= i; j++) {
                pairs[k++] = new int[] {i, j};
            }
        }
        return pairs;
    }

    private void addGroups(int one, int other) {
        Parameters[] left = group(one);
        Parameters[] right = one == other ? left : group(other);
        for (Span span : spans) {
            for (int from = span.from(); from < span.to(); from += STRIP) {
                Workers.pollStop();
                int count = Math.min(STRIP, span.to() - from);
                double[][] a = differences(left, from, count);
                double[][] b = one == other ? a : differences(right, from, count);
                for (int i = 0; i < a.length; i++) {
                    // of a group with itself the lower half
                    addProducts(
                            products[one * GROUP + i], other * GROUP, a[i], one == other ? Arrays.copyOf(b, i + 1) : b);
                }
            }
        }
    }

    private Parameters[] group(int index) {
        return rows.subList(index * GROUP, Math.min(rows.size(), (index + 1) * GROUP)).stream()
                .map(Supplier::get)
                .toArray(Parameters[]::new);
    }

    private double[][] differences(Parameters[] group, int from, int count) {
        float[] origin = new float[count];
        float[] row = new float[count];
        centre.read(from, origin);
        double[][] differences = new double[group.length][count];
        for (int i = 0; i < group.length; i++) {
            group[i].read(from, row);
            for (int k = 0; k < count; k++) {
                differences[i][k] = (double) row[k] - origin[k];
            }
        }
        return differences;
    }

    private static void addProducts(double[] sums, int at, double[] a, double[][] b) {
        for (int j = 0; j < b.length; j++) {
            sums[at + j] += dot(a, b[j]);
        }
    }

    /** Four sums, since one would wait for each addition. */
    private static double dot(double[] a, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int k = 0;
        for (; k <= a.length - 4; k += 4) {
            s0 += a[k] * b[k];
            s1 += a[k + 1] * b[k + 1];
            s2 += a[k + 2] * b[k + 2];
            s3 += a[k + 3] * b[k + 3];
        }
        for (; k < a.length; k++) {
            s0 += a[k] * b[k];
        }
        return s0 + s1 + (s2 + s3);
    }

    private static double[][] lessMean(double[][] products) {
        int count = products.length;
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < i; j++) {
                products[j][i] = products[i][j];
            }
        }
        double[] means = Arrays.stream(products)
                .mapToDouble(row -> Arrays.stream(row).average().getAsDouble())
                .toArray();
        double mean = Arrays.stream(means).average().getAsDouble();
        double[][] centred = new double[count][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                centred[i][j] = products[i][j] - means[i] - means[j] + mean;
                centred[j][i] = centred[i][j];
            }
        }
        return centred;
    }
}
