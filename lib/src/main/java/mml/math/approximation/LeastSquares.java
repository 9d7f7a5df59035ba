package mml.math.approximation;

import java.util.Arrays;
import java.util.stream.IntStream;
import mml.math.Check;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRColPivDecompositionHouseholderColumn_DDRM;
import org.ejml.dense.row.linsol.qr.LinearSolverQrpHouseCol_DDRM;

/**
 * Linear least squares: the {@code c} for which {@code |A c - y|} is least.
 *
 * <p>Solved by Householder's reflections with column pivoting (EJML's), and not by the normal equations, which would square the
 * condition number of {@code A}. Columns are first multiplied by powers of two, so that the unit in which each is measured does not
 * decide whether they are taken for independent.
 *
 * <p>Source: G. Golub, C. Van Loan, Matrix Computations, 4th edition, 2013, sections 5.3 and 5.4.
 */
public final class LeastSquares {
    private LeastSquares() {}

    /**
     * Returns the solution.
     *
     * @param matrix {@code A}, of shape [n, p] with {@code n >= p >= 1}, its columns linearly independent; not modified
     * @param values {@code y}, n numbers; not modified
     * @return {@code c}, p numbers; a new array
     * @throws IllegalArgumentException if a shape or an entry does not fit, or a column depends on the others to rounding
     */
    public static double[] solve(double[][] matrix, double[] values) {
        check(matrix, values);
        int columns = matrix[0].length;
        QRColPivDecompositionHouseholderColumn_DDRM reflections = new QRColPivDecompositionHouseholderColumn_DDRM();
        reflections.setSingularThreshold(matrix.length * Math.ulp(1.0));
        LinearSolverQrpHouseCol_DDRM solver = new LinearSolverQrpHouseCol_DDRM(reflections, false);
        double[] factor = factors(matrix);
        solver.setA(scaled(matrix, factor));
        Check.that(
                reflections.getRank() == columns,
                "columns of the matrix must be linearly independent, %s columns have rank %s",
                columns,
                reflections.getRank());
        DMatrixRMaj solution = new DMatrixRMaj(columns, 1);
        solver.solve(new DMatrixRMaj(values), solution);
        return IntStream.range(0, columns)
                .mapToDouble(j -> solution.get(j) * factor[j])
                .toArray();
    }

    /** Returns for each column the power of two that brings its greatest entry to between 1 and 2; 1 for a column of zeros. */
    private static double[] factors(double[][] matrix) {
        return IntStream.range(0, matrix[0].length)
                .mapToDouble(j -> Arrays.stream(matrix)
                        .mapToDouble(row -> Math.abs(row[j]))
                        .max()
                        .getAsDouble())
                .map(greatest -> greatest == 0 ? 1 : Math.scalb(1.0, -Math.getExponent(greatest)))
                .toArray();
    }

    private static DMatrixRMaj scaled(double[][] matrix, double[] factor) {
        DMatrixRMaj scaled = new DMatrixRMaj(matrix);
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < factor.length; j++) {
                scaled.set(i, j, matrix[i][j] * factor[j]);
            }
        }
        return scaled;
    }

    private static void check(double[][] matrix, double[] values) {
        Check.given("matrix", matrix);
        Check.given("values", values);
        int rows = matrix.length;
        for (int i = 0; i < rows; i++) {
            Check.given("row " + i + " of the matrix", matrix[i]);
        }
        Check.that(rows > 0 && matrix[0].length > 0, "matrix must have a row and a column, had none");
        int columns = matrix[0].length;
        Check.that(rows >= columns, "matrix must have as many rows as columns or more, was %s x %s", rows, columns);
        Check.that(values.length == rows, "there are %s values, the matrix has %s rows", values.length, rows);
        for (int i = 0; i < rows; i++) {
            Check.that(
                    matrix[i].length == columns,
                    "rows must be of one length, row 0 has %s entries, row %s has %s",
                    columns,
                    i,
                    matrix[i].length);
            for (int j = 0; j < columns; j++) {
                Check.finite("entry [" + i + ", " + j + "] of the matrix", matrix[i][j]);
            }
            Check.finite("value " + i, values[i]);
        }
    }
}
