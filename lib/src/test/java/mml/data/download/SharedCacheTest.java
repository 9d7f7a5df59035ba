package mml.data.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mml.math.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several want the same file at once, which the server gives slowly: one fetches it, and all have it. */
class SharedCacheTest {
    private static final byte[] FILE = "abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA256 = "71c480df93d6ae2f1efad1447c66c9525e316218cf51fc8d9ed832f2daf18b73";

    @TempDir
    private Path folder;

    private Server server;

    @BeforeEach
    void begin() throws IOException {
        server = new Server(FILE);
    }

    @AfterEach
    void end() {
        server.close();
    }

    private static byte[] read(Path folder, URI mirror) throws IOException {
        RemoteFile file = new RemoteFile("file", new Hash(SHA256, Hash.Of.FILE), List.of(), List.of(mirror));
        return new Cache(folder, Duration.ofSeconds(30)).read(file, InputStream::readAllBytes, Progress.none());
    }

    @Test
    void threadsFetchOnce() {
        List<byte[]> all = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return read(folder, server.at("/slow"));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        all.forEach(bytes -> assertArrayEquals(FILE, bytes));
        assertEquals(List.of("/slow"), server.asked());
    }

    @Test
    void processesFetchOnce() throws IOException, InterruptedException {
        List<Process> readers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            readers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Reader.class.getName(),
                            folder.toString(),
                            server.at("/slow").toString())
                    .inheritIO()
                    .start());
        }
        for (Process reader : readers) {
            assertTrue(reader.waitFor(60, TimeUnit.SECONDS), "the process ends");
            assertEquals(0, reader.exitValue());
        }
        assertEquals(List.of("/slow"), server.asked());
    }

    /** Another process, which reads the file that its arguments name. */
    static final class Reader {
        private Reader() {}

        public static void main(String[] folderAndMirror) throws IOException {
            assertArrayEquals(FILE, read(Path.of(folderAndMirror[0]), URI.create(folderAndMirror[1])));
        }
    }
}
