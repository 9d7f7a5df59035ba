package mml.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Fashion-MNIST, as much of it as comes with the library: grey images of clothes, 28 x 28, in ten classes.
 *
 * <p>Source: H. Xiao, K. Rasul, R. Vollgraf, Fashion-MNIST, 2017, arXiv 1708.07747; MIT licence.
 */
public final class FashionMnist {
    /** The names of the ten classes, in the order of their labels. */
    public static final List<String> CLASSES = List.of(
            "T-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot");

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

    private static Dataset embedded(String name, String part) {
        String images = "fashion-mnist/" + part + "-images-idx3-ubyte.gz";
        String labels = "fashion-mnist/" + part + "-labels-idx1-ubyte.gz";
        try (InputStream imageBytes = FashionMnist.class.getResourceAsStream(images);
                InputStream labelBytes = FashionMnist.class.getResourceAsStream(labels)) {
            return Idx.read(name, CLASSES, new Idx.Source(images, imageBytes), new Idx.Source(labels, labelBytes));
        } catch (IOException e) {
            throw new UncheckedIOException("the library's own copy of Fashion-MNIST is damaged", e);
        }
    }
}
