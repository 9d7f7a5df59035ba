package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.random.RandomGenerator;
import mml.data.Dataset;
import mml.math.Grid;
import mml.math.Grid.Axis;
import mml.math.Parameters;
import mml.math.Randomness;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.SquaredError;
import mml.nn.layer.Dense;
import mml.train.NetworkObjective;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The surface of a deep linear net with the squared error, against its formula in double precision: with {@code W_k} the
 * weights of layer {@code k} moved to {@code W_k + a D_k + b E_k}, the mean of {@code |x W_1 W_2 W_3 - t|^2 / 2}.
 */
class LinearNetTest {
    private static final Network NETWORK = Network.of(
            List.of(4),
            Dense.of("one", 5).withoutBias(),
            Dense.of("two", 3).withoutBias(),
            Dense.of("three", 2).withoutBias());
    private static final int EXAMPLES = 30;
    private static final float[] X = numbers("x", EXAMPLES * 4);
    private static final float[] T = numbers("t", EXAMPLES * 2);
    private static final Parameters CENTRE = NETWORK.initial(Initialisation.he(), 1);
    private static final NetworkObjective OBJECTIVE = NetworkObjective.of(
            NETWORK,
            Dataset.of("numbers", List.of("one", "other"), List.of(4), X, new int[EXAMPLES]),
            SquaredError.of(T, 2));

    private static float[] numbers(String name, int count) {
        RandomGenerator random = Randomness.of(1, name);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextGaussian();
        }
        return numbers;
    }

    private static double formula(Plane plane, double a, double b) {
        double sum = 0;
        for (int i = 0; i < EXAMPLES; i++) {
            double[] z = {X[4 * i], X[4 * i + 1], X[4 * i + 2], X[4 * i + 3]};
            for (String layer : List.of("one.weight", "two.weight", "three.weight")) {
                z = times(z, moved(plane, layer, a, b));
            }
            sum += Math.pow(z[0] - T[2 * i], 2) + Math.pow(z[1] - T[2 * i + 1], 2);
        }
        return sum / 2 / EXAMPLES;
    }

    private static double[] moved(Plane plane, String layer, double a, double b) {
        float[] w = plane.centre().block(layer);
        float[] d = plane.first().block(layer);
        float[] e = plane.second().block(layer);
        double[] moved = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            moved[i] = w[i] + a * d[i] + b * e[i];
        }
        return moved;
    }

    private static double[] times(double[] row, double[] matrix) {
        int columns = matrix.length / row.length;
        double[] product = new double[columns];
        for (int i = 0; i < matrix.length; i++) {
            product[i % columns] += row[i / columns] * matrix[i];
        }
        return product;
    }

    @ParameterizedTest
    @CsvSource({"FILTER, 1", "LAYER, 2", "WEIGHT, 3", "DFILTER, 4", "DLAYER, 5", "NONE, 6"})
    void everyPointOfTheSurfaceIsThatOfTheFormula(Normalisation normalisation, long seed) {
        Plane plane = Plane.random(CENTRE, normalisation, seed);
        // not square, so that rows and columns cannot be mistaken for each other
        Axis across = new Axis(-1, 1.5, 6);
        Axis up = new Axis(-0.5, 1, 4);
        Grid found = plane.surface(OBJECTIVE, across, up).grid("loss");
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 6; column++) {
                double expected = formula(plane, across.at(column), up.at(row));
                assertEquals(expected, found.at(column, row), 1e-5 * expected); // single-precision products
            }
        }
    }
}
