package mml.math.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** OpenBLAS by a foreign-function call that reads heap arrays in place. Compiled and used on Java 22 and newer. */
record ForeignGemm() implements Gemm {
    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;
    private static final int TRANSPOSE = 112;

    /** A constant, so that the compiler can put the call itself in place of the handle. */
    private static final MethodHandle SGEMM = link(OpenBlas.LIBRARY.orElseThrow());

    private static MethodHandle link(Path library) {
        ValueLayout.OfInt integer = ValueLayout.JAVA_INT;
        ValueLayout.OfFloat number = ValueLayout.JAVA_FLOAT;
        FunctionDescriptor shape = FunctionDescriptor.ofVoid(
                integer,
                integer,
                integer,
                integer,
                integer,
                integer,
                number,
                ValueLayout.ADDRESS,
                integer,
                ValueLayout.ADDRESS,
                integer,
                number,
                ValueLayout.ADDRESS,
                integer);
        MemorySegment routine = SymbolLookup.libraryLookup(library, Arena.global())
                .find("cblas_sgemm")
                .orElseThrow();
        return Linker.nativeLinker().downcallHandle(routine, shape, Linker.Option.critical(true));
    }

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
        int sizeC = Extent.of(c, cAt, m, n, ldc);
        try {
            SGEMM.invokeExact(
                    ROW_MAJOR,
                    formA == Form.AS_IS ? NO_TRANSPOSE : TRANSPOSE,
                    formB == Form.AS_IS ? NO_TRANSPOSE : TRANSPOSE,
                    m,
                    n,
                    k,
                    alpha,
                    from(a, aAt, sizeA),
                    lda,
                    from(b, bAt, sizeB),
                    ldb,
                    beta,
                    from(c, cAt, sizeC),
                    ldc);
        } catch (Throwable e) {
            throw new IllegalStateException("the call of cblas_sgemm failed", e);
        }
    }

    private static MemorySegment from(float[] array, int at, int size) {
        return MemorySegment.ofArray(array).asSlice((long) at * Float.BYTES, (long) size * Float.BYTES);
    }

    @Override
    public String name() {
        return "OpenBLAS by foreign-function call";
    }
}
