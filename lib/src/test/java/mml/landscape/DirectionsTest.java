package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import mml.math.Layout;
import mml.math.Parameters;
import mml.nn.model.Mlp;
import mml.nn.model.ResNet;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirectionsTest {
    @Test
    void numbersAreStandardNormal() {
        int n = 203_530;
        Parameters direction = Directions.gaussian(Mlp.of(784, 256, 10).layout(), 1);
        double sum = 0;
        for (float x : direction.values()) {
            sum += x;
        }
        assertEquals(0, sum / n, 4 / Math.sqrt(n)); // four deviations of a mean
        assertEquals(1, direction.dot(direction) / n, 4 * Math.sqrt(2.0 / n)); // and of a mean of squares
    }

    @Test
    void netsOfDifferentDepthShareTheNumbersOfTheirCommonBlocks() {
        Layout shallow = new ResidualMlp(16, 3, Shortcut.NONE).network().layout();
        Parameters deep = Directions.gaussian(
                new ResidualMlp(16, 20, Shortcut.IDENTITY).network().layout(), 5);
        for (Layout.Block block : shallow.blocks()) {
            assertArrayEquals(Directions.gaussian(shallow, 5).block(block.name()), deep.block(block.name()));
        }
        assertFalse(Arrays.equals(deep.block("block1.weight"), deep.block("block2.weight")));
    }

    @ParameterizedTest
    @EnumSource(Shortcut.class)
    void resNetsOfAnyDepthShareTheNumbersOfTheirCommonBlocks(Shortcut shortcut) {
        Parameters shallow =
                Directions.gaussian(new ResNet(8, 1, shortcut, 1).network().layout(), 5);
        Parameters deep =
                Directions.gaussian(ResNet.of(14).channels(1).network().layout(), 5);
        long common = 0;
        for (Layout.Block block : shallow.layout().blocks()) {
            assertArrayEquals(shallow.block(block.name()), deep.block(block.name()), block.name());
            common += block.size();
        }
        assertEquals(shallow.layout().size(), common);
        // with the same weights in them they are the same after normalisation by filters too
        Parameters small = new ResNet(8, 1, shortcut, 1).initial(2);
        Parameters large = ResNet.of(14).channels(1).initial(2);
        assertArrayEquals(
                Normalisation.FILTER.apply(shallow, small).block("stage3.block1.conv2.weight"),
                Normalisation.FILTER.apply(deep, large).block("stage3.block1.conv2.weight"));
    }

    @Test
    void theSameSeedGivesTheSameDirection() {
        Layout layout = Layout.vector(50);
        assertEquals(Directions.gaussian(layout, 1), Directions.gaussian(layout, 1));
        assertFalse(Directions.gaussian(layout, 1).equals(Directions.gaussian(layout, 2)));
    }

    /** Two random directions have the expected |cosine| sqrt(2 / (pi n)): section 2 of the sheet on Li et al. 2018. */
    @Test
    void randomDirectionsAreNearlyOrthogonal() {
        int n = 500;
        int draws = 200;
        double mean = 0;
        for (int seed = 0; seed < draws; seed++) {
            Parameters centre = Parameters.zeros(Layout.vector(n));
            mean += Math.abs(Plane.random(centre, Normalisation.NONE, seed).cosine()) / draws;
        }
        double deviation = Math.sqrt((1 - 2 / Math.PI) / n / draws);
        assertEquals(Math.sqrt(2 / (Math.PI * n)), mean, 4 * deviation);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void directionsOfOneSeedHaveNothingToDoWithEachOtherNorWithTheInitialParameters(long seed) {
        ResidualMlp model = new ResidualMlp(16, 20, ResidualMlp.Shortcut.NONE);
        Parameters start = model.initial(seed);
        Plane plane = Plane.random(start, Normalisation.NONE, seed);
        Line line = Line.random(start, Normalisation.NONE, seed);
        // 5,184 weights: a cosine has deviation 0.014, and five of them are 0.07
        assertEquals(0, line.direction().cosine(start), 0.07);
        assertEquals(0, plane.first().cosine(start), 0.07);
        assertEquals(0, plane.cosine(), 0.07);
        assertEquals(0, line.direction().cosine(plane.first()), 0.07);
        assertEquals(0, line.direction().cosine(plane.second()), 0.07);
    }
}
