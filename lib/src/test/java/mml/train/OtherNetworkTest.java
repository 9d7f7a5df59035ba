package mml.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Layer;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Dropout;
import mml.nn.layer.Relu;
import mml.nn.layer.Softsign;
import mml.nn.layer.Tanh;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MeanPooling;
import mml.nn.layer.norm.BatchNormalisation;
import mml.nn.model.Mlp;
import mml.train.optimiser.Optimiser;
import mml.train.optimiser.Sgd;
import mml.train.run.Checkpoint;
import mml.train.run.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checkpoints of a network that is another function of parameters of, perhaps, the same layout. */
class OtherNetworkTest {
    private static final Dataset DATA = FashionMnist.train().first(20);
    private static final Network NETWORK = Mlp.of(784, 8, 10);

    @TempDir
    private Path folder;

    static Stream<Arguments> others() {
        Layer[] norm = {Dense.of("a", 4), BatchNormalisation.of("n"), new Relu(), new Dropout(0.1), Dense.of("b", 10)};
        Layer[] tanh = {norm[0], norm[1], new Tanh(), norm[3], norm[4]};
        Layer[] momentum = {norm[0], BatchNormalisation.of("n").momentum(0.2), norm[2], norm[3], norm[4]};
        Layer[] share = {norm[0], norm[1], norm[2], new Dropout(0.2), norm[4]};
        Layer[] longer = {norm[0], norm[1], norm[2], norm[3], norm[4], new Softsign()};
        Layer[] wider = {Dense.of("a", 5), norm[1], norm[2], norm[3], norm[4]};
        return Stream.of(
                Arguments.of(norm, tanh, "\"layer 2: Relu\"", "\"layer 2: Tanh\""),
                Arguments.of(
                        momentum,
                        norm,
                        "\"layer 1: BatchNormalisation(name n, momentum 0.2, epsilon 0.00001)\"",
                        "\"layer 1: BatchNormalisation(name n, momentum 0.1, epsilon 0.00001)\""),
                Arguments.of(share, norm, "\"layer 3: Dropout(share 0.2)\"", "\"layer 3: Dropout(share 0.1)\""),
                Arguments.of(longer, norm, "\"layer 5: Softsign\"", "nothing more"),
                Arguments.of(norm, longer, "nothing more", "\"layer 5: Softsign\""),
                Arguments.of(
                        wider,
                        norm,
                        "\"layer 0: Dense(name a, outputs 5, bias WITH)\"",
                        "\"layer 0: Dense(name a, outputs 4, bias WITH)\""));
    }

    @ParameterizedTest
    @MethodSource("others")
    void aCheckpointOfAnotherNetworkIsRefusedWithItsFirstOtherLayer(
            Layer[] theirs, Layer[] ours, String had, String wanted) {
        Network other = Network.of(List.of(784), theirs);
        Network own = Network.of(List.of(784), ours);
        Checkpoint checkpoint = Checkpoint.start(other, other.initial(Initialisation.he(), 1), Sgd.plain());
        String sentence = " is of another network: it has " + had + ", this network " + wanted;
        assertRefused(
                "checkpoint of step 0" + sentence, () -> Training.of(own, DATA).resume(checkpoint, now -> {}));
        Path file = checkpoint.write(folder);
        assertRefused("step-00000000.checkpoint" + sentence, () -> Checkpoint.read(file, own));
    }

    @Test
    void imagesOfAnotherShapeAreAnotherNetwork() {
        Layer[] layers = {Convolution.of("c", 2), MeanPooling.global(), Dense.of("d", 10)};
        Network wide = Network.of(List.of(14, 56, 1), layers);
        Network square = Network.of(List.of(28, 28, 1), layers);
        Path file = Checkpoint.start(wide, wide.initial(Initialisation.he(), 1), Sgd.plain())
                .write(folder);
        assertRefused(
                "step-00000000.checkpoint is of another network: it has \"input: [14, 56, 1]\","
                        + " this network \"input: [28, 28, 1]\"",
                () -> Checkpoint.read(file, square));
    }

    @Test
    void blocksThatAreNotThoseOfTheLayersAreRefused() {
        Network other = Mlp.of(784, 9, 10);
        Parameters parameters = other.initial(Initialisation.he(), 1);
        Checkpoint mixed =
                new Checkpoint(0, NETWORK.description(), parameters, new Optimiser.Memory(0, Map.of()), Trace.NOTHING);
        assertRefused(
                "step-00000000.checkpoint is of another network: its block 0 is hidden1.weight [784, 9] (WEIGHT),"
                        + " this network's hidden1.weight [784, 8] (WEIGHT)",
                () -> Checkpoint.read(mixed.write(folder), NETWORK));
        assertRefused(
                "parameters must have the network's layout (4 blocks, 6370 numbers), had another (4 blocks, 7165 numbers)",
                () -> Training.of(NETWORK, DATA).resume(mixed, now -> {}));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
