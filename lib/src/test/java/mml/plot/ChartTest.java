package mml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import mml.math.Grid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What XChart makes of our axes, read from the dots of a picture: the grid is its own, and lies at the ticks. */
class ChartTest {
    private static final int GRID = 0xe6;
    private static final int BORDER = 0x55;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theGridLiesAtRoundNumbers(long seed) throws IOException {
        Random random = new Random(seed);
        double low = random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4);
        double high = low + (0.1 + random.nextDouble()) * Math.pow(10, random.nextInt(5) - 2);
        Lines lines = Lines.of("x", "y")
                .yRange(low, high)
                .size(240 + random.nextInt(500), 300 + random.nextInt(300))
                .add("equally spaced", new double[] {0, 1, 2, 3}, new double[] {low, low, low, low});
        BufferedImage image = image(lines);
        int column = image.getWidth() * 3 / 4 + 1; // between grid lines that run down, or else on one
        while (isGrid(image.getRGB(column, image.getHeight() / 2 + 3))) {
            column++;
        }
        int at = column;
        assertRound(places(image.getHeight(), row -> image.getRGB(at, row)), low, high);
    }

    @Test
    void equallySpacedDataDoNotBecomeTicks() throws IOException {
        // with the margin of 2 per cent, the ends of the axis continue them
        double[] xs = IntStream.range(0, 51).mapToDouble(i -> 0.07 * i).toArray();
        BufferedImage image = image(Lines.of("x", "y").add("a", xs, new double[51]));
        int row = image.getHeight() * 3 / 10;
        List<Double> fromTheRight = places(image.getWidth(), column -> image.getRGB(column, row));
        assertRound(
                fromTheRight.stream()
                        .map(share -> 1 - share)
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                -0.07,
                3.57);
    }

    /** Asserts that grid lines, given from border to border in shares, are multiples of a round number. */
    private static void assertRound(List<Double> shares, double low, double high) {
        assertTrue(shares.size() >= 2, shares::toString);
        double step = (shares.get(0) - shares.get(1)) * (high - low);
        double leading = step / Math.pow(10, Math.floor(Math.log10(step) + 0.01));
        double round = Math.abs(leading - 1) < 0.1 ? 1 : Math.abs(leading - 2) < 0.1 ? 2 : 5;
        assertEquals(round, leading, 0.05 * round);
        for (double share : shares) {
            double multiple = (low + share * (high - low)) / (step / leading * round);
            assertEquals(Math.rint(multiple), multiple, 0.05);
        }
    }

    /** Returns where grid lines lie, from the top, as shares of the plot's height from below. */
    private static List<Double> places(int length, IntUnaryOperator dots) {
        List<Integer> borders = new ArrayList<>();
        List<Double> lines = new ArrayList<>();
        for (int i = 1; i < length; i++) {
            if ((dots.applyAsInt(i) & 0xff) == BORDER && (dots.applyAsInt(i) >> 16 & 0xff) == BORDER) {
                borders.add(i);
            } else if (!borders.isEmpty() && isGrid(dots.applyAsInt(i)) && !isGrid(dots.applyAsInt(i - 1))) {
                lines.add(i + 1.0);
            }
        }
        double top = borders.get(0) + 1.0;
        double bottom = borders.get(borders.size() - 1);
        return lines.stream().map(line -> (bottom - line) / (bottom - top)).toList();
    }

    private static boolean isGrid(int colour) {
        return Math.abs((colour & 0xff) - GRID) < 3 && Math.abs((colour >> 16 & 0xff) - GRID) < 3;
    }

    private static BufferedImage image(Figure figure) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(figure.png()));
    }

    @ParameterizedTest
    @CsvSource({
        "-3.516e-156, 1e-163, 273, 407",
        "0, 1e-300, 240, 200",
        "1e300, 5e299, 240, 900",
        "123456789, 1e-3, 240, 200"
    })
    void anyRangeInAnySizeIsDrawnSoon(double low, double span, int width, int height) {
        Lines lines = Lines.of("x", "y").add("a", new double[] {low, low + span}, new double[] {low, low + span});
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> lines.size(width, height).png());
    }

    @Test
    void narrowLogarithmicAndLowAxesAreDrawn() {
        double[] wide = {1e-9, 1e9};
        assertTrue(Lines.of("x", "y").add("a", wide, wide).logX().size(240, 300).png().length > 0);
        Grid.Axis x = new Grid.Axis(-1, 1.3803417584729487, 5);
        Grid.Axis y = new Grid.Axis(-1.2520122516795056, 0.1, 4);
        Contours contours = Contours.of(Grid.of(x, y, (a, b) -> a * a + b), "a", "b", "c");
        assertTrue(contours.size(263, 512).png().length > 0);
    }

    @Test
    void aRightAxisOfAnotherUnitLeavesTheLeftOneAsItIs() throws IOException {
        Lines left = Lines.of("x", "y").yRange(0, 4).add("a", new double[] {1, 2}, new double[] {0, 0});
        Lines both = left.addRight("z", "b", new double[] {1, 2}, new double[] {1e5, 1e5 + 7});
        BufferedImage image = image(both);
        int column = image.getWidth() / 2 + 9;
        List<Double> shares = places(image.getHeight(), row -> image.getRGB(column, row));
        assertRound(shares, 0, 4);
    }
}
