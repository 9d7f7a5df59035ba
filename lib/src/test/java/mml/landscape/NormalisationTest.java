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
}
