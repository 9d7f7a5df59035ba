package mml.plot.control;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/**
 * An image with few colours, whose file is a third as long: each colour is replaced by the mean of those like it.
 *
 * <p>The set of colours with the greatest squared error is parted at the mean of its most spread channel, until there are as
 * many sets as colours wanted. Dots are not mixed to make up for lost colours: that would blur text and lengthen the file.
 *
 * <p>Source: Heckbert (1982), Color image quantization for frame buffer display, section 3.2 (parted there at the median).
 */
final class Palette {
    private Palette() {}

    /** Returns the image, opaque, with at most so many colours, from 1 to 256. */
    static BufferedImage of(BufferedImage image, int colours) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] dots = image.getRGB(0, 0, width, height, null, 0, width);
        List<Likes> parts = parted(new Likes(counted(dots)), colours);
        Map<Integer, Byte> numbers = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            for (int[] colour : parts.get(i).colours) {
                numbers.put(rgb(colour), (byte) i);
            }
        }
        int[] means = parts.stream().mapToInt(Likes::mean).toArray();
        IndexColorModel model = new IndexColorModel(8, means.length, means, 0, false, -1, 0);
        BufferedImage reduced = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        byte[] indices = ((DataBufferByte) reduced.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < dots.length; i++) {
            indices[i] = numbers.get(dots[i] & 0xffffff);
        }
        return reduced;
    }

    /** Returns each colour once: red, green, blue, and how many dots have it. */
    private static int[][] counted(int[] dots) {
        Map<Integer, int[]> counts = new HashMap<>();
        for (int dot : dots) {
            counts.computeIfAbsent(dot & 0xffffff, c -> new int[] {c >> 16, c >> 8 & 255, c & 255, 0})[3]++;
        }
        int[][] colours = counts.values().toArray(int[][]::new);
        Arrays.sort(colours, Comparator.comparingInt(Palette::rgb)); // the same picture gives the same bytes
        return colours;
    }

    private static int rgb(int[] colour) {
        return colour[0] << 16 | colour[1] << 8 | colour[2];
    }

    private static List<Likes> parted(Likes all, int most) {
        PriorityQueue<Likes> parts =
                new PriorityQueue<>(Comparator.comparingDouble(Likes::error).reversed());
        parts.add(all);
        while (parts.size() < most && parts.peek().error() > 0) {
            parts.addAll(parts.poll().parts());
        }
        return List.copyOf(parts);
    }

    /** Colours that become one. */
    private static final class Likes {
        private final int[][] colours;
        private final double[] means = new double[3];
        private final double[] errors = new double[3];

        Likes(int[][] colours) {
            this.colours = colours;
            double dots =
                    Arrays.stream(colours).mapToDouble(colour -> colour[3]).sum();
            for (int k = 0; k < 3; k++) {
                for (int[] colour : colours) {
                    means[k] += colour[3] * colour[k] / dots;
                }
                for (int[] colour : colours) {
                    errors[k] += colour[3] * Math.pow(colour[k] - means[k], 2);
                }
            }
        }

        double error() {
            return colours.length == 1 ? 0 : errors[0] + errors[1] + errors[2];
        }

        int mean() {
            return rgb(Arrays.stream(means)
                    .mapToInt(mean -> (int) Math.round(mean))
                    .toArray());
        }

        List<Likes> parts() {
            int k = errors[0] >= Math.max(errors[1], errors[2]) ? 0 : errors[1] >= errors[2] ? 1 : 2;
            Map<Boolean, List<int[]>> sides =
                    Arrays.stream(colours).collect(Collectors.partitioningBy(colour -> colour[k] > means[k]));
            return sides.values().stream()
                    .map(side -> new Likes(side.toArray(int[][]::new)))
                    .toList();
        }
    }
}
