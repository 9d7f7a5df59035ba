package mml.data.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mml.data.Dataset;
import mml.data.Labels;
import mml.math.Workers;
import mml.train.batch.Online;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesetTest {
    private static final int SIZE = 18_000;

    /** The grey levels of an image, as they were before they became numbers from -1 to 1. */
    private static int[] greys(Dataset data, int example) {
        float[] values = data.example(example);
        return IntStream.range(0, values.length)
                .map(i -> {
                    double grey = (values[i] + 1.0) / 2 * 255;
                    // rounding of a number below 2 in single precision, in units of a grey level
                    assertEquals(Math.rint(grey), grey, 255 * 1.2e-7);
                    return (int) Math.rint(grey);
                })
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void classesHaveTheFrequenciesOfThePaper(int side) {
        int[] counts = Labels.counts(new Shapeset(side).draw(SIZE, 1));
        double[] expected = {1. / 6, 1. / 6, 1. / 6, 1. / 9, 1. / 9, 1. / 9, 1. / 18, 1. / 18, 1. / 18};
        for (int k = 0; k < 9; k++) {
            double deviation = Math.sqrt(SIZE * expected[k] * (1 - expected[k]));
            assertEquals(SIZE * expected[k], counts[k], 3 * deviation, "class " + k);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, TRIANGLE, TRIANGLE, 6",
        "1, PARALLELOGRAM, PARALLELOGRAM, 7",
        "2, ELLIPSE, ELLIPSE, 8",
        "0, TRIANGLE, PARALLELOGRAM, 3",
        "1, PARALLELOGRAM, ELLIPSE, 4",
        "2, ELLIPSE, TRIANGLE, 5",
    })
    void theOrderOfDrawingIsIgnoredByTheClass(int single, Shape one, Shape other, int both) {
        assertEquals(single, Shapeset.label(List.of(one)));
        assertEquals(both, Shapeset.label(List.of(one, other)));
        assertEquals(both, Shapeset.label(List.of(other, one)));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void onePixelAtEveryEdgeIsBackground(int side) {
        Dataset data = new Shapeset(side).draw(2000, 2);
        for (int i = 0; i < data.size(); i++) {
            int[] greys = greys(data, i);
            for (int j = 0; j < side; j++) {
                assertEquals(greys[0], greys[j]);
                assertEquals(greys[0], greys[(side - 1) * side + j]);
                assertEquals(greys[0], greys[j * side]);
                assertEquals(greys[0], greys[j * side + side - 1]);
            }
            assertTrue(Arrays.stream(greys).anyMatch(grey -> grey != greys[0]), "an object must be seen");
        }
    }

    @Test
    void backgroundAndObjectsShareTheGreyLevelsAndHalfTheImagesAreDarkOnBright() {
        Dataset data = new Shapeset(16).draw(SIZE, 3);
        int[] seen = new int[256];
        int bright = 0;
        for (int i = 0; i < SIZE; i++) {
            int[] greys = greys(data, i);
            boolean isBright = greys[0] > 127;
            bright += isBright ? 1 : 0;
            seen[greys[0]]++;
            for (int grey : greys) {
                assertTrue(grey == greys[0] || grey > 127 != isBright, "object as bright as the background");
                assertTrue(grey <= 114 || grey >= 140, "grey level " + grey);
            }
        }
        assertEquals(SIZE / 2.0, bright, 3 * Math.sqrt(SIZE / 4.0));
        // 115 and 116 levels, some 78 images each
        assertEquals(231, Arrays.stream(seen).filter(count -> count > 0).count());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyNumberOfThreadsGivesTheSameBits(int threads) {
        Dataset expected = new Shapeset(32).draw(500, 7);
        Dataset found = Workers.with(threads, () -> new Shapeset(32).draw(500, 7));
        assertArrayEquals(expected.features(), found.features());
        assertArrayEquals(expected.labels(), found.labels());
    }

    @Test
    void aLargerDrawBeginsWithTheSmallerOneAndOtherSeedsDiffer() {
        float[] small = new Shapeset(16).draw(70, 7).features();
        assertArrayEquals(small, new Shapeset(16).draw(300, 7).first(70).features());
        assertFalse(Arrays.equals(small, new Shapeset(16).draw(70, 8).features()));
    }

    @Test
    void onlineBatchesAreDrawnFromIt() {
        Online online = new Online(new Shapeset(32)::draw, 3, 10, 1);
        Dataset first = online.epoch(0).batch(0).data();
        assertEquals(List.of(32, 32, 1), first.shape());
        assertEquals(10, first.size());
        assertFalse(
                Arrays.equals(first.features(), online.epoch(0).batch(1).data().features()));
    }

    @Test
    void numbersThatMakeNoImagesAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new Shapeset(9));
        assertEquals("side must be at least 10, was 9", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new Shapeset(32).draw(0, 1));
        assertEquals("size must be at least 1, was 0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new Shapeset(32).draw(3_000_000, 1));
        assertEquals("size must be at most 2097151 for images of 32 x 32, was 3000000", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new Shapeset(50_000).draw(1, 1));
        assertEquals("size must be at most 0 for images of 50000 x 50000, was 1", e.getMessage());
    }
}
