package mml.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import mml.data.FashionMnist;
import mml.data.TwoSpirals;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.model.Mlp;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.optimiser.Sgd;
import mml.train.run.Run;
import org.junit.jupiter.api.Test;

class RateTestTest {
    private static final ResidualMlp MODEL = new ResidualMlp(16, 3, Shortcut.IDENTITY);
    private static final Parameters START = MODEL.initial(1);
    private static final Training TRAINING = Training.of(MODEL.network(), TwoSpirals.of(700, 1))
            .batch(100)
            .optimiser(Sgd.plain().momentum(0.9));

    @Test
    void ratesRunThroughAllMagnitudes() {
        RateTest test = RateTest.of(TRAINING, START, new RateTest.Range(1e-5, 1e-1, 81));
        assertEquals(81, test.rates().length);
        assertEquals(1e-5, test.rates()[0]);
        assertEquals(1e-3, test.rates()[40], 1e-15);
        assertEquals(1e-1, test.rates()[80], 1e-13);
        assertEquals(Run.End.COMPLETE, test.end());
    }

    @Test
    void theFirstLossIsThatOfTheStart() {
        RateTest test = RateTest.of(TRAINING.batch(700), START, new RateTest.Range(1e-5, 1, 10));
        NetworkObjective objective = NetworkObjective.of(MODEL.network(), TwoSpirals.of(700, 1));
        double loss = objective.score("loss", START);
        assertEquals(loss, test.losses()[0], 1e-6 * loss);
        assertEquals(test.losses()[0], test.smoothed()[0], 1e-12);
    }

    /** A perceptron on images falls from 2.5 to 0.9 between the rates 0.001 and 0.1, and explodes above 0.3. */
    @Test
    void theSteepestRateTrainsAndTheLastOneDoesNot() {
        Network network = Mlp.of(784, 64, 10);
        Training training =
                Training.of(network, FashionMnist.train()).optimiser(Sgd.plain().momentum(0.9));
        Parameters start = network.initial(Initialisation.he(), 1);
        RateTest test = RateTest.of(training, start, new RateTest.Range(1e-5, 10, 150));
        assertEquals(0.01, test.steepest(), 0.009);
        double last = test.smoothed()[test.losses().length - 1];
        assertTrue(test.end() == Run.End.DIVERGED || last > test.losses()[0], test.toString());
    }

    @Test
    void smoothingLeavesAConstantAsItIs() {
        RateTest flat = new RateTest(new double[] {1, 2, 3}, new double[] {5, 5, 5}, Run.End.COMPLETE);
        for (double mean : flat.smoothed()) {
            assertEquals(5, mean, 1e-12);
        }
        assertEquals(1, flat.steepest());
    }

    @Test
    void theSteepestRateIsInTheMiddleOfTheTenthWithTheLargestFall() {
        double[] rates = IntStream.range(0, 60).mapToDouble(i -> i + 1).toArray();
        double[] losses =
                IntStream.range(0, 60).mapToDouble(i -> i < 40 ? 2 : 1).toArray();
        // the mean falls fastest over the six steps from the last 2, of rate 40, to that of rate 46
        assertEquals(43, new RateTest(rates, losses, Run.End.COMPLETE).steepest());
    }

    @Test
    void rangesThatAreNoneAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new RateTest.Range(1, 1, 100));
        assertEquals("low must be less than high, were 1.0 and 1.0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new RateTest.Range(1, 2, 9));
        assertEquals("steps must be at least 10, was 9", e.getMessage());
        Parameters huge = START.plus(1e30, START);
        e = assertThrows(
                IllegalArgumentException.class, () -> RateTest.of(TRAINING, huge, new RateTest.Range(1, 2, 10)));
        assertEquals("the loss of start must be finite, was not", e.getMessage());
    }
}
