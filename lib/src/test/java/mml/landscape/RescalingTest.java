package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mml.data.Dataset;
import mml.data.TwoSpirals;
import mml.math.Grid.Axis;
import mml.math.Parameters;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.NetworkObjective;
import mml.train.Training;
import mml.train.optimiser.Schedule;
import mml.train.optimiser.Sgd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A ReLU net without shortcuts computes the same function when one layer's weights and biases are multiplied by 16 and the
 * next layer's weights divided by 16. A power of two is exact in floating point, so that curves which are normalised by
 * filters or layers agree bit for bit.
 *
 * <p>Source: section 5 of the sheet on Li et al. 2018, and section 3 of the paper.
 */
class RescalingTest {
    private static final Dataset DATA = TwoSpirals.of(600, 1);
    private static final ResidualMlp MODEL = new ResidualMlp(16, 3, Shortcut.NONE);
    private static final Parameters TRAINED = Training.of(MODEL.network(), DATA)
            .optimiser(Sgd.plain().momentum(0.9).decay(5e-4).clip(5))
            .schedule(Schedule.cosine(0.05))
            .batch(50)
            .epochs(30)
            .run(MODEL.initial(1))
            .parameters();
    private static final NetworkObjective OBJECTIVE = NetworkObjective.of(MODEL.network(), DATA);
    private static final Axis AXIS = new Axis(-1, 1, 21);

    private static Parameters rescaled(String layer, String next) {
        Parameters parameters = TRAINED;
        for (String block : new String[] {layer + ".weight", layer + ".bias"}) {
            parameters = parameters.with(block, times(16, parameters.block(block)));
        }
        return parameters.with(next + ".weight", times(1 / 16f, parameters.block(next + ".weight")));
    }

    private static float[] times(float factor, float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }

    private static double[] losses(Parameters centre, Normalisation normalisation) {
        return Line.random(centre, normalisation, 1).curve(OBJECTIVE, AXIS).values("loss");
    }

    @ParameterizedTest
    @CsvSource({"first, block1", "block2, block3", "block3, head"})
    void theFunctionIsTheSameBitForBit(String layer, String next) {
        assertArrayEquals(
                MODEL.network().outputs(TRAINED, DATA.features()),
                MODEL.network().outputs(rescaled(layer, next), DATA.features()));
    }

    @ParameterizedTest
    @CsvSource({"first, block1", "block2, block3", "block3, head"})
    void normalisedCurvesAgreeBitForBit(String layer, String next) {
        Parameters rescaled = rescaled(layer, next);
        for (Normalisation each : new Normalisation[] {Normalisation.FILTER, Normalisation.LAYER}) {
            assertArrayEquals(losses(TRAINED, each), losses(rescaled, each), each.toString());
        }
    }

    @Test
    void curvesWithoutNormalisationDifferByALargeFactor() {
        double[] before = losses(TRAINED, Normalisation.NONE);
        double[] after = losses(rescaled("block2", "block3"), Normalisation.NONE);
        assertEquals(before[10], after[10]);
        double largest = 0;
        for (int i = 0; i < before.length; i++) {
            largest = Math.max(largest, Math.max(before[i] / after[i], after[i] / before[i]));
        }
        assertTrue(largest > 5, "largest ratio " + largest);
    }
}
