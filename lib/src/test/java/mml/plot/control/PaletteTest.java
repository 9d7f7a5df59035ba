package mml.plot.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaletteTest {
    @Test
    void fewColoursStayAsTheyAre() {
        BufferedImage image = new BufferedImage(16, 4, BufferedImage.TYPE_INT_RGB);
        for (int dot = 0; dot < 64; dot++) {
            image.setRGB(dot % 16, dot / 16, dot * 0x040302);
        }
        BufferedImage reduced = Palette.of(image, 64);
        for (int dot = 0; dot < 64; dot++) {
            assertEquals(image.getRGB(dot % 16, dot / 16), reduced.getRGB(dot % 16, dot / 16));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16, 64, 256})
    void aScaleOfGreysComesOutInEqualSteps(int colours) {
        BufferedImage image = new BufferedImage(256, 1, BufferedImage.TYPE_INT_RGB);
        for (int grey = 0; grey < 256; grey++) {
            image.setRGB(grey, 0, grey * 0x010101);
        }
        BufferedImage reduced = Palette.of(image, colours);
        Set<Integer> seen = new TreeSet<>();
        for (int grey = 0; grey < 256; grey++) {
            int found = reduced.getRGB(grey, 0) & 255;
            seen.add(found);
            assertTrue(Math.abs(found - grey) <= 128 / colours, grey + " became " + found);
        }
        assertEquals(colours, seen.size());
    }

    @Test
    void twoColoursAreTheMeansOfTheirDots() {
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0);
        image.setRGB(1, 0, 0x000003);
        image.setRGB(2, 0, 0x000003);
        image.setRGB(3, 0, 0xff0000);
        BufferedImage reduced = Palette.of(image, 2);
        assertEquals(0xff000002, reduced.getRGB(0, 0), "the mean of 0, 3 and 3");
        assertEquals(0xff000002, reduced.getRGB(2, 0));
        assertEquals(0xffff0000, reduced.getRGB(3, 0));
    }
}
