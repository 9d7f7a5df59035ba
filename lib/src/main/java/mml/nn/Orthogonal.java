package mml.nn;

import java.util.random.RandomGenerator;
import mml.math.Layout.Block;

/**
 * Random orthonormal vectors: normal ones, made orthogonal one after the other. That is the QR decomposition of a normal
 * matrix with a positive diagonal of {@code R}, whose {@code Q} is uniformly distributed.
 *
 * <p>Source: F. Mezzadri, How to generate random matrices from the classical compact groups, Notices of the AMS 54(5), 2007.
 */
final class Orthogonal {
    /**
     * Where orthogonalising leaves a smaller part of a vector, rounding errors are a larger part of what is left: it is then
     * done again, after which they are no more than a few units in the last place.
     */
    private static final double TOO_LITTLE_LEFT = 0.1;

    private Orthogonal() {}

    /** Fills a block, seen as a matrix [fan-in, filters]: its columns, or its rows if there are fewer of them. */
    static void fill(Block block, float[] values, int at, double length, RandomGenerator random) {
        int rows = block.filterSize();
        int columns = block.filters();
        double[][] vectors = orthonormal(Math.min(rows, columns), Math.max(rows, columns), random);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double entry = columns <= rows ? vectors[column][row] : vectors[row][column];
                values[at + row * columns + column] = (float) (length * entry);
            }
        }
    }

    private static double[][] orthonormal(int count, int size, RandomGenerator random) {
        double[][] vectors = new double[count][size];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < size; k++) {
                vectors[i][k] = random.nextGaussian();
            }
            double before = norm(vectors[i]);
            double left = orthogonalise(vectors, i);
            while (left < TOO_LITTLE_LEFT * before) {
                before = left;
                left = orthogonalise(vectors, i);
            }
            for (int k = 0; k < size; k++) {
                vectors[i][k] /= left;
            }
        }
        return vectors;
    }

    /** Subtracts from vector i its parts along those before it, and returns its norm. */
    private static double orthogonalise(double[][] vectors, int i) {
        double[] mine = vectors[i];
        for (int j = 0; j < i; j++) {
            double[] other = vectors[j];
            double part = dot(mine, other);
            for (int k = 0; k < mine.length; k++) {
                mine[k] -= part * other[k];
            }
        }
        return norm(mine);
    }

    private static double norm(double[] x) {
        return Math.sqrt(dot(x, x));
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int k = 0; k < x.length; k++) {
            sum += x[k] * y[k];
        }
        return sum;
    }
}
