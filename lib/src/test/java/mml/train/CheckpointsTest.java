package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
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
import mml.train.batch.Augmentation;
import mml.train.batch.Batches;
import mml.train.optimiser.Adam;
import mml.train.optimiser.Optimiser;
import mml.train.optimiser.Sgd;
import mml.train.optimiser.WeightDecay;
import mml.train.run.Checkpoint;
import mml.train.run.Run;
import mml.train.run.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Three epochs of four steps on images. */
class CheckpointsTest {
    private static final Dataset DATA = FashionMnist.train().first(120);
    private static final Network NETWORK = Mlp.of(784, 8, 10);
    private static final Parameters START = NETWORK.initial(Initialisation.he(), 1);
    private static final Training PLAIN =
            Training.of(NETWORK, DATA).batch(32).epochs(3).validation(DATA.first(50));

    @TempDir
    private Path folder;

    static Stream<Training> all() {
        Training adam = PLAIN.optimiser(Adam.standard().decay(WeightDecay.decoupled(0.1)));
        return Stream.of(
                PLAIN,
                PLAIN.optimiser(Sgd.plain().momentum(0.9))
                        .augmentation(Augmentation.padAndCrop(4).flip()),
                PLAIN.optimiser(Sgd.plain().nesterov(0.9))
                        .batches(Batches.withReplacement(DATA).size(32)),
                adam,
                adam.augmentation(Augmentation.padAndCrop(2)),
                adam.batches(Batches.online((count, seed) -> DATA.first(count), 4)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRunGoesOnFromAFileOfAnyStepWithTheSameBits(Training training) {
        Run whole = training.run(START);
        int[] steps = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        training.saving(Saving.afterSteps(steps).in(folder)).run(START);
        List<Path> files = Checkpoint.in(folder);
        assertEquals(13, files.size());
        for (int step = 0; step < 13; step++) {
            Checkpoint checkpoint = Checkpoint.read(files.get(step), NETWORK);
            assertEquals(step, checkpoint.step());
            Run rest = training.resume(checkpoint, now -> {});
            assertEquals(whole.parameters(), rest.parameters());
            assertEquals(whole.last().memory(), rest.last().memory());
            assertArrayEquals(
                    whole.trace().column(Trace.Epoch::loss), rest.trace().column(Trace.Epoch::loss));
            assertArrayEquals(
                    whole.trace().column(Trace.Epoch::validationLoss),
                    rest.trace().column(Trace.Epoch::validationLoss));
        }
    }

    @Test
    void checkpointsBeginAtTheStartAndFollowTheirDistance() {
        Run run = PLAIN.saving(Saving.everyEpochs(2).andSteps(5)).run(START);
        List<Checkpoint> kept = run.checkpoints();
        assertEquals(List.of(0, 5, 8), kept.stream().map(Checkpoint::step).toList());
        assertEquals(START, kept.get(0).parameters());
        assertEquals(PLAIN.epochs(2).run(START).parameters(), kept.get(2).parameters());
        assertEquals(List.of(), PLAIN.run(START).checkpoints());
        assertEquals(run.parameters(), PLAIN.resume(kept.get(1), now -> {}).parameters());
    }

    @Test
    void aFileHoldsAllThatACheckpointDoes() {
        Training adam = PLAIN.optimiser(Adam.standard()).saving(Saving.afterSteps(10));
        Checkpoint checkpoint = adam.run(START).checkpoints().get(0);
        assertEquals(checkpoint, Checkpoint.read(checkpoint.write(folder), NETWORK));
    }

    @Test
    void aStopWhileAFileIsWrittenIsAStopAndLeavesNoFile() throws IOException {
        Checkpoint start = Checkpoint.start(NETWORK, START, Sgd.plain());
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> start.write(folder));
        assertTrue(Thread.interrupted(), "the flag stays set");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aFileThatIsNotWholeIsRefused() throws IOException {
        Path file = Checkpoint.start(NETWORK, START, Sgd.plain()).write(folder);
        byte[] bytes = Files.readAllBytes(file);
        String name = "step-00000000.checkpoint";
        for (int length : new int[] {24, 1000, bytes.length - 1}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertRefused(name + " must have " + bytes.length + " bytes, has " + length + ": it was cut short", file);
        }
        Files.write(file, new byte[10]);
        assertRefused(name + " must have a header of 24 bytes, has 10", file);
        Files.write(file, new byte[100]);
        assertRefused(name + " must begin with the letters MMLC: it is no checkpoint", file);
        byte[] newer = bytes.clone();
        newer[7] = 3;
        Files.write(file, newer);
        assertRefused(name + " must have version 2, has 3", file);
    }

    @Test
    void aFileWithOneWrongBitIsRefused() throws IOException {
        Path file = Checkpoint.start(NETWORK, START, Sgd.plain()).write(folder);
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {16, 24, 500, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 4;
            Files.write(file, damaged);
            var e = assertThrows(IllegalArgumentException.class, () -> Checkpoint.read(file, NETWORK));
            assertTrue(e.getMessage().endsWith(": it is damaged"), e.getMessage());
        }
    }

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
                mixed.write(folder));
        assertRefused(
                "parameters must have the network's layout (4 blocks, 6370 numbers), had another (4 blocks, 7165 numbers)",
                () -> PLAIN.resume(mixed, now -> {}));
    }

    @Test
    void aCheckpointOfAnotherTrainingIsRefused() {
        Checkpoint start = Checkpoint.start(NETWORK, START, Sgd.plain());
        assertRefused(
                "memory must be of [mean, mean square], was of []",
                () -> PLAIN.optimiser(Adam.standard()).resume(start, now -> {}));
        Checkpoint end = PLAIN.run(START).last();
        assertRefused(
                "checkpoint must not lie behind the run's 4 steps, was of step 12",
                () -> PLAIN.epochs(1).resume(end, now -> {}));
        assertRefused(
                "checkpoint of step 12 must have seen 6 epochs, has seen 3: its batches were others",
                () -> PLAIN.batch(60).epochs(9).resume(end, now -> {}));
        Checkpoint bad = new Checkpoint(
                12, end.network(), START.plus(Double.POSITIVE_INFINITY, START), end.memory(), end.trace());
        var e = assertThrows(IllegalArgumentException.class, () -> PLAIN.resume(bad, now -> {}));
        assertTrue(e.getMessage().startsWith("parameters must be finite, value "), e.getMessage());
    }

    @Test
    void whatIsMissingIsRefused() {
        assertRefused(
                "folder of checkpoints must exist, was " + folder.resolve("none"),
                () -> Checkpoint.in(folder.resolve("none")));
        Path none = Checkpoint.file(folder, 7);
        var e = assertThrows(UncheckedIOException.class, () -> Checkpoint.read(none, NETWORK));
        assertEquals(
                "checkpoint " + none + " cannot be read: java.nio.file.NoSuchFileException: " + none, e.getMessage());
        assertRefused("everyEpochs must be at least 1, was 0", () -> Saving.everyEpochs(0));
        assertRefused("every step must be at least 0, was -1", () -> Saving.afterSteps(-1));
    }

    private static void assertRefused(String sentence, Path file) {
        assertRefused(sentence, () -> Checkpoint.read(file, NETWORK));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
