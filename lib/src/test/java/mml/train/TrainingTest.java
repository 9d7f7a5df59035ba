package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.data.TwoSpirals;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.SoftmaxCrossEntropy;
import mml.nn.SquaredError;
import mml.nn.model.Mlp;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.batch.Augmentation;
import mml.train.optimiser.Adam;
import mml.train.optimiser.Schedule;
import mml.train.optimiser.Sgd;
import mml.train.run.Run;
import mml.train.run.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** 700 examples in batches of 300: five chunks in four lanes, and a last batch of 100. */
class TrainingTest {
    private static final Dataset DATA = TwoSpirals.of(700, 1);
    private static final ResidualMlp MODEL = new ResidualMlp(16, 3, Shortcut.IDENTITY);
    private static final Parameters START = MODEL.initial(1);
    private static final Training TRAINING = Training.of(MODEL.network(), DATA)
            .optimiser(Sgd.plain().momentum(0.9).decay(5e-4).clip(5))
            .schedule(Schedule.constant(0.05))
            .batch(300)
            .epochs(5)
            .seed(1);

    @Test
    void bitsDoNotDependOnTheNumberOfThreads() {
        Run one = Workers.with(1, () -> TRAINING.run(START));
        assertFalse(one.parameters().equals(START));
        for (int threads : new int[] {2, 3}) {
            Run several = Workers.with(threads, () -> TRAINING.run(START));
            assertEquals(one.parameters(), several.parameters());
            assertEquals(one.last().memory(), several.last().memory());
            assertArrayEquals(
                    one.trace().column(Trace.Epoch::loss), several.trace().column(Trace.Epoch::loss));
        }
    }

    @Test
    void theSpiralsAreLearnt() {
        Training training = TRAINING.batch(50).epochs(60).schedule(Schedule.cosine(0.05));
        Run run = training.run(START);
        double[] losses = run.trace().column(Trace.Epoch::loss);
        assertEquals(Run.End.COMPLETE, run.end());
        assertTrue(losses[59] < losses[0] / 3, losses[0] + " became " + losses[59]);
        NetworkObjective objective = NetworkObjective.of(MODEL.network(), DATA);
        assertTrue(objective.score("accuracy", run.parameters()) > 0.95);
    }

    @Test
    void aStepIsThatOfTheOptimiserOnTheGradientOfTheBatch() {
        Run run = TRAINING.batch(700).epochs(1).run(START);
        float[] expected = START.values();
        float[] gradient = new float[expected.length];
        double loss = NetworkObjective.of(MODEL.network(), DATA).gradient(expected, gradient);
        TRAINING.updates().optimiser().start(START.layout()).step(expected, gradient, 0.05);
        // the order of the examples, and so of the sums, differs
        assertArrayEquals(expected, run.parameters().values(), 1e-6f);
        assertEquals(loss, run.trace().epochs().get(0).loss(), 1e-6 * loss);
    }

    @Test
    void theTraceHasAnEntryForEachEpoch() {
        List<Long> reports = new ArrayList<>();
        Training falling = TRAINING.schedule(Schedule.steps(0.08, 0.5, 3));
        Run run = falling.run(START, (done, total, seconds) -> reports.add(100 * done + total));
        assertEquals(
                LongStream.rangeClosed(1, 15).mapToObj(step -> 100 * step + 15).toList(), reports);
        assertArrayEquals(new double[] {0, 1, 2, 3, 4}, run.trace().column(Trace.Epoch::epoch));
        assertArrayEquals(
                new double[] {0.08, 0.04, 0.02, 0.01, 0.005}, run.trace().column(Trace.Epoch::rate));
        assertEquals(15, run.steps());
        assertEquals(15, falling.steps());
        assertEquals(Trace.Open.NOTHING, run.trace().open());
    }

    @Test
    void theLossOfAnotherKindIsWhatFalls() {
        float[] targets = new float[2 * DATA.size()];
        for (int i = 0; i < DATA.size(); i++) {
            targets[2 * i + DATA.labels()[i]] = 1;
        }
        Training squares = TRAINING.loss(SquaredError.of(targets, 2)).batch(50).epochs(20);
        double[] losses = squares.run(START).trace().column(Trace.Epoch::loss);
        NetworkObjective objective = NetworkObjective.of(MODEL.network(), DATA, SquaredError.of(targets, 2));
        assertTrue(losses[19] < 0.8 * losses[0], losses[0] + " became " + losses[19]);
        assertEquals(objective.score("loss", squares.run(START).parameters()), losses[19], 0.2 * losses[19]);
    }

    @Test
    void validationScoresTheParametersAfterEachEpoch() {
        Dataset other = TwoSpirals.of(100, 2);
        Run run = TRAINING.validation(other).run(START);
        assertEquals(TRAINING.run(START).parameters(), run.parameters());
        NetworkObjective objective = NetworkObjective.of(MODEL.network(), other);
        Trace.Epoch last = run.trace().epochs().get(4);
        assertEquals(objective.score("loss", run.parameters()), last.validationLoss());
        assertEquals(objective.score("accuracy", run.parameters()), last.validationAccuracy());
        assertTrue(run.toString().contains("; validation: loss "), run.toString());
        assertTrue(Double.isNaN(TRAINING.run(START).trace().epochs().get(4).validationLoss()));
    }

    @Test
    void onlineBatchesAreLearntFromWithTheSameBitsOnAnyNumberOfThreads() {
        Training online = Training.online(MODEL.network(), TwoSpirals::of, 50)
                .batch(100)
                .epochs(8)
                .optimiser(Adam.standard())
                .schedule(Schedule.constant(0.01));
        Run run = online.run(START);
        double[] losses = run.trace().column(Trace.Epoch::loss);
        assertEquals(400, run.steps());
        assertTrue(losses[7] < 0.8 * losses[0], losses[0] + " became " + losses[7]);
        assertEquals(run.parameters(), Workers.with(1, () -> online.run(START)).parameters());
    }

    @Test
    void variedImagesHaveTheSameBitsOnAnyNumberOfThreads() {
        Network network = Mlp.of(784, 16, 10);
        Parameters start = network.initial(Initialisation.he(), 1);
        Training plain =
                Training.of(network, FashionMnist.train().first(300)).batch(150).epochs(2);
        Training varied = plain.augmentation(Augmentation.padAndCrop(4).flip());
        Run one = Workers.with(1, () -> varied.run(start));
        for (int threads : new int[] {2, 3}) {
            assertEquals(
                    one.parameters(),
                    Workers.with(threads, () -> varied.run(start)).parameters());
        }
        assertFalse(one.parameters().equals(plain.run(start).parameters()));
        assertFalse(one.parameters().equals(varied.seed(2).run(start).parameters()));
    }

    @Test
    void anotherSeedSeesTheExamplesInAnotherOrder() {
        assertEquals(TRAINING.run(START).parameters(), TRAINING.run(START).parameters());
        assertFalse(TRAINING.run(START)
                .parameters()
                .equals(TRAINING.seed(2).run(START).parameters()));
    }

    @Test
    void whatCannotBeTrainedIsRefused() {
        assertRefused("data have 2 features, the network takes [3]", () -> Training.of(Mlp.of(3, 2), DATA));
        assertRefused("batch must be from 1 to the 700 examples, was 701", () -> TRAINING.batch(701));
        assertRefused("epochs must be at least 1, was 0", () -> TRAINING.epochs(0));
        assertRefused("data have 2 classes, the network 3 outputs", () -> Training.of(Mlp.of(2, 3), DATA));
        assertRefused(
                "loss knows 1 examples, data have 700", () -> TRAINING.loss(SoftmaxCrossEntropy.of(new int[] {0}, 2)));
        assertRefused(
                "examples must be images [height, width, channels] with sides above 4, had shape [2]",
                () -> TRAINING.augmentation(Augmentation.padAndCrop(4)));
        assertRefused(
                "validation is of another network: it has \"layer 0: Dense(name head, outputs 2, bias WITH)\","
                        + " this network \"layer 0: Dense(name first, outputs 16, bias WITH)\"",
                () -> TRAINING.validation(NetworkObjective.of(Mlp.of(2, 2), DATA)));
        assertRefused(
                "parameters must have the network's layout (10 blocks, 898 numbers), had another (1 blocks, 3 numbers)",
                () -> TRAINING.run(Parameters.zeros(Layout.vector(3))));
        Parameters notFinite = START.with("head.bias", new float[] {0, Float.NaN});
        assertRefused("start must be finite, value 897 was NaN", () -> TRAINING.run(notFinite));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
