package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesTest {
    private final Dataset two = Dataset.of(
            "two", List.of("a", "b"), List.of(1, 2, 2), new float[] {1, 2, 3, 4, 5, 6, 7, 8}, new int[] {0, 1});

    @Test
    void imagesStandInTheMiddleAndAnOddPixelGoesBelowAndToTheRight() {
        Dataset padded = Images.padded(two, 2, 5);
        assertEquals(List.of(2, 5, 2), padded.shape());
        float[] expected = new float[20];
        System.arraycopy(two.example(1), 0, expected, 2, 4);
        assertArrayEquals(expected, padded.example(1));
        assertSame(two.labels(), padded.labels());
    }

    @Test
    void fashionMnistGetsTwoPixelsOnEachSide() {
        Dataset clothes = FashionMnist.test().first(5);
        Dataset padded = Images.padded(clothes, 32, 32);
        float sum = 0;
        for (int y = 0; y < 32; y++) {
            for (int x = 0; x < 32; x++) {
                boolean isInside = Math.min(y, x) >= 2 && Math.max(y, x) < 30;
                float expected = isInside ? clothes.example(4)[(y - 2) * 28 + x - 2] : 0;
                assertEquals(expected, padded.example(4)[y * 32 + x]);
                sum += expected;
            }
        }
        assertTrue(sum > 10, "the image is not black");
    }

    @Test
    void theMiddleIsCutOutAndAnOddPixelGoesBelowAndToTheRight() {
        float[] features = new float[3 * 4 * 2];
        for (int i = 0; i < features.length; i++) {
            features[i] = i;
        }
        Dataset image = Dataset.of("one", List.of("a", "b"), List.of(3, 4, 2), features, new int[] {1});
        // line 0 of 3, as one goes below; columns 0 to 2 of 4
        Dataset cropped = Images.cropped(image, 2, 3);
        assertEquals(List.of(2, 3, 2), cropped.shape());
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13}, cropped.features());
        assertArrayEquals(
                new float[] {10, 11, 12, 13}, Images.cropped(image, 1, 2).features());
    }

    @Test
    void theMiddleOfAFrameIsTheImage() {
        Dataset clothes = FashionMnist.test().first(7);
        Dataset again = Images.cropped(Images.padded(clothes, 33, 31), 28, 28);
        assertArrayEquals(clothes.features(), again.features());
        assertEquals(clothes.shape(), again.shape());
    }

    @Test
    void whitenedImagesHaveMeanZeroAndDeviationOneEach() {
        Dataset whitened = Images.whitened(FashionMnist.test().first(50));
        for (int i = 0; i < 50; i++) {
            double sum = 0;
            double squares = 0;
            for (float pixel : whitened.example(i)) {
                sum += pixel;
                squares += pixel * pixel;
            }
            // single precision
            assertEquals(0, sum / 784, 1e-6);
            assertEquals(1, squares / 784, 1e-5);
        }
    }

    @Test
    void faintImagesAreNotBlownUp() {
        // deviation 0.1, but 1 / sqrt(4) = 0.5
        Dataset faint = two.select(0).withFeatures(List.of(1, 2, 2), new float[] {0.4f, 0.6f, 0.4f, 0.6f});
        assertArrayEquals(
                new float[] {-0.2f, 0.2f, -0.2f, 0.2f}, Images.whitened(faint).features(), 1e-6f);
        Dataset plain = two.select(0).withFeatures(List.of(1, 2, 2), new float[] {3, 3, 3, 3});
        assertArrayEquals(new float[4], Images.whitened(plain).features());
        float[] grey = new float[784];
        Arrays.fill(grey, 0.1f);
        Dataset large = two.select(0).withFeatures(List.of(28, 28, 1), grey);
        assertArrayEquals(new float[784], Images.whitened(large).features());
    }

    @Test
    void whatIsNoMiddleIsRefused() {
        for (int[] middle : new int[][] {{0, 1}, {2, 1}, {1, 3}, {1, -1}}) {
            var e = assertThrows(IllegalArgumentException.class, () -> Images.cropped(two, middle[0], middle[1]));
            assertEquals("middle must be from 1 x 1 to 1 x 2, was " + middle[0] + " x " + middle[1], e.getMessage());
        }
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Images.padded(TwoSpirals.of(4, 1), 8, 8));
        assertEquals("images must have shape [height, width, channels], had [2]", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> Images.padded(two, 4, 1));
        assertEquals("frame must be at least 1 x 2, was 4 x 1", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> Images.padded(two, 65536, 65536));
        assertEquals("frame must have at most 536870911 pixels for 2 images, was 65536 x 65536", e.getMessage());
    }
}
