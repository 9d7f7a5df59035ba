package mml.plot.control;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import mml.math.Workers;
import mml.plot.Figure;

/** A figure as a PNG that is short while its text stays crisp. */
final class Picture {
    /** Text in three greys, lines, and a colour scale in some fifty steps, which the eye takes for smooth. */
    private static final int COLOURS = 64;

    /** The shortest file, 0, is a twentieth shorter and takes five times as long. */
    private static final float HASTE = 0.22f;

    private Picture() {}

    /** Returns the figure with so many pixels for each of its own. */
    static byte[] png(Figure figure, int fineness) {
        BufferedImage image =
                new BufferedImage(fineness * figure.width(), fineness * figure.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.scale(fineness, fineness);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        figure.paint(graphics);
        graphics.dispose();
        return encoded(Palette.of(image, COLOURS));
    }

    /** Returns the figures so, drawn on several threads; none if they take more than so many bytes in a text. */
    static byte[][] pngs(List<Figure> figures, int fineness, int most) {
        byte[][] pictures = new byte[figures.size()][];
        AtomicInteger bytes = new AtomicInteger();
        Workers.each(pictures.length, () -> pictures, (all, i) -> {
            if (bytes.get() <= most) { // else the rest would be drawn in vain
                all[i] = png(figures.get(i), fineness);
                bytes.addAndGet(inText(all[i]));
            }
        });
        return bytes.get() <= most ? pictures : new byte[0][];
    }

    /** Returns how long a file is as text in base 64. */
    static int inText(byte[] file) {
        return 4 * ((file.length + 2) / 3);
    }

    private static byte[] encoded(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(HASTE);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
