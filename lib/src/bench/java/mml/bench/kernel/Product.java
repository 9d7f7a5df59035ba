package mml.bench.kernel;

import java.util.concurrent.TimeUnit;
import mml.math.blas.Gemm;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Products of two matrices, {@code [m, k]} times {@code [k, n]}, as dense layers form them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Product {
    /** Rows, terms and columns: {@code m x k x n}. */
    @Param({"10x784x1000", "128x784x512", "128x512x10", "1024x1024x1024"})
    public String size;

    private int m;
    private int k;
    private int n;
    private float[] left;
    private float[] right;
    private float[] outputs;
    private float[] weights;

    /** Makes the matrices. */
    @Setup
    public void fill() {
        String[] extents = size.split("x");
        m = Integer.parseInt(extents[0]);
        k = Integer.parseInt(extents[1]);
        n = Integer.parseInt(extents[2]);
        left = Vectors.gaussian(m * k, 1);
        right = Vectors.gaussian(k * n, 2);
        outputs = Vectors.gaussian(m * n, 3);
        weights = new float[k * n];
    }

    /**
     * Multiplies as the forward pass does.
     *
     * @return the outputs
     */
    @Benchmark
    public float[] forward() {
        Gemm.best().multiply(Gemm.Form.AS_IS, Gemm.Form.AS_IS, m, n, k, 1, left, 0, k, right, 0, n, 0, outputs, 0, n);
        return outputs;
    }

    /**
     * Multiplies as the weights' gradient does: the transposed inputs with the outputs' gradient.
     *
     * @return the gradient
     */
    @Benchmark
    public float[] gradient() {
        Gemm.best()
                .multiply(
                        Gemm.Form.TRANSPOSED, Gemm.Form.AS_IS, k, n, m, 1, left, 0, k, outputs, 0, n, 0, weights, 0, n);
        return weights;
    }
}
