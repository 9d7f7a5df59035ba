package mml.math.approximation;

import java.util.Arrays;
import mml.math.Check;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRColPivDecompositionHouseholderColumn_DDRM;
import org.ejml.dense.row.linsol.qr.LinearSolverQrpHouseCol_DDRM;

/**
 * Linear least squares: the {@code c} for which {@code |A c - y|} is least.
 *
 * <p>Solved by Householder's reflections with column pivoting (EJML's), and not by the normal equations, which would square the
 * condition number of {@code A}.
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
        QRColPivDecompositionHouseholderColumn_DDRM factors = new QRColPivDecompositionHouseholderColumn_DDRM();
        factors.setSingularThreshold(matrix.length * Math.ulp(1.0));
        LinearSolverQrpHouseCol_DDRM solver = new LinearSolverQrpHouseCol_DDRM(factors, false);
        solver.setA(new DMatrixRMaj(matrix));
        Check.that(
                factors.getRank() == columns,
                "columns of the matrix must be linearly independent, %s columns have rank %s",
                columns,
                factors.getRank());
        DMatrixRMaj solution = new DMatrixRMaj(columns, 1);
        solver.solve(new DMatrixRMaj(values), solution);
        return solution.getData();
    }

    private static void check(double[][] matrix, double[] values) {
        int rows = matrix.length;
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
            Arrays.stream(matrix[i]).forEach(entry -> Check.finite("every entry of the matrix", entry));
            Check.finite("every value", values[i]);
        }
    }
}
