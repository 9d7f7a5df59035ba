package mml.data;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a pair of IDX files, the format of MNIST and Fashion-MNIST: images of unsigned bytes, and a byte label for each.
 *
 * <p>Big-endian. Images: magic number 2051, count, height, width, then the pixels row by row. Labels: magic number 2049,
 * count, then the labels. Files may be compressed with gzip, whatever they are called.
 *
 * <p>Source: Y. LeCun, C. Cortes, C. Burges, The MNIST database of handwritten digits, section "File formats".
 */
public final class Idx {
    private static final int IMAGES = 2051;
    private static final int LABELS = 2049;
    private static final int GZIP = 0x1f8b;

    private Idx() {}

    /**
     * Reads a data set. Pixels are divided by 255, so that features lie in [0, 1]; the shape is {@code [height, width, 1]}.
     *
     * @param name what it is to be called
     * @param classes the names of the classes
     * @param images the file of the images
     * @param labels the file of the labels
     * @return the data set
     * @throws IOException if a file is not there or cannot be read, is cut short or too long, has a wrong magic number,
     *     disagrees with the other in its count, or holds a label that is no class
     */
    public static Dataset read(String name, List<String> classes, Path images, Path labels) throws IOException {
        try (InputStream imageBytes = Files.newInputStream(images);
                InputStream labelBytes = Files.newInputStream(labels)) {
            return read(
                    name,
                    classes,
                    new Source(images.toString(), imageBytes),
                    new Source(labels.toString(), labelBytes));
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + e.getFile(), e);
        }
    }

    /** Where bytes come from, and what to call it in errors. */
    record Source(String name, InputStream bytes) {}

    static Dataset read(String name, List<String> classes, Source images, Source labels) throws IOException {
        Content pixels = Content.of(images, IMAGES, 3);
        Content kinds = Content.of(labels, LABELS, 1);
        int count = pixels.extents[0];
        if (count != kinds.extents[0]) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s has %d images, but %s has %d labels",
                    images.name,
                    count,
                    labels.name,
                    kinds.extents[0]));
        }
        float[] features = new float[pixels.bytes.length];
        for (int i = 0; i < features.length; i++) {
            features[i] = (pixels.bytes[i] & 0xff) / 255f;
        }
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = kinds.bytes[i] & 0xff;
        }
        try {
            return Dataset.of(name, classes, List.of(pixels.extents[1], pixels.extents[2], 1), features, numbers);
        } catch (IllegalArgumentException e) {
            throw new IOException(images.name + " and " + labels.name + ": " + e.getMessage(), e);
        }
    }

    /** The header and the bytes of one file. */
    private record Content(int[] extents, byte[] bytes) {
        static Content of(Source source, int magic, int dimensions) throws IOException {
            try (DataInputStream in = new DataInputStream(decompressed(source.bytes))) {
                int found = in.readInt();
                if (found != magic) {
                    throw new IOException(String.format(
                            Locale.ROOT, "%s must begin with the magic number %d, had %d", source.name, magic, found));
                }
                int[] extents = new int[dimensions];
                long size = 1;
                for (int i = 0; i < dimensions; i++) {
                    extents[i] = in.readInt();
                    size = extents[i] < 1 || size > Integer.MAX_VALUE ? -1 : size * extents[i];
                }
                if (size < 1 || size > Integer.MAX_VALUE - 8) {
                    throw new IOException(source.name + " must have positive extents that fit into memory, had "
                            + Arrays.toString(extents));
                }
                return new Content(extents, body(source.name, in, (int) size));
            } catch (EOFException e) {
                // its message is null or speaks of streams
                throw new IOException(source.name + " is cut short: it ends within its header or compressed data", e);
            } catch (ZipException e) {
                throw new IOException(source.name + " is corrupt: " + e.getMessage(), e);
            }
        }

        private static byte[] body(String name, InputStream in, int size) throws IOException {
            byte[] bytes = in.readNBytes(size);
            if (bytes.length < size) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "%s is cut short: its header promises %d bytes, it has %d",
                        name,
                        size,
                        bytes.length));
            }
            if (in.read() >= 0) {
                throw new IOException(
                        String.format(Locale.ROOT, "%s has more than the %d bytes of its header", name, size));
            }
            return bytes;
        }

        private static InputStream decompressed(InputStream bytes) throws IOException {
            BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
            in.mark(2);
            int start = in.read() << 8 | in.read();
            in.reset();
            return start == GZIP ? new GZIPInputStream(in, 1 << 16) : in;
        }
    }
}
