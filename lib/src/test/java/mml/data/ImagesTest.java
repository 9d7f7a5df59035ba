package mml.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    void whatDoesNotFitIsRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Images.padded(TwoSpirals.of(4, 1), 8, 8));
        assertEquals("images must have shape [height, width, channels], had [2]", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> Images.padded(two, 4, 1));
        assertEquals("frame must be at least 1 x 2, was 4 x 1", e.getMessage());
    }
}
