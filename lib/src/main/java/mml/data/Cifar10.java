package mml.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import mml.data.download.Cache;
import mml.data.download.Gzip;
import mml.data.download.Hash;
import mml.data.download.RemoteFile;
import mml.math.Progress;

/**
 * CIFAR-10: colour images, 32 x 32, in ten classes. It is downloaded by the first call that asks for it (170 MB).
 *
 * <p>Its binary version is a compressed archive of files of 10,000 images; an image is a byte for the label and three planes
 * of 32 x 32 bytes, red, green, blue.
 *
 * <p>Source: A. Krizhevsky, Learning multiple layers of features from tiny images, technical report, University of Toronto,
 * 2009; no licence is stated, the report is to be cited.
 */
public final class Cifar10 {
    /** The names of the ten classes, in the order of their labels. */
    public static final List<String> CLASSES =
            List.of("airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final Provenance PROVENANCE = Provenance.of(
            "A. Krizhevsky, Learning multiple layers of features from tiny images, technical report, University of Toronto, 2009",
            "none stated; the report is to be cited");

    private static final int SIDE = 32;
    private static final int PLANE = SIDE * SIDE;
    private static final int CHANNELS = 3;
    private static final int PER_FILE = 10_000;

    private static final RemoteFile ARCHIVE = new RemoteFile(
            "cifar-10/cifar-10-binary.tar.gz",
            new Hash("c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd", Hash.Of.FILE),
            List.of(),
            List.of(URI.create("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz")));

    private Cifar10() {}

    /**
     * Returns the training images, from this user's cache or the network.
     *
     * @param progress is told of the bytes of a download
     * @return 50,000 examples, features in [0, 1], shape {@code [32, 32, 3]}; 614 MB
     * @throws IOException if the archive cannot be had; says what to fetch by hand, and where to put it
     */
    public static Dataset train(Progress progress) throws IOException {
        List<String> files = List.of(
                "data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin");
        Part part = new Part("CIFAR-10, 50,000 training images", files, PER_FILE);
        return Cache.ofUser().read(ARCHIVE, part::read, progress);
    }

    /**
     * Returns the test images, from this user's cache or the network.
     *
     * @param progress is told of the bytes of a download
     * @return 10,000 examples, features in [0, 1], shape {@code [32, 32, 3]}; 123 MB
     * @throws IOException if the archive cannot be had; says what to fetch by hand, and where to put it
     */
    public static Dataset test(Progress progress) throws IOException {
        Part part = new Part("CIFAR-10, 10,000 test images", List.of("test_batch.bin"), PER_FILE);
        return Cache.ofUser().read(ARCHIVE, part::read, progress);
    }

    /** Some files of the archive, one after the other, whatever their order in it. */
    record Part(String name, List<String> files, int perFile) {
        Dataset read(InputStream archive) throws IOException {
            float[] features = new float[files.size() * perFile * CHANNELS * PLANE];
            int[] labels = new int[files.size() * perFile];
            Set<String> missing = new HashSet<>(files);
            try {
                Tar tar = new Tar(Gzip.opened(archive));
                for (Tar.Entry entry = tar.next(); entry != null && !missing.isEmpty(); entry = tar.next()) {
                    String file = entry.name().substring(entry.name().lastIndexOf('/') + 1);
                    if (missing.remove(file)) {
                        requireSize(entry);
                        read(file, tar, features, labels);
                    }
                }
            } catch (EOFException | ZipException e) {
                // a file that ends between or within what is skipped gives no message
                String reason = e.getMessage() == null ? "it ends too soon" : e.getMessage();
                throw new IOException("the archive of CIFAR-10 is cut short or corrupt: " + reason, e);
            }
            if (!missing.isEmpty()) {
                throw new IOException("the archive of CIFAR-10 must have the files " + files + ", lacks " + missing);
            }
            return Dataset.of(name, CLASSES, List.of(SIDE, SIDE, CHANNELS), features, labels)
                    .from(PROVENANCE);
        }

        private void requireSize(Tar.Entry entry) throws IOException {
            long size = (1L + CHANNELS * PLANE) * perFile;
            if (entry.size() != size) {
                throw new IOException(
                        String.format(Locale.ROOT, "%s must have %d bytes, has %d", entry.name(), size, entry.size()));
            }
        }

        private void read(String file, Tar tar, float[] features, int[] labels) throws IOException {
            byte[] image = new byte[1 + CHANNELS * PLANE];
            int first = files.indexOf(file) * perFile;
            for (int i = first; i < first + perFile; i++) {
                if (tar.read(image, image.length) < image.length) {
                    throw new EOFException(file + " ends within image " + (i - first));
                }
                labels[i] = image[0] & 0xff;
                if (labels[i] >= CLASSES.size()) {
                    throw new IOException(String.format(
                            Locale.ROOT,
                            "%s: labels must be from 0 to 9, label %d was %d",
                            file,
                            i - first,
                            labels[i]));
                }
                interleave(image, features, i * CHANNELS * PLANE);
            }
        }

        /** From three planes to three numbers a pixel. */
        private static void interleave(byte[] image, float[] features, int at) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                for (int pixel = 0; pixel < PLANE; pixel++) {
                    features[at + pixel * CHANNELS + channel] = (image[1 + channel * PLANE + pixel] & 0xff) / 255f;
                }
            }
        }
    }
}
