package mml.train.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import mml.math.Check;
import mml.math.Parameters;
import mml.math.WholeFile;
import mml.nn.Description;
import mml.nn.Network;
import mml.train.optimiser.Optimiser;

/**
 * A moment of a run, from which it can go on bit for bit: between two steps.
 *
 * @param step how many steps were complete
 * @param network what the network is that was trained
 * @param parameters a copy
 * @param memory the optimiser's
 * @param trace what was seen so far
 */
public record Checkpoint(int step, Description network, Parameters parameters, Optimiser.Memory memory, Trace trace) {
    private static final String ENDING = ".checkpoint";

    /**
     * Checks the step, and that all is there.
     *
     * @throws IllegalArgumentException if the step is negative, or something is null
     */
    public Checkpoint {
        Check.notNegative("step", step);
        Check.given("network", network);
        Check.given("parameters", parameters);
        Check.given("memory", memory);
        Check.given("trace", trace);
    }

    /**
     * Returns a run's beginning.
     *
     * @param network what is trained
     * @param start its initial parameters
     * @param optimiser whose memory is empty yet
     * @return the moment before the first step
     * @throws IllegalArgumentException if the parameters have another layout than the network
     */
    public static Checkpoint start(Network network, Parameters start, Optimiser optimiser) {
        network.requireOwn(start);
        return new Checkpoint(
                0, network.description(), start, optimiser.start(start.layout()).memory(), Trace.NOTHING);
    }

    /**
     * Returns where a checkpoint of a step is kept.
     *
     * @param folder where a run keeps its checkpoints
     * @param step how many steps were complete
     * @return such as {@code folder/step-00000120.checkpoint}; sorted by name they are sorted by step
     * @throws IllegalArgumentException if the step is negative
     */
    public static Path file(Path folder, int step) {
        return folder.resolve(String.format(Locale.ROOT, "step-%08d", Check.notNegative("step", step)) + ENDING);
    }

    /**
     * Writes the checkpoint into a folder; the file is there whole, or as it was before.
     *
     * @param folder made if it does not exist; a checkpoint of the same step is replaced
     * @return the file
     * @throws UncheckedIOException if it cannot be written
     * @throws CancellationException if the thread is interrupted meanwhile; its flag stays set
     */
    public Path write(Path folder) {
        Path file = file(folder, step);
        try {
            byte[] bytes = CheckpointBytes.of(this);
            WholeFile.write(file, out -> out.write(bytes));
            return file;
        } catch (ClosedByInterruptException e) {
            throw new CancellationException("stopped while " + file + " was written");
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a checkpoint.
     *
     * @param file as written by {@link #write}
     * @param network that it must belong to
     * @return the checkpoint
     * @throws IllegalArgumentException if the file is no checkpoint, cut short, damaged, or of another network: with another
     *     layout, or a layer with another setting
     * @throws UncheckedIOException if it does not exist or cannot be read
     */
    public static Checkpoint read(Path file, Network network) {
        try {
            return CheckpointBytes.read(String.valueOf(file.getFileName()), Files.readAllBytes(file), network);
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint " + file + " cannot be read: " + e, e);
        }
    }

    /**
     * Returns the checkpoints in a folder.
     *
     * @param folder where a run keeps them
     * @return the files in the order of their steps
     * @throws IllegalArgumentException if it is no folder
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<Path> in(Path folder) {
        Check.that(Files.isDirectory(folder), "folder of checkpoints must exist, was %s", folder);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("step-\\d+\\" + ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + folder + " cannot be read", e);
        }
    }

    @Override
    public String toString() {
        return "checkpoint of step " + step + ": " + trace;
    }
}
