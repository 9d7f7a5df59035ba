package mml.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeFileTest {
    private static final int LENGTH = 4_000_000;

    @TempDir
    private Path folder;

    @Test
    void aWriterThatFailsHalfWayLeavesWhatWasThere() throws IOException {
        Path target = folder.resolve("a.json");
        WholeFile.write(target, "old");
        var e = assertThrows(
                IOException.class,
                () -> WholeFile.write(target, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("no space left");
                }));
        assertEquals("no space left", e.getMessage());
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), files());
    }

    @Test
    void aWriterThatIsInterruptedLeavesWhatWasThere() throws IOException {
        Path target = folder.resolve("a.json");
        WholeFile.write(target, "old");
        Thread.currentThread().interrupt();
        assertThrows(ClosedByInterruptException.class, () -> WholeFile.write(target, "new"));
        assertTrue(Thread.interrupted());
        assertEquals("old", Files.readString(target));
        assertEquals(List.of(target), files());
    }

    @Test
    void whatCannotBeReadIsRefusedByName() throws IOException {
        Path file = folder.resolve("a.csv");
        var e = assertThrows(IOException.class, () -> WholeFile.readable(file));
        assertEquals("there is no file " + file, e.getMessage());
        e = assertThrows(IOException.class, () -> WholeFile.readable(folder));
        assertEquals(folder + " must be a file, is a folder", e.getMessage());
        Files.writeString(file, "text");
        assertEquals(file, WholeFile.readable(file));
        // an administrator may read all, Windows knows no such permission
        assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file));
        e = assertThrows(IOException.class, () -> WholeFile.readable(file));
        assertEquals(file + " must be readable, access is denied", e.getMessage());
    }

    /** The other process writes one letter over and over, the next time another one. */
    @ParameterizedTest
    @ValueSource(ints = {0, 15, 30, 60, 120})
    void aProcessThatIsKilledWhileItWritesLeavesAWholeFile(int millis) throws IOException, InterruptedException {
        Path target = folder.resolve("a.json");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        target.toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertEquals('a', writer.getInputStream().read(), "has written once");
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        String text = Files.readString(target);
        assertEquals(LENGTH, text.length());
        assertEquals(1, text.chars().distinct().count());
    }

    /** Writes until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            for (char letter = 'a'; ; letter = letter == 'z' ? 'a' : (char) (letter + 1)) {
                WholeFile.write(Path.of(arguments[0]), String.valueOf(letter).repeat(LENGTH));
                System.out.print(letter);
                System.out.flush();
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
