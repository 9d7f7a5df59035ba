package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardisationTest {
    private final Dataset three = Dataset.of(
            "three",
            List.of("a", "b"),
            List.of(1, 2, 2),
            new float[] {1, 10, 5, 7, 2, 10, 5, 8, 3, 10, 5, 12},
            new int[] {0, 1, 0});

    @Test
    void everyFeatureHasItsOwnMeanAndDeviation() {
        Standardisation standard = Standardisation.ofFeatures(three);
        assertArrayEquals(new double[] {2, 10, 5, 9}, standard.means(), 1e-15);
        double[] deviations = {Math.sqrt(2.0 / 3), 0, 0, Math.sqrt(14.0 / 3)};
        assertArrayEquals(deviations, standard.deviations(), 1e-15);
        float third = (float) (1 / deviations[0]);
        float last = (float) (3 / deviations[3]);
        // the two that are constant become 0
        assertArrayEquals(new float[] {third, 0, 0, last}, standard.apply(three).example(2));
    }

    @ParameterizedTest
    @ValueSource(floats = {0.1f, 1 / 255f, 1e-20f, 3e7f})
    void aConstantFeatureBecomesZeroWhateverItsValue(float value) {
        float[] features = new float[3000];
        Arrays.fill(features, value);
        Dataset constant = Dataset.of("constant", List.of("a", "b"), List.of(1), features, new int[3000]);
        Standardisation standard = Standardisation.ofFeatures(constant);
        assertArrayEquals(new double[] {value}, standard.means());
        assertArrayEquals(new double[1], standard.deviations());
        assertArrayEquals(new float[3000], standard.apply(constant).features());
    }

    @Test
    void whatWasMeasuredIsAppliedToOtherData() {
        Dataset other = three.select(1).withFeatures(List.of(1, 2, 2), new float[] {2, 11, 3, 9});
        assertArrayEquals(
                new float[] {0, 1, -2, 0},
                Standardisation.ofFeatures(three).apply(other).features());
    }

    @Test
    void aChannelIsMeasuredOverAllPixels() {
        Standardisation standard = Standardisation.ofChannels(three);
        // 1 5 2 5 3 5 and 10 7 10 8 10 12
        assertArrayEquals(new double[] {3.5, 9.5}, standard.means(), 1e-15);
        double deviation = Math.sqrt(89.0 / 6 - 3.5 * 3.5);
        assertEquals(deviation, standard.deviations()[0], 1e-15 * 10);
        assertEquals((float) (-2.5 / deviation), standard.apply(three).features()[0], 1e-6f);
    }

    @Test
    void standardisedClothesHaveMeanZeroAndDeviationOne() {
        Dataset clothes = FashionMnist.test();
        Standardisation after =
                Standardisation.ofChannels(Standardisation.ofChannels(clothes).apply(clothes));
        // single precision
        assertEquals(0, after.means()[0], 1e-6);
        assertEquals(1, after.deviations()[0], 1e-6);
    }

    @Test
    void standardisedFeaturesKeepTheirNamesButNotAsIfTheyHadTheirUnits() {
        Dataset spirals = TwoSpirals.of(10, 1);
        Dataset after = Standardisation.ofFeatures(spirals).apply(spirals);
        assertEquals(List.of("x, standardised", "y, standardised"), after.featureNames());
        assertEquals(List.of(), Standardisation.ofFeatures(three).apply(three).featureNames());
    }

    @Test
    void dataOfAnotherWidthAreRefused() {
        Standardisation standard = Standardisation.ofFeatures(three);
        var e = assertThrows(IllegalArgumentException.class, () -> standard.apply(TwoSpirals.of(4, 1)));
        assertEquals("data must have 4 features or channels, as were measured, had shape [2]", e.getMessage());
    }
}
