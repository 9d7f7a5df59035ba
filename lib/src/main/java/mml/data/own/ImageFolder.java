package mml.data.own;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import mml.data.Dataset;
import mml.data.Provenance;
import mml.math.Check;
import mml.math.Workers;

/**
 * Reads images that lie in one folder a class: {@code cats/1.png}, {@code cats/2.png}, {@code dogs/1.png}.
 *
 * <p>PNG, JPEG, GIF and BMP, all of one size. Grey images are read with up to 16 bits, coloured ones with 8. What begins with a
 * dot is left out, in classes and images, and so are {@code Thumbs.db} and {@code desktop.ini}, which Windows lays there
 * unasked (macOS's {@code .DS_Store} begins with a dot).
 */
public final class ImageFolder {
    /** In small letters. */
    private static final Set<String> OF_THE_SYSTEM = Set.of("thumbs.db", "desktop.ini");

    private ImageFolder() {}

    /**
     * Reads a data set.
     *
     * @param folder which has a folder for each class, at least two, and in each at least one image and nothing else
     * @param colour how many numbers a pixel is to have
     * @return features in [0, 1], shape {@code [height, width, channels]}; classes and images by alphabet; named after the
     *     folder
     * @throws IOException if the folder is not there or has a file beside the classes, there are fewer than two classes, a
     *     class has no image, an image cannot be read, has transparent pixels, or is of another size than the first
     * @throws IllegalArgumentException if folder or colour is null
     */
    public static Dataset read(Path folder, Colour colour) throws IOException {
        Check.given("folder", folder);
        Check.chosen("colour", colour, Colour.values());
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        List<Path> classes = visible(folder);
        List<Path> files = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (Path kind : classes) {
            List<Path> images = images(folder, kind);
            images.forEach(image -> labels.add(classes.indexOf(kind)));
            files.addAll(images);
        }
        if (classes.size() < 2) {
            throw new IOException(folder + " must have folders of at least two classes, has " + names(classes));
        }
        BufferedImage first = ImageFile.read(files.get(0));
        List<Integer> shape = List.of(first.getHeight(), first.getWidth(), colour.channels());
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        int[] numbers = labels.stream().mapToInt(Integer::intValue).toArray();
        return Dataset.of(name, names(classes), shape, pixels(files, first, colour), numbers)
                .from(Provenance.of("the images in the folder " + name, Provenance.NOT_STATED));
    }

    private static List<Path> images(Path folder, Path kind) throws IOException {
        if (!Files.isDirectory(kind)) {
            throw new IOException(folder + " must have nothing but a folder for each class, has " + kind.getFileName());
        }
        List<Path> images = visible(kind);
        if (images.isEmpty()) {
            throw new IOException("class " + kind + " must have at least one image, has none");
        }
        return images;
    }

    private static float[] pixels(List<Path> files, BufferedImage first, Colour colour) throws IOException {
        int width = first.getWidth() * first.getHeight() * colour.channels();
        float[] features = new float[Math.multiplyExact(files.size(), width)];
        IOException[] refusals = new IOException[files.size()];
        Workers.each(files.size(), i -> {
            try {
                BufferedImage image = ImageFile.read(files.get(i));
                requireLike(files, i, first, image);
                colour.write(image, features, i * width);
            } catch (IOException e) {
                refusals[i] = e;
            }
        });
        for (IOException refusal : refusals) {
            if (refusal != null) {
                throw refusal;
            }
        }
        return features;
    }

    private static void requireLike(List<Path> files, int number, BufferedImage first, BufferedImage image)
            throws IOException {
        if (image.getWidth() != first.getWidth() || image.getHeight() != first.getHeight()) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%s must have %d x %d pixels, as %s has, has %d x %d",
                    files.get(number),
                    first.getWidth(),
                    first.getHeight(),
                    files.get(0),
                    image.getWidth(),
                    image.getHeight()));
        }
        if (Colour.isTransparent(image)) {
            throw new IOException(files.get(number) + " must be opaque, has transparent pixels");
        }
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(path -> path.getFileName().toString()).toList();
    }

    private static List<Path> visible(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> isVisible(path.getFileName().toString()))
                    // by their names as texts: paths are in another order on Windows
                    .sorted(Comparator.comparing(path -> path.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean isVisible(String name) {
        return !name.startsWith(".") && !OF_THE_SYSTEM.contains(name.toLowerCase(Locale.ROOT));
    }
}
