package mml.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Parameters;
import mml.math.Randomness;
import mml.math.Workers;
import mml.train.batch.Batches;
import mml.train.optimiser.Optimiser;
import mml.train.run.Checkpoint;
import mml.train.run.Run;
import mml.train.run.Trace;
import mml.train.run.Watch;

/** A run under way: what changes from step to step. */
final class RunningState implements Watch.Moment {
    private final Training training;
    private final Batches batches;
    private final int perEpoch;
    private final int total;
    private final Optional<NetworkObjective> validation;
    private final Optimiser.Descent descent;
    private final float[] parameters;
    private final Step step;
    private final List<Trace.Epoch> epochs;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final long began = System.nanoTime();
    private final double secondsBefore;
    private Rows rows;
    private Batches.Epoch epoch;
    private int steps;
    private int saved = -1;
    private Trace.Open open;
    private double loss = Double.NaN;
    private Optional<Run.End> end = Optional.empty();
    /** The last moment from which a step with a finite loss was made, at the start, at that of an epoch or at a checkpoint. */
    private Checkpoint good;

    private RunningState(Training training, Checkpoint from) {
        this.training = training;
        this.batches = training.examples().batches();
        this.perEpoch = batches.perEpoch();
        this.total = training.steps();
        this.validation = training.plan().validation().map(NetworkObjective::copy);
        this.parameters = from.parameters().values();
        this.descent = training.updates().optimiser().resume(training.network().layout(), from.memory());
        this.step = new Step(training.network(), training.examples().augmentation());
        this.epochs = new ArrayList<>(from.trace().epochs());
        this.secondsBefore = from.trace().seconds();
        this.steps = from.step();
        this.open = from.trace().open();
        this.good = from;
    }

    static RunningState of(Training training, Checkpoint from) {
        training.network().description().requireSame("checkpoint of step " + from.step(), from.network());
        training.network().requireOwn(from.parameters());
        Check.finite(
                from.step() == 0 ? "start" : "parameters", from.parameters().values());
        Check.that(
                from.step() <= training.steps(),
                "checkpoint must not lie behind the run's %s steps, was of step %s",
                training.steps(),
                from.step());
        requireSameBatches(training, from);
        Check.that(
                from.step() == training.steps()
                        || from.trace().seconds() < training.plan().stopping().seconds(),
                "the run has used %.2f of its %.2f seconds: give it a longer limit to go on",
                from.trace().seconds(),
                training.plan().stopping().seconds());
        training.examples().requireEnoughToMix(training.network());
        return new RunningState(training, from);
    }

    /** An epoch that is over may still be open, but only until the next step. */
    private static void requireSameBatches(Training training, Checkpoint from) {
        Batches batches = training.examples().batches();
        int complete = from.step() / batches.perEpoch();
        int begun = from.step() % batches.perEpoch();
        int seen = from.trace().epochs().size();
        Check.that(
                seen == complete || seen == complete - 1 && begun == 0,
                "checkpoint of step %s must have seen %s epochs, has seen %s: its batches were others",
                from.step(),
                complete,
                seen);
        long open = from.trace().open().examples();
        Check.that(
                seen < complete || open == (long) begun * batches.size(),
                "checkpoint of step %s has seen %s examples of its epoch, with batches of %s it would be %s",
                from.step(),
                open,
                batches.size(),
                (long) begun * batches.size());
    }

    /** Keeps checkpoints of the run so far. */
    RunningState keeping(List<Checkpoint> before) {
        checkpoints.addAll(before);
        before.forEach(checkpoint -> saved = checkpoint.step());
        return this;
    }

    Run run(Watch watch) {
        try {
            while (end.isEmpty()) {
                Workers.pollStop();
                settle();
                if (end.isEmpty() && advance()) {
                    closeEpoch();
                    watch.see(this);
                }
            }
        } catch (CancellationException stopped) {
            Workers.answerStop(stopped);
            end = Optional.of(Run.End.STOPPED);
        }
        Run run = soFar();
        watch.see(this);
        return run;
    }

    /** Does what is due between two steps, part of which a stop may have left undone, and ends the run if it ends here. */
    private void settle() {
        boolean isDue = steps > saved && training.plan().saving().isDue(steps, perEpoch);
        boolean isLast = steps >= total;
        // no batch comes before what is kept or scored to find out
        if ((isEpochOver() || isDue || isLast) && !isFinite(parameters)) {
            end = Optional.of(Run.End.DIVERGED);
            return;
        }
        closeEpoch();
        if (isDue) {
            save();
        }
        boolean isBoundary = !epochs.isEmpty() && steps == epochs.size() * perEpoch;
        end = training.plan()
                .stopping()
                .reached(isLast, isBoundary ? Optional.of(epochs.get(epochs.size() - 1)) : Optional.empty(), seconds());
    }

    private boolean isEpochOver() {
        return steps == (epochs.size() + 1) * perEpoch;
    }

    /** Makes one step, unless the loss of the batch is not finite. A stop within leaves the state as it was. */
    private boolean advance() {
        if (epoch == null || steps % perEpoch == 0) {
            epoch = batches.epoch(steps / perEpoch);
        }
        Batches.Batch batch = epoch.batch(steps % perEpoch);
        rows = rows(batch.data());
        Trace.Scores scores = step.scores(
                rows,
                parameters,
                new Rows.Batch(batch.order(), batch.from(), batch.count(), Randomness.part(batches.seed(), steps)));
        if (!Double.isFinite(scores.loss())) {
            end = Optional.of(Run.End.DIVERGED);
            return false;
        }
        if (steps % perEpoch == 0 || steps == saved) {
            good = snapshot();
        }
        descent.step(parameters, step::addGradient, rate());
        step.remember();
        open = open.plus(batch.count(), scores);
        loss = scores.loss();
        steps++;
        return true;
    }

    /** Returns the rows of the data; those that are there, if they are of the same data. */
    private Rows rows(Dataset data) {
        return rows != null && rows.data() == data ? rows : training.examples().rows(training.network(), data);
    }

    private double rate() {
        double rate = training.updates().schedule().at(steps, total);
        Check.that(
                rate >= 0 && Double.isFinite(rate),
                "learning rate of step %s must be finite and not negative, was %s",
                steps,
                rate);
        return rate;
    }

    /** Ends an epoch that is over; parameters that are not finite are left to {@link #settle}. */
    private void closeEpoch() {
        if (!isEpochOver() || !isFinite(parameters)) {
            return;
        }
        Optional<Trace.Scores> other = validation.map(this::scores);
        double rate = training.updates().schedule().at(steps - 1, total);
        epochs.add(new Trace.Epoch(epochs.size(), open.means(), other, rate, seconds()));
        open = Trace.Open.NOTHING;
    }

    private Trace.Scores scores(NetworkObjective objective) {
        double[] scores = new double[2];
        objective.scores(parameters, scores);
        return new Trace.Scores(scores[0], scores[1]);
    }

    private void save() {
        Checkpoint checkpoint = snapshot();
        training.plan().saving().folder().ifPresentOrElse(checkpoint::write, () -> checkpoints.add(checkpoint));
        saved = steps;
    }

    private Checkpoint snapshot() {
        Parameters copy = Parameters.of(training.network().layout(), parameters);
        return new Checkpoint(steps, training.network().description(), copy, descent.memory(), trace());
    }

    private Run soFar() {
        Checkpoint last = end.equals(Optional.of(Run.End.DIVERGED)) ? good : snapshot();
        return new Run(last, new Run.Ending(end.orElseThrow(), steps, loss), trace(), checkpoints);
    }

    private static boolean isFinite(float[] vector) {
        for (float number : vector) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int step() {
        return steps;
    }

    @Override
    public int steps() {
        return total;
    }

    @Override
    public int perEpoch() {
        return perEpoch;
    }

    @Override
    public double loss() {
        return loss;
    }

    @Override
    public double seconds() {
        return secondsBefore + (System.nanoTime() - began) / 1e9;
    }

    @Override
    public Trace trace() {
        return new Trace(epochs, open, seconds());
    }

    @Override
    public Optional<Run.End> end() {
        return end;
    }
}
