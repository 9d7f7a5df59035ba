package mml.train;

import java.util.List;
import java.util.concurrent.CancellationException;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Parameters;
import mml.math.Progress;
import mml.math.Workers;
import mml.nn.Layer.Mode;
import mml.nn.Network;

/**
 * A training run as a value: everything that determines it but the initial parameters.
 *
 * <pre>{@code
 * Run run = Training.of(network, data).optimiser(Sgd.plain().momentum(0.9)).schedule(Schedule.constant(0.1))
 *         .batch(128).epochs(5).seed(1).run(start);
 * }</pre>
 *
 * <p>The same value and the same initial parameters give the same bits on one machine, whatever the number of threads. The
 * loss is softmax cross-entropy.
 *
 * @param network what is trained
 * @param data on which examples
 * @param optimiser how a step is made
 * @param schedule the learning rate of each step
 * @param batch how many examples a step sees, from 1 to the data's size
 * @param epochs how often it sees all of them, at least 1
 * @param seed of the order of the examples
 * @param checkpointEvery how many epochs lie between two checkpoints; 0 for none
 */
public record Training(
        Network network,
        Dataset data,
        Sgd optimiser,
        Schedule schedule,
        int batch,
        int epochs,
        long seed,
        int checkpointEvery) {
    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if network and data do not fit, the batch is empty or larger than the data, there is no
     *     epoch, or {@code checkpointEvery} is negative
     */
    public Training {
        rows(network, data);
        new Batches(data.size(), batch, seed);
        Check.positive("epochs", epochs);
        Check.notNegative("checkpointEvery", checkpointEvery);
    }

    /**
     * Returns one epoch of plain gradient descent with rate 0.1 on batches of at most 128, in the order of seed 1.
     *
     * @param network what is trained
     * @param data on which examples
     * @return a run to be adjusted by the methods below
     * @throws IllegalArgumentException if network and data do not fit
     */
    public static Training of(Network network, Dataset data) {
        return new Training(network, data, Sgd.plain(), Schedule.constant(0.1), Math.min(128, data.size()), 1, 1, 0);
    }

    /**
     * Returns the same run with another optimiser.
     *
     * @param other how a step is made
     * @return the run
     */
    public Training optimiser(Sgd other) {
        return new Training(network, data, other, schedule, batch, epochs, seed, checkpointEvery);
    }

    /**
     * Returns the same run with another schedule.
     *
     * @param other the learning rate of each step
     * @return the run
     */
    public Training schedule(Schedule other) {
        return new Training(network, data, optimiser, other, batch, epochs, seed, checkpointEvery);
    }

    /**
     * Returns the same run with another batch size.
     *
     * @param size from 1 to the data's size
     * @return the run
     * @throws IllegalArgumentException if it lies outside
     */
    public Training batch(int size) {
        return new Training(network, data, optimiser, schedule, size, epochs, seed, checkpointEvery);
    }

    /**
     * Returns the same run with another number of epochs.
     *
     * @param count at least 1
     * @return the run
     * @throws IllegalArgumentException if it is below 1
     */
    public Training epochs(int count) {
        return new Training(network, data, optimiser, schedule, batch, count, seed, checkpointEvery);
    }

    /**
     * Returns the same run with another order of the examples.
     *
     * @param other of the permutations
     * @return the run
     */
    public Training seed(long other) {
        return new Training(network, data, optimiser, schedule, batch, epochs, other, checkpointEvery);
    }

    /**
     * Returns the same run with a checkpoint at its start and after every so many epochs.
     *
     * @param count how many epochs lie between two checkpoints; 0 for none
     * @return the run
     * @throws IllegalArgumentException if it is negative
     */
    public Training checkpointEvery(int count) {
        return new Training(network, data, optimiser, schedule, batch, epochs, seed, count);
    }

    /**
     * Returns how many steps the whole run has.
     *
     * @return batches an epoch times epochs
     */
    public int steps() {
        return Math.multiplyExact(new Batches(data.size(), batch, seed).perEpoch(), epochs);
    }

    /**
     * Runs without telling anybody how far it is.
     *
     * @param start the initial parameters
     * @return what came out; look at its {@link Run#end}
     * @throws IllegalArgumentException if the parameters are another network's or not finite
     */
    public Run run(Parameters start) {
        return run(start, Progress.none());
    }

    /**
     * Runs. If the thread is interrupted meanwhile, what is complete is returned and the interrupt flag cleared; inside a loop
     * of {@link Workers} the stop is passed on instead.
     *
     * @param start the initial parameters
     * @param progress is told after every epoch, counted in steps
     * @return what came out; look at its {@link Run#end}
     * @throws IllegalArgumentException if the parameters are another network's or not finite
     * @throws CancellationException if stopped inside a loop of {@link Workers}
     */
    public Run run(Parameters start, Progress progress) {
        Check.finite("start", start.values());
        List<Run.Checkpoint> first = checkpointEvery > 0 ? List.of(new Run.Checkpoint(0, start)) : List.of();
        return resume(
                new Run(
                        network.requireOwn(start),
                        Parameters.zeros(network.layout()),
                        0,
                        Run.End.STOPPED,
                        new Trace(List.of(), Trace.Open.NOTHING),
                        first),
                progress);
    }

    /**
     * Goes on with a run that was stopped; the result has the same bits as if it had not been.
     *
     * @param stopped what came out of this run so far
     * @param progress is told after every epoch, counted in steps
     * @return what came out of the whole
     * @throws IllegalArgumentException if it was not stopped but has another end, or its parameters or velocity are another
     *     network's
     * @throws CancellationException if stopped inside a loop of {@link Workers}
     */
    public Run resume(Run stopped, Progress progress) {
        Check.that(stopped.end() == Run.End.STOPPED, "run must have been stopped, was %s", stopped.end());
        network.requireOwn(stopped.parameters());
        network.requireOwn(stopped.velocity());
        RunningState state = new RunningState(this, stopped, progress);
        try {
            state.run();
        } catch (CancellationException e) {
            Workers.answerStop(e);
        }
        return state.soFar();
    }

    /**
     * Goes on with a run that was stopped, without telling anybody how far it is.
     *
     * @param stopped what came out of this run so far
     * @return what came out of the whole
     * @throws IllegalArgumentException if it was not stopped but has another end, or its parameters or velocity are another
     *     network's
     * @throws CancellationException if stopped inside a loop of {@link Workers}
     */
    public Run resume(Run stopped) {
        return resume(stopped, Progress.none());
    }

    Rows rows() {
        return rows(network, data);
    }

    private static Rows rows(Network network, Dataset data) {
        return new Rows(network, data, Rows.crossEntropy(network, data), Mode.TRAINING);
    }
}
