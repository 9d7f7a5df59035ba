package mml.tribuo;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Tabular;
import mml.math.Workers;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/**
 * Several classifiers on the same data: how often each is right, how long it takes, and how large its saved model is.
 *
 * <pre>{@code
 * Comparison.of(train, test, List.of(Classifier.logisticRegression(1), new Classifier("network", trainer)))
 * }</pre>
 *
 * @param entries in the order of the classifiers
 */
public record Comparison(List<Entry> entries) implements Tabular {
    private static final List<String> COLUMNS =
            List.of("classifier", "accuracy", "low", "high", "seconds to train", "seconds to predict", "size in kB");

    /**
     * How long a classifier took, without the conversion of the data.
     *
     * @param training in seconds
     * @param predicting all test examples, in seconds
     */
    public record Seconds(double training, double predicting) {}

    /**
     * What came out of one classifier.
     *
     * @param name of the classifier
     * @param confusion of the test examples
     * @param seconds how long it took
     * @param bytes of the saved model
     */
    public record Entry(String name, ConfusionMatrix confusion, Seconds seconds, long bytes) {
        /**
         * Returns how often it was right.
         *
         * @return the share of test examples, with Wilson's interval
         */
        public Accuracy accuracy() {
            return confusion.accuracy();
        }
    }

    /** Copies the list. */
    public Comparison {
        entries = List.copyOf(entries);
    }

    /**
     * Trains and tries classifiers, one after the other, so that none takes time from another.
     *
     * @param training what they learn from
     * @param test what they are tried on, of the same shape and classes
     * @param classifiers at least one, with different names
     * @return the results
     * @throws IllegalArgumentException if the data do not go together, or two names are the same, or there is none
     * @throws CancellationException if the thread is interrupted between two classifiers, or while a network is trained
     */
    public static Comparison of(Dataset training, Dataset test, List<Classifier> classifiers) {
        Check.that(
                training.shape().equals(test.shape()) && training.classes().equals(test.classes()),
                "training and test data must have the same shape and classes, are %s and %s",
                training,
                test);
        Check.that(!classifiers.isEmpty(), "classifiers must not be empty");
        List<String> names = classifiers.stream().map(Classifier::name).toList();
        Check.that(names.stream().distinct().count() == names.size(), "names must differ, were %s", names);
        MutableDataset<Label> seen = Conversion.toTribuo(training);
        MutableDataset<Label> unseen = Conversion.toTribuo(test);
        List<Entry> entries = new ArrayList<>();
        for (Classifier classifier : classifiers) {
            Workers.pollStop();
            long start = System.nanoTime();
            Model<Label> model = classifier.fit(seen);
            long trained = System.nanoTime();
            List<Prediction<Label>> answers = model.predict(unseen);
            Seconds seconds = new Seconds((trained - start) * 1e-9, (System.nanoTime() - trained) * 1e-9);
            entries.add(new Entry(
                    classifier.name(),
                    ConfusionMatrix.of(answers, test),
                    seconds,
                    model.serialize().getSerializedSize()));
        }
        return new Comparison(entries);
    }

    /**
     * Returns what came out of one classifier.
     *
     * @param name of the classifier
     * @return its entry
     * @throws IllegalArgumentException if there is no such classifier
     */
    public Entry entry(String name) {
        List<String> names = entries.stream().map(Entry::name).toList();
        Check.that(names.contains(name), "name must be one of %s, was %s", names, name);
        return entries.get(names.indexOf(name));
    }

    /**
     * Returns the columns of the table.
     *
     * @return their names
     */
    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    /**
     * Returns the rows of the table.
     *
     * @return a row for each classifier
     */
    @Override
    public List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        for (Entry entry : entries) {
            Accuracy accuracy = entry.accuracy();
            rows.add(List.of(
                    entry.name,
                    accuracy.share(),
                    accuracy.low(),
                    accuracy.high(),
                    entry.seconds.training,
                    entry.seconds.predicting,
                    entry.bytes / 1000.0));
        }
        return rows;
    }

    /**
     * Returns the caption of the table.
     *
     * @return what was compared
     */
    @Override
    public String toString() {
        return entries.size() + " classifiers, with Wilson's interval of 95 % for the accuracy";
    }
}
