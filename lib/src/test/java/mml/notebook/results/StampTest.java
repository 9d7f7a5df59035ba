package mml.notebook.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampTest {
    @Test
    void aStampSaysInOneSentenceWhatMadeItWhenAndOnWhat() {
        Stamp stamp =
                new Stamp("a command", "mml 9", "abc", "21", "OS", "Test (2 threads)", "2026-01-31T12:00:59Z", 4.26);
        assertEquals(
                "made 2026-01-31 12:00 UTC in 4.3 s by a command, on OS, Test (2 threads), JDK 21, with mml 9, commit abc",
                stamp.toString());
    }

    @Test
    void theStampOfNowNamesThisMachineAndNobody() {
        Stamp stamp = Stamp.now("a command", 2);
        Duration age = Duration.between(Instant.parse(stamp.made()), Instant.now());
        assertTrue(age.toSeconds() < 60 && !age.isNegative(), stamp.made());
        assertTrue(stamp.jdk().startsWith(Runtime.version().toString()), stamp.jdk());
        assertTrue(stamp.processor().endsWith(" threads)"), stamp.processor());
        assertTrue(stamp.library().startsWith("mml "), stamp.library());
        assertTrue(!stamp.toString().contains(System.getProperty("user.dir")));
    }

    @Test
    void theProcessorIsReadWhereLinuxTellsIt(@TempDir Path folder) throws IOException {
        Path listing = folder.resolve("cpuinfo");
        assertEquals(Optional.empty(), Machine.model(listing));
        Files.writeString(listing, "processor\t: 0\nmodel name\t: Test  CPU @ 3 GHz\nmodel name\t: other\n");
        assertEquals(Optional.of("Test CPU @ 3 GHz"), Machine.model(listing));
        Files.writeString(listing, "processor\t: 0\n");
        assertEquals(Optional.empty(), Machine.model(listing));
    }

    @Test
    void nothingMayBeMissing() {
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> new Stamp("a", "b", " ", "d", "e", "f", "2026-01-31T12:00:00Z", 1));
        assertEquals("commit must not be blank, was \" \"", e.getMessage());
        assertThrows(DateTimeException.class, () -> new Stamp("a", "b", "c", "d", "e", "f", "yesterday", 1));
    }
}
