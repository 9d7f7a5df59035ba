package mml.data.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheFolderTest {
    private static final String SHA256 = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "Linux, , , home/.cache/mml",
        "Linux, XDG_CACHE_HOME, caches, caches/mml",
        "Linux, XDG_CACHE_HOME, ' ', home/.cache/mml",
        "FreeBSD, LOCALAPPDATA, local, home/.cache/mml",
        "Mac OS X, XDG_CACHE_HOME, caches, home/Library/Caches/mml",
        "Windows 11, , , home/AppData/Local/mml",
        "Windows 11, LOCALAPPDATA, local, local/mml",
        "Linux, MML_DATA, data, data",
        "Mac OS X, MML_DATA, data, data",
        "Windows 10, MML_DATA, data, data",
        "Windows 10, MML_DATA, '', home/AppData/Local/mml",
    })
    void eachSystemHasItsFolder(String system, String variable, String value, String folder) {
        Map<String, String> variables = variable == null ? Map.of() : Map.of(variable, value);
        assertEquals(Path.of(folder), Cache.folder(system, variables, Path.of("home")));
    }

    @Test
    void patienceMustBePositive() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Cache(Path.of("a"), Duration.ZERO));
        assertEquals("patience must be positive, was PT0S", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "a/../../b", "..", "a/./b"})
    void namesThatLeadElsewhereAreRefused(String name) {
        List<URI> mirrors = List.of(URI.create("http://localhost/a"));
        Hash hash = new Hash(SHA256, Hash.Of.FILE);
        var e = assertThrows(IllegalArgumentException.class, () -> new RemoteFile(name, hash, List.of(), mirrors));
        assertEquals("name must be a path within the cache, was " + name, e.getMessage());
    }

    @Test
    void aFileWithoutAMirrorIsRefused() {
        Hash hash = new Hash(SHA256, Hash.Of.FILE);
        var e = assertThrows(IllegalArgumentException.class, () -> new RemoteFile("a", hash, List.of(), List.of()));
        assertEquals("a must have at least one mirror, had none", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123", "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF"})
    void whatIsNoHashIsRefused(String text) {
        var e = assertThrows(IllegalArgumentException.class, () -> new Hash(text, Hash.Of.FILE));
        assertEquals("sha256 must be 64 hexadecimal digits in lower case, was " + text, e.getMessage());
    }
}
