package mml.tribuo;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.labs.mlrg.olcut.util.Pair;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mml.math.Check;
import mml.math.Parameters;
import mml.nn.Layer;
import mml.nn.Network;
import org.tribuo.Example;
import org.tribuo.Excuse;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ModelDataCarrier;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;

/**
 * A trained network as Tribuo knows models: it predicts, is evaluated, saved and loaded like any other.
 *
 * <p>Tribuo's number of a class is that of the network's output. Scores are probabilities, the softmax of the outputs.
 */
public final class NetworkModel extends Model<Label> {
    private static final long serialVersionUID = 1;
    private static final int VERSION = 0;

    private final transient Trained trained;
    private final transient Domain domain;

    private NetworkModel(
            String name,
            ModelProvenance provenance,
            ImmutableFeatureMap features,
            ImmutableOutputInfo<Label> outputs,
            Trained trained) {
        super(name, provenance, features, outputs, true);
        this.trained = trained;
        this.domain = new Domain(name, trained.network().input(), Domain.columns(features), classes(outputs));
    }

    static NetworkModel of(
            ModelProvenance provenance, ImmutableFeatureMap features, List<String> classes, Trained trained) {
        Map<Label, Integer> numbers = new LinkedHashMap<>();
        classes.forEach(one -> numbers.put(new Label(one), numbers.size()));
        ImmutableOutputInfo<Label> outputs = new LabelFactory().constructInfoForExternalModel(numbers);
        return new NetworkModel("network", provenance, features, outputs, trained);
    }

    private static List<String> classes(ImmutableOutputInfo<Label> outputs) {
        List<String> classes = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            classes.add(outputs.getOutput(i).getLabel());
        }
        return classes;
    }

    /**
     * Returns the network.
     *
     * @return without parameters
     */
    public Network network() {
        return trained.network();
    }

    /**
     * Returns what the network was trained to.
     *
     * @return the network's parameters
     */
    public Parameters parameters() {
        return trained.parameters();
    }

    /**
     * Returns the class of each output.
     *
     * @return in their order
     */
    public List<String> classes() {
        return domain.classes();
    }

    /**
     * Predicts one example.
     *
     * @param example with every feature of the model and no other
     * @return the class of the largest output, with the probabilities of all
     * @throws IllegalArgumentException if a feature is missing, unknown or not finite
     */
    @Override
    public Prediction<Label> predict(Example<Label> example) {
        return innerPredict(List.of(example)).get(0);
    }

    @Override
    protected List<Prediction<Label>> innerPredict(Iterable<Example<Label>> examples) {
        List<Example<Label>> all = new ArrayList<>();
        examples.forEach(all::add);
        if (all.isEmpty()) {
            return List.of();
        }
        float[] outputs = network().outputs(parameters(), domain.features(all));
        List<Prediction<Label>> predictions = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            predictions.add(prediction(all.get(i), outputs, i * network().outputs()));
        }
        return predictions;
    }

    private Prediction<Label> prediction(Example<Label> example, float[] outputs, int from) {
        int best = 0;
        int count = classes().size();
        for (int k = 1; k < count; k++) {
            best = outputs[from + k] > outputs[from + best] ? k : best;
        }
        double[] exponentials = new double[count];
        double sum = 0;
        for (int k = 0; k < count; k++) {
            exponentials[k] = Math.exp((double) outputs[from + k] - outputs[from + best]);
            sum += exponentials[k];
        }
        Map<String, Label> scores = new LinkedHashMap<>();
        for (int k = 0; k < count; k++) {
            scores.put(classes().get(k), new Label(classes().get(k), exponentials[k] / sum));
        }
        return new Prediction<>(
                scores.get(classes().get(best)), scores, domain.columns().size(), example, true);
    }

    /** A network weighs no feature alone. */
    @Override
    public Map<String, List<Pair<String, Double>>> getTopFeatures(int n) {
        return Map.of();
    }

    /** A network gives no reason. */
    @Override
    public Optional<Excuse<Label>> getExcuse(Example<Label> example) {
        return Optional.empty();
    }

    @Override
    protected NetworkModel copy(String name, ModelProvenance provenance) {
        return new NetworkModel(name, provenance, featureIDMap, outputIDInfo, trained);
    }

    @Override
    public ModelProto serialize() {
        SavedNetwork saved = new SavedNetwork(
                createDataCarrier().serialize(),
                Notation.write("network", Notation.Architecture.of(network())),
                classes(),
                trained.bits());
        return ModelProto.newBuilder()
                .setVersion(VERSION)
                .setClassName(NetworkModel.class.getName())
                .setSerializedData(saved.packed())
                .build();
    }

    /**
     * Returns a saved model; called by {@link Model#deserialize}.
     *
     * @param version of the form in which it was saved
     * @param className of the model
     * @param message what was saved
     * @return the model
     * @throws InvalidProtocolBufferException if the message is no network
     * @throws IllegalArgumentException if it is of a later version, or its parts do not go together
     */
    public static NetworkModel deserializeFromProto(int version, String className, Any message)
            throws InvalidProtocolBufferException {
        Check.that(version == VERSION, "saved network must be of version %s, was %s", VERSION, version);
        SavedNetwork saved = SavedNetwork.of(message);
        ModelDataCarrier<?> data = ModelDataCarrier.deserialize(saved.metadata());
        Network network = Notation.read("network", saved.architecture(), Notation.Architecture.class)
                .network();
        requireTogether(network, data.featureDomain().size(), saved.classes());
        NetworkModel model =
                of(data.provenance(), data.featureDomain(), saved.classes(), Trained.of(network, saved.parameters()));
        model.setName(data.name());
        return model;
    }

    private static void requireTogether(Network network, int features, List<String> classes) {
        int inputs = Layer.size(network.input());
        Check.that(features == inputs, "saved network must have %s features, as it takes, had %s", inputs, features);
        Check.that(
                classes.size() == network.outputs(),
                "saved network must have an output for each of %s classes, had %s",
                classes.size(),
                network.outputs());
        Check.that(
                classes.stream().distinct().count() == classes.size(),
                "classes of a saved network must differ, were %s",
                classes);
    }

    /** Tribuo leaves Java's own serialisation behind; a model without its network must not come out of it. */
    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("a network is saved by serializeToFile");
    }
}
