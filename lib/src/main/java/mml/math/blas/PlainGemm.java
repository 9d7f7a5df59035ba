package mml.math.blas;

/** Plain Java: what the others are tested against, and what remains where no native library loads. */
record PlainGemm() implements Gemm {
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
        int aRow = formA == Form.AS_IS ? lda : 1;
        int aColumn = formA == Form.AS_IS ? 1 : lda;
        for (int i = 0; i < m; i++) {
            int row = cAt + i * ldc;
            for (int j = 0; j < n; j++) {
                c[row + j] = beta == 0 ? 0 : beta * c[row + j];
            }
            if (formB == Form.AS_IS) {
                for (int p = 0; p < k; p++) {
                    float factor = alpha * a[aAt + i * aRow + p * aColumn];
                    int from = bAt + p * ldb;
                    for (int j = 0; j < n; j++) {
                        c[row + j] += factor * b[from + j];
                    }
                }
            } else {
                for (int j = 0; j < n; j++) {
                    float sum = 0;
                    for (int p = 0; p < k; p++) {
                        sum += a[aAt + i * aRow + p * aColumn] * b[bAt + j * ldb + p];
                    }
                    c[row + j] += alpha * sum;
                }
            }
        }
    }

    @Override
    public String name() {
        return "plain Java";
    }
}
