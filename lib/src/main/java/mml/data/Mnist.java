package mml.data;

import java.io.IOException;
import java.util.List;
import mml.data.download.Cache;
import mml.math.Progress;

/**
 * MNIST: grey images of handwritten digits, 28 x 28, in ten classes. It is downloaded by the first call that asks for it
 * (11 MB).
 *
 * <p>Source: Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, Gradient-based learning applied to document recognition,
 * Proceedings of the IEEE 86(11), 1998. The files state no licence; the documentation of Keras names CC BY-SA 3.0.
 */
public final class Mnist {
    /** The names of the ten classes, in the order of their labels. */
    public static final List<String> CLASSES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private static final Provenance PROVENANCE = Provenance.of(
            "Y. LeCun, C. Cortes, C. Burges, MNIST, of digits collected by NIST; described in LeCun et al., Proceedings of the"
                    + " IEEE 86(11), 1998",
            "CC BY-SA 3.0 according to the documentation of Keras; the files state none");

    private static final IdxSet.Places PLACES = new IdxSet.Places(
            "mnist",
            List.of(),
            List.of(
                    "https://ossci-datasets.s3.amazonaws.com/mnist/",
                    "https://storage.googleapis.com/cvdf-datasets/mnist/"));

    private static final IdxSet TRAIN = new IdxSet(
            "MNIST, 60,000 training images",
            PROVENANCE,
            CLASSES,
            PLACES.file(
                    "train-images-idx3-ubyte.gz", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"),
            PLACES.file(
                    "train-labels-idx1-ubyte.gz", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"));

    private static final IdxSet TEST = new IdxSet(
            "MNIST, 10,000 test images",
            PROVENANCE,
            CLASSES,
            PLACES.file(
                    "t10k-images-idx3-ubyte.gz", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"),
            PLACES.file(
                    "t10k-labels-idx1-ubyte.gz", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

    private Mnist() {}

    /**
     * Returns the training images, from this user's cache or the network.
     *
     * @param progress is told of the bytes of each file that is downloaded
     * @return 60,000 examples, features in [0, 1], shape {@code [28, 28, 1]}
     * @throws IOException if a file cannot be had; says what to fetch by hand, and where to put it
     */
    public static Dataset train(Progress progress) throws IOException {
        return TRAIN.read(Cache.ofUser(), progress);
    }

    /**
     * Returns the test images, from this user's cache or the network.
     *
     * @param progress is told of the bytes of each file that is downloaded
     * @return 10,000 examples, features in [0, 1], shape {@code [28, 28, 1]}
     * @throws IOException if a file cannot be had; says what to fetch by hand, and where to put it
     */
    public static Dataset test(Progress progress) throws IOException {
        return TEST.read(Cache.ofUser(), progress);
    }
}
