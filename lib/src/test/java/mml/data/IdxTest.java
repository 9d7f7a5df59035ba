package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two images of 1 x 3 pixels with labels 1 and 0, and everything that can be wrong with their files. */
class IdxTest {
    private static final byte[] IMAGES = bytes(2051, 2, 1, 3, new byte[] {0, 51, (byte) 255, (byte) 128, 1, 2});
    private static final byte[] LABELS = bytes(2049, 2, new byte[] {1, 0});

    @TempDir
    private Path folder;

    /** How a file is stored. */
    enum Packing {
        PLAIN(bytes -> bytes),
        GZIP(IdxTest::compressed);

        private final UnaryOperator<byte[]> pack;

        Packing(UnaryOperator<byte[]> pack) {
            this.pack = pack;
        }
    }

    private static byte[] bytes(Object... parts) {
        ByteBuffer buffer = ByteBuffer.allocate(100);
        for (Object part : parts) {
            if (part instanceof byte[] body) {
                buffer.put(body);
            } else {
                buffer.putInt((Integer) part);
            }
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private Dataset read(byte[] images, byte[] labels) throws IOException {
        Files.write(folder.resolve("images"), images);
        Files.write(folder.resolve("labels"), labels);
        return Idx.read("tiny", List.of("a", "b"), folder.resolve("images"), folder.resolve("labels"));
    }

    /** Asserts the refusal's sentence, in which file names stand without their folder. */
    private void assertRefused(String sentence, byte[] images, byte[] labels) {
        String found =
                assertThrows(IOException.class, () -> read(images, labels)).getMessage();
        assertEquals(
                sentence,
                found.replace(folder.toString() + folder.getFileSystem().getSeparator(), ""));
    }

    @ParameterizedTest
    @EnumSource
    void pixelsAreDividedBy255(Packing packing) throws IOException {
        Dataset data = read(packing.pack.apply(IMAGES), packing.pack.apply(LABELS));
        assertArrayEquals(new float[] {0, 0.2f, 1, 128 / 255f, 1 / 255f, 2 / 255f}, data.features());
        assertArrayEquals(new int[] {1, 0}, data.labels());
        assertEquals(List.of(1, 3, 1), data.shape());
        assertEquals("tiny: 2 examples of shape [1, 3, 1] in 2 classes", data.toString());
    }

    @ParameterizedTest
    @EnumSource
    void filesThatEndInTheBodyAreRefusedWithBothLengths(Packing packing) {
        byte[] labels = packing.pack.apply(LABELS);
        byte[] cut = packing.pack.apply(Arrays.copyOf(IMAGES, IMAGES.length - 1));
        assertRefused("images is cut short: its header promises 6 bytes, it has 5", cut, labels);
        byte[] none = packing.pack.apply(Arrays.copyOf(LABELS, 8));
        assertRefused("labels is cut short: its header promises 2 bytes, it has 0", packing.pack.apply(IMAGES), none);
    }

    @ParameterizedTest
    @EnumSource
    void filesThatEndInTheHeaderAreRefused(Packing packing) {
        for (int length : new int[] {0, 3, 4, 15}) {
            byte[] cut = packing.pack.apply(Arrays.copyOf(IMAGES, length));
            assertRefused("images is cut short: it ends within its header or compressed data", cut, LABELS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void filesThatAreTooLongAreRefused(Packing packing) {
        byte[] longer = packing.pack.apply(Arrays.copyOf(IMAGES, IMAGES.length + 1));
        assertRefused("images has more than the 6 bytes of its header", longer, LABELS);
    }

    @Test
    void compressedFilesThatAreCutAreRefused() {
        byte[] packed = compressed(IMAGES);
        for (int length = 2; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertRefused("images is cut short: it ends within its header or compressed data", cut, LABELS);
        }
    }

    @Test
    void compressedFilesWithAChangedByteAreRefused() {
        byte[] packed = compressed(IMAGES);
        packed[packed.length - 8] ^= 1; // the checksum
        String sentence =
                assertThrows(IOException.class, () -> read(packed, LABELS)).getMessage();
        assertTrue(sentence.contains("images is corrupt: "), sentence);
    }

    @Test
    void wrongMagicNumbersAreRefusedWithBoth() {
        assertRefused("images must begin with the magic number 2051, had 2049", LABELS, LABELS);
        assertRefused("labels must begin with the magic number 2049, had 2051", IMAGES, IMAGES);
    }

    @Test
    void countsThatDisagreeAreRefusedWithBoth() {
        byte[] three = bytes(2049, 3, new byte[] {1, 0, 1});
        assertRefused("images has 2 images, but labels has 3 labels", IMAGES, three);
    }

    @Test
    void labelsThatAreNoClassAreRefused() {
        byte[] labels = bytes(2049, 2, new byte[] {1, 2});
        assertRefused("images and labels: labels must be from 0 to 1, label 1 was 2", IMAGES, labels);
        byte[] large = bytes(2049, 2, new byte[] {(byte) 255, 0});
        assertRefused("images and labels: labels must be from 0 to 1, label 0 was 255", IMAGES, large);
    }

    @Test
    void extentsThatAreNotPositiveOrTooLargeAreRefused() {
        String rule = "images must have positive extents that fit into memory, had ";
        int most = Integer.MAX_VALUE;
        assertRefused(rule + "[0, 1, 3]", bytes(2051, 0, 1, 3), LABELS);
        assertRefused(rule + "[2, 0, 3]", bytes(2051, 2, 0, 3), LABELS);
        assertRefused(rule + "[-2, 1, -3]", bytes(2051, -2, 1, -3), LABELS);
        assertRefused(rule + "[" + most + ", 2, 3]", bytes(2051, most, 2, 3), LABELS);
        assertRefused(rule + "[65536, 65536, 65536]", bytes(2051, 65536, 65536, 65536), LABELS);
        int tooMany = (int) Math.min(most, Runtime.getRuntime().maxMemory() / Float.BYTES + 1);
        assertRefused(rule + "[" + tooMany + ", 1, 1]", bytes(2051, tooMany, 1, 1), LABELS);
        assertRefused("labels must have positive extents that fit into memory, had [-1]", IMAGES, bytes(2049, -1));
    }

    @Test
    void filesThatAreNotThereAreRefused() throws IOException {
        Path images = Files.write(folder.resolve("images"), IMAGES);
        Path none = folder.resolve("none");
        var e = assertThrows(IOException.class, () -> Idx.read("tiny", List.of("a", "b"), images, none));
        assertEquals("there is no file " + none, e.getMessage());
        e = assertThrows(IOException.class, () -> Idx.read("tiny", List.of("a", "b"), folder, images));
        assertEquals(folder + " must be a file, is a folder", e.getMessage());
    }
}
