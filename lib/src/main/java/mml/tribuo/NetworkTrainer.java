package mml.tribuo;

import com.oracle.labs.mlrg.olcut.config.Config;
import com.oracle.labs.mlrg.olcut.provenance.Provenance;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil.HashType;
import com.oracle.labs.mlrg.olcut.provenance.primitives.HashProvenance;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Parameters;
import mml.nn.Network;
import mml.train.Training;
import mml.train.optimiser.Optimiser;
import mml.train.optimiser.Schedule;
import mml.train.optimiser.Sgd;
import mml.train.run.Run;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.provenance.ModelProvenance;
import org.tribuo.provenance.TrainerProvenance;
import org.tribuo.provenance.impl.TrainerProvenanceImpl;

/**
 * Training of a network by cross-entropy as Tribuo knows it: from a data set to a model that says how it came about.
 *
 * <pre>{@code
 * NetworkTrainer trainer = NetworkTrainer.of(Mlp.of(784, 256, 10), Start.he(), 1).epochs(5).schedule(Schedule.cosine(0.1));
 * NetworkModel model = trainer.train(Conversion.toTribuo(data));
 * model.serializeToFile(path);
 * }</pre>
 *
 * <p>Every setting is a text or a number, so that the model's provenance holds them all, and {@link Repetition} trains the same
 * network again, to the same bits on the same kind of machine. Unlike trainers of Tribuo's own, this one does the same at
 * every call: its seed is not moved on.
 */
public final class NetworkTrainer implements Trainer<Label> {
    @Config(mandatory = true, description = "The layers and the shape of their input, as JSON.")
    private String network;

    @Config(mandatory = true, description = "How the first parameters are drawn, as JSON.")
    private String start;

    @Config(mandatory = true, description = "The optimiser, as JSON.")
    private String optimiser;

    @Config(mandatory = true, description = "The learning rate of each step, as JSON.")
    private String schedule;

    @Config(description = "The most examples of a batch.")
    private int batch = 128;

    @Config(description = "How often all examples are seen.")
    private int epochs = 1;

    @Config(description = "Of the first parameters, and of the order of the examples.")
    private long seed = 1;

    private int invocations;

    /** For Tribuo's configuration, which sets what is mandatory. */
    private NetworkTrainer() {}

    /** Reads all settings, as a provenance has them. */
    NetworkTrainer(Repetition.Settings settings) {
        network = settings.of("network", String.class);
        start = settings.of("start", String.class);
        optimiser = settings.of("optimiser", String.class);
        schedule = settings.of("schedule", String.class);
        batch = settings.of("batch", Integer.class);
        epochs = settings.of("epochs", Integer.class);
        seed = settings.of("seed", Long.class);
    }

    private NetworkTrainer(NetworkTrainer other) {
        network = other.network;
        start = other.start;
        optimiser = other.optimiser;
        schedule = other.schedule;
        batch = other.batch;
        epochs = other.epochs;
        seed = other.seed;
    }

    /**
     * Returns one epoch of plain gradient descent with rate 0.1, on batches of at most 128.
     *
     * @param network what is trained
     * @param start how its first parameters are drawn
     * @param seed of the first parameters, and of the order of the examples
     * @return a trainer to be adjusted by the methods below
     * @throws IllegalArgumentException if a layer is not made of records, numbers and texts, and so cannot be written down
     */
    public static NetworkTrainer of(Network network, Start start, long seed) {
        NetworkTrainer trainer = new NetworkTrainer();
        trainer.network = Notation.write("network", Notation.Architecture.of(network));
        trainer.start = Notation.write("start", start);
        trainer.seed = seed;
        Quiet.please();
        return trainer.optimiser(Sgd.plain()).schedule(Schedule.constant(0.1));
    }

    /**
     * Returns the same trainer with another optimiser.
     *
     * @param other how a step is made
     * @return the trainer
     * @throws IllegalArgumentException if it is no record
     */
    public NetworkTrainer optimiser(Optimiser other) {
        NetworkTrainer trainer = new NetworkTrainer(this);
        trainer.optimiser = Notation.write("optimiser", other);
        return trainer;
    }

    /**
     * Returns the same trainer with another schedule.
     *
     * @param other the learning rate of each step
     * @return the trainer
     * @throws IllegalArgumentException if it is no record, as those of {@link Schedule} are
     */
    public NetworkTrainer schedule(Schedule other) {
        NetworkTrainer trainer = new NetworkTrainer(this);
        trainer.schedule = Notation.write("schedule", other);
        return trainer;
    }

    /**
     * Returns the same trainer with another batch size.
     *
     * @param size the most examples of a batch, at least 1
     * @return the trainer
     * @throws IllegalArgumentException if it is below 1
     */
    public NetworkTrainer batch(int size) {
        NetworkTrainer trainer = new NetworkTrainer(this);
        trainer.batch = Check.positive("size", size);
        return trainer;
    }

    /**
     * Returns the same trainer with another number of epochs.
     *
     * @param count at least 1
     * @return the trainer
     * @throws IllegalArgumentException if it is below 1
     */
    public NetworkTrainer epochs(int count) {
        NetworkTrainer trainer = new NetworkTrainer(this);
        trainer.epochs = Check.positive("count", count);
        return trainer;
    }

    Network network() {
        return Notation.read("network", network, Notation.Architecture.class).network();
    }

    /**
     * Trains a network, as {@link #train(org.tribuo.Dataset, Map)} does.
     *
     * @param examples all with every feature, a label and weight 1
     * @return the model
     */
    @Override
    public NetworkModel train(org.tribuo.Dataset<Label> examples) {
        return train(examples, Map.of());
    }

    /**
     * Trains a network.
     *
     * @param examples all with every feature, a label and weight 1
     * @param more what the model's provenance is to say besides
     * @return the model
     * @throws IllegalArgumentException if the examples do not fit the network, or an example lacks a feature or has one too many
     * @throws IllegalStateException if the training diverges
     * @throws CancellationException if the thread is interrupted; its flag stays set
     */
    @Override
    public NetworkModel train(org.tribuo.Dataset<Label> examples, Map<String, Provenance> more) {
        Domain domain = Domain.of(examples);
        Network made = network();
        Dataset data = Conversion.forNetwork(made, examples, domain);
        Parameters parameters = complete(training(made, data)
                        .run(Notation.read("start", start, Start.class).parameters(made, seed)))
                .parameters();
        Map<String, Provenance> instance = new HashMap<>(more);
        instance.put(Repetition.DATA, new HashProvenance(HashType.SHA256, Repetition.DATA, data.hash()));
        ModelProvenance provenance = new ModelProvenance(
                NetworkModel.class.getName(),
                OffsetDateTime.now(),
                examples.getProvenance(),
                getProvenance(),
                instance);
        invocations++;
        return NetworkModel.of(provenance, examples.getFeatureIDMap(), domain.classes(), new Trained(made, parameters));
    }

    private Training training(Network made, Dataset data) {
        return Training.of(made, data)
                .optimiser(Notation.read("optimiser", optimiser, Optimiser.class))
                .schedule(Notation.read("schedule", schedule, Schedule.class))
                .batch(Math.min(batch, data.size()))
                .epochs(epochs)
                .seed(seed);
    }

    private static Run complete(Run run) {
        if (run.end() == Run.End.STOPPED) {
            Thread.currentThread().interrupt();
            throw new CancellationException(run.toString());
        } else if (run.end() != Run.End.COMPLETE) {
            throw new IllegalStateException(run.toString());
        }
        return run;
    }

    @Override
    public int getInvocationCount() {
        return invocations;
    }

    @Override
    public void setInvocationCount(int count) {
        invocations = Check.notNegative("count", count);
    }

    @Override
    public TrainerProvenance getProvenance() {
        return new TrainerProvenanceImpl(this);
    }

    @Override
    public String toString() {
        return network() + " for " + epochs + " epochs of batches of " + batch + ", seed " + seed;
    }
}
