package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mml.data.Dataset;
import mml.data.TwoSpirals;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.model.Mlp;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
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
            assertEquals(one.velocity(), several.velocity());
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
        TRAINING.optimiser().step(expected, gradient, new float[expected.length], 0.05);
        // the order of the examples, and so of the sums, differs
        assertArrayEquals(expected, run.parameters().values(), 1e-6f);
        assertEquals(loss, run.trace().epochs().get(0).loss(), 1e-6 * loss);
    }

    @Test
    void theTraceHasAnEntryForEachEpoch() {
        List<Long> reports = new ArrayList<>();
        Training falling = TRAINING.schedule(Schedule.steps(0.08, 0.5, 3));
        Run run = falling.run(START, (done, total, seconds) -> reports.add(100 * done + total));
        assertEquals(List.of(315L, 615L, 915L, 1215L, 1515L), reports);
        assertArrayEquals(new double[] {0, 1, 2, 3, 4}, run.trace().column(Trace.Epoch::epoch));
        assertArrayEquals(
                new double[] {0.08, 0.04, 0.02, 0.01, 0.005}, run.trace().column(Trace.Epoch::rate));
        assertEquals(15, run.steps());
        assertEquals(15, falling.steps());
        assertEquals(Trace.Open.NOTHING, run.trace().open());
    }

    @Test
    void checkpointsBeginAtTheStartAndFollowTheirDistance() {
        Run run = TRAINING.checkpointEvery(2).run(START);
        assertEquals(
                List.of(0, 2, 4),
                run.checkpoints().stream().map(Run.Checkpoint::epoch).toList());
        assertEquals(START, run.checkpoints().get(0).parameters());
        assertEquals(
                TRAINING.epochs(4).run(START).parameters(),
                run.checkpoints().get(2).parameters());
        assertEquals(List.of(), TRAINING.run(START).checkpoints());
    }

    @Test
    void anotherSeedSeesTheExamplesInAnotherOrder() {
        assertEquals(TRAINING.run(START).parameters(), TRAINING.run(START).parameters());
        assertFalse(TRAINING.run(START)
                .parameters()
                .equals(TRAINING.seed(2).run(START).parameters()));
    }

    @Test
    void aRunWhoseLossIsNoLongerFiniteEndsAsDiverged() {
        Run run = Training.of(MODEL.network(), DATA)
                .schedule(Schedule.constant(1e6))
                .epochs(50)
                .run(START);
        assertEquals(Run.End.DIVERGED, run.end());
        assertTrue(run.steps() < 50 * 6);
        assertTrue(run.toString().startsWith("diverged at step " + run.steps() + ": "), run.toString());
    }

    @Test
    void aLastStepToInfinityHasDivergedToo() {
        Run run =
                TRAINING.batch(700).epochs(1).schedule(Schedule.constant(1e300)).run(START);
        assertEquals(Run.End.DIVERGED, run.end());
    }

    @Test
    void whatCannotBeTrainedIsRefused() {
        assertRefused("data have 2 features, the network takes [3]", () -> Training.of(Mlp.of(3, 2), DATA));
        assertRefused("batch must be from 1 to the 700 examples, was 701", () -> TRAINING.batch(701));
        assertRefused("epochs must be at least 1, was 0", () -> TRAINING.epochs(0));
        assertRefused("checkpointEvery must be at least 0, was -1", () -> TRAINING.checkpointEvery(-1));
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
