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
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MeanPooling;
import mml.nn.model.Mlp;
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
        assertRefused("input must have at least one extent, had none", () -> Network.of(List.of(), Dense.of("a", 3)));
        assertRefused(
                "every extent of input must be at least 1, was 0", () -> Network.of(List.of(0), Dense.of("a", 3)));
        assertRefused("capacity must be at least 1, was 0", () -> NETWORK.pass(0, Layer.Mode.TRAINING));
    }

    @Test
    void layersThatAreNullAreRefusedWithTheirPlace() {
        Dense a = Dense.of("a", 2);
        assertRefused("layers must not be null, layer 1 of 3 was", () -> Network.of(List.of(2), a, null, a));
        assertRefused("layers must not be null, layer 1 of 3 was", () -> Mlp.of(null, 2, 3, 2));
        assertRefused("layers must not be null, layer 0 of 1 was", () -> Residual.of((Layer) null));
        assertRefused(
                "layers must not be null, layer 1 of 2 was",
                () -> Residual.of(a).projection(a, null));
        assertRefused(
                "body and shortcut must not be null, were Sequence[layers=[Relu[]]] and null",
                () -> new Residual(new Sequence(List.of(new Relu())), null));
    }

    @Test
    void whatIsMoreThanAnArrayCanHoldIsRefused() {
        List<Integer> large = List.of(1 << 16, 1 << 16, 3);
        String sentence = "shape must be of at most 2147483647 numbers, was ";
        assertRefused(sentence + large, () -> Network.of(large, MeanPooling.global(), Dense.of("a", 2)));
        assertRefused(
                sentence + "[32768, 32768, 2]",
                () -> Network.of(
                        List.of(1 << 15, 1 << 15, 1),
                        Residual.of(Convolution.of("c", 2), Convolution.of("d", 1)),
                        MeanPooling.global()));
        assertRefused(
                "block a.weight of shape [65536, 65536] must hold at most 2147483647 numbers",
                () -> Network.of(List.of(1 << 16), Dense.of("a", 1 << 16)));
        Network wide = Network.of(List.of(1), Dense.of("a", 1 << 16), new Relu(), Dense.of("b", 1));
        assertRefused(
                "capacity must be at most 32767 for layers of 65536 numbers, was 32768",
                () -> wide.pass(1 << 15, Layer.Mode.EVALUATION));
        Network image = Network.of(List.of(256, 256, 1), Convolution.of("c", 1));
        assertRefused(
                sentence + "[65536, 65536]",
                () -> image.jacobian(Parameters.zeros(image.layout()), new float[1 << 16]));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
