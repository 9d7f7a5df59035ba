package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DatasetTest {
    private static final List<String> CLASSES = List.of("a", "b");
    private static final Dataset THREE =
            Dataset.of("three", CLASSES, List.of(1, 2), new float[] {1, 2, 3, 4, 5, 6}, new int[] {0, 1, 1});

    @Test
    void examplesAreTheRowsOfTheFeatures() {
        assertEquals(3, THREE.size());
        assertEquals(2, THREE.width());
        assertArrayEquals(new float[] {3, 4}, THREE.example(1));
        assertArrayEquals(new float[] {5, 6}, THREE.example(2));
        assertEquals("three: 3 examples of shape [1, 2] in 2 classes", THREE.toString());
    }

    @Test
    void anExampleIsACopy() {
        THREE.example(0)[0] = 9;
        assertArrayEquals(new float[] {1, 2}, THREE.example(0));
    }

    @Test
    void theFirstExamplesAreADataSet() {
        Dataset two = THREE.first(2);
        assertArrayEquals(new float[] {1, 2, 3, 4}, two.features());
        assertArrayEquals(new int[] {0, 1}, two.labels());
        assertEquals(THREE.shape(), two.shape());
        assertEquals(CLASSES, two.classes());
        assertSame(THREE, THREE.first(3));
    }

    @Test
    void classesAndShapeAreCopied() {
        List<String> classes = new ArrayList<>(CLASSES);
        List<Integer> shape = new ArrayList<>(List.of(1));
        Dataset data = Dataset.of("one", classes, shape, new float[] {1}, new int[] {0});
        classes.clear();
        shape.clear();
        assertEquals(CLASSES, data.classes());
        assertEquals(List.of(1), data.shape());
    }

    @Test
    void examplesAndCountsOutsideAreRefused() {
        assertRefused("example must be from 0 to 2, was 3", () -> THREE.example(3));
        assertRefused("example must be from 0 to 2, was -1", () -> THREE.example(-1));
        assertRefused("count must be from 1 to 3, was 0", () -> THREE.first(0));
        assertRefused("count must be from 1 to 3, was 4", () -> THREE.first(4));
    }

    @Test
    void emptyDataIsRefused() {
        assertRefused("data set d must have at least one example, had none", () -> of(new float[0]));
    }

    @Test
    void wrongSizesAreRefusedWithBoth() {
        assertRefused("features has 3 numbers, but 2 labels of shape [2] need 4", () -> of(new float[3], 0, 1));
        assertRefused("features has 4 numbers, but 1 labels of shape [2] need 2", () -> of(new float[4], 0));
    }

    @Test
    void featuresMustBeFinite() {
        float infinite = Float.NEGATIVE_INFINITY;
        assertRefused("features must be finite, value 1 was NaN", () -> of(new float[] {0, Float.NaN}, 0));
        assertRefused("features must be finite, value 0 was -Infinity", () -> of(new float[] {infinite, 0}, 0));
    }

    @Test
    void labelsMustBeClasses() {
        assertRefused("labels must be from 0 to 1, label 1 was 2", () -> of(new float[4], 0, 2));
        assertRefused("labels must be from 0 to 1, label 0 was -1", () -> of(new float[4], -1, 0));
    }

    @Test
    void nameClassesAndShapeMustMakeSense() {
        float[] one = {1};
        int[] zero = {0};
        assertRefused("name must not be blank, was \"\"", () -> Dataset.of("", CLASSES, List.of(1), one, zero));
        assertRefused(
                "number of classes must be at least 2, was 1",
                () -> Dataset.of("d", List.of("a"), List.of(1), one, zero));
        assertRefused(
                "every extent of shape must be at least 1, was 0",
                () -> Dataset.of("d", CLASSES, List.of(0), one, zero));
        assertRefused(
                "shape must have at least one extent, had none", () -> Dataset.of("d", CLASSES, List.of(), one, zero));
    }

    @Test
    void namesOfClassesMustDifferAndNotBeBlank() {
        float[] one = {1};
        int[] zero = {0};
        assertRefused(
                "names of classes must differ, were [a, a]",
                () -> Dataset.of("d", List.of("a", "a"), List.of(1), one, zero));
        assertRefused(
                "every name of a class must not be blank, was \" \"",
                () -> Dataset.of("d", List.of("a", " "), List.of(1), one, zero));
    }

    @Test
    void shapesThatNoArrayHoldsAreRefused() {
        for (List<Integer> shape : List.of(List.of(1 << 30, 1 << 30, 2), List.of(1 << 30, 1 << 30, 1 << 30, 1 << 30))) {
            assertRefused(
                    "shape must have at most 2^31 - 1 features, was " + shape,
                    () -> Dataset.of("d", CLASSES, shape, new float[0], new int[8]));
        }
    }

    private static Dataset of(float[] features, int... labels) {
        return Dataset.of("d", CLASSES, List.of(2), features, labels);
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void examplesAreSelectedByNumberInTheOrderGiven() {
        Dataset three =
                Dataset.of("three", List.of("a", "b"), List.of(2), new float[] {1, 2, 3, 4, 5, 6}, new int[] {0, 1, 0});
        Dataset selected = three.select(2, 1, 2);
        assertArrayEquals(new float[] {5, 6, 3, 4, 5, 6}, selected.features());
        assertArrayEquals(new int[] {0, 1, 0}, selected.labels());
        var e = assertThrows(IllegalArgumentException.class, () -> three.select(0, 3));
        assertEquals("example must be from 0 to 2, was 3", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, three::select);
        assertEquals("examples must not be empty", e.getMessage());
    }

    @Test
    void featuresLabelsAndNameCanBeExchanged() {
        Dataset one = Dataset.of("one", List.of("a", "b"), List.of(2), new float[] {1, 2}, new int[] {0});
        assertArrayEquals(new int[] {1}, one.withLabels(new int[] {1}).labels());
        assertEquals(List.of(1), one.withFeatures(List.of(1), new float[] {7}).shape());
        assertEquals(
                "another: 1 examples of shape [2] in 2 classes",
                one.named("another").toString());
        var e = assertThrows(IllegalArgumentException.class, () -> one.withLabels(new int[] {2}));
        assertEquals("labels must be from 0 to 1, label 0 was 2", e.getMessage());
        e = assertThrows(
                IllegalArgumentException.class, () -> one.withFeatures(List.of(2), new float[] {1, Float.NaN}));
        assertEquals("features must be finite, value 1 was NaN", e.getMessage());
    }

    @Test
    void viewsKeepTheNamesOfFeaturesAndOtherFeaturesHaveNone() {
        List<String> names = List.of("length in cm", "width in cm");
        Dataset named = THREE.withFeatureNames(names);
        assertEquals(List.of(), THREE.featureNames());
        Split split = Split.random(named, 1, 1);
        for (Dataset view : List.of(
                named,
                named.first(2),
                named.select(2, 2),
                split.train(),
                split.test(),
                named.named("other"),
                named.from(Provenance.of("here", "CC0")),
                named.withLabels(new int[] {0, 0, 1}),
                new Corruption.RandomLabels(1, 1).of(named))) {
            assertEquals(names, view.featureNames(), view::toString);
        }
        for (Dataset other : List.of(
                named.withFeatures(List.of(2), new float[6]),
                new Corruption.ShuffledPixels(1).of(named),
                new Corruption.GaussianPixels(1).of(named))) {
            assertEquals(
                    List.of(), other.featureNames(), () -> other.provenance().toString());
        }
        assertEquals(named.provenance(), THREE.provenance());
    }

    @Test
    void namesOfFeaturesMustBeOneEachDifferAndBeDrawable() {
        assertRefused("names of features must be 2, one each, were 1", () -> THREE.withFeatureNames(List.of("a")));
        assertRefused("names of features must differ, were [a, a]", () -> THREE.withFeatureNames(List.of("a", "a")));
        assertRefused(
                "every name of a feature must not be blank, was \"\"", () -> THREE.withFeatureNames(List.of("a", "")));
        assertRefused(
                "every name of a feature must have only characters that can be drawn, had U+0001 at index 1",
                () -> THREE.withFeatureNames(List.of("a", "b\u0001")));
    }

    /** The value was computed with another program: size, width, features and labels, of four bytes each, the highest first. */
    @Test
    void theHashIsThatOfTheExamplesAndNotOfTheNames() {
        assertEquals("d22a3ab96692a9006e3c82093e557979de9116ce68d0566aa735d445cf2a9395", THREE.hash());
        assertEquals(THREE.hash(), THREE.named("other").hash());
        assertNotEquals(THREE.hash(), THREE.first(2).hash());
        assertNotEquals(THREE.hash(), THREE.withLabels(new int[] {0, 1, 0}).hash());
    }
}
