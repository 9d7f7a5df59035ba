package mml.train;

import java.util.ArrayList;
import java.util.List;
import mml.math.Parameters;
import mml.math.Progress;
import mml.math.Randomness;
import mml.math.Workers;

/** A run under way: what changes from step to step. */
final class RunningState {
    private final Training training;
    private final Progress progress;
    private final Batches batches;
    private final Rows rows;
    private final float[] parameters;
    private final float[] velocity;
    private final float[] gradient;
    private final List<Trace.Epoch> epochs;
    private final List<Run.Checkpoint> checkpoints;
    private final long began = System.nanoTime();
    private int steps;
    private Run.End end = Run.End.STOPPED;
    private Trace.Open open;

    RunningState(Training training, Run from, Progress progress) {
        this.training = training;
        this.progress = progress;
        this.batches = new Batches(training.data().size(), training.batch(), training.seed());
        this.rows = training.rows();
        this.parameters = from.parameters().values();
        this.velocity = from.velocity().values();
        this.gradient = new float[parameters.length];
        this.epochs = new ArrayList<>(from.trace().epochs());
        this.checkpoints = new ArrayList<>(from.checkpoints());
        this.steps = from.steps();
        this.open = from.trace().open();
    }

    void run() {
        int perEpoch = batches.perEpoch();
        int[] order = null;
        while (steps < training.steps()) {
            Workers.pollStop();
            if (order == null || steps % perEpoch == 0) {
                order = batches.order(steps / perEpoch);
            }
            if (!step(order, steps % perEpoch * training.batch())) {
                end = Run.End.DIVERGED;
                return;
            }
            if (steps % perEpoch == 0) {
                endEpoch(steps / perEpoch);
            }
        }
        // no batch comes after the last step to find out
        end = isFinite(parameters) ? Run.End.COMPLETE : Run.End.DIVERGED;
    }

    private static boolean isFinite(float[] vector) {
        for (float number : vector) {
            if (!Float.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    /** Makes one step, unless the loss of the batch is not finite. A stop within leaves the state as it was. */
    private boolean step(int[] order, int from) {
        int count = Math.min(training.batch(), order.length - from);
        Rows.Scores scores = rows.gradient(
                parameters, new Rows.Batch(order, from, count, Randomness.part(training.seed(), steps)), gradient);
        if (!Double.isFinite(scores.loss())) {
            return false;
        }
        training.optimiser()
                .step(parameters, gradient, velocity, training.schedule().at(steps, training.steps()));
        open = new Trace.Open(open.loss() + scores.loss() * count, open.right() + scores.accuracy() * count);
        steps++;
        return true;
    }

    private void endEpoch(int done) {
        int size = training.data().size();
        double seconds = (System.nanoTime() - began) / 1e9;
        double rate = training.schedule().at(steps - 1, training.steps());
        epochs.add(new Trace.Epoch(done - 1, open.loss() / size, open.right() / size, rate, seconds));
        open = Trace.Open.NOTHING;
        if (training.checkpointEvery() > 0 && done % training.checkpointEvery() == 0) {
            checkpoints.add(new Run.Checkpoint(done, snapshot(parameters)));
        }
        progress.report(steps, training.steps(), seconds);
    }

    private Parameters snapshot(float[] vector) {
        return Parameters.of(training.network().layout(), vector);
    }

    Run soFar() {
        return new Run(snapshot(parameters), snapshot(velocity), steps, end, new Trace(epochs, open), checkpoints);
    }
}
