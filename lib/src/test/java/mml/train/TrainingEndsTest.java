package mml.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mml.data.Dataset;
import mml.data.TwoSpirals;
import mml.math.Parameters;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.optimiser.Schedule;
import mml.train.optimiser.Sgd;
import mml.train.run.Checkpoint;
import mml.train.run.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Epochs of seven steps. */
class TrainingEndsTest {
    private static final Dataset DATA = TwoSpirals.of(700, 1);
    private static final ResidualMlp MODEL = new ResidualMlp(16, 3, Shortcut.IDENTITY);
    private static final Parameters START = MODEL.initial(1);
    private static final Training TRAINING = Training.of(MODEL.network(), DATA)
            .batch(100)
            .optimiser(Sgd.plain().momentum(0.9))
            .schedule(Schedule.constant(0.05));

    @Test
    void epochsAndStepsEndARunWhicheverIsFirst() {
        assertEquals(14, TRAINING.epochs(2).steps());
        assertEquals(10, TRAINING.stopping(Stopping.afterSteps(10)).steps());
        assertEquals(14, TRAINING.stopping(new Stopping(2, 20, 1, 60)).steps());
        Run run = TRAINING.stopping(new Stopping(2, 10, 1, 60)).run(START);
        assertEquals(Run.End.COMPLETE, run.end());
        assertEquals(10, run.steps());
        assertEquals(300, run.trace().open().examples());
    }

    @Test
    void theFirstEpochThatIsAccurateEnoughIsTheLast() {
        Training whole = TRAINING.epochs(60);
        double[] accuracies = whole.run(START).trace().column(epoch -> epoch.accuracy());
        int first = 0;
        while (accuracies[first] < 0.8) {
            first++;
        }
        Run run = whole.stopping(Stopping.afterEpochs(60).orAccuracy(0.8)).run(START);
        assertEquals(Run.End.ACCURATE, run.end());
        assertEquals(7 * (first + 1), run.steps());
        assertTrue(first > 1 && run.toString().startsWith("accurate after "), run.toString());
    }

    @Test
    void aRunWhoseTimeIsUpGoesOnWithMoreOfIt() {
        Training hurried = TRAINING.stopping(Stopping.afterEpochs(2).orSeconds(1e-9));
        Run run = hurried.run(START);
        assertEquals(Run.End.OUT_OF_TIME, run.end());
        assertEquals(0, run.steps());
        Run rest = TRAINING.epochs(2).resume(run);
        assertEquals(Run.End.COMPLETE, rest.end());
        assertEquals(TRAINING.epochs(2).run(START).parameters(), rest.parameters());
    }

    @Test
    void aRunWhoseLossIsNoLongerFiniteSaysWhereAndWhatToTry() {
        List<Double> losses = new ArrayList<>();
        Run run = TRAINING.optimiser(Sgd.plain())
                .schedule(Schedule.constant(1e6))
                .epochs(50)
                .run(START, now -> losses.add(now.loss()));
        assertEquals(Run.End.DIVERGED, run.end());
        int step = run.ending().step();
        assertTrue(step < 50 * 7);
        assertEquals(step + 1, losses.size()); // told once more at the end
        assertEquals(losses.get(step), run.ending().loss());
        assertTrue(run.toString().startsWith("diverged at step " + step + ": the loss was "), run.toString());
        assertTrue(run.toString().contains("; try a smaller learning rate, a warm-up or clipping;"), run.toString());
    }

    /** The rate explodes in the third epoch, at step 16. */
    @Test
    void aRunThatDivergesKeepsTheLastEpochsBeginning() {
        Training training = TRAINING.schedule((step, steps) -> step < 16 ? 0.05 : 1e30)
                .saving(Saving.everyEpochs(1))
                .epochs(10);
        Run run = training.run(START);
        assertEquals(Run.End.DIVERGED, run.end());
        assertEquals(17, run.ending().step());
        assertTrue(Double.isFinite(run.ending().loss()));
        assertEquals(14, run.steps());
        assertEquals(TRAINING.epochs(2).run(START).parameters(), run.parameters());
        assertEquals(
                List.of(0, 7, 14),
                run.checkpoints().stream().map(Checkpoint::step).toList());
        assertEquals(2, run.trace().epochs().size());
    }

    /** Step 13 ends the second epoch: nobody has seen yet what came of it. */
    @Test
    void parametersThatAreNotFiniteAreNeverKeptOrScored() {
        Training training = TRAINING.schedule((step, steps) -> step < 13 ? 0.05 : Float.MAX_VALUE)
                .optimiser(Sgd.plain().decay(1))
                .saving(Saving.everyEpochs(1))
                .validation(DATA)
                .epochs(10);
        Run run = training.run(START.with("head.bias", new float[] {100, 0}));
        assertEquals(Run.End.DIVERGED, run.end());
        assertEquals(14, run.ending().step());
        assertEquals(
                List.of(0, 7), run.checkpoints().stream().map(Checkpoint::step).toList());
        assertEquals(7, run.steps());
        assertEquals(1, run.trace().epochs().size());
    }

    @Test
    void aLastStepToInfinityHasDivergedToo() {
        Training training = TRAINING.stopping(Stopping.afterSteps(1))
                .optimiser(Sgd.plain().decay(1))
                .schedule(Schedule.constant(Float.MAX_VALUE));
        Run run = training.run(START.with("head.bias", new float[] {100, 0}));
        assertEquals(Run.End.DIVERGED, run.end());
        assertEquals(1, run.ending().step());
        assertEquals(0, run.steps());
        assertFalse(Double.isNaN(run.ending().loss()));
    }

    @Test
    void limitsThatAreNoneAreRefused() {
        assertRefused("steps must be at least 1, was 0", () -> Stopping.afterSteps(0));
        assertRefused(
                "accuracy must lie in (0, 1], was 0.0",
                () -> Stopping.afterSteps(1).orAccuracy(0));
        assertRefused(
                "accuracy must lie in [0.0, 1.0], was 1.5",
                () -> Stopping.afterSteps(1).orAccuracy(1.5));
        assertRefused(
                "seconds must be finite and positive, was NaN",
                () -> Stopping.afterSteps(1).orSeconds(Double.NaN));
        assertRefused(
                "epochs or steps must be limited, neither was",
                () -> new Stopping(Integer.MAX_VALUE, Integer.MAX_VALUE, 1, 60));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
