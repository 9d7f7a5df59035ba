package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisationTest {
    private static final Layout LAYOUT = Layout.of(List.of(
            new Block("w", Kind.WEIGHT, List.of(2, 3)),
            new Block("b", Kind.BIAS, List.of(3)),
            new Block("scale", Kind.SCALE, List.of(1)),
            new Block("shift", Kind.SHIFT, List.of(1)),
            new Block("state", Kind.STATE, List.of(1))));

    /** Columns (3, 4), (0, 2) and (0, 0). */
    private static final Parameters CENTRE = Parameters.of(LAYOUT, new float[] {3, 0, 0, 4, 2, 0, 9, 9, 9, 9, 9, 9});

    /** Columns (1, 0), (0, 0) and (5, 12). */
    private static final Parameters DIRECTION =
            Parameters.of(LAYOUT, new float[] {1, 0, 5, 0, 0, 12, 7, 7, 7, 7, 7, 7});

    @Test
    void everyColumnGetsTheNormOfTheSameColumnAndZeroStaysZero() {
        Parameters normalised = Normalisation.FILTER.apply(DIRECTION, CENTRE);
        // rows would give (sqrt(9 / 26), 0, ...): the filter of a neuron is a column
        assertArrayEquals(new float[] {5, 0, 0, 0, 0, 0}, normalised.block("w"));
    }

    @Test
    void aLayerGetsTheNormOfTheSameLayer() {
        float factor = (float) Math.sqrt(29.0 / 170);
        float[] expected = {factor, 0, 5 * factor, 0, 0, 12 * factor};
        assertArrayEquals(expected, Normalisation.LAYER.apply(DIRECTION, CENTRE).block("w"), 1e-6f); // one rounding
    }

    @Test
    void withoutNormalisationWeightsStay() {
        assertArrayEquals(
                DIRECTION.block("w"),
                Normalisation.NONE.apply(DIRECTION, CENTRE).block("w"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoWeightDoesNotMove(Normalisation normalisation) {
        Parameters normalised = normalisation.apply(DIRECTION, CENTRE);
        assertArrayEquals(new float[3], normalised.block("b"));
        assertArrayEquals(new float[1], normalised.block("scale"));
        assertArrayEquals(new float[1], normalised.block("shift"));
        assertArrayEquals(new float[1], normalised.block("state"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void normsOfANetworkAreThoseOfItsNeuronsAndLayers(long seed) {
        Parameters centre = Mlp.of(30, 20, 10).initial(Initialisation.he(), seed);
        Parameters raw = Directions.gaussian(centre.layout(), seed);
        Parameters filter = Normalisation.FILTER.apply(raw, centre);
        Parameters layer = Normalisation.LAYER.apply(raw, centre);
        for (String name : List.of("hidden1.weight", "head.weight")) {
            int filters = centre.layout().block(name).filters();
            assertEquals(1, norm(layer, name, 0, 1) / norm(centre, name, 0, 1), 1e-6); // roundings of the numbers
            for (int j = 0; j < filters; j++) {
                assertEquals(1, norm(filter, name, j, filters) / norm(centre, name, j, filters), 1e-6);
            }
        }
    }

    private static double norm(Parameters parameters, String block, int from, int apart) {
        float[] values = parameters.block(block);
        double squares = 0;
        for (int i = from; i < values.length; i += apart) {
            squares += (double) values[i] * values[i];
        }
        return Math.sqrt(squares);
    }

    @Test
    void everyNumberIsMultipliedByItsWeight() {
        assertArrayEquals(
                new float[] {3, 0, 0, 0, 0, 0},
                Normalisation.WEIGHT.apply(DIRECTION, CENTRE).block("w"));
    }

    @Test
    void filtersAndLayersOfNormOneDoNotLookAtTheWeights() {
        float[] filters = Normalisation.DFILTER.apply(DIRECTION, CENTRE).block("w");
        // the third column is (5, 12) / 13, though its weights are zero; the second has nothing to be made longer
        assertArrayEquals(new float[] {1, 0, 5 / 13f, 0, 0, 12 / 13f}, filters, 1e-7f); // one rounding
        float root = (float) Math.sqrt(170);
        float[] layer = Normalisation.DLAYER.apply(DIRECTION, CENTRE).block("w");
        assertArrayEquals(new float[] {1 / root, 0, 5 / root, 0, 0, 12 / root}, layer, 1e-7f);
    }

    /**
     * The authors' program copies kept biases from the parameters; programs that normalise them as a vector and then number by
     * number leave plus or minus the bias. Both are refuted by the proportions of what was drawn.
     */
    @Test
    void keptBiasesKeepTheProportionsThatWereDrawn() {
        Parameters drawn = DIRECTION.with("b", new float[] {1, -2, 2});
        Parameters at = CENTRE.with("b", new float[] {0, 3, 4});
        for (Normalisation each : List.of(Normalisation.FILTER, Normalisation.LAYER)) {
            float[] kept = each.apply(drawn, at, Entries.PARAMETERS).block("b");
            assertArrayEquals(new float[] {5 / 3f, -10 / 3f, 10 / 3f}, kept, 1e-6f); // one rounding
        }
        for (Normalisation each : List.of(Normalisation.DFILTER, Normalisation.DLAYER)) {
            float[] kept = each.apply(drawn, at, Entries.PARAMETERS).block("b");
            assertArrayEquals(new float[] {1 / 3f, -2 / 3f, 2 / 3f}, kept, 1e-6f);
        }
        assertArrayEquals(
                new float[] {0, -6, 8},
                Normalisation.WEIGHT.apply(drawn, at, Entries.PARAMETERS).block("b"));
        assertArrayEquals(
                drawn.block("b"),
                Normalisation.NONE.apply(drawn, at, Entries.PARAMETERS).block("b"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMovedIsChosenByNameAndWeightsAreAlike(Normalisation normalisation) {
        for (Entries moved : Entries.values()) {
            Parameters found = normalisation.apply(DIRECTION, CENTRE, moved);
            assertArrayEquals(normalisation.apply(DIRECTION, CENTRE).block("w"), found.block("w"));
            assertEquals(moved != Entries.WEIGHTS, found.block("b")[0] != 0);
            assertEquals(moved != Entries.WEIGHTS, found.block("scale")[0] != 0);
            assertEquals(moved != Entries.WEIGHTS, found.block("shift")[0] != 0);
            assertEquals(moved == Entries.ALL, found.block("state")[0] != 0);
        }
    }

    @Test
    void neitherArgumentIsModified() {
        float[] before = DIRECTION.values();
        Normalisation.FILTER.apply(DIRECTION, CENTRE);
        assertArrayEquals(before, DIRECTION.values());
    }

    @ParameterizedTest
    @EnumSource
    void anotherLayoutIsRefused(Normalisation normalisation) {
        Parameters other = Parameters.zeros(Layout.vector(12));
        var e = assertThrows(IllegalArgumentException.class, () -> normalisation.apply(other, CENTRE));
        assertEquals(
                "direction must have the centre's layout (5 blocks, 12 numbers), had another (1 blocks, 12 numbers)",
                e.getMessage());
    }

    @Test
    void aChoiceOfEntriesMustBeMade() {
        var e = assertThrows(IllegalArgumentException.class, () -> Normalisation.FILTER.apply(DIRECTION, CENTRE, null));
        assertEquals("moved must be one of [WEIGHTS, PARAMETERS, ALL], was null", e.getMessage());
    }
}
