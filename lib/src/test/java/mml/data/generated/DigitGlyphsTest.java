package mml.data.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.data.Labels;
import mml.data.generated.DigitGlyphs.Pose;
import mml.math.Randomness;
import mml.math.Workers;
import mml.train.batch.Online;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitGlyphsTest {
    private static final int SIZE = 10_000;
    private static final DigitGlyphs CLEAN = new DigitGlyphs(0);

    private static float[] painted(Pose pose, int digit) {
        float[] image = new float[144];
        pose.paint(digit, image, 0);
        return image;
    }

    /** How many pixels of the font a digit has. */
    private static double pixels(int digit) {
        return IntStream.range(0, 35)
                .mapToDouble(i -> DigitFont.ink(digit, i % 5, i / 5))
                .sum();
    }

    @Test
    void aDigitShiftedByHalfAPixelIsItsBitmap() {
        float[] image = painted(new Pose(0, 1, 0, 0.5, 0.5), 7);
        String seen = IntStream.range(3, 10)
                .mapToObj(row -> IntStream.range(4, 9)
                        .mapToObj(column -> image[row * 12 + column] == 1 ? "#" : ".")
                        .reduce("", String::concat))
                .reduce("", (lines, line) -> lines + line + "\n");
        assertEquals("#####\n....#\n...#.\n..#..\n.#...\n.#...\n.#...\n", seen);
    }

    @Test
    void aQuarterTurnTakesLinesToColumns() {
        float[] image = painted(new Pose(0, 1, 0, 0.5, 0.5), 2);
        float[] turned = painted(new Pose(0, 1, Math.PI / 2, -0.5, 0.5), 2);
        float[] expected = new float[144];
        for (int i = 0; i < 144; i++) {
            expected[i % 12 * 12 + 11 - i / 12] = image[i];
        }
        assertArrayEquals(expected, turned, 1e-6f);
    }

    @Test
    void scaleOneHalfTakesEverySecondPixelAndShearMovesTheLines() {
        float[] half = painted(new Pose(0, 0.5, 0, 0.5, 0.5), 1);
        assertEquals(DigitFont.ink(1, 2, 3), half[6 * 12 + 6]);
        assertEquals(DigitFont.ink(1, 4, 5), half[7 * 12 + 7]);
        float[] sheared = painted(new Pose(1, 1, 0, 0.5, 0.5), 1);
        assertEquals(DigitFont.ink(1, 2, 5), sheared[8 * 12 + 8]);
        assertEquals(DigitFont.ink(1, 2, 2), sheared[5 * 12 + 5]);
    }

    @Test
    void inkIsLinearBetweenPixelsAndEndsOnePixelOutside() {
        assertEquals(0.25, DigitFont.ink(7, -0.75, 0));
        assertEquals(0.25 * 0.5, DigitFont.ink(7, -0.75, -0.5));
        assertEquals(0, DigitFont.ink(7, -1, 0));
        assertEquals(0, DigitFont.ink(7, 5, 0));
        assertEquals(0, DigitFont.ink(1, 1, -1));
        assertEquals(0, DigitFont.ink(1, 1, 7));
        assertEquals(0.5, DigitFont.ink(1, 1, 6.5));
    }

    @Test
    void anyTwoDigitsDifferInSeveralPixels() {
        for (int one = 0; one < 10; one++) {
            for (int other = 0; other < one; other++) {
                int a = one;
                int b = other;
                long different = IntStream.range(0, 35)
                        .filter(i -> DigitFont.ink(a, i % 5, i / 5) != DigitFont.ink(b, i % 5, i / 5))
                        .count();
                assertTrue(different >= 4, one + " and " + other + " differ in " + different);
            }
        }
    }

    @Test
    void posesAreUniformOnTheirRanges() {
        List<Pose> poses = IntStream.range(0, SIZE)
                .mapToObj(i -> Pose.random(Randomness.of(i, "pose")))
                .toList();
        isUniform(poses, Pose::shear, -0.2, 0.2);
        isUniform(poses, Pose::scale, 0.8, 1.2);
        isUniform(poses, Pose::rotation, -0.25, 0.25);
        isUniform(poses, Pose::right, -1, 1);
        isUniform(poses, Pose::down, -1, 1);
    }

    private static void isUniform(List<Pose> poses, ToDoubleFunction<Pose> number, double low, double high) {
        var found = poses.stream().mapToDouble(number).summaryStatistics();
        assertTrue(low <= found.getMin() && found.getMax() <= high, found.toString());
        // the outermost of 10,000 is within a thousandth of the range of its end but for a chance of 5e-5
        assertEquals(low, found.getMin(), 1e-3 * (high - low));
        assertEquals(high, found.getMax(), 1e-3 * (high - low));
        assertEquals((low + high) / 2, found.getAverage(), 3 * (high - low) / Math.sqrt(12.0 * SIZE));
    }

    @Test
    void inkGrowsWithTheSquareOfTheScaleOnly() {
        Dataset data = CLEAN.draw(SIZE, 1);
        double ratio = 0;
        for (int i = 0; i < SIZE; i++) {
            double ink = 0;
            for (float value : data.example(i)) {
                assertTrue(value >= -0.25 && value <= 0.75, "value " + value);
                ink += value + 0.25;
            }
            ratio += ink / pixels(data.labels()[i]) / SIZE;
        }
        // the mean square of a number uniform on [0.8, 1.2]; the square deviates by 0.24 at most
        assertEquals(1 + 0.04 / 3, ratio, 3 * 0.24 / Math.sqrt(SIZE));
    }

    @Test
    void digitsAreEquallyFrequent() {
        for (int count : Labels.counts(CLEAN.draw(SIZE, 2))) {
            assertEquals(SIZE / 10.0, count, 3 * Math.sqrt(SIZE * 0.09));
        }
    }

    @Test
    void noiseHasTheDeviationAskedForAndLeavesTheDigits() {
        Dataset clean = CLEAN.draw(1000, 3);
        Dataset noisy = new DigitGlyphs(0.2).draw(1000, 3);
        assertArrayEquals(clean.labels(), noisy.labels());
        double[] noise = IntStream.range(0, clean.features().length)
                .mapToDouble(i -> noisy.features()[i] - clean.features()[i])
                .toArray();
        assertEquals(0, Arrays.stream(noise).average().getAsDouble(), 3 * 0.2 / Math.sqrt(noise.length));
        double variance = Arrays.stream(noise).map(x -> x * x).average().getAsDouble();
        assertEquals(0.04, variance, 3 * 0.04 * Math.sqrt(2.0 / noise.length));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyNumberOfThreadsGivesTheSameBits(int threads) {
        Dataset expected = new DigitGlyphs(0.15).draw(500, 7);
        Dataset found = Workers.with(threads, () -> new DigitGlyphs(0.15).draw(500, 7));
        assertArrayEquals(expected.features(), found.features());
        assertArrayEquals(expected.labels(), found.labels());
    }

    @Test
    void aLargerDrawBeginsWithTheSmallerOneAndOtherSeedsDiffer() {
        float[] small = CLEAN.draw(70, 7).features();
        assertArrayEquals(small, CLEAN.draw(300, 7).first(70).features());
        assertFalse(Arrays.equals(small, CLEAN.draw(70, 8).features()));
    }

    @Test
    void onlineBatchesAreDrawnFromIt() {
        Dataset batch = new Online(new DigitGlyphs(0.2)::draw, 3, 50, 1)
                .epoch(0)
                .batch(2)
                .data();
        assertEquals("digit glyphs: 50 examples of shape [12, 12, 1] in 10 classes", batch.toString());
    }

    @Test
    void numbersThatMakeNoImagesAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new DigitGlyphs(-0.1));
        assertEquals("noise must be finite and not negative, was -0.1", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> CLEAN.draw(0, 1));
        assertEquals("size must be at least 1, was 0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> CLEAN.draw(20_000_000, 1));
        assertEquals("size must be at most 14913080 for images of 12 x 12, was 20000000", e.getMessage());
    }
}
