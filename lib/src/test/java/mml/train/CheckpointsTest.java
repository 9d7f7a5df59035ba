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
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.model.Mlp;
import mml.train.batch.Augmentation;
import mml.train.batch.Batches;
import mml.train.optimiser.Adam;
import mml.train.optimiser.Sgd;
import mml.train.optimiser.WeightDecay;
import mml.train.run.Checkpoint;
import mml.train.run.Run;
import mml.train.run.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertRefused("step must be at least 0, was -1", () -> Checkpoint.file(folder, -1));
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
