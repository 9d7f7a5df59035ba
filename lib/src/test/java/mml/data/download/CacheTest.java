package mml.data.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import mml.math.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file of 200,000 random bytes on a server that gives it whole, cut, slowly, elsewhere, or gives another one. */
class CacheTest {
    private static final byte[] FILE = new byte[200_000];
    private static final String SHA256 = "64950dbf3902e5024ab38037912f268ae0778b5d949b11eb84bb6151516f0c42";

    @TempDir
    private Path folder;

    private Cache cache;
    private Server server;

    static {
        new Random(1).nextBytes(FILE);
    }

    @BeforeEach
    void begin() throws IOException {
        server = new Server(FILE);
        cache = new Cache(folder.resolve("cache"), Duration.ofSeconds(2));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private RemoteFile file(String... paths) {
        return new RemoteFile(
                "set/file.bin",
                new Hash(SHA256, Hash.Of.FILE),
                List.of(folder.resolve("system/file.bin")),
                Arrays.stream(paths).map(server::at).toList());
    }

    private byte[] read(String... mirrors) throws IOException {
        return cache.read(file(mirrors), InputStream::readAllBytes, Progress.none());
    }

    private Path place() {
        return cache.folder().resolve("set/file.bin");
    }

    /** Asserts that the cache has the file, or nothing, and no trace of a download. */
    private void assertKept(boolean isKept) throws IOException {
        try (Stream<Path> files = Files.walk(cache.folder())) {
            List<Path> kept = files.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith(".lock"))
                    .toList();
            assertEquals(isKept ? List.of(place()) : List.of(), kept);
        }
    }

    private String refusal(String... mirrors) {
        return assertThrows(IOException.class, () -> read(mirrors))
                .getMessage()
                .replace(folder.toString(), "FOLDER")
                .replace(server.at("").toString(), "SERVER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/right", "/slow", "/moved", "/unmeasured"})
    void aFileIsDownloadedOnceAndThenReadFromTheCache(String path) throws IOException {
        assertArrayEquals(FILE, read(path));
        assertKept(true);
        List<String> asked = List.copyOf(server.asked());
        assertArrayEquals(FILE, read(path));
        assertEquals(asked, server.asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/wrong", "/cut", "/silent", "/missing"})
    void theNextMirrorIsTriedWhenOneFails(String path) throws IOException {
        assertArrayEquals(FILE, read(path, "/right"));
        assertKept(true);
        assertEquals("/right", server.asked().get(server.asked().size() - 1));
    }

    @Test
    void whenAllFailOneSentenceSaysWhatToFetchAndWhereToPutIt() throws IOException {
        String wrong = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";
        assertEquals(
                "set/file.bin could not be had: fetch SERVER/wrong by hand and put it at FOLDER/cache/set/file.bin (tried:"
                        + " SERVER/wrong must have the SHA-256 " + SHA256 + ", had " + wrong
                        + "; SERVER/missing: HTTP status 404)",
                refusal("/wrong", "/missing").replace('\\', '/'));
        assertKept(false);
    }

    @Test
    void aCutAnswerAndASilentOneAreToldAsSuch() throws IOException {
        String sentence = refusal("/cut");
        assertTrue(sentence.contains("200000") && sentence.contains("100000"), sentence);
        sentence = refusal("/silent");
        assertTrue(sentence.matches(".*SERVER/silent: silent for [0-9.]+ s after [0-9]+ bytes.*"), sentence);
        assertKept(false);
    }

    @Test
    void withoutANetworkTheSentenceSaysSo() {
        URI nobody = server.at("/right");
        server.close();
        RemoteFile file = new RemoteFile("a", new Hash(SHA256, Hash.Of.FILE), List.of(), List.of(nobody));
        var e = assertThrows(IOException.class, () -> cache.read(file, InputStream::readAllBytes, Progress.none()));
        assertEquals(
                "a could not be had: fetch " + nobody + " by hand and put it at "
                        + cache.folder().resolve("a") + " (tried: " + nobody + ": no connection)",
                e.getMessage());
    }

    @Test
    void aFilePutThereByHandIsRead() throws IOException {
        Files.createDirectories(place().getParent());
        Files.write(place(), FILE);
        assertArrayEquals(FILE, read("/missing"));
        assertEquals(List.of(), server.asked());
    }

    @Test
    void aCopyOfTheSystemIsReadAndNothingIsWritten() throws IOException {
        Files.createDirectories(folder.resolve("system"));
        Files.write(folder.resolve("system/file.bin"), FILE);
        assertArrayEquals(FILE, read("/missing"));
        assertFalse(Files.exists(cache.folder()));
    }

    @Test
    void aFileThatIsDamagedInTheCacheIsFetchedAgain() throws IOException {
        read("/right");
        Files.write(place(), Arrays.copyOf(FILE, 1000));
        // with no mirror the sentence tells of the damage
        assertTrue(refusal("/missing").contains("file.bin must have the SHA-256"), "the damage is told");
        assertArrayEquals(FILE, read("/right"));
        assertArrayEquals(FILE, Files.readAllBytes(place()));
    }

    @Test
    void whatAReadingSaysOfADamagedFileIsNotBelieved() throws IOException {
        Files.createDirectories(place().getParent());
        Files.write(place(), new byte[10]);
        Reading<Integer> reading = in -> {
            int first = in.read();
            if (first == 0) {
                throw new IllegalArgumentException("first byte must not be 0");
            }
            return first;
        };
        assertEquals(FILE[0] & 0xff, cache.read(file("/right"), reading, Progress.none()));
    }

    @Test
    void whatAReadingSaysOfASoundFileIsPassedOn() {
        var e = assertThrows(
                IOException.class,
                () -> cache.read(
                        file("/right"),
                        in -> {
                            throw new IOException("not an image");
                        },
                        Progress.none()));
        assertEquals("not an image", e.getMessage());
    }

    @Test
    void aReadingMayReadAnotherFile() throws IOException {
        RemoteFile other =
                new RemoteFile("set/other.bin", file("/right").hash(), List.of(), List.of(server.at("/right")));
        byte[] found = cache.read(
                file("/right"), in -> cache.read(other, InputStream::readAllBytes, Progress.none()), Progress.none());
        assertArrayEquals(FILE, found);
        assertEquals(List.of("/right", "/right"), server.asked());
    }

    @Test
    void progressTellsOfBytes() throws IOException {
        List<Long> done = new ArrayList<>();
        cache.read(file("/slow"), InputStream::readAllBytes, (bytes, total, seconds) -> {
            assertEquals(FILE.length, total);
            assertTrue(seconds >= 0, "seconds " + seconds);
            done.add(bytes);
        });
        assertTrue(done.size() > 2, "reports " + done);
        assertEquals(done.stream().sorted().toList(), done);
        assertEquals(FILE.length, done.get(done.size() - 1));
    }

    @Test
    void anInterruptedDownloadLeavesNothingAndCanBeRepeated() throws IOException {
        Progress stop = (done, total, seconds) -> Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> cache.read(file("/silent"), InputStream::readAllBytes, stop));
        assertTrue(Thread.interrupted(), "the flag stays set");
        assertKept(false);
        assertArrayEquals(FILE, read("/right"));
    }

    @Test
    void whatAKilledProcessLeftBehindIsRemoved() throws IOException {
        Files.createDirectories(place().getParent());
        Files.write(place().resolveSibling(".file.bin.123.tmp"), new byte[10]);
        read("/right");
        assertKept(true);
    }
}
