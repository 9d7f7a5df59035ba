package mml.data;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import mml.data.download.Gzip;
import mml.math.WholeFile;

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
        try (InputStream imageBytes = Files.newInputStream(WholeFile.readable(images));
                InputStream labelBytes = Files.newInputStream(WholeFile.readable(labels))) {
            return read(
                    name,
                    classes,
                    new Source(images.toString(), imageBytes),
                    new Source(labels.toString(), labelBytes));
        }
    }

    /** Where bytes come from, and what to call it in errors. */
    record Source(String name, InputStream bytes) {}

    /** Reads a data set from two streams, which stay open. */
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
        float[] features = new float[pixels.size()];
        pixels.read((bytes, from, length) -> {
            for (int i = 0; i < length; i++) {
                features[from + i] = (bytes[i] & 0xff) / 255f;
            }
        });
        int[] numbers = new int[count];
        kinds.read((bytes, from, length) -> {
            for (int i = 0; i < length; i++) {
                numbers[from + i] = bytes[i] & 0xff;
            }
        });
        try {
            return Dataset.of(name, classes, List.of(pixels.extents[1], pixels.extents[2], 1), features, numbers);
        } catch (IllegalArgumentException e) {
            throw new IOException(images.name + " and " + labels.name + ": " + e.getMessage(), e);
        }
    }

    /** Takes the bytes of a file piece by piece, so that a file need not be in memory besides the numbers made of it. */
    private interface Sink {
        void take(byte[] bytes, int from, int length);
    }

    /** A file whose header has been read. */
    private record Content(String name, InputStream in, int[] extents) {
        private static final int PIECE = 1 << 16;

        static Content of(Source source, int magic, int dimensions) throws IOException {
            return told(source.name, () -> {
                // not closed: it holds nothing but the source's stream
                DataInputStream in = new DataInputStream(Gzip.opened(source.bytes));
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
                if (size < 1 || size > most()) {
                    throw new IOException(source.name + " must have positive extents that fit into memory, had "
                            + Arrays.toString(extents));
                }
                return new Content(source.name, in, extents);
            });
        }

        /** Returns how many numbers an array, and the whole memory, can hold: a harmed header may promise more. */
        private static long most() {
            return Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / Float.BYTES);
        }

        int size() {
            return Arrays.stream(extents).reduce(1, (a, b) -> a * b);
        }

        void read(Sink sink) throws IOException {
            told(name, () -> {
                byte[] piece = new byte[PIECE];
                int done = 0;
                for (int length = 1; length > 0 && done < size(); done += length) {
                    length = in.readNBytes(piece, 0, Math.min(PIECE, size() - done));
                    sink.take(piece, done, length);
                }
                if (done < size()) {
                    throw new IOException(String.format(
                            Locale.ROOT,
                            "%s is cut short: its header promises %d bytes, it has %d",
                            name,
                            size(),
                            done));
                }
                if (in.read() >= 0) {
                    throw new IOException(
                            String.format(Locale.ROOT, "%s has more than the %d bytes of its header", name, size()));
                }
                return null;
            });
        }

        /** Says of which file a stream tells that it ended or is no gzip. */
        private static <T> T told(String name, Read<T> read) throws IOException {
            try {
                return read.now();
            } catch (EOFException e) {
                // its message is null or speaks of streams
                throw new IOException(name + " is cut short: it ends within its header or compressed data", e);
            } catch (ZipException e) {
                throw new IOException(name + " is corrupt: " + e.getMessage(), e);
            }
        }

        private interface Read<T> {
            T now() throws IOException;
        }
    }
}
