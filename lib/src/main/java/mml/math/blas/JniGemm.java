package mml.math.blas;

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
        int sizeA = Extent.of(formA, a, aAt, m, k, lda);
        int sizeB = Extent.of(formB, b, bAt, k, n, ldb);
        Extent.of(c, cAt, m, n, ldc);
        try (FloatPointer pointerA = copy(a, aAt, sizeA);
                FloatPointer pointerB = copy(b, bAt, sizeB);
                FloatPointer pointerC = rows(c, cAt, m, n, ldc)) {
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
                    n);
            for (int i = 0; i < m; i++) {
                pointerC.position((long) i * n).get(c, cAt + i * ldc, n);
            }
            pointerC.position(0);
        }
    }

    private static FloatPointer copy(float[] array, int at, int size) {
        return new FloatPointer(size).put(array, at, size);
    }

    /** Copies the rows only: what stands between them may belong to another thread. */
    private static FloatPointer rows(float[] c, int cAt, int m, int n, int ldc) {
        FloatPointer copy = new FloatPointer((long) m * n);
        for (int i = 0; i < m; i++) {
            copy.position((long) i * n).put(c, cAt + i * ldc, n);
        }
        return copy.position(0);
    }

    @Override
    public String name() {
        return "OpenBLAS by JavaCPP";
    }
}
