package mml.landscape.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mml.data.Dataset;
import mml.data.TwoSpirals;
import mml.landscape.Normalisation;
import mml.landscape.Plane;
import mml.landscape.trust.CurvatureCheck.Along;
import mml.landscape.trust.CurvatureCheck.Row;
import mml.math.Bowl;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.layer.Tanh;
import mml.nn.model.Mlp;
import mml.train.NetworkObjective;
import mml.train.Training;
import mml.train.optimiser.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a tanh net's gap is below 2 % at the step 0.04 is from section 5 of the sheet on Li et al. 2018. */
class CurvatureCheckTest {
    private static final Layout TWO = Layout.vector(2);

    private static Parameters of(float x, float y) {
        return Parameters.of(TWO, new float[] {x, y});
    }

    /** {@code x^2 + 3 x y - y^2 + k |x|}: its Hessian is that of the square, wherever it exists. */
    private record Kinked(double k) implements Objective {
        @Override
        public Layout layout() {
            return TWO;
        }

        @Override
        public List<String> scores() {
            return List.of("value");
        }

        @Override
        public void scores(float[] at, double[] out) {
            double x = at[0];
            double y = at[1];
            out[0] = x * x + 3 * x * y - y * y + k * Math.abs(x);
        }

        @Override
        public void hessianTimes(float[] at, float[] direction, float[] out) {
            float x = direction[0];
            float y = direction[1];
            out[0] = 2 * x + 3 * y;
            out[1] = 3 * x - 2 * y;
        }

        @Override
        public Objective copy() {
            return this;
        }
    }

    private static final Plane PLANE = new Plane(of(0, 0), of(1, 2), of(2, 0));

    @Test
    void bothAreExactOnAQuadratic() {
        // (1, 2): 2 + 12 - 8; (2, 0): 8; mixed 2 (2 + 6)
        CurvatureCheck check = CurvatureCheck.of(PLANE, new Kinked(0), 0.5, 0.25);
        for (double step : new double[] {0.5, 0.25}) {
            int from = step == 0.5 ? 0 : 3;
            assertEquals(new Row(Along.FIRST, step, 6, 6, 0), check.rows().get(from));
            assertEquals(new Row(Along.SECOND, step, 8, 8, 0), check.rows().get(from + 1));
            assertEquals(new Row(Along.MIXED, step, 16, 16, 0), check.rows().get(from + 2));
        }
        assertEquals(List.of("first", 0.5, 6.0, 6.0, 0.0), check.table().get(0));
        assertEquals(5, check.columns().size());
        assertTrue(
                check.toString()
                        .startsWith(
                                "Curvature at the centre: first at step 0.500: 6.000 drawn, 6.000 exact, gap 0.0 %;"),
                check.toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.25, 0.125})
    void aKinkAtTheCentreIsSeenByTheDifferenceOnlyAndGrowsAsTheStepFalls(double step) {
        CurvatureCheck check = CurvatureCheck.of(PLANE, new Kinked(1), step);
        // |x| along (1, 2) is |a|, and (h - 0 + h) / h^2 = 2 / h
        assertEquals(6 + 2 / step, check.rows().get(0).drawn());
        assertEquals(6, check.rows().get(0).exact());
        assertEquals(2 / step / 6, check.rows().get(0).gap(), 1e-15);
        assertEquals(8 + 4 / step, check.rows().get(1).drawn());
    }

    private static CurvatureCheck ofNet(Network network, long seed, double... steps) {
        Dataset data = TwoSpirals.of(300, 1);
        Parameters at = Training.of(network, data)
                .optimiser(Sgd.plain().momentum(0.9))
                .batch(50)
                .epochs(20)
                .run(network.initial(Initialisation.he(), seed))
                .parameters();
        return CurvatureCheck.of(
                Plane.random(at, Normalisation.FILTER, seed), NetworkObjective.of(network, data), steps);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void onATanhNetBothAgreeAndTheGapFallsWithTheSquareOfTheStep(long seed) {
        CurvatureCheck check = ofNet(Mlp.of(new Tanh(), 2, 16, 16, 2), seed, 0.16, 0.08, 0.04);
        for (int i = 0; i < 2; i++) {
            double wide = check.rows().get(i).gap();
            double narrow = check.rows().get(i + 6).gap();
            assertTrue(narrow < 0.02, check.toString());
            assertTrue(narrow < wide / 8 || narrow < 1e-3, check.toString()); // 1/16, and terms of higher order
        }
        assertTrue(check.rows().get(8).gap() < 0.02, check.toString());
    }

    @Test
    void onAReluNetBothAreShownAndPartAsTheStepFalls() {
        CurvatureCheck check = ofNet(Mlp.of(2, 16, 16, 2), 1, 0.04, 0.001);
        for (Row row : check.rows()) {
            assertTrue(Double.isFinite(row.drawn()) && Double.isFinite(row.exact()), check.toString());
        }
        assertTrue(check.rows().get(3).gap() > 0.02, check.toString());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertRefused("steps must not be empty", () -> CurvatureCheck.of(PLANE, new Kinked(0)));
        assertRefused("step must be finite and positive, was 0.0", () -> CurvatureCheck.of(PLANE, new Kinked(0), 0));
        assertRefused(
                "objective must have the plane's layout (1 blocks, 2 numbers), had another (1 blocks, 3 numbers)",
                () -> CurvatureCheck.of(PLANE, new Bowl(Layout.vector(3)), 1));
        assertEquals(
                "Bowl must implement hessianTimes(at, direction, out) for this",
                assertThrows(UnsupportedOperationException.class, () -> CurvatureCheck.of(PLANE, new Bowl(TWO), 1))
                        .getMessage());
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
