package mml.data.own;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import mml.math.WholeFile;

/** An image file, which is read whole or refused: Java's readers fill up what is missing of a JPEG, and only warn. */
final class ImageFile {
    private ImageFile() {}

    /**
     * Reads an image.
     *
     * @throws IOException if the file is not there, holds no image, or is damaged as far as its format lets that be known
     */
    static BufferedImage read(Path file) throws IOException {
        WholeFile.readable(file);
        List<String> warnings = new ArrayList<>();
        BufferedImage image;
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            image = readers.hasNext() ? read(readers.next(), in, warnings) : null;
        } catch (IOException | RuntimeException e) {
            // the readers throw what they please at damaged files, not always with a message
            throw unreadable(file, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
        }
        if (image == null) {
            throw new IOException(file + " must be an image (PNG, JPEG, GIF or BMP), is something else");
        } else if (!warnings.isEmpty()) {
            throw unreadable(file, warnings.get(0), null);
        }
        return image;
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in, List<String> warnings)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static IOException unreadable(Path file, String reason, Exception cause) {
        return new IOException(file + " cannot be read as an image: " + reason, cause);
    }
}
