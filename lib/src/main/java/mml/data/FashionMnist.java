package mml.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import mml.data.download.Cache;
import mml.math.Progress;

/**
 * Fashion-MNIST: grey images of clothes, 28 x 28, in ten classes. The first 10,000 training and 2,000 test images come
 * with the library; all of them are downloaded by the first call that asks for them (31 MB), unless the system has them (a
 * Debian system: package {@code dataset-fashion-mnist}).
 *
 * <p>Source: H. Xiao, K. Rasul, R. Vollgraf, Fashion-MNIST, 2017, arXiv 1708.07747; MIT licence.
 */
public final class FashionMnist {
    /** The names of the ten classes, in the order of their labels. */
    public static final List<String> CLASSES = List.of(
            "T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

    private static final Provenance PROVENANCE = Provenance.of(
            "H. Xiao, K. Rasul, R. Vollgraf (Zalando Research), Fashion-MNIST, 2017, arXiv 1708.07747",
            "MIT, copyright 2017 Zalando SE");

    private static final IdxSet.Places PLACES = new IdxSet.Places(
            "fashion-mnist",
            List.of(Path.of("/usr/share/datasets/fashion-mnist")),
            List.of(
                    "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
                    "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/"));

    private static final IdxSet FULL_TRAIN = new IdxSet(
            "Fashion-MNIST, 60,000 training images",
            PROVENANCE,
            CLASSES,
            PLACES.file(
                    "train-images-idx3-ubyte.gz", "c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888"),
            PLACES.file(
                    "train-labels-idx1-ubyte.gz", "bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9"));

    private static final IdxSet FULL_TEST = new IdxSet(
            "Fashion-MNIST, 10,000 test images",
            PROVENANCE,
            CLASSES,
            PLACES.file(
                    "t10k-images-idx3-ubyte.gz", "5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b"),
            PLACES.file(
                    "t10k-labels-idx1-ubyte.gz", "0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34"));

    private FashionMnist() {}

    /**
     * Returns the first 10,000 of the training images.
     *
     * @return features in [0, 1], shape {@code [28, 28, 1]}
     */
    public static Dataset train() {
        return embedded("Fashion-MNIST, first 10,000 training images", "train");
    }

    /**
     * Returns the first 2,000 of the test images.
     *
     * @return features in [0, 1], shape {@code [28, 28, 1]}
     */
    public static Dataset test() {
        return embedded("Fashion-MNIST, first 2,000 test images", "t10k");
    }

    /**
     * Returns all training images, from the system, this user's cache or the network.
     *
     * @param progress is told of the bytes of each file that is downloaded
     * @return 60,000 examples, features in [0, 1], shape {@code [28, 28, 1]}; 188 MB
     * @throws IOException if a file cannot be had; says what to fetch by hand, and where to put it
     */
    public static Dataset fullTrain(Progress progress) throws IOException {
        return FULL_TRAIN.read(Cache.ofUser(), progress);
    }

    /**
     * Returns all test images, from the system, this user's cache or the network.
     *
     * @param progress is told of the bytes of each file that is downloaded
     * @return 10,000 examples, features in [0, 1], shape {@code [28, 28, 1]}; 31 MB
     * @throws IOException if a file cannot be had; says what to fetch by hand, and where to put it
     */
    public static Dataset fullTest(Progress progress) throws IOException {
        return FULL_TEST.read(Cache.ofUser(), progress);
    }

    private static Dataset embedded(String name, String part) {
        String images = "fashion-mnist/" + part + "-images-idx3-ubyte.gz";
        String labels = "fashion-mnist/" + part + "-labels-idx1-ubyte.gz";
        try (InputStream imageBytes = FashionMnist.class.getResourceAsStream(images);
                InputStream labelBytes = FashionMnist.class.getResourceAsStream(labels)) {
            return Idx.read(name, CLASSES, new Idx.Source(images, imageBytes), new Idx.Source(labels, labelBytes))
                    .from(PROVENANCE);
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own copy of Fashion-MNIST is damaged", e);
        }
    }
}
