package mml.tribuo;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import mml.data.Dataset;
import mml.math.Check;
import mml.nn.Layer;
import mml.nn.Network;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;

/**
 * Data sets in both directions between this library and Tribuo.
 *
 * <p>Tribuo knows a feature by its name, and sorts names as texts; it numbers classes as it likes. Features are therefore called
 * {@code "000"}, {@code "001"}, ... with as many digits as the last one needs, so that their order stays; shape, name and the
 * order of the classes travel in the data's provenance, and come back from there.
 */
public final class Conversion {
    private Conversion() {}

    /**
     * Returns the same examples for Tribuo: every feature of every example, zeros too.
     *
     * @param data any data set
     * @return a copy, which has some 10 kB for an example of 784 features
     */
    public static MutableDataset<Label> toTribuo(Dataset data) {
        MutableDataset<Label> all = new MutableDataset<>(Origin.of(data), new LabelFactory());
        String[] names = featureNames(data.width());
        List<Label> labels = data.classes().stream().map(Label::new).toList();
        for (int i = 0; i < data.size(); i++) {
            // copies, as Tribuo may sort or change an example's own
            all.add(new ArrayExample<>(labels.get(data.labels()[i]), names.clone(), values(data, i)));
        }
        return all;
    }

    private static double[] values(Dataset data, int example) {
        int from = example * data.width();
        return IntStream.range(from, from + data.width())
                .mapToDouble(i -> data.features()[i])
                .toArray();
    }

    /** Returns names that are in order as texts. */
    static String[] featureNames(int width) {
        int digits = String.valueOf(width - 1).length();
        return IntStream.range(0, width)
                .mapToObj(i -> "0".repeat(digits - String.valueOf(i).length()) + i)
                .toArray(String[]::new);
    }

    /**
     * Returns the same examples for this library, converted once. Data that come from {@link #toTribuo}, or are a part of such,
     * are what they were, bit for bit, with all classes in their order. Others have the features in Tribuo's order, which is
     * that of their names, and the classes in the order of Tribuo's numbers; features are rounded to single precision.
     *
     * @param data at least one example, of at least two classes
     * @return a copy
     * @throws IllegalArgumentException if an example lacks a feature, has one that the data set does not know, one that is not
     *     finite in single precision, or no label
     */
    public static Dataset fromTribuo(org.tribuo.Dataset<Label> data) {
        return fromTribuo(data, Domain.of(data));
    }

    static Dataset fromTribuo(org.tribuo.Dataset<Label> data, Domain domain) {
        Check.that(data.size() > 0, "Tribuo's data set must have at least one example, had none");
        List<Example<Label>> examples =
                StreamSupport.stream(data.spliterator(), false).toList();
        int[] labels = new int[examples.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = domain.classOf(examples.get(i), i);
        }
        return Dataset.of(domain.name(), domain.classes(), domain.shape(), domain.features(examples), labels);
    }

    /** Returns examples that a network can learn from, in the shape of its input. */
    static Dataset forNetwork(Network network, org.tribuo.Dataset<Label> data, Domain domain) {
        int inputs = Layer.size(network.input());
        int outputs = network.outputs();
        int width = domain.columns().size();
        int classes = domain.classes().size();
        Check.that(width == inputs, "data have %s features, network takes %s", width, inputs);
        Check.that(classes == outputs, "data have %s classes, network has %s outputs", classes, outputs);
        int number = 0;
        for (Example<Label> example : data) {
            Check.that(example.getWeight() == 1, "example %s must have weight 1, had %s", number, example.getWeight());
            number++;
        }
        return fromTribuo(data, new Domain(domain.name(), network.input(), domain.columns(), domain.classes()));
    }
}
