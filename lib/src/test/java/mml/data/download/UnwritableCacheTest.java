package mml.data.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mml.math.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache on which something stands in the way; the server would give the right file. */
class UnwritableCacheTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final Hash HASH =
            new Hash("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Hash.Of.FILE);

    @TempDir
    private Path folder;

    private Server server;

    @BeforeEach
    void begin() throws IOException {
        server = new Server(ABC);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private byte[] read() throws IOException {
        RemoteFile file = new RemoteFile(
                "set/file",
                HASH,
                List.of(),
                Stream.of("/right", "/moved").map(server::at).toList());
        return new Cache(folder.resolve("cache"), Duration.ofSeconds(5))
                .read(file, InputStream::readAllBytes, Progress.none());
    }

    private void assertRefused() {
        String sentence = assertThrows(IOException.class, this::read).getMessage();
        assertTrue(
                sentence.startsWith("cannot write to the folder for downloads, " + folder.resolve("cache") + " ("),
                sentence);
        assertTrue(sentence.endsWith("); the environment variable MML_DATA names another"), sentence);
    }

    @Test
    void aFileInsteadOfTheCacheIsRefusedBeforeAnythingIsFetched() throws IOException {
        Files.write(folder.resolve("cache"), ABC);
        assertRefused();
        assertEquals(List.of(), server.asked());
    }

    @Test
    void aFileInsteadOfTheSetsFolderIsRefusedBeforeAnythingIsFetched() throws IOException {
        Files.createDirectories(folder.resolve("cache"));
        Files.write(folder.resolve("cache/set"), ABC);
        assertRefused();
        assertEquals(List.of(), server.asked());
    }

    @Test
    void aFolderInsteadOfTheFileIsNoFaultOfTheMirrorAndTheNextIsNotTried() throws IOException {
        Files.createDirectories(folder.resolve("cache/set/file/inner"));
        assertRefused();
        assertEquals(List.of("/right"), server.asked());
    }
}
