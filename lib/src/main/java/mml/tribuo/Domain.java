package mml.tribuo;

import com.oracle.labs.mlrg.olcut.util.Pair;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import mml.math.Check;
import org.tribuo.Example;
import org.tribuo.Feature;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.classification.Label;
import org.tribuo.provenance.DataProvenance;
import org.tribuo.provenance.DatasetProvenance;

/**
 * In which order features and classes stand in arrays.
 *
 * @param name of the data
 * @param shape of one example
 * @param columns the place of each feature, by its name
 * @param classes in their order
 */
record Domain(String name, List<Integer> shape, Map<String, Integer> columns, List<String> classes) {
    static Domain of(org.tribuo.Dataset<Label> data) {
        Map<String, Integer> columns = columns(data.getFeatureIDMap());
        Optional<Origin> ours = origin(data.getProvenance())
                .filter(origin -> origin.shape().stream().reduce(1, Math::multiplyExact) == columns.size());
        return ours.map(origin -> new Domain(origin.name(), origin.shape(), columns, origin.classes()))
                .orElseGet(() ->
                        new Domain("Tribuo's data", List.of(columns.size()), columns, classes(data.getOutputIDInfo())));
    }

    /** Returns the place of each feature: Tribuo's number, which is that of the names in order. */
    static Map<String, Integer> columns(ImmutableFeatureMap features) {
        Map<String, Integer> columns = new HashMap<>();
        features.forEach(feature -> columns.put(feature.getName(), features.getID(feature.getName())));
        return Collections.unmodifiableMap(columns);
    }

    private static List<String> classes(ImmutableOutputInfo<Label> outputs) {
        return StreamSupport.stream(outputs.spliterator(), false)
                .sorted((a, b) -> Integer.compare(a.getA(), b.getA()))
                .map(Pair::getB)
                .map(Label::getLabel)
                .toList();
    }

    private static Optional<Origin> origin(DataProvenance provenance) {
        if (provenance instanceof Origin origin) {
            return Optional.of(origin);
        }
        // a split or a fold holds the provenance of the whole; what was transformed is no longer what it was
        return provenance instanceof DatasetProvenance part
                        && part.getTransformationProvenance().getList().isEmpty()
                ? origin(part.getSourceProvenance())
                : Optional.empty();
    }

    /** Returns the class of an example. */
    int classOf(Example<Label> example, int number) {
        String label = example.getOutput().getLabel();
        int index = classes.indexOf(label);
        Check.that(index >= 0, "label of example %s must be one of %s, was %s", number, classes, label);
        return index;
    }

    /** Returns the features of some examples, row-major. */
    float[] features(List<? extends Example<Label>> examples) {
        int width = columns.size();
        float[] all = new float[Math.multiplyExact(examples.size(), width)];
        IntStream.range(0, examples.size()).forEach(i -> write(examples.get(i), i, all));
        return all;
    }

    private void write(Example<Label> example, int number, float[] into) {
        int width = columns.size();
        boolean[] seen = new boolean[width];
        for (Feature feature : example) {
            Integer column = columns.get(feature.getName());
            if (column == null) {
                throw refusal("example %d has a feature \"%s\" that is unknown here", number, feature.getName());
            }
            float value = (float) feature.getValue();
            if (!Float.isFinite(value)) {
                throw refusal(
                        "feature \"%s\" of example %d must be finite in single precision, was %s",
                        feature.getName(), number, feature.getValue());
            }
            if (seen[column]) {
                throw refusal("example %d must have feature \"%s\" once, had it twice", number, feature.getName());
            }
            seen[column] = true;
            into[number * width + column] = value;
        }
        requireAll(seen, number);
    }

    private void requireAll(boolean[] seen, int number) {
        for (Map.Entry<String, Integer> column : columns.entrySet()) {
            if (!seen[column.getValue()]) {
                throw refusal(
                        "example %d must have all %d features, lacks \"%s\"; if it means 0, densify the data",
                        number, columns.size(), column.getKey());
            }
        }
    }

    private static IllegalArgumentException refusal(String sentence, Object... values) {
        return new IllegalArgumentException(String.format(Locale.ROOT, sentence, values));
    }
}
