package mml.landscape.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mml.data.TwoSpirals;
import mml.landscape.Directions;
import mml.landscape.Normalisation;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Parameters;
import mml.math.Statistics;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.layer.Tanh;
import mml.nn.model.Mlp;
import mml.train.NetworkObjective;
import org.junit.jupiter.api.Test;

/**
 * What curvature random directions show in the mean, against a Hessian that is known number by number: plain ones show the
 * mean eigenvalue, filter-normalised ones a mean over filters that weighs each by its length.
 *
 * <p>Source: section 5 of the sheet on Li et al. 2018; page 9 of the paper for plain directions.
 */
class RandomCurvatureTest {
    private static final int DRAWS = 20_000;
    private static final Network NETWORK = Mlp.of(new Tanh(), 2, 6, 5, 2);
    private static final Layout LAYOUT = NETWORK.layout();
    private static final Parameters AT = NETWORK.initial(Initialisation.normal(3), 1);
    private static final double[][] HESSIAN = hessian();

    private static double[][] hessian() {
        NetworkObjective objective = NetworkObjective.of(NETWORK, TwoSpirals.of(100, 1));
        double[][] hessian = new double[LAYOUT.size()][LAYOUT.size()];
        float[] column = new float[LAYOUT.size()];
        for (int j = 0; j < LAYOUT.size(); j++) {
            float[] unit = new float[LAYOUT.size()];
            unit[j] = 1;
            objective.hessianTimes(AT.values(), unit, column);
            for (int i = 0; i < column.length; i++) {
                hessian[i][j] = column[i];
            }
        }
        return hessian;
    }

    private static double curvature(Parameters direction) {
        float[] d = direction.values();
        double sum = 0;
        for (int i = 0; i < d.length; i++) {
            for (int j = 0; j < d.length; j++) {
                sum += d[i] * HESSIAN[i][j] * d[j];
            }
        }
        return sum;
    }

    /** The numbers of one filter: its trace, its squared length, and how many they are. */
    private record Filter(double trace, double square, int size) {
        static Filter of(Block block, int j) {
            int[] numbers = IntStream.range(0, block.filterSize())
                    .map(i -> LAYOUT.offset(block.name()) + j + i * block.filters())
                    .toArray();
            float[] w = AT.values();
            return new Filter(
                    IntStream.of(numbers).mapToDouble(i -> HESSIAN[i][i]).sum(),
                    IntStream.of(numbers).mapToDouble(i -> (double) w[i] * w[i]).sum(),
                    numbers.length);
        }
    }

    private static double overFilters(ToDoubleFunction<Filter> term) {
        return LAYOUT.blocks().stream()
                .filter(block -> block.kind() == Layout.Kind.WEIGHT)
                .flatMap(block -> IntStream.range(0, block.filters()).mapToObj(j -> Filter.of(block, j)))
                .mapToDouble(term)
                .sum();
    }

    private static final double PLAIN = overFilters(Filter::trace) / overFilters(Filter::size);
    private static final double NORMALISED = overFilters(filter -> filter.square / filter.size * filter.trace);

    private static double[] draws(Normalisation normalisation, ToDoubleFunction<Parameters> number) {
        return LongStream.range(0, DRAWS)
                .mapToObj(seed -> normalisation.apply(Directions.gaussian(LAYOUT, seed), AT))
                .mapToDouble(number)
                .toArray();
    }

    private static void assertMean(double expected, double other, double[] sample) {
        double mean = Statistics.mean(sample);
        double variance = Statistics.mean(IntStream.range(0, sample.length)
                .mapToDouble(i -> Math.pow(sample[i] - mean, 2))
                .toArray());
        double error = Math.sqrt(variance / sample.length);
        assertEquals(expected, mean, 4 * error);
        assertTrue(Math.abs(mean - other) > 10 * error, "the other mean is out of reach");
        assertTrue(error < 0.05 * Math.abs(expected), "the mean is known well enough");
    }

    @Test
    void plainDirectionsShowTheMeanEigenvalue() {
        assertMean(PLAIN, NORMALISED, draws(Normalisation.NONE, d -> curvature(d) / d.dot(d)));
    }

    @Test
    void filterNormalisedDirectionsShowAMeanOverFiltersWeighedByTheirLengths() {
        assertMean(NORMALISED, PLAIN, draws(Normalisation.FILTER, RandomCurvatureTest::curvature));
    }
}
