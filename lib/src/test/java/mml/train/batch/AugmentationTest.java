package mml.train.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mml.data.Dataset;
import mml.data.Images;
import mml.data.TwoSpirals;
import org.junit.jupiter.api.Test;

/** One image of 3 x 4 pixels with two channels, numbered from 1. */
class AugmentationTest {
    private static final float[] PIXELS = new float[24];

    static {
        for (int i = 0; i < 24; i++) {
            PIXELS[i] = i + 1;
        }
    }

    private static final Dataset IMAGE = Dataset.of("one", List.of("a", "b"), List.of(3, 4, 2), PIXELS, new int[] {0});

    private static float[] varied(Augmentation augmentation, long seed) {
        float[] into = new float[26];
        augmentation.write(new Augmentation.Image(IMAGE, 0), seed, into, 1);
        assertEquals(0, into[0]);
        assertEquals(0, into[25]);
        return Arrays.copyOfRange(into, 1, 25);
    }

    private static float[] mirrored(float[] image) {
        float[] result = new float[24];
        for (int i = 0; i < 24; i++) {
            int x = i / 2 % 4;
            result[i] = image[i + 2 * (3 - 2 * x)];
        }
        return result;
    }

    /** The window at (y, x) of the image padded by one pixel. */
    private static float[] window(int y, int x) {
        float[] padded = Images.padded(IMAGE, 5, 6).features();
        float[] result = new float[24];
        for (int i = 0; i < 24; i++) {
            result[i] = padded[((y + i / 8) * 6 + x + i / 2 % 4) * 2 + i % 2];
        }
        return result;
    }

    @Test
    void padAndCropGivesEveryWindowOfThePaddedImageAndNoOther() {
        Map<String, Integer> expected = new HashMap<>();
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 3; x++) {
                expected.put(Arrays.toString(window(y, x)), 0);
            }
        }
        assertEquals(9, expected.size());
        for (long seed = 0; seed < 9000; seed++) {
            String found = Arrays.toString(varied(Augmentation.padAndCrop(1), seed));
            expected.compute(found, (key, count) -> count + 1); // fails on what was not expected
        }
        expected.values().forEach(count -> assertEquals(1000, count, 4 * Math.sqrt(1000))); // four deviations
    }

    @Test
    void everyOtherImageIsMirrored() {
        int mirrored = 0;
        for (long seed = 0; seed < 1000; seed++) {
            float[] image = varied(Augmentation.none().flip(), seed);
            boolean isMirrored = image[0] != 1;
            assertArrayEquals(isMirrored ? mirrored(PIXELS) : PIXELS, image);
            mirrored += isMirrored ? 1 : 0;
        }
        assertEquals(500, mirrored, 4 * Math.sqrt(250)); // four deviations
    }

    @Test
    void mirroringAndMovingDoNotDependOnEachOther() {
        Map<String, Integer> counts = new HashMap<>();
        for (long seed = 0; seed < 18_000; seed++) {
            counts.merge(Arrays.toString(varied(Augmentation.padAndCrop(1).flip(), seed)), 1, Integer::sum);
        }
        assertEquals(18, counts.size());
        counts.values().forEach(count -> assertEquals(1000, count, 4 * Math.sqrt(1000))); // four deviations
    }

    @Test
    void onlyImagesThatAreLargeEnoughAreVaried() {
        Augmentation.none().requireFor(TwoSpirals.of(4, 1));
        Augmentation.padAndCrop(2).requireFor(IMAGE);
        var e = assertThrows(
                IllegalArgumentException.class, () -> Augmentation.padAndCrop(3).requireFor(IMAGE));
        assertEquals(
                "examples must be images [height, width, channels] with sides above 3, had shape [3, 4, 2]",
                e.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> Augmentation.none().flip().requireFor(TwoSpirals.of(4, 1)));
        e = assertThrows(IllegalArgumentException.class, () -> Augmentation.padAndCrop(-1));
        assertEquals("shift must be at least 0, was -1", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> new Augmentation(1, null));
        assertEquals("mirror must be one of [NEVER, HALF], was null", e.getMessage());
    }
}
