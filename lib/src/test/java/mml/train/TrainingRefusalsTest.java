package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import mml.data.Dataset;
import mml.data.TwoSpirals;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.SquaredError;
import mml.nn.layer.Dense;
import mml.nn.layer.Flatten;
import mml.nn.layer.Tanh;
import mml.nn.layer.norm.BatchNormalisation;
import mml.nn.model.Mlp;
import mml.train.batch.Batches;
import mml.train.run.Checkpoint;
import mml.train.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What a training refuses before its first step, and what it can do that looks as if it should be refused. */
class TrainingRefusalsTest {
    private static final Dataset DATA = TwoSpirals.of(33, 1);
    private static final Network PLAIN = Mlp.of(2, 4, 2);
    private static final Network NORMALISED =
            Network.of(List.of(2), Dense.of("a", 4), BatchNormalisation.of("n"), new Tanh(), Dense.of("b", 2));

    private static Parameters start(Network network) {
        return network.initial(Initialisation.he(), 1);
    }

    @Test
    void aCheckpointOfOtherBatchesWithinAnEpoch() {
        Training training = Training.of(PLAIN, DATA).batch(3).epochs(2); // eleven steps an epoch
        Checkpoint within = training.saving(Saving.afterSteps(5))
                .run(start(PLAIN))
                .checkpoints()
                .get(0);
        assertRefused(
                "checkpoint of step 5 has seen 15 examples of its epoch, with batches of 4 it would be 20",
                () -> training.batch(4).resume(within, now -> {}));
        Checkpoint later = training.saving(Saving.afterSteps(16))
                .run(start(PLAIN))
                .checkpoints()
                .get(0);
        assertRefused(
                "checkpoint of step 16 must have seen 2 epochs, has seen 1: its batches were others",
                () -> training.batch(5).epochs(6).resume(later, now -> {}));
    }

    @Test
    void aLastBatchOfOneExampleThatCannotBeNormalised() {
        assertRefused(
                "batches of 16 leave a last one of 1 of the 33 examples: "
                        + "layer n needs at least 2 numbers a channel in training, had 1",
                () -> Training.of(NORMALISED, DATA).batch(16).run(start(NORMALISED)));
        assertEquals(
                Run.End.COMPLETE,
                Training.of(NORMALISED, DATA).batch(11).run(start(NORMALISED)).end());
    }

    @Test
    void parametersThatAreNotFinite() {
        float[] values = start(PLAIN).values();
        values[3] = Float.NaN;
        Parameters broken = Parameters.of(PLAIN.layout(), values);
        String sentence = "parameters must be finite, value 3 was NaN";
        assertRefused(sentence, () -> PLAIN.outputs(broken, new float[2]));
        assertRefused(sentence, () -> NetworkObjective.of(PLAIN, DATA).score("loss", broken));
    }

    @Test
    void imagesOfAnotherShapeWithAsManyNumbers() {
        Network network = Network.of(List.of(4, 4, 3), new Flatten(), Dense.of("a", 2));
        Dataset first = images(3, 4, 4);
        assertRefused("data have shape [3, 4, 4], the network takes [4, 4, 3]", () -> Training.of(network, first));
        assertEquals(1, Training.of(network, images(4, 4, 3)).steps());
        assertEquals(1, Training.of(network, images(48)).steps());
    }

    private static Dataset images(Integer... shape) {
        return Dataset.of("images", List.of("a", "b"), Arrays.asList(shape), new float[96], new int[2]);
    }

    @Test
    void aRunThatHasUsedItsTimeSaysSo() {
        Training hurried =
                Training.of(PLAIN, DATA).stopping(Stopping.afterEpochs(2).orSeconds(1e-9));
        Run run = hurried.run(start(PLAIN));
        String sentence = assertThrows(IllegalArgumentException.class, () -> hurried.resume(run))
                .getMessage();
        assertTrue(sentence.endsWith("of its 0.00 seconds: give it a longer limit to go on"), sentence);
    }

    @Test
    void aScheduleThatIsNoneIsNamedWithTheStep() {
        Training training = Training.of(PLAIN, DATA).batch(3).schedule((step, steps) -> step == 4 ? Double.NaN : 0.1);
        assertRefused(
                "learning rate of step 4 must be finite and not negative, was NaN", () -> training.run(start(PLAIN)));
    }

    @Test
    void aRateTestThatIsStoppedBeforeItsFirstLossIsStopped() {
        Training training = Training.of(PLAIN, DATA);
        Thread.currentThread().interrupt();
        assertThrows(
                CancellationException.class,
                () -> RateTest.of(training, start(PLAIN), new RateTest.Range(1e-3, 1, 20)));
        assertRefused("high / low must be finite, was Infinity", () -> new RateTest.Range(1e-200, 1e200, 20));
    }

    @Test
    void aNetworkWithMoreOutputsThanClassesLearnsTargetsOfItsOwn() {
        Network encoder = Mlp.of(2, 3, 3);
        float[] targets = new float[3 * DATA.size()];
        Training training = Training.of(encoder, DATA, data -> SquaredError.of(targets, 3));
        Run run = training.batch(11).epochs(40).run(start(encoder));
        assertTrue(run.trace().column(epoch -> epoch.loss())[39] < run.trace().column(epoch -> epoch.loss())[0] / 10);
    }

    @Test
    void outputsOfManyExamplesAreThoseOfEachAlone() {
        Network wide = Mlp.of(1, 1 << 20, 2); // a few examples at once
        Parameters at = start(wide);
        float[] examples = {0.1f, -0.2f, 0.3f, 4, -5, 6, 7, 8, 9, 10};
        float[] all = wide.outputs(at, examples);
        for (int i = 0; i < examples.length; i++) {
            float[] one = wide.outputs(at, new float[] {examples[i]});
            // BLAS may sum a row alone in another order
            assertArrayEquals(one, Arrays.copyOfRange(all, 2 * i, 2 * i + 2), 1e-3f * Math.abs(examples[i]));
        }
    }

    @Test
    void statisticsAreEstimatedWhateverTheyWere() {
        Parameters start = start(NORMALISED);
        Batches batches = Batches.permuted(DATA).size(33);
        Parameters before = start.with("n.mean", new float[] {1e30f, -1e30f, 0, 1});
        assertEquals(
                BatchStatistics.estimate(NORMALISED, start, batches),
                BatchStatistics.estimate(NORMALISED, before, batches));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
