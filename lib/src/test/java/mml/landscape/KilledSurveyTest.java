package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mml.math.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Surfaces of processes that are killed, run out of room, or meet another process. */
@Timeout(60)
class KilledSurveyTest {
    private static final int POINTS = 289;
    private static final int THREADS = 2;

    @TempDir
    private Path folder;

    /** Computes the surface in the file named, some milliseconds a point, and prints what it says if it cannot. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            long pause = Long.parseLong(arguments[1]);
            try {
                Workers.with(THREADS, () -> survey(Path.of(arguments[0]), pause).run());
            } catch (RuntimeException e) {
                System.out.print(e.getMessage());
            }
        }
    }

    private static Landscapes waves(long pause) {
        return Landscapes.of("waves", (x, y) -> {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                throw new IllegalStateException("stopped", e);
            }
            return x == 0 ? Double.NaN : Math.sin(5 * x) / x + Math.exp(y);
        });
    }

    private static Survey<Surface> survey(Path file, long pause) {
        return Landscapes.PLANE
                .survey(waves(pause), Landscapes.AXIS, Landscapes.AXIS)
                .in(file);
    }

    private static Process start(Path file, long pause, String... before) throws IOException {
        List<String> command = new ArrayList<>(List.of(before));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData", // a file of its own, which a small disk would not take
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                file.toString(),
                Long.toString(pause)));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits until a process has written so many points. */
    private static void await(Path file, int points) throws InterruptedException {
        while (!Files.exists(file) || size(file) == 0 || Surface.read(file).done() < points) {
            Thread.sleep(2);
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static void assertWhole(Path file) {
        Landscapes waves = waves(0);
        int done = Surface.read(file).done();
        Surface resumed = Landscapes.PLANE
                .survey(waves, Landscapes.AXIS, Landscapes.AXIS)
                .in(file)
                .run();
        assertTrue(resumed.isComplete());
        assertEquals(POINTS - done, waves.computed().get(), "only what was waiting was computed");
        Surface undisturbed = Landscapes.PLANE.surface(waves, Landscapes.AXIS, Landscapes.AXIS);
        assertEquals(undisturbed.grid("value"), resumed.grid("value"));
        assertEquals(undisturbed.grid("double"), resumed.grid("double"));
    }

    @Test
    void aKilledProcessLosesThePointsUnderWorkAndTheOthersHaveTheSameBits() throws Exception {
        Path file = folder.resolve("surface.txt");
        for (int points : new int[] {1, 60, 150}) {
            Process running = start(file, 5);
            try {
                await(file, points);
            } finally {
                running.destroyForcibly().waitFor();
            }
            int done = Surface.read(file).done();
            assertTrue(done >= points && done < POINTS, done + " points were done");
        }
        assertWhole(file);
    }

    @Test
    void aFileThatAnotherProcessWritesIsRefusedButCanBeLookedAt() throws Exception {
        Path file = folder.resolve("surface.txt");
        Process running = start(file, 50);
        try {
            await(file, 5);
            var e = assertThrows(
                    IllegalStateException.class, () -> survey(file, 0).run());
            assertEquals(file + " is being written by another process", e.getMessage());
            assertTrue(survey(file, 0).estimate().waiting() < POINTS);
        } finally {
            running.destroyForcibly().waitFor();
        }
        assertWhole(file);
    }

    @Test
    void aFullDiskEndsTheSurfaceWithASentenceAndWhatWasWrittenIsWhole() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the size of files is limited by a shell");
        Path file = folder.resolve("surface.txt");
        // blocks of 512 or 1024 bytes: room for the header and some, but not all, of the points
        Process running = start(file, 0, "/bin/sh", "-c", "ulimit -f 8 && exec \"$@\"", "sh");
        String said = new String(running.getInputStream().readAllBytes(), java.nio.charset.Charset.defaultCharset());
        assertTrue(running.waitFor(30, TimeUnit.SECONDS));
        assertTrue(said.startsWith("surface file " + file + " cannot be written: "), said);
        assertTrue(said.endsWith("; what was written is whole, and the surface can go on from there"), said);
        assertTrue(Files.readString(file).endsWith("\n"), "the torn line is cut off");
        int done = Surface.read(file).done();
        assertTrue(done > 20 && done < POINTS, done + " points were done");
        assertFalse(Surface.read(file).isComplete());
        assertWhole(file);
    }
}
