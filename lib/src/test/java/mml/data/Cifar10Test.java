package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Archives like the real one, with two images a file: a folder, files out of order, and some that are no images. */
class Cifar10Test {
    private static final String FOLDER = "cifar-10-batches-bin/";
    private static final int IMAGE = 1 + 3 * 1024;
    private static final Cifar10.Part TWO = new Cifar10.Part("two files", List.of("one.bin", "two.bin"), 2);

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @BeforeEach
    void begin() {
        files.put(FOLDER, new byte[0]);
        files.put(FOLDER + "two.bin", two(8, 9));
        files.put(FOLDER + "readme.html", new byte[700]);
        files.put(FOLDER + "one.bin", two(3, 0));
    }

    /** Two images, in which each byte tells its label, plane and place. */
    private static byte[] two(int first, int second) {
        byte[] bytes = new byte[2 * IMAGE];
        for (int i = 0; i < bytes.length; i++) {
            int label = i < IMAGE ? first : second;
            int at = i % IMAGE - 1;
            bytes[i] = at < 0 ? (byte) label : value(label, at / 1024, at % 1024);
        }
        return bytes;
    }

    private static byte value(int label, int plane, int pixel) {
        return (byte) (label * 7 + plane * 50 + pixel * 3);
    }

    private byte[] archive() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            for (var file : files.entrySet()) {
                byte[] header = new byte[512];
                put(header, 0, file.getKey());
                put(header, 124, String.format("%011o", file.getValue().length));
                header[156] = (byte) (file.getKey().endsWith("/") ? '5' : '0');
                out.write(header);
                out.write(Arrays.copyOf(file.getValue(), (file.getValue().length + 511) / 512 * 512));
            }
            out.write(new byte[1024]);
        }
        return packed.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static Dataset read(byte[] archive) throws IOException {
        return TWO.read(new ByteArrayInputStream(archive));
    }

    private static String refusal(byte[] archive) {
        return assertThrows(IOException.class, () -> read(archive)).getMessage();
    }

    @Test
    void noLicenceIsStatedAndTheSetSaysSo() throws IOException {
        Provenance provenance = TWO.read(new ByteArrayInputStream(archive())).provenance();
        assertTrue(provenance.origin().startsWith("A. Krizhevsky"), provenance.origin());
        assertEquals("none stated; the report is to be cited", provenance.licence());
    }

    @Test
    void planesBecomeChannelsAndFilesKeepTheirOrder() throws IOException {
        Dataset data = read(archive());
        assertEquals("two files: 4 examples of shape [32, 32, 3] in 10 classes", data.toString());
        assertArrayEquals(new int[] {3, 0, 8, 9}, data.labels());
        for (int i = 0; i < 4; i++) {
            float[] image = data.example(i);
            for (int pixel = 0; pixel < 1024; pixel++) {
                for (int plane = 0; plane < 3; plane++) {
                    float expected = (value(data.labels()[i], plane, pixel) & 0xff) / 255f;
                    assertEquals(expected, image[pixel * 3 + plane]);
                }
            }
        }
    }

    @Test
    void labelsThatAreNoClassAreRefused() throws IOException {
        files.put(FOLDER + "one.bin", two(3, 10));
        assertEquals("one.bin: labels must be from 0 to 9, label 1 was 10", refusal(archive()));
    }

    @Test
    void filesOfAnotherSizeAreRefusedWithBoth() throws IOException {
        files.put(FOLDER + "one.bin", new byte[2 * IMAGE - 1]);
        assertEquals("cifar-10-batches-bin/one.bin must have 6146 bytes, has 6145", refusal(archive()));
    }

    @Test
    void missingFilesAreNamed() throws IOException {
        files.remove(FOLDER + "two.bin");
        assertEquals(
                "the archive of CIFAR-10 must have the files [one.bin, two.bin], lacks [two.bin]", refusal(archive()));
    }

    @Test
    void archivesThatAreCutAreRefused() throws IOException {
        byte[] whole = archive();
        for (int length : new int[] {5, 100, whole.length / 2, whole.length - 200}) {
            String sentence = refusal(Arrays.copyOf(whole, length));
            assertTrue(sentence.startsWith("the archive of CIFAR-10 is cut short or corrupt: "), sentence);
        }
        assertEquals(
                "the archive of CIFAR-10 is cut short or corrupt: it ends too soon", refusal(Arrays.copyOf(whole, 5)));
    }

    @Test
    void archivesThatAreCutBeforeTheyWereCompressedAreRefusedWherever() throws IOException {
        byte[] whole = new GZIPInputStream(new ByteArrayInputStream(archive())).readAllBytes();
        int lastImage = whole.length - 1024;
        for (int length = 0; length < lastImage; length += 97) {
            String sentence = refusal(Arrays.copyOf(whole, length));
            assertTrue(sentence.matches("the archive of CIFAR-10 is cut short or corrupt: [a-z].* .*"), sentence);
            assertFalse(sentence.endsWith("null"), sentence);
        }
    }

    @Test
    void aNameThatLeadsOutOfTheArchiveIsOnlyAName() throws IOException {
        files.put("../../" + FOLDER + "two.bin", files.remove(FOLDER + "two.bin"));
        assertArrayEquals(new int[] {3, 0, 8, 9}, read(archive()).labels());
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        byte[] text = "This page has moved. ".repeat(100).getBytes(StandardCharsets.US_ASCII);
        assertEquals("the archive is no tar file, or is corrupt", refusal(text));
    }
}
