package mml.bench.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mml.bench.exchange.Case;
import mml.bench.exchange.Outcome;
import mml.math.Workers;
import mml.math.blas.Gemm;

/**
 * Products of two square matrices, the rows divided among the threads; observed are the product's norm and its last number,
 * done are floating-point operations.
 *
 * <p>Both factors are made by a formula: number {@code i} is {@code (7919 i mod 1009) / 1009 - 1/2} in the first and {@code
 * (104729 i mod 997) / 997 - 1/2} in the second.
 */
final class MatrixProduct implements Work {
    @Override
    public Outcome measure(Path folder) throws IOException {
        Case about = Case.read(folder);
        int n = about.net().sizes().get(0);
        float[] a = filled(n * n, 7919, 1009);
        float[] b = filled(n * n, 104729, 997);
        float[] c = new float[n * n];
        int parts = about.threads();
        double seconds = Repeated.seconds(
                about.amount(), () -> Workers.each(parts, () -> c, (out, part) -> rows(part, parts, n, a, b, out)));
        double norm = 0;
        for (float value : c) {
            norm += (double) value * value;
        }
        double operations = 2.0 * n * n * n * about.amount().timed();
        return new Outcome(seconds, operations, List.of(Math.sqrt(norm), (double) c[c.length - 1]));
    }

    private static void rows(int part, int parts, int n, float[] a, float[] b, float[] c) {
        int from = part * n / parts;
        int count = (part + 1) * n / parts - from;
        Gemm.best()
                .multiply(Gemm.Form.AS_IS, Gemm.Form.AS_IS, count, n, n, 1, a, from * n, n, b, 0, n, 0, c, from * n, n);
    }

    private static float[] filled(int count, long factor, int modulus) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) ((double) (factor * i % modulus) / modulus - 0.5);
        }
        return values;
    }
}
