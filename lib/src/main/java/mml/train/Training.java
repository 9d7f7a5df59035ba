package mml.train;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Parameters;
import mml.math.Progress;
import mml.math.Workers;
import mml.nn.Loss;
import mml.nn.Network;
import mml.train.batch.Augmentation;
import mml.train.batch.Batches;
import mml.train.batch.Drawn;
import mml.train.batch.Online;
import mml.train.optimiser.Optimiser;
import mml.train.optimiser.Schedule;
import mml.train.optimiser.Sgd;
import mml.train.run.Checkpoint;
import mml.train.run.Run;
import mml.train.run.Watch;

/**
 * A training run as a value: everything that determines it but the initial parameters.
 *
 * <pre>{@code
 * Run run = Training.of(network, data).optimiser(Sgd.plain().momentum(0.9)).schedule(Schedule.constant(0.1))
 *         .batch(128).epochs(5).seed(1).run(start);
 * }</pre>
 *
 * <p>The same value and the same initial parameters give the same bits on one machine, whatever the number of threads,
 * and wherever the run was stopped and resumed; only an end by time is not the same twice.
 *
 * @param network what is trained
 * @param examples what it learns from
 * @param updates how a step is made
 * @param plan how long it goes on
 */
public record Training(Network network, Examples examples, Updates updates, Plan plan) {
    /**
     * Checks that the examples fit.
     *
     * @throws IllegalArgumentException if network, data and loss do not fit, or images are to be varied and there are none
     */
    public Training {
        Check.given("network", network);
        if (examples.batches() instanceof Drawn drawn) {
            examples.rows(network, drawn.data());
        }
    }

    /**
     * Returns one epoch of plain gradient descent on cross-entropy with rate 0.1, on batches of at most 128 in the order of
     * seed 1.
     *
     * @param network what is trained
     * @param data on which examples
     * @return a run to be adjusted by the methods below
     * @throws IllegalArgumentException if network and data do not fit
     */
    public static Training of(Network network, Dataset data) {
        return of(network, Batches.permuted(data));
    }

    /**
     * Returns the same on examples that are made for each step and never come again, in batches of 10.
     *
     * @param network what is trained
     * @param generator makes the examples, such as {@code TwoSpirals::of}
     * @param perEpoch how many steps are called an epoch, at least 1
     * @return a run to be adjusted by the methods below
     * @throws IllegalArgumentException if {@code perEpoch} is below 1
     */
    public static Training online(Network network, Online.Generator generator, int perEpoch) {
        return of(network, Batches.online(generator, perEpoch));
    }

    /**
     * Returns the same with another loss, such as {@code data -> SquaredError.of(targets, width)}.
     *
     * @param network what is trained
     * @param data on which examples
     * @param loss what is made small, as a function of the data
     * @return a run to be adjusted by the methods below
     * @throws IllegalArgumentException if network, data and loss do not fit
     */
    public static Training of(Network network, Dataset data, Function<Dataset, Loss> loss) {
        return of(network, Batches.permuted(data), loss);
    }

    private static Training of(Network network, Batches batches) {
        return of(network, batches, data -> Rows.crossEntropy(network, data));
    }

    private static Training of(Network network, Batches batches, Function<Dataset, Loss> loss) {
        return new Training(
                network,
                new Examples(batches, Augmentation.none(), loss),
                new Updates(Sgd.plain(), Schedule.constant(0.1)),
                new Plan(Stopping.afterEpochs(1), Saving.nothing(), Optional.empty()));
    }

    /**
     * Returns the same run with other batches.
     *
     * @param other such as {@code Batches.withReplacement(data)}, with a size and a seed of their own
     * @return the run
     * @throws IllegalArgumentException if their data do not fit
     */
    public Training batches(Batches other) {
        return new Training(network, examples.batches(other), updates, plan);
    }

    /**
     * Returns the same run with another batch size.
     *
     * @param size from 1 to the data's size
     * @return the run
     * @throws IllegalArgumentException if it lies outside
     */
    public Training batch(int size) {
        return batches(examples.batches().size(size));
    }

    /**
     * Returns the same run with another order of the examples, and other draws of all else that is random.
     *
     * @param other any number
     * @return the run
     */
    public Training seed(long other) {
        return batches(examples.batches().seed(other));
    }

    /**
     * Returns the same run on varied images.
     *
     * @param other how they are varied, anew at each step
     * @return the run
     * @throws IllegalArgumentException if the examples are no images, or too small
     */
    public Training augmentation(Augmentation other) {
        return new Training(network, examples.augmentation(other), updates, plan);
    }

    /**
     * Returns the same run with another loss.
     *
     * @param other which knows what is wanted of each example
     * @return the run
     * @throws IllegalArgumentException if it has other outputs than the network, or other examples than the data
     */
    public Training loss(Loss other) {
        Check.given("loss", other);
        return loss(data -> other);
    }

    /**
     * Returns the same run with a loss that is made from the data, as examples need that are made for each step.
     *
     * @param other such as {@code data -> SquaredError.of(data.features(), data.width())}
     * @return the run
     * @throws IllegalArgumentException if it has other outputs than the network, or other examples than the data
     */
    public Training loss(Function<Dataset, Loss> other) {
        return new Training(network, examples.loss(other), updates, plan);
    }

    /**
     * Returns the same run with another optimiser.
     *
     * @param other how a step is made
     * @return the run
     */
    public Training optimiser(Optimiser other) {
        return new Training(network, examples, new Updates(other, updates.schedule()), plan);
    }

    /**
     * Returns the same run with another schedule.
     *
     * @param other the learning rate of each step
     * @return the run
     */
    public Training schedule(Schedule other) {
        return new Training(network, examples, new Updates(updates.optimiser(), other), plan);
    }

    /**
     * Returns the same run with another number of epochs, and no other end.
     *
     * @param count at least 1
     * @return the run
     * @throws IllegalArgumentException if it is below 1
     */
    public Training epochs(int count) {
        return stopping(Stopping.afterEpochs(count));
    }

    /**
     * Returns the same run with another end.
     *
     * @param other such as {@code Stopping.afterEpochs(100).orAccuracy(1.0).orSeconds(60)}
     * @return the run
     */
    public Training stopping(Stopping other) {
        return with(new Plan(other, plan.saving(), plan.validation()));
    }

    /**
     * Returns the same run with checkpoints.
     *
     * @param other such as {@code Saving.everyEpochs(2)}
     * @return the run
     */
    public Training saving(Saving other) {
        return with(new Plan(plan.stopping(), other, plan.validation()));
    }

    /**
     * Returns the same run, which scores the network on other data after each epoch, by cross-entropy.
     *
     * @param other data that are not trained on
     * @return the run
     * @throws IllegalArgumentException if they do not fit the network
     */
    public Training validation(Dataset other) {
        return validation(NetworkObjective.of(network, other));
    }

    /**
     * Returns the same run, which scores the network after each epoch.
     *
     * @param scores of the same network on other data
     * @return the run
     * @throws IllegalArgumentException if they are of another network; the sentence has the first layer that differs
     */
    public Training validation(NetworkObjective scores) {
        Check.given("validation", scores);
        network.description().requireSame("validation", scores.rows().network().description());
        return with(new Plan(plan.stopping(), plan.saving(), Optional.of(scores)));
    }

    private Training with(Plan other) {
        return new Training(network, examples, updates, other);
    }

    /**
     * Returns how many steps the whole run has, unless it ends early.
     *
     * @return at least 1
     */
    public int steps() {
        return plan.stopping().total(examples.batches().perEpoch());
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
     * Runs, and tells after every step how far it is.
     *
     * @param start the initial parameters
     * @param progress is told the steps
     * @return what came out; look at its {@link Run#end}
     * @throws IllegalArgumentException if the parameters are another network's or not finite
     * @throws CancellationException if stopped inside a loop of {@link Workers}
     */
    public Run run(Parameters start, Progress progress) {
        return run(start, Watch.of(progress));
    }

    /**
     * Runs. If the thread is interrupted meanwhile, what is complete is returned and the interrupt flag cleared; inside a loop
     * of {@link Workers} the stop is passed on instead.
     *
     * @param start the initial parameters
     * @param watch is told how it goes
     * @return what came out; look at its {@link Run#end}
     * @throws IllegalArgumentException if the parameters are another network's or not finite
     * @throws CancellationException if stopped inside a loop of {@link Workers}
     */
    public Run run(Parameters start, Watch watch) {
        return resume(Checkpoint.start(network, start, updates.optimiser()), watch);
    }

    /**
     * Goes on from a checkpoint, in memory or read from a file; the result has the same bits as if the run had never been
     * stopped, provided that it is the same.
     *
     * @param from a moment of this run
     * @param watch is told how it goes on
     * @return what came out of the whole
     * @throws IllegalArgumentException if the checkpoint is of another network (the sentence has the first layer that differs)
     *     or another optimiser's, lies behind the end of the run, or its parameters are not finite
     * @throws CancellationException if stopped inside a loop of {@link Workers}
     */
    public Run resume(Checkpoint from, Watch watch) {
        return RunningState.of(this, from).run(watch);
    }

    /**
     * Goes on with a run that was stopped or ran out of time.
     *
     * @param stopped what came out of this run so far
     * @param progress is told the steps
     * @return what came out of the whole
     * @throws IllegalArgumentException if the run has another end, or does not belong to this training
     * @throws CancellationException if stopped inside a loop of {@link Workers}
     */
    public Run resume(Run stopped, Progress progress) {
        return resume(stopped, Watch.of(progress));
    }

    /**
     * Goes on with a run that was stopped or ran out of time.
     *
     * @param stopped what came out of this run so far
     * @param watch is told how it goes on
     * @return what came out of the whole
     * @throws IllegalArgumentException if the run has another end, or does not belong to this training
     * @throws CancellationException if stopped inside a loop of {@link Workers}
     */
    public Run resume(Run stopped, Watch watch) {
        Check.that(
                stopped.end() == Run.End.STOPPED || stopped.end() == Run.End.OUT_OF_TIME,
                "run must have been stopped, was %s",
                stopped.end());
        return RunningState.of(this, stopped.last())
                .keeping(stopped.checkpoints())
                .run(watch);
    }

    /**
     * Goes on with a run that was stopped or ran out of time, without telling anybody how far it is.
     *
     * @param stopped what came out of this run so far
     * @return what came out of the whole
     * @throws IllegalArgumentException if the run has another end, or does not belong to this training
     * @throws CancellationException if stopped inside a loop of {@link Workers}
     */
    public Run resume(Run stopped) {
        return resume(stopped, Progress.none());
    }
}
