package mml.plot;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.UUID;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import mml.math.Check;
import mml.plot.chart.Text;
import mml.plot.contour.Raster;

/** A figure as the bytes of a file: PNG, SVG and HTML. */
final class Rendering {
    /** Pixels of the PNG for each CSS pixel. */
    private static final int FINENESS = Raster.FINENESS;

    /** Faces as wide as Java's own on most systems, for which the text was laid out. */
    private static final String FAMILY = "DejaVu Sans, Verdana, sans-serif";

    private Rendering() {}

    static byte[] png(Figure figure) {
        BufferedImage image =
                new BufferedImage(FINENESS * figure.width(), FINENESS * figure.height(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(FINENESS, FINENESS);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        figure.paint(graphics);
        graphics.dispose();
        return encoded(image);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // a stream given directly would be cached in a file
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }

    static String svg(Figure figure) {
        VectorGraphics2D graphics = new VectorGraphics2D();
        figure.paint(graphics);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new SVGProcessor()
                    .getDocument(graphics.getCommands(), new PageSize(figure.width(), figure.height()))
                    .writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return accessible(bytes.toString(StandardCharsets.UTF_8), figure.alternativeText());
    }

    /** Leaves out the prologue, which a page does not allow, and puts in the title and the family of all text. */
    private static String accessible(String document, String alternative) {
        String element = document.substring(document.indexOf("<svg"));
        int inside = element.indexOf('>') + 1;
        return "<svg role=\"img\" font-family=\"" + FAMILY + "\"" + element.substring("<svg".length(), inside)
                + "<title>" + Text.escaped(alternative) + "</title>"
                + element.substring(inside).strip();
    }

    static String html(Figure figure) {
        return String.format(
                "<img width=\"%d\" height=\"%d\" alt=\"%s\" src=\"data:image/png;base64,%s\">",
                figure.width(),
                figure.height(),
                Text.escaped(figure.alternativeText()),
                Base64.getEncoder().encodeToString(figure.png()));
    }

    static void save(Figure figure, Path file) throws IOException {
        byte[] bytes = bytes(figure, file);
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new IOException("the folder of " + file + " does not exist: " + folder);
        }
        // not a file of createTempFile, which only its owner may read
        Path part = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.write(part, bytes);
            move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] bytes(Figure figure, Path file) {
        String name = String.valueOf(file.getFileName());
        Check.that(
                name.endsWith(".png") || name.endsWith(".svg") || name.endsWith(".html"),
                "file must end in .png, .svg or .html, was %s",
                name);
        if (name.endsWith(".png")) {
            return figure.png();
        }
        String text = name.endsWith(".svg") ? figure.svg() : page(figure);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String page(Figure figure) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>"
                + Text.escaped(figure.alternativeText()) + "</title></head>\n<body>\n" + figure.html()
                + "\n</body>\n</html>\n";
    }
}
