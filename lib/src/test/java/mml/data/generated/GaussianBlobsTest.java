package mml.data.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import mml.data.Dataset;
import mml.data.Labels;
import mml.math.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianBlobsTest {
    private static final int SIZE = 6000;
    private static final GaussianBlobs BLOBS = new GaussianBlobs(3, 4, 2, 1);

    @Test
    void aCloudIsNormalRoundItsCentre() {
        Dataset data = BLOBS.draw(SIZE, 5);
        double perClass = SIZE / 3.0;
        double[] means = new double[12];
        double[] squares = new double[12];
        for (int i = 0; i < data.features().length; i++) {
            int at = data.labels()[i / 4] * 4 + i % 4;
            means[at] += data.features()[i] / perClass;
            squares[at] += Math.pow(data.features()[i] - BLOBS.centres()[at], 2) / perClass;
        }
        // four deviations of a mean of perClass numbers, and of their squares
        assertArrayEquals(BLOBS.centres(), means, 4 / Math.sqrt(perClass));
        double[] ones = new double[12];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, squares, 4 * Math.sqrt(2 / perClass));
    }

    @Test
    void centresSpreadAsAsked() {
        double[] centres = new GaussianBlobs(100, 100, 3, 2).centres();
        double variance = Arrays.stream(centres).map(x -> x * x).average().getAsDouble();
        assertEquals(9, variance, 4 * 9 * Math.sqrt(2.0 / centres.length));
    }

    @Test
    void classesTakeTurns() {
        assertArrayEquals(new int[] {0, 1, 2, 0, 1}, BLOBS.draw(5, 1).labels());
        assertArrayEquals(new int[] {2000, 2000, 2000}, Labels.counts(BLOBS.draw(SIZE, 1)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyNumberOfThreadsGivesTheSameBits(int threads) {
        float[] expected = BLOBS.draw(SIZE, 7).features();
        assertArrayEquals(
                expected, Workers.with(threads, () -> BLOBS.draw(SIZE, 7)).features());
    }

    @Test
    void aLargerDrawBeginsWithTheSmallerOne() {
        assertArrayEquals(
                BLOBS.draw(300, 7).features(), BLOBS.draw(SIZE, 7).first(300).features());
    }

    @Test
    void anotherSeedGivesOtherNumbers() {
        float[] first = BLOBS.draw(300, 7).features();
        assertFalse(Arrays.equals(first, BLOBS.draw(300, 8).features()));
        // chunks differ, too
        float[] many = new GaussianBlobs(2, 1, 0, 1).draw(512, 7).features();
        assertFalse(Arrays.equals(Arrays.copyOf(many, 256), Arrays.copyOfRange(many, 256, 512)));
    }

    @Test
    void numbersThatMakeNoBlobsAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> new GaussianBlobs(1, 4, 2, 1));
        assertEquals("classes must be at least 2, was 1", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new GaussianBlobs(2, 0, 2, 1));
        assertEquals("width must be at least 1, was 0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new GaussianBlobs(2, 4, -1, 1));
        assertEquals("spread must be finite and not negative, was -1.0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> BLOBS.draw(0, 1));
        assertEquals("size must be at least 1, was 0", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> BLOBS.draw(1 << 29, 1));
        assertEquals("size must be at most 536870911 for 4 features, was 536870912", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new GaussianBlobs(1 << 16, 1 << 16, 2, 1));
        assertEquals("classes must be at most 32767 for 65536 features, was 65536", e.getMessage());
    }
}
