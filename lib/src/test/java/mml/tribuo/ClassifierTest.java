package mml.tribuo;

import static mml.tribuo.ConversionTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.data.Images;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
    private static final Dataset TRAINING = FashionMnist.train().first(150);
    private static final Dataset TEST = FashionMnist.test().first(60);

    /** XGBoost's library exists for x86-64 only. */
    private static boolean hasXgBoost() {
        return List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
    }

    static Stream<Classifier> classifiers() {
        return Classifier.baselines(784, 1).stream();
    }

    @Test
    void thereAreSixBaselinesOrFiveWhereXgBoostHasNoLibrary() {
        List<String> names = classifiers().map(Classifier::name).toList();
        assertEquals(hasXgBoost() ? 6 : 5, names.stream().distinct().count(), names.toString());
        assertEquals(hasXgBoost(), names.contains("XGBoost of 20"));
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void aBaselineIsFarBetterThanGuessing(Classifier classifier) {
        Accuracy accuracy = ConfusionMatrix.of(classifier.fit(TRAINING), TEST).accuracy();
        assertTrue(accuracy.low() > 0.25, classifier.name() + ", where a guess has 0.1: " + accuracy);
    }

    @ParameterizedTest
    @MethodSource("classifiers")
    void aClassifierDoesTheSameAtEveryCall(Classifier classifier) {
        Dataset training = Images.cropped(TRAINING, 8, 8);
        Dataset test = Images.cropped(TEST, 8, 8);
        ConfusionMatrix first = ConfusionMatrix.of(classifier.fit(training), test);
        assertEquals(first, ConfusionMatrix.of(classifier.fit(training), test));
        Comparison comparison = Comparison.of(training, test, List.of(classifier));
        assertEquals(first, comparison.entries().get(0).confusion());
    }

    @Test
    void aComparisonHasARowForEachClassifier() {
        List<Classifier> both = List.of(
                Classifier.logisticRegression(1),
                new Classifier(
                        "network",
                        NetworkTrainer.of(Mlp.of(784, 16, 10), Start.he(), 1).epochs(3)));
        Comparison comparison = Comparison.of(TRAINING, TEST, both);
        assertEquals(
                List.of("logistic regression", "network"),
                comparison.rows().stream().map(row -> row.get(0)).toList());
        for (Comparison.Entry entry : comparison.entries()) {
            assertEquals(60, entry.accuracy().total());
            assertTrue(entry.seconds().training() > 0 && entry.seconds().predicting() > 0);
        }
        // four bytes for each of its parameters, and more for the rest
        assertTrue(comparison.entries().get(1).bytes() > 4L * (785 * 16 + 17 * 10));
        assertEquals(comparison.columns().size(), comparison.rows().get(0).size());
        ConfusionMatrix alone = ConfusionMatrix.of(both.get(1).fit(TRAINING), TEST);
        assertEquals(alone, comparison.entry("network").confusion());
        assertRefused(
                "name must be one of [logistic regression, network], was forest", () -> comparison.entry("forest"));
    }

    @Test
    void aConfusionMatrixCountsTrueClassesInRows() {
        ConfusionMatrix matrix = new ConfusionMatrix(List.of("cat", "dog"), List.of(List.of(3, 1), List.of(0, 6)));
        assertEquals(new Accuracy(9, 10), matrix.accuracy());
        assertEquals(List.of("true class", "cat", "dog"), matrix.columns());
        assertEquals(List.of(List.of("cat", 3, 1), List.of("dog", 0, 6)), matrix.rows());
        ConfusionMatrix images =
                ConfusionMatrix.of(Classifier.logisticRegression(1).fit(TRAINING), TEST);
        for (int k = 0; k < 10; k++) {
            int mine = k;
            long there = java.util.Arrays.stream(TEST.labels())
                    .filter(label -> label == mine)
                    .count();
            assertEquals(
                    there,
                    images.counts().get(k).stream().mapToInt(Integer::intValue).sum());
        }
    }

    static Stream<Arguments> intervals() {
        return Stream.of(
                arguments(81, 263, 0.2553, 0.3662),
                arguments(15, 148, 0.0624, 0.1605),
                arguments(0, 20, 0.0000, 0.1611),
                arguments(1, 29, 0.0061, 0.1718),
                arguments(20, 20, 1 - 0.1611, 1.0),
                // with so many, the interval is its middle
                arguments(750_000_000, 1_500_000_000, 0.5, 0.5));
    }

    /** R. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17, 1998, table I. */
    @ParameterizedTest
    @MethodSource("intervals")
    void intervalsAreThoseOfNewcombesTable(int right, int total, double low, double high) {
        Accuracy accuracy = new Accuracy(right, total);
        assertEquals(low, accuracy.low(), 5e-5); // half a unit of the table's last digit
        assertEquals(high, accuracy.high(), 5e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11})
    void asManyAnswersAreRightAsThereAre(int right) {
        assertRefused("right must be from 0 to 10, was " + right, () -> new Accuracy(right, 10));
        assertRefused("total must be at least 1, was 0", () -> new Accuracy(0, 0));
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        Dataset other = Dataset.of("other", List.of("a", "b"), List.of(2), new float[2], new int[1]);
        List<Classifier> one = List.of(Classifier.logisticRegression(1));
        assertRefused(
                "training and test data must have the same shape and classes, are " + TRAINING + " and " + other,
                () -> Comparison.of(TRAINING, other, one));
        assertRefused("classifiers must not be empty", () -> Comparison.of(TRAINING, TEST, List.of()));
        assertRefused(
                "names must differ, were [logistic regression, logistic regression]",
                () -> Comparison.of(TRAINING, TEST, List.of(one.get(0), one.get(0))));
        assertRefused(
                "name must not be blank, was \" \"",
                () -> new Classifier(" ", one.get(0).trainer()));
        assertRefused("trainer of a must not be null", () -> new Classifier("a", (NetworkTrainer) null));
        assertRefused("width must be at least 1, was 0", () -> Classifier.randomForest(0, 1));
        assertRefused("counts must have 2 rows, had 0", () -> new ConfusionMatrix(List.of("a", "b"), List.of()));
        assertRefused(
                "every row must have 1 counts, had 2", () -> new ConfusionMatrix(List.of("a"), List.of(List.of(1, 2))));
        assertRefused(
                "every count must be at least 0, was -1",
                () -> new ConfusionMatrix(List.of("a"), List.of(List.of(-1))));
        var strange = Classifier.logisticRegression(1)
                .fit(Dataset.of("three", List.of("a", "b", "c"), List.of(2), new float[] {0, 1}, new int[] {2}));
        assertRefused(
                "data must have 2 features, as the model knows, have 784", () -> ConfusionMatrix.of(strange, TEST));
        assertRefused("answer to example 0 must be one of [a, b], was c", () -> ConfusionMatrix.of(strange, other));
    }
}
