package mml.math.blas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import mml.math.Randomness;
import mml.math.Workers;
import mml.math.blas.Gemm.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every product of matrices must do; a new implementation is a new member of {@link Gemm#available}. */
class GemmContractTest {
    /** The bound that {@link Gemm} states, relative to the product of the absolute values. */
    private static final double TOLERANCE = 4e-6;

    private static final int[][] SHAPES = {{1, 1, 1}, {3, 5, 7}, {1, 9, 4}, {8, 1, 3}, {17, 13, 129}, {65, 33, 10}};

    /** Cut by rows, by columns, into two parts and four, not evenly; few rows; all but no columns. */
    private static final int[][] CUT = {
        {300, 180, 200}, {190, 310, 170}, {10, 1003, 905}, {1, 500, 300}, {1000, 3, 3000}
    };

    /** One product: factors with a margin before them and room beside each row, filled from a seed. */
    record Product(Form formA, Form formB, int m, int n, int k, float alpha, float beta) {
        int rowsA() {
            return formA == Form.AS_IS ? m : k;
        }

        int rowsB() {
            return formB == Form.AS_IS ? k : n;
        }

        int lda() {
            return (formA == Form.AS_IS ? k : m) + 2;
        }

        int ldb() {
            return (formB == Form.AS_IS ? n : k) + 3;
        }

        int ldc() {
            return n + 1;
        }

        float[] a() {
            return random(3 + rowsA() * lda(), "a");
        }

        float[] b() {
            return random(5 + rowsB() * ldb(), "b");
        }

        float[] c() {
            return random(7 + m * ldc(), "c");
        }

        void by(Gemm gemm, float[] c) {
            gemm.multiply(formA, formB, m, n, k, alpha, a(), 3, lda(), b(), 5, ldb(), beta, c, 7, ldc());
        }
    }

    private static float[] random(int size, String name) {
        var random = Randomness.of(1, name);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static List<Gemm> available() {
        return Stream.concat(
                        Gemm.available().stream(), Gemm.available().stream().map(Gemm::onThreads))
                .toList();
    }

    private static Stream<Product> products() {
        List<Product> products = new ArrayList<>();
        for (int[] shape : SHAPES) {
            for (Form formA : Form.values()) {
                for (Form formB : Form.values()) {
                    for (float beta : new float[] {0, 1, -0.5f}) {
                        products.add(new Product(formA, formB, shape[0], shape[1], shape[2], beta - 1.5f, beta));
                    }
                }
            }
        }
        return products.stream();
    }

    @ParameterizedTest
    @MethodSource("available")
    void productIsThatOfTheDefinitionAndTouchesNothingBesideIt(Gemm gemm) {
        products().forEach(product -> {
            float[] c = product.c();
            product.by(gemm, c);
            requireDefinition(product, c);
        });
    }

    private static void requireDefinition(Product p, float[] found) {
        float[] a = p.a();
        float[] b = p.b();
        float[] before = p.c();
        for (int at = 0; at < found.length; at++) {
            int i = Math.floorDiv(at - 7, p.ldc());
            int j = Math.floorMod(at - 7, p.ldc());
            if (at < 7 || j >= p.n()) {
                assertEquals(before[at], found[at], "beside the product of " + p);
                continue;
            }
            double sum = p.beta() * before[at];
            double sizes = Math.abs(sum);
            for (int q = 0; q < p.k(); q++) {
                double factorA = a[3 + (p.formA() == Form.AS_IS ? i * p.lda() + q : q * p.lda() + i)];
                double factorB = b[5 + (p.formB() == Form.AS_IS ? q * p.ldb() + j : j * p.ldb() + q)];
                sum += p.alpha() * factorA * factorB;
                sizes += Math.abs(p.alpha() * factorA * factorB);
            }
            assertEquals(sum, found[at], TOLERANCE * sizes, "row " + i + ", column " + j + " of " + p);
        }
    }

    static List<Gemm> availableOnes() {
        return Gemm.available();
    }

    @ParameterizedTest
    @MethodSource("availableOnes")
    void aProductThatIsCutIsThatOfTheDefinitionAndHasTheSameBitsForAnyNumberOfThreads(Gemm gemm) {
        for (int[] shape : CUT) {
            for (Form formA : Form.values()) {
                for (Form formB : Form.values()) {
                    for (float alpha : new float[] {1, 0.7f}) {
                        for (float beta : new float[] {0, 1, -0.5f}) {
                            requireTheSame(gemm, new Product(formA, formB, shape[0], shape[1], shape[2], alpha, beta));
                        }
                    }
                }
            }
        }
    }

    private static void requireTheSame(Gemm gemm, Product product) {
        float[] alone = onThreads(1, gemm, product);
        requireDefinition(product, alone);
        assertArrayEquals(alone, onThreads(2, gemm, product), () -> "2 threads, " + product);
        assertArrayEquals(alone, onThreads(3, gemm, product), () -> "3 threads, " + product);
    }

    private static float[] onThreads(int threads, Gemm gemm, Product product) {
        return Workers.with(threads, () -> {
            float[] c = product.c();
            product.by(gemm.onThreads(), c);
            return c;
        });
    }

    @ParameterizedTest
    @MethodSource("available")
    void whatStandsInTheProductIsNotReadIfBetaIsZero(Gemm gemm) {
        for (int[] shape : new int[][] {{5, 6, 7}, {9, 300, 200}, {70, 130, 90}}) {
            for (Form formB : Form.values()) {
                Product product = new Product(Form.AS_IS, formB, shape[0], shape[1], shape[2], 1, 0);
                float[] c = product.c();
                for (int i = 0; i < product.m(); i++) {
                    int row = 7 + i * product.ldc();
                    Arrays.fill(c, row, row + product.n(), Float.NaN);
                }
                product.by(gemm, c);
                requireDefinition(product, c);
            }
        }
    }

    @Test
    void productsOfManySizesByTilesAreThoseOfTheDefinition() {
        for (int m : new int[] {1, 4, 5, 6, 11, 12, 13, 64, 77}) {
            for (int n : new int[] {64, 65, 100, 128, 191}) {
                for (int k : new int[] {32, 33, 127, 129, 300}) {
                    for (Form formA : Form.values()) {
                        for (Form formB : Form.values()) {
                            Product product = new Product(formA, formB, m, n, k, 1, 1);
                            requireDefinition(product, onThreads(1, Gemm.best(), product));
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("available")
    void severalThreadsAtOnceGetTheSameBits(Gemm gemm) {
        Product product = new Product(Form.AS_IS, Form.AS_IS, 65, 33, 129, 1, 0);
        float[] alone = product.c();
        product.by(gemm, alone);
        Workers.with(
                        4,
                        () -> Workers.map(Collections.nCopies(40, product), each -> {
                            float[] c = each.c();
                            each.by(gemm, c);
                            return c;
                        }))
                .forEach(c -> assertArrayEquals(alone, c));
    }

    @Test
    void theBestIsTheFirstAndPlainJavaTheLast() {
        assertSame(Gemm.available().get(0), Gemm.best());
        assertEquals(
                "plain Java", Gemm.available().get(Gemm.available().size() - 1).name());
    }

    @Test
    void whatTakesProductsOfFewRowsIsSaid() {
        String best = Gemm.best().name();
        String tiles = Tiles.BEST.map(found -> "; few rows by " + found.name()).orElse("");
        assertEquals(best + tiles, Gemm.best().onThreads().name());
    }

    @Test
    void namesDiffer() {
        assertEquals(
                Gemm.available().size(),
                Gemm.available().stream().map(Gemm::name).distinct().count());
    }
}
