package mml.math.blas;

import dev.ludovic.netlib.blas.NativeBLAS;

/** OpenBLAS through netlib's shim, which reads heap arrays in place. Linux only: the shim exists for no other system. */
record NetlibGemm(NativeBLAS blas) implements Gemm {
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
        Extent.of(formA, a, aAt, m, k, lda);
        Extent.of(formB, b, bAt, k, n, ldb);
        Extent.of(c, cAt, m, n, ldc);
        // the routine is column-major, so it is asked for the transposed product with the factors exchanged
        blas.sgemm(letter(formB), letter(formA), n, m, k, alpha, b, bAt, ldb, a, aAt, lda, beta, c, cAt, ldc);
    }

    private static String letter(Form form) {
        return form == Form.AS_IS ? "N" : "T";
    }

    @Override
    public String name() {
        return "OpenBLAS by netlib";
    }
}
