package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import mml.data.Dataset;
import mml.data.TwoSpirals;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Randomness;
import mml.math.Workers;
import mml.nn.Initialisation;
import mml.nn.Loss;
import mml.nn.Network;
import mml.nn.SoftmaxCrossEntropy;
import mml.nn.SquaredError;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.Tanh;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products with the Hessian and the Gauss-Newton matrix of whole networks, on 201 examples: four chunks. */
class SecondDerivativesTest {
    private static final Dataset DATA = TwoSpirals.of(201, 1);
    private static final Network SMOOTH = Network.of(
            DATA.shape(),
            Dense.of("first", 4),
            new Tanh(),
            Residual.of(Dense.of("inner", 4), new Tanh()),
            Dense.of("head", 2));

    static Stream<Loss> losses() {
        float[] numbers = new float[2 * DATA.size()];
        float[] shares = new float[numbers.length];
        var random = Randomness.of(1, "targets");
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.nextGaussian();
            shares[i] = i % 2 == 0 ? random.nextFloat() : 1 - shares[i - 1];
        }
        return Stream.of(
                SoftmaxCrossEntropy.of(DATA.labels(), 2),
                SoftmaxCrossEntropy.soft(shares, 2),
                SquaredError.of(numbers, 2));
    }

    private static Parameters start(Network network) {
        return network.initial(Initialisation.normal(2), 3);
    }

    private static float[] gradient(NetworkObjective objective, Parameters at) {
        float[] gradient = new float[at.layout().size()];
        objective.gradient(at.values(), gradient);
        return gradient;
    }

    private static Parameters unit(Layout layout, int index) {
        float[] values = new float[layout.size()];
        values[index] = 1;
        return Parameters.of(layout, values);
    }

    private static float[] product(NetworkObjective objective, Parameters at, Parameters direction) {
        float[] product = new float[at.layout().size()];
        objective.hessianTimes(at.values(), direction.values(), product);
        return product;
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyColumnOfTheHessianIsADifferenceOfGradients(Loss loss) {
        NetworkObjective objective = NetworkObjective.of(SMOOTH, DATA, loss).decay(0.1);
        Parameters at = start(SMOOTH);
        int size = at.layout().size();
        float[][] hessian = new float[size][];
        for (int i = 0; i < size; i++) {
            Parameters unit = unit(at.layout(), i);
            hessian[i] = product(objective, at, unit);
            float[] above = gradient(objective, at.plus(1e-2, unit));
            float[] below = gradient(objective, at.plus(-1e-2, unit));
            for (int j = 0; j < size; j++) {
                // the step's square, and roundings of gradients of size 1 enlarged 50 times
                assertEquals((above[j] - below[j]) / 2e-2, hessian[i][j], 2e-3);
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(hessian[i][j], hessian[j][i], 2e-6); // roundings of means of numbers of size 1
            }
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void forOutputsThatAreLinearInTheParametersBothMatricesAreTheSame(Loss loss) {
        Network linear = Mlp.of(2, 2);
        NetworkObjective objective = NetworkObjective.of(linear, DATA, loss);
        Parameters at = start(linear);
        for (int i = 0; i < at.layout().size(); i++) {
            float[] gaussNewton = new float[at.layout().size()];
            objective.gaussNewtonTimes(at.values(), unit(at.layout(), i).values(), gaussNewton);
            assertArrayEquals(product(objective, at, unit(at.layout(), i)), gaussNewton, 1e-6f); // roundings
        }
    }

    @ParameterizedTest
    @MethodSource("losses")
    void theGaussNewtonMatrixIsSymmetricAndHasNoNegativeValue(Loss loss) {
        NetworkObjective objective = NetworkObjective.of(SMOOTH, DATA, loss);
        Parameters at = start(SMOOTH);
        for (long seed = 1; seed <= 5; seed++) {
            Parameters u = SMOOTH.initial(Initialisation.normal(1), 100 + seed);
            Parameters v = SMOOTH.initial(Initialisation.normal(1), 200 + seed);
            Parameters gu = gaussNewton(objective, at, u);
            assertTrue(u.dot(gu) >= 0);
            assertEquals(v.dot(gu), u.dot(gaussNewton(objective, at, v)), 1e-5 * gu.norm() * v.norm());
        }
    }

    private static Parameters gaussNewton(NetworkObjective objective, Parameters at, Parameters direction) {
        float[] product = new float[at.layout().size()];
        objective.gaussNewtonTimes(at.values(), direction.values(), product);
        return Parameters.of(at.layout(), product);
    }

    @Test
    void theQuadraticFormOfAReluNetIsTheSecondDerivativeAlongTheDirection() {
        Network relu = Network.of(DATA.shape(), Dense.of("a", 8), new Relu(), Dense.of("b", 2));
        NetworkObjective objective = NetworkObjective.of(relu, DATA);
        Parameters at = start(relu);
        // along the head alone no unit changes between on and off
        Parameters direction = relu.initial(Initialisation.normal(1), 9)
                .with("a.weight", new float[16])
                .with("a.bias", new float[8]);
        double middle = objective.score("loss", at);
        double ends =
                objective.score("loss", at.plus(0.1, direction)) + objective.score("loss", at.plus(-0.1, direction));
        double curvature = direction.dot(Parameters.of(at.layout(), product(objective, at, direction)));
        assertEquals((ends - 2 * middle) / 0.01, curvature, 0.01 * curvature); // the step's square
    }

    @Test
    void bitsDoNotDependOnTheNumberOfThreads() {
        NetworkObjective objective = NetworkObjective.of(SMOOTH, DATA);
        Parameters at = start(SMOOTH);
        Parameters direction = SMOOTH.initial(Initialisation.normal(1), 4);
        float[] one = Workers.with(1, () -> product(objective, at, direction));
        for (int threads : new int[] {2, 3}) {
            assertArrayEquals(one, Workers.with(threads, () -> product(objective, at, direction)));
        }
    }

    @Test
    void decayAddsHalfTheSquareOfTheParameters() {
        NetworkObjective plain = NetworkObjective.of(SMOOTH, DATA);
        NetworkObjective decayed = plain.decay(0.5);
        Parameters at = start(SMOOTH);
        double half = 0.25 * at.dot(at);
        assertEquals(plain.score("loss", at) + half, decayed.score("loss", at), 1e-12);
        double[] scores = new double[2];
        decayed.onPlane(at.values(), at.values(), null).scores(1, 0, scores);
        assertEquals(decayed.score("loss", at.plus(1, at)), scores[0], 1e-5); // other roundings of the first layer
        float[] sum = gradient(decayed, at);
        assertArrayEquals(
                Parameters.of(at.layout(), gradient(plain, at)).plus(0.5, at).values(), sum, 1e-6f);
    }

    @Test
    void whatDoesNotFitIsRefusedWithBoth() {
        NetworkObjective objective = NetworkObjective.of(SMOOTH, DATA);
        int size = SMOOTH.layout().size();
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> objective.hessianTimes(new float[size], new float[3], new float[size]));
        assertEquals("direction has 3 numbers, layout " + size, e.getMessage());
        e = assertThrows(
                IllegalArgumentException.class,
                () -> NetworkObjective.of(SMOOTH, DATA, SquaredError.of(new float[6], 2)));
        assertEquals("loss knows 3 examples, data have 201", e.getMessage());
        e = assertThrows(
                IllegalArgumentException.class,
                () -> NetworkObjective.of(SMOOTH, DATA, SquaredError.of(new float[603], 3)));
        assertEquals("loss is of 3 outputs, the network has 2", e.getMessage());
    }
}
