package mml.train.optimiser;

import java.util.stream.Stream;
import mml.math.Layout;
import mml.nn.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Five steps on a quadratic function are those of PyTorch. */
class GoldenOptimiserTest {
    /** A case of the file, and the optimiser that it is of. */
    record Row(String name, Optimiser optimiser) {}

    static Stream<Row> rows() {
        Sgd sgd = Sgd.plain().momentum(0.875);
        WeightDecay l2 = WeightDecay.l2(0.0625);
        WeightDecay decoupled = WeightDecay.decoupled(0.0625);
        String standard = "rate 0.125, betas 0.9 and 0.999, epsilon 1e-8";
        return Stream.of(
                new Row("sgd, rate 0.125, momentum 0.875, decay 0.0625", sgd.decay(l2)),
                new Row(
                        "sgd, rate 0.125, nesterov momentum 0.875, decay 0.0625",
                        Sgd.plain().nesterov(0.875).decay(l2)),
                new Row("adam, " + standard, Adam.standard()),
                new Row(
                        "adam, rate 0.125, betas 0.875 and 0.9375, epsilon 1e-8, decay 0.0625",
                        Adam.standard().moments(0.875, 0.9375, 1e-8).decay(l2)),
                new Row("adamw, " + standard + ", decay 0.0625", Adam.standard().decay(decoupled)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void fiveStepsAreThoseOfPyTorch(Row row) {
        Golden golden = Golden.of(row.name);
        float[] curvature = golden.numbers("curvature");
        float[] minimum = golden.numbers("minimum");
        float[] at = golden.numbers("start");
        float[] steps = new float[5 * at.length];
        Optimiser.Descent descent = row.optimiser.start(Layout.vector(at.length));
        for (int step = 0; step < 5; step++) {
            float[] gradient = new float[at.length];
            for (int i = 0; i < at.length; i++) {
                gradient[i] = curvature[i] * (at[i] - minimum[i]);
            }
            descent.step(at, gradient, 0.125);
            System.arraycopy(at, 0, steps, step * at.length, at.length);
        }
        golden.assertAgrees("steps", steps);
    }
}
