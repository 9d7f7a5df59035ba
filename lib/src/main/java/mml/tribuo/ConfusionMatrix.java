package mml.tribuo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Tabular;
import org.tribuo.Model;
import org.tribuo.Prediction;
import org.tribuo.classification.Label;

/**
 * How often examples of each class were taken for each class.
 *
 * @param classes in the order of the data
 * @param counts {@code counts.get(i).get(j)} examples of class {@code i} were taken for class {@code j}
 */
public record ConfusionMatrix(List<String> classes, List<List<Integer>> counts) implements Tabular {
    /**
     * Checks the sizes, and copies the lists.
     *
     * @throws IllegalArgumentException if there is not a row and a column for each class, or a count is negative
     */
    public ConfusionMatrix {
        classes = List.copyOf(classes);
        counts = counts.stream().map(List::copyOf).toList();
        Check.that(counts.size() == classes.size(), "counts must have %s rows, had %s", classes.size(), counts.size());
        for (List<Integer> row : counts) {
            Check.that(
                    row.size() == classes.size(), "every row must have %s counts, had %s", classes.size(), row.size());
            row.forEach(count -> Check.notNegative("every count", count));
        }
    }

    /**
     * Returns what a model makes of a data set.
     *
     * @param model any of Tribuo's, trained on such data
     * @param data examples with their true classes
     * @return the counts
     * @throws IllegalArgumentException if the model knows another number of features, or answers with a class that the data do
     *     not have
     */
    public static ConfusionMatrix of(Model<Label> model, Dataset data) {
        int known = model.getFeatureIDMap().size();
        Check.that(
                data.width() == known, "data must have %s features, as the model knows, have %s", known, data.width());
        return of(model.predict(Conversion.toTribuo(data)), data);
    }

    static ConfusionMatrix of(List<Prediction<Label>> predictions, Dataset data) {
        int[][] counts = new int[data.classes().size()][data.classes().size()];
        for (int i = 0; i < data.size(); i++) {
            String answer = predictions.get(i).getOutput().getLabel();
            int index = data.classes().indexOf(answer);
            Check.that(index >= 0, "answer to example %s must be one of %s, was %s", i, data.classes(), answer);
            counts[data.labels()[i]][index]++;
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int[] row : counts) {
            rows.add(IntStream.of(row).boxed().toList());
        }
        return new ConfusionMatrix(data.classes(), rows);
    }

    /**
     * Returns how many answers were right.
     *
     * @return the sum of the diagonal, of the sum of all
     * @throws IllegalArgumentException if there is no example
     */
    public Accuracy accuracy() {
        int right =
                IntStream.range(0, counts.size()).map(i -> counts.get(i).get(i)).sum();
        int total = counts.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .sum();
        return new Accuracy(right, total);
    }

    /**
     * Returns the columns of the table.
     *
     * @return the true class, then an answer each
     */
    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(List.of("true class"));
        columns.addAll(classes);
        return columns;
    }

    /**
     * Returns the rows of the table.
     *
     * @return a row for each true class: its name, then the counts
     */
    @Override
    public List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            List<Object> row = new ArrayList<>(List.of(classes.get(i)));
            row.addAll(counts.get(i));
            rows.add(row);
        }
        return rows;
    }

    /**
     * Returns the caption of the table.
     *
     * @return the accuracy
     */
    @Override
    public String toString() {
        return "confusion matrix, accuracy " + accuracy();
    }
}
