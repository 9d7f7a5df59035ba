package mml.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mml.math.Layout;
import mml.math.Parameters;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NetworkTest {
    private static final Network NETWORK =
            Network.of(List.of(2), Dense.of("a", 3), new Relu(), Residual.of(Dense.of("b", 3)), Dense.of("head", 2));
    private static final int SIZE = 2 * 3 + 3 + 3 * 3 + 3 + 3 * 2 + 2;

    @Test
    void theLayoutIsThatOfTheLayersInOrder() {
        assertEquals(
                List.of("a.weight", "a.bias", "b.weight", "b.bias", "head.weight", "head.bias"),
                NETWORK.layout().blocks().stream().map(Layout.Block::name).toList());
        assertEquals(SIZE, NETWORK.layout().size());
        assertEquals("network [2] -> 2 outputs, 4 layers, 29 parameters", NETWORK.toString());
    }

    @Test
    void outputsAreThoseOfTheLayersOneAfterTheOther() {
        float[] values = new float[SIZE];
        System.arraycopy(new float[] {1, 0, -1, 0, 1, -1, 0, 0, 0.5f}, 0, values, 0, 9); // a
        System.arraycopy(new float[] {0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10}, 0, values, 9, 12); // b
        System.arraycopy(new float[] {1, 0, 0, 1, 1, 1, 0, 100}, 0, values, 21, 8); // head
        Parameters parameters = Parameters.of(NETWORK.layout(), values);
        // (1, 2) -> (1, 2, -2.5) -> (1, 2, 0) -> (1, 2 + 1, 10) -> (11, 113); (-1, -1) -> (0, 0, 2.5) -> (0, 0, 12.5)
        assertArrayEquals(
                new float[] {11, 113, 12.5f, 112.5f}, NETWORK.outputs(parameters, new float[] {1, 2, -1, -1}));
    }

    @Test
    void ownParametersAreReturned() {
        Parameters own = NETWORK.initial(Initialisation.he(), 1);
        assertSame(own, NETWORK.requireOwn(own));
    }

    @Test
    void parametersOfAnotherNetworkAreRefused() {
        Parameters other = Parameters.zeros(Layout.vector(SIZE));
        String sentence =
                "parameters must have the network's layout (6 blocks, 29 numbers), had another (1 blocks, 29 numbers)";
        assertRefused(sentence, () -> NETWORK.requireOwn(other));
        assertRefused(sentence, () -> NETWORK.outputs(other, new float[2]));
    }

    @Test
    void examplesMustBeWhole() {
        Parameters own = Parameters.zeros(NETWORK.layout());
        String sentence = "examples must hold a positive multiple of 2 numbers, held ";
        assertRefused(sentence + 3, () -> NETWORK.outputs(own, new float[3]));
        assertRefused(sentence + 0, () -> NETWORK.outputs(own, new float[0]));
    }

    @Test
    void layersThatDoNotMakeANetworkAreRefused() {
        List<Integer> two = List.of(2);
        assertRefused("layers must not be empty", () -> Network.of(two));
        assertRefused("network must have a layer with parameters, had none", () -> Network.of(two, new Relu()));
        assertRefused(
                "names of blocks must differ, a.weight occurs twice",
                () -> Network.of(two, Dense.of("a", 3), Dense.of("a", 3)));
        assertRefused(
                "body and shortcut of a residual block must make the same shape, made [3] and [2]",
                () -> Network.of(two, Residual.of(Dense.of("a", 3)), Dense.of("b", 3)));
        assertRefused(
                "layer a takes vectors, its input has shape [28, 28, 1]",
                () -> Network.of(List.of(28, 28, 1), Dense.of("a", 3)));
        assertRefused("layer a takes vectors, its input has shape []", () -> Network.of(List.of(), Dense.of("a", 3)));
        assertRefused(
                "every extent of input must be at least 1, was 0", () -> Network.of(List.of(0), Dense.of("a", 3)));
        assertRefused("capacity must be at least 1, was 0", () -> NETWORK.pass(0, Layer.Mode.TRAINING));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
