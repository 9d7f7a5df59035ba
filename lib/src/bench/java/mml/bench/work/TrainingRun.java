package mml.bench.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mml.bench.exchange.Case;
import mml.bench.exchange.Outcome;
import mml.bench.exchange.Problem;
import mml.train.Stopping;
import mml.train.Training;
import mml.train.optimiser.Schedule;
import mml.train.optimiser.Sgd;
import mml.train.run.Run;
import mml.train.run.Watch;

/** A whole training run; observed are the losses of some of its batches, done are images. */
final class TrainingRun implements Work {
    @Override
    public Outcome measure(Path folder) throws IOException {
        Problem problem = Problem.read(folder);
        Case.Updates updates = problem.about().updates();
        Sgd sgd = updates.momentum() == 0 ? Sgd.plain() : Sgd.plain().momentum(updates.momentum());
        Clock clock = new Clock(problem.about().amount());
        Run run = Training.of(problem.network(), problem.data())
                .batches(problem.batches())
                .optimiser(sgd)
                .schedule(Schedule.constant(updates.rate()))
                .stopping(Stopping.afterSteps(problem.about().amount().all()))
                .run(problem.start(), clock);
        if (run.end() != Run.End.COMPLETE) {
            throw new IllegalStateException("training must be complete, was " + run.ending());
        }
        return new Outcome(
                clock.seconds(),
                (double) updates.batch() * problem.about().amount().timed(),
                clock.losses);
    }

    /** Starts after the warm steps, ends with the last one. */
    private static final class Clock implements Watch {
        private final Case.Amount amount;
        private final List<Double> losses = new ArrayList<>();
        private long began;
        private long ended;

        Clock(Case.Amount amount) {
            this.amount = amount;
        }

        @Override
        public void see(Moment now) {
            if (now.end().isPresent()) {
                return;
            }
            if (amount.checked().contains(now.step())) {
                losses.add(now.loss());
            }
            if (now.step() == amount.warm()) {
                began = System.nanoTime();
            }
            if (now.step() == amount.all()) {
                ended = System.nanoTime();
            }
        }

        double seconds() {
            return (ended - began) / 1e9;
        }
    }
}
