package mml.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EigenpairsTest {
    @Test
    void theLaplacianOfAPathHasItsKnownEigenvalues() {
        // 2 - 2 cos(pi k / n) for k = 0 to n - 1
        int n = 40;
        double[][] laplacian = new double[n][n];
        for (int i = 0; i < n; i++) {
            laplacian[i][i] = i == 0 || i == n - 1 ? 1 : 2;
            if (i > 0) {
                laplacian[i][i - 1] = -1;
                laplacian[i - 1][i] = -1;
            }
        }
        double[] known = IntStream.range(0, n)
                .mapToDouble(k -> 2 - 2 * Math.cos(Math.PI * (n - 1 - k) / n))
                .toArray();
        assertArrayEquals(known, Eigenpairs.of(laplacian).values(), 4 * 1e-14);
    }

    @Test
    void aMatrixWithoutADiagonalHasBothSigns() {
        Eigenpairs pairs = Eigenpairs.of(new double[][] {{0, 3}, {3, 0}});
        assertArrayEquals(new double[] {3, -3}, pairs.values(), 3e-15);
        assertEquals(pairs.vector(0)[0], pairs.vector(0)[1], 1e-15);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 60})
    void pairsSatisfyTheirEquationAndVectorsAreOrthonormal(int n) {
        double[][] a = symmetric(n);
        Eigenpairs pairs = Eigenpairs.of(a);
        double[] values = pairs.values();
        for (int k = 0; k < n; k++) {
            double[] v = pairs.vector(k);
            for (int i = 0; i < n; i++) {
                assertEquals(values[k] * v[i], dot(a[i], v), n * 1e-14);
            }
            for (int l = 0; l < n; l++) {
                assertEquals(k == l ? 1 : 0, dot(v, pairs.vector(l)), 1e-13);
            }
            assertTrue(k == 0 || values[k - 1] >= values[k], "the greatest first");
        }
    }

    @ParameterizedTest // squares of the entries would leave the range of double precision
    @ValueSource(doubles = {1e-200, 1e200})
    void theScaleOfTheEntriesDoesNotMatter(double scale) {
        double[][] a = symmetric(9);
        double[] plain = Eigenpairs.of(a).values();
        for (double[] row : a) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= scale;
            }
        }
        double[] scaled = Eigenpairs.of(a).values();
        for (int k = 0; k < plain.length; k++) {
            assertEquals(plain[k], scaled[k] / scale, 1e-13);
        }
    }

    @Test
    void zeroAndDiagonalMatricesNeedNoRotation() {
        assertArrayEquals(new double[3], Eigenpairs.of(new double[3][3]).values());
        Eigenpairs diagonal = Eigenpairs.of(new double[][] {{1, 0}, {0, 2}});
        assertArrayEquals(new double[] {2, 1}, diagonal.values());
        assertArrayEquals(new double[] {0, 1}, diagonal.vector(0));
    }

    @Test
    void wrongMatricesAreRefused() {
        refused("matrix must have at least one row, had none", () -> Eigenpairs.of(new double[0][0]));
        refused("matrix must be square, row 1 of 2 has 1 entries", () -> Eigenpairs.of(new double[][] {{1, 2}, {2}}));
        refused(
                "matrix must be symmetric, entries (1, 0) and (0, 1) were 3.0 and 2.0",
                () -> Eigenpairs.of(new double[][] {{1, 2}, {3, 1}}));
        refused(
                "every entry of the matrix must be finite, was NaN",
                () -> Eigenpairs.of(new double[][] {{Double.NaN}}));
        refused(
                "index must be from 0 to 0, was 1",
                () -> Eigenpairs.of(new double[1][1]).vector(1));
    }

    private static double[][] symmetric(int n) {
        Random random = new Random(1);
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = random.nextGaussian();
                a[j][i] = a[i][j];
            }
        }
        return a;
    }

    private static double dot(double[] x, double[] y) {
        return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
