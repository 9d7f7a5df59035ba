package mml.data.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hash of "abc" is the first example of FIPS 180-2, appendix B.1. */
class HashTest {
    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);
    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final Hash CONTENT = new Hash(SHA256, Hash.Of.CONTENT);

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("file"), bytes);
    }

    private static byte[] compressed(int level) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed) {
            {
                def.setLevel(level);
            }
        }) {
            out.write(ABC);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {Deflater.NO_COMPRESSION, Deflater.BEST_COMPRESSION})
    void theContentIsTheSameHoweverItWasCompressed(int level) throws IOException {
        assertArrayEquals(ABC, CONTENT.read(file(compressed(level)), InputStream::readAllBytes));
        assertArrayEquals(ABC, CONTENT.read(file(ABC), InputStream::readAllBytes));
    }

    @Test
    void aReadingNeedNotReachTheEnd() throws IOException {
        int first = CONTENT.read(file(ABC), InputStream::read);
        assertEquals('a', first);
    }

    @Test
    void theHashOfTheFileIsNotThatOfItsContent() throws IOException {
        Hash whole = new Hash(SHA256, Hash.Of.FILE);
        assertArrayEquals(ABC, whole.read(file(ABC), InputStream::readAllBytes));
        Path packed = file(compressed(1));
        assertThrows(WrongHash.class, () -> whole.read(packed, InputStream::readAllBytes));
    }

    @Test
    void compressedFilesThatAreCutAreRefused() throws IOException {
        byte[] packed = compressed(1);
        for (int length = 2; length < packed.length; length++) {
            Path cut = file(Arrays.copyOf(packed, length));
            var e = assertThrows(WrongHash.class, () -> CONTENT.read(cut, InputStream::readAllBytes));
            assertEquals("is cut short or corrupt", e.getMessage());
        }
    }

    @Test
    void emptyFilesAreRefused() throws IOException {
        Path empty = file(new byte[0]);
        var e = assertThrows(WrongHash.class, () -> CONTENT.read(empty, InputStream::readAllBytes));
        String ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assertEquals("must have the SHA-256 " + SHA256 + ", had " + ofNothing, e.getMessage());
    }
}
