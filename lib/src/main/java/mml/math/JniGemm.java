package mml.math;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** OpenBLAS through the bindings of the JavaCPP presets, which need copies outside the heap. Every platform. */
record JniGemm() implements Gemm {
    @Override
    public void multiply(
            Form formA,
            Form formB,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aAt,
            int lda,
            float[] b,
            int bAt,
            int ldb,
            float beta,
            float[] c,
            int cAt,
            int ldc) {
        int sizeC = extent(m, n, ldc);
        try (FloatPointer pointerA = copy(a, aAt, formA == Form.AS_IS ? extent(m, k, lda) : extent(k, m, lda));
                FloatPointer pointerB = copy(b, bAt, formB == Form.AS_IS ? extent(k, n, ldb) : extent(n, k, ldb));
                FloatPointer pointerC = copy(c, cAt, sizeC)) {
            openblas_nolapack.cblas_sgemm(
                    CblasRowMajor,
                    formA == Form.AS_IS ? CblasNoTrans : CblasTrans,
                    formB == Form.AS_IS ? CblasNoTrans : CblasTrans,
                    m,
                    n,
                    k,
                    alpha,
                    pointerA,
                    lda,
                    pointerB,
                    ldb,
                    beta,
                    pointerC,
                    ldc);
            pointerC.get(c, cAt, sizeC);
        }
    }

    /** How many numbers lie between the first and the last of a matrix. */
    private static int extent(int rows, int columns, int apart) {
        return rows == 0 ? 0 : (rows - 1) * apart + columns;
    }

    private static FloatPointer copy(float[] array, int at, int size) {
        return new FloatPointer(size).put(array, at, size);
    }

    @Override
    public String name() {
        return "OpenBLAS by JavaCPP";
    }
}
