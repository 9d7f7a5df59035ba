package mml.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mml.data.TwoSpirals;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.optimiser.Schedule;
import mml.train.run.Run;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final ResidualMlp MODEL = new ResidualMlp(8, 2, Shortcut.IDENTITY);
    private static final Training TRAINING = Training.of(MODEL.network(), TwoSpirals.of(200, 1))
            .batch(50)
            .epochs(2)
            .validation(TwoSpirals.of(50, 2));

    public record Setting(double rate, long seed) {}

    private static Run run(Setting setting) {
        return TRAINING.seed(setting.seed)
                .schedule(Schedule.constant(setting.rate))
                .run(MODEL.initial(setting.seed));
    }

    @Test
    void runsSideBySideAreThoseOfOneAfterTheOther() {
        List<Setting> settings = List.of(new Setting(0.1, 1), new Setting(0.1, 2), new Setting(0.5, 1));
        Runs<Setting> runs = Runs.of(settings, RunsTest::run);
        for (int i = 0; i < 3; i++) {
            assertEquals(settings.get(i), runs.entries().get(i).setting());
            assertEquals(run(settings.get(i)).parameters(), runs.runs().get(i).parameters());
        }
        assertEquals("3 runs, of which 3 are complete", runs.toString());
    }

    @Test
    void theTableNamesTheSettings() {
        Runs<Setting> runs = Runs.of(List.of(new Setting(0.1, 7)), RunsTest::run);
        assertEquals(List.of("rate", "seed", "end", "steps", "loss", "accuracy", "seconds"), runs.columns());
        List<?> row = runs.rows().get(0);
        assertEquals(List.of(0.1, 7L, Run.End.COMPLETE, 8), row.subList(0, 4));
        assertEquals(runs.runs().get(0).trace().epochs().get(1).loss(), row.get(4));
        Runs<Long> seeds = Runs.of(
                List.of(3L), seed -> TRAINING.stopping(Stopping.afterSteps(1)).run(MODEL.initial(seed)));
        assertEquals("setting", seeds.columns().get(0));
        assertEquals(
                List.of(3L, Run.End.COMPLETE, 1, Double.NaN),
                seeds.rows().get(0).subList(0, 4));
    }

    @Test
    void aStopKeepsTheRunsThatAreComplete() {
        Thread caller = Thread.currentThread();
        AtomicInteger done = new AtomicInteger();
        Runs<Setting> runs = Runs.of(
                List.of(new Setting(0.1, 1), new Setting(0.1, 2), new Setting(0.1, 3), new Setting(0.1, 4)),
                setting -> {
                    Run run = run(setting);
                    if (done.incrementAndGet() == 1) {
                        return run;
                    }
                    caller.interrupt();
                    return run;
                });
        Thread.interrupted();
        for (Runs.Entry<Setting> entry : runs.entries()) {
            assertEquals(run(entry.setting()).parameters(), entry.run().parameters());
        }
    }

    @Test
    void noSettingIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Runs.of(List.<Long>of(), seed -> null));
        assertEquals("settings must not be empty", e.getMessage());
    }
}
