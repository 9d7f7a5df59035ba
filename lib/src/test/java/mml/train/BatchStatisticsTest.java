package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import mml.data.Dataset;
import mml.data.TwoSpirals;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.Initialisation;
import mml.nn.Layer.Mode;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.norm.BatchNormalisation;
import mml.nn.model.Mlp;
import mml.train.batch.Batches;
import org.junit.jupiter.api.Test;

class BatchStatisticsTest {
    private static final Dataset DATA =
            Dataset.of("five", List.of("a", "b"), List.of(1), new float[] {1, 3, 10, 20, 7}, new int[5]);
    private static final Network NORM = Network.of(List.of(1), BatchNormalisation.of("n"), Dense.of("head", 2));
    private static final Network NET = Network.of(
            List.of(2),
            Dense.of("first", 8),
            BatchNormalisation.of("norm1"),
            new Relu(),
            Residual.of(Dense.of("block", 8), BatchNormalisation.of("norm2")),
            Dense.of("head", 2));

    @Test
    void oneBatchGivesItsMeanAndUnbiasedVariance() {
        Parameters start = NORM.initial(Initialisation.he(), 1).with("n.mean", new float[] {1e9f});
        Parameters found = BatchStatistics.estimate(
                NORM, start, Batches.permuted(DATA).size(5).seed(1));
        assertArrayEquals(new float[] {8.2f}, found.block("n.mean"));
        // squares of -7.2, -5.2, 1.8, 11.8 and -1.2 over 4
        assertArrayEquals(new float[] {55.7f}, found.block("n.variance"), 1e-5f);
        assertEquals(start, found.with("n.mean", new float[] {1e9f}).with("n.variance", new float[] {1}));
    }

    @Test
    void severalBatchesGiveTheirMeanAndASmallerOneIsLeftOut() {
        Batches batches = Batches.permuted(DATA).size(2).seed(3);
        int[] order = batches.epoch(0).batch(0).order();
        double[] x = Arrays.stream(order).mapToDouble(i -> DATA.features()[i]).toArray();
        Parameters found = BatchStatistics.estimate(NORM, NORM.initial(Initialisation.he(), 1), batches);
        assertEquals((x[0] + x[1] + x[2] + x[3]) / 4, found.block("n.mean")[0], 1e-6 * 20);
        // the unbiased variance of two numbers is half the square of their distance
        double variance = (Math.pow(x[0] - x[1], 2) + Math.pow(x[2] - x[3], 2)) / 4;
        assertEquals(variance, found.block("n.variance")[0], 1e-6 * variance);
    }

    @Test
    void withTheStatisticsOfTheWholeDataEvaluationAgreesWithTraining() {
        Dataset data = TwoSpirals.of(400, 1);
        Parameters start = NET.initial(Initialisation.he(), 1);
        Parameters found = BatchStatistics.estimate(
                NET, start, Batches.permuted(data).size(400).seed(1));
        float[] training = NET.pass(400, Mode.TRAINING).forward(start.values(), data.features(), 0, 400);
        // two unbiased variances are larger than the biased ones by a share of 1/399, deviations by half as much: of
        // outputs up to 8
        assertArrayEquals(training, NET.outputs(found, data.features()), 0.02f);
    }

    @Test
    void theBitsAreTheSameForEveryNumberOfThreads() {
        Dataset data = TwoSpirals.of(20_000, 1);
        Parameters start = NET.initial(Initialisation.he(), 1);
        Parameters one = estimate(1, start, data);
        assertEquals(one, estimate(2, start, data));
        assertEquals(one, estimate(3, start, data));
    }

    private static Parameters estimate(int threads, Parameters start, Dataset data) {
        Batches batches = Batches.permuted(data).size(10_000);
        return Workers.with(threads, () -> BatchStatistics.estimate(NET, start, batches));
    }

    @Test
    void aNetworkWithoutStatisticsKeepsItsParameters() {
        Network plain = Mlp.of(2, 3, 2);
        Parameters start = plain.initial(Initialisation.he(), 1);
        assertSame(
                start,
                BatchStatistics.estimate(
                        plain,
                        start,
                        Batches.permuted(TwoSpirals.of(10, 1)).size(5).seed(1)));
    }

    @Test
    void dataOfAnotherWidthAreRefusedWithBothNumbers() {
        Parameters start = NORM.initial(Initialisation.he(), 1);
        Dataset spirals = TwoSpirals.of(10, 1);
        assertEquals(
                "data have 2 features, the network takes [1]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> BatchStatistics.estimate(
                                        NORM,
                                        start,
                                        Batches.permuted(spirals).size(5).seed(1)))
                        .getMessage());
    }
}
