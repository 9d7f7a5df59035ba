package mml.tribuo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import mml.data.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.dataset.DatasetView;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

class ConversionTest {
    /** Eleven features, so that names without leading zeros would be out of order; classes neither sorted nor all there. */
    private static final Dataset DATA = Dataset.of(
            "three", List.of("zebra", "ant", "none", "monkey"), List.of(11), features(), new int[] {1, 0, 3});

    private static float[] features() {
        float[] features = new float[33];
        for (int i = 0; i < features.length; i++) {
            features[i] = i % 4 == 0 ? 0 : (float) Math.exp(i - 16) / 3;
        }
        return features;
    }

    @Test
    void whatComesBackIsTheSame() {
        assertSame(DATA, Conversion.fromTribuo(Conversion.toTribuo(DATA)));
    }

    @Test
    void whatTribuoSavesAndReadsIsTheSame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Conversion.toTribuo(DATA).serializeToStream(bytes);
        var read = org.tribuo.Dataset.deserializeFromStream(new ByteArrayInputStream(bytes.toByteArray()));
        assertSame(DATA, Conversion.fromTribuo(org.tribuo.Dataset.castDataset(read, Label.class)));
    }

    @Test
    void aPartKeepsTheOrderOfAllClasses() {
        Dataset part = Conversion.fromTribuo(new DatasetView<>(Conversion.toTribuo(DATA), new int[] {2, 0}, "part"));
        assertEquals(DATA.classes(), part.classes());
        assertArrayEquals(new int[] {3, 1}, part.labels());
        assertArrayEquals(DATA.example(2), part.example(0));
    }

    @Test
    void otherDataHaveFeaturesByNameAndClassesByTribuosNumber() {
        MutableDataset<Label> other = others();
        other.add(new ArrayExample<>(new Label("yes"), new String[] {"b", "a"}, new double[] {2, 1}));
        other.add(new ArrayExample<>(new Label("no"), new String[] {"a", "b"}, new double[] {3, 4}));
        Dataset data = Conversion.fromTribuo(other);
        assertArrayEquals(new float[] {1, 2, 3, 4}, data.features());
        for (int i = 0; i < 2; i++) {
            assertEquals(other.getOutputIDInfo().getID(other.getExample(i).getOutput()), data.labels()[i]);
            assertEquals(
                    other.getExample(i).getOutput().getLabel(), data.classes().get(data.labels()[i]));
        }
    }

    @Test
    void aTribuoDataSetWithMissingFeaturesIsRefused() {
        MutableDataset<Label> sparse = others();
        sparse.add(new ArrayExample<>(new Label("yes"), new String[] {"a", "b"}, new double[] {1, 2}));
        sparse.add(new ArrayExample<>(new Label("no"), new String[] {"b"}, new double[] {3}));
        assertRefused(
                "example 1 must have all 2 features, lacks \"a\"; if it means 0, densify the data",
                () -> Conversion.fromTribuo(sparse));
    }

    @Test
    void whatIsNotFiniteInSinglePrecisionIsRefused() {
        MutableDataset<Label> large = others();
        large.add(new ArrayExample<>(new Label("yes"), new String[] {"a", "b"}, new double[] {1, 1e300}));
        large.add(new ArrayExample<>(new Label("no"), new String[] {"a", "b"}, new double[] {1, 1}));
        assertRefused(
                "feature \"b\" of example 0 must be finite in single precision, was 1.0E300",
                () -> Conversion.fromTribuo(large));
    }

    @Test
    void anEmptyDataSetAndAnExampleWithoutLabelAreRefused() {
        assertRefused(
                "Tribuo's data set must have at least one example, had none", () -> Conversion.fromTribuo(others()));
        MutableDataset<Label> unlabelled = Conversion.toTribuo(DATA);
        unlabelled.add(new ArrayExample<>(LabelFactory.UNKNOWN_LABEL, Conversion.featureNames(11), new double[11]));
        assertRefused(
                "label of example 3 must be one of [zebra, ant, none, monkey], was "
                        + LabelFactory.UNKNOWN_LABEL.getLabel(),
                () -> Conversion.fromTribuo(unlabelled));
    }

    private static MutableDataset<Label> others() {
        LabelFactory labels = new LabelFactory();
        return new MutableDataset<>(new SimpleDataSourceProvenance("by hand", labels), labels);
    }

    private static void assertSame(Dataset expected, Dataset actual) {
        assertEquals(expected.name(), actual.name());
        assertEquals(expected.classes(), actual.classes());
        assertEquals(expected.shape(), actual.shape());
        assertArrayEquals(expected.features(), actual.features());
        assertArrayEquals(expected.labels(), actual.labels());
    }

    static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
