package mml.nn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import mml.math.Layout;
import mml.math.Parameters;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Tanh;
import mml.nn.model.ResidualMlp.Shortcut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ModelsTest {
    private static final float[] POINTS = {0.3f, -0.7f, -1, 0.2f, 0.5f, 0.5f};

    @Test
    void numbersOfParametersAreThoseOfTheArithmetic() {
        assertEquals(
                784 * 256 + 256 + 256 * 10 + 10, Mlp.of(784, 256, 10).layout().parameterCount());
        assertEquals(203_530, Mlp.of(784, 256, 10).layout().parameterCount());
        assertEquals(5 * 2 + 2, Mlp.of(5, 2).layout().parameterCount());
        int deep = 2 * 16 + 16 + 20 * (16 * 16 + 16) + 16 * 2 + 2;
        assertEquals(
                deep, new ResidualMlp(16, 20, Shortcut.NONE).network().layout().parameterCount());
    }

    @Test
    void anActivationStandsBetweenTheDenseLayers() {
        Network network = Mlp.of(new Tanh(), 3, 4, 5, 2);
        assertEquals(
                List.of(Dense.of("hidden1", 4), new Tanh(), Dense.of("hidden2", 5), new Tanh(), Dense.of("head", 2)),
                network.layers());
    }

    @Test
    void shortcutsDoNotChangeTheLayout() {
        for (int blocks : new int[] {0, 1, 7}) {
            assertEquals(
                    new ResidualMlp(8, blocks, Shortcut.NONE).network().layout(),
                    new ResidualMlp(8, blocks, Shortcut.IDENTITY).network().layout());
        }
    }

    @Test
    void withZeroBlocksANetWithShortcutsIsTheNetWithoutBlocks() {
        ResidualMlp deep = new ResidualMlp(8, 5, Shortcut.IDENTITY);
        ResidualMlp flat = new ResidualMlp(8, 0, Shortcut.IDENTITY);
        Parameters deepParameters = deep.initial(3);
        for (int i = 1; i <= 5; i++) {
            deepParameters = deepParameters.with("block" + i + ".weight", new float[64]);
        }
        assertArrayEquals(
                flat.network().outputs(flat.initial(3), POINTS), deep.network().outputs(deepParameters, POINTS));
    }

    @Test
    void shortcutsChangeTheFunction() {
        ResidualMlp with = new ResidualMlp(8, 2, Shortcut.IDENTITY);
        ResidualMlp without = new ResidualMlp(8, 2, Shortcut.NONE);
        Parameters same = without.initial(3);
        assertFalse(Arrays.equals(
                with.network().outputs(same, POINTS), without.network().outputs(same, POINTS)));
    }

    @Test
    void initialVariancesAreThoseOfTheDescription() {
        ResidualMlp with = new ResidualMlp(100, 4, Shortcut.IDENTITY);
        ResidualMlp without = new ResidualMlp(100, 4, Shortcut.NONE);
        assertVariance(2.0 / 2, with.initial(1).block("first.weight"));
        assertVariance(2.0 / (4 * 100), with.initial(1).block("block3.weight"));
        assertVariance(2.0 / 100, without.initial(1).block("block3.weight"));
        assertVariance(1.0 / 100, with.initial(1).block("head.weight"));
        for (Layout.Block block : with.network().layout().blocks()) {
            if (block.kind() == Layout.Kind.BIAS) {
                assertArrayEquals(new float[block.size()], with.initial(1).block(block.name()));
            }
        }
    }

    private static void assertVariance(double expected, float[] sample) {
        double squares = 0;
        for (float x : sample) {
            squares += (double) x * x / sample.length;
        }
        assertEquals(1, squares / expected, 4 * Math.sqrt(2.0 / sample.length)); // four deviations of a variance
    }

    @Test
    void sizesBelowOneAreRefused() {
        assertRefused("number of widths must be at least 2, was 1", () -> Mlp.of(5));
        assertRefused("input width must be at least 1, was 0", () -> Mlp.of(0, 2));
        assertRefused("outputs of hidden1 must be at least 1, was 0", () -> Mlp.of(2, 0, 2));
        assertRefused("width must be at least 1, was 0", () -> new ResidualMlp(0, 1, Shortcut.NONE));
        assertRefused("shortcut must be one of [IDENTITY, NONE], was null", () -> new ResidualMlp(1, 1, null));
        assertRefused("shortcut must be one of [IDENTITY, NONE], was null", () -> new ResNet(20, 1, null, 3));
        assertRefused("bias must be one of [WITH, WITHOUT], was null", () -> new Vgg9(3, null));
        assertRefused("blocks must be at least 0, was -1", () -> new ResidualMlp(1, -1, Shortcut.NONE));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
