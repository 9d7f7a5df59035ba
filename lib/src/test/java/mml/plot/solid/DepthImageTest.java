package mml.plot.solid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import mml.plot.solid.DepthImage.Corner;
import org.junit.jupiter.api.Test;

class DepthImageTest {
    private static Corner corner(double x, double y, double nearness, double own) {
        return new Corner(x, y, nearness, new double[] {own});
    }

    private static void square(DepthImage image, double nearness, int colour) {
        Corner[] corners = {
            corner(0, 0, nearness, 0), corner(8, 0, nearness, 8), corner(8, 8, nearness, 8), corner(0, 8, nearness, 0)
        };
        image.triangle(corners[0], corners[1], corners[2], (own, i, j) -> colour);
        image.triangle(corners[0], corners[2], corners[3], (own, i, j) -> colour);
    }

    @Test
    void theNearestIsSeenWhateverTheOrder() {
        for (int order = 0; order < 2; order++) {
            DepthImage image = new DepthImage(8, 8);
            square(image, order, order == 0 ? 0xaa0000 : 0x00bb00);
            square(image, 1 - order, order == 0 ? 0x00bb00 : 0xaa0000);
            assertEquals(0xff00bb00, image.image().getRGB(3, 5));
        }
    }

    @Test
    void twoTrianglesOfASquareLeaveNoDotBetweenThemAndNoneOutside() {
        DepthImage image = new DepthImage(10, 10);
        square(image, 0, 0x123456);
        for (int row = 0; row < 10; row++) {
            for (int column = 0; column < 10; column++) {
                int expected = row < 8 && column < 8 ? 0xff123456 : 0;
                assertEquals(expected, image.image().getRGB(column, row), column + ", " + row);
            }
        }
    }

    @Test
    void aCornersOwnNumbersAreLinearInBetween() {
        DepthImage image = new DepthImage(8, 8);
        image.triangle(
                corner(0, 0, 0, 0), corner(8, 0, 0, 80), corner(0, 8, 0, 160), (own, i, j) -> (int) Math.round(own[0]));
        assertEquals(0xff000000 | 15, image.image().getRGB(0, 0), "half a dot of 10 and half a dot of 20");
        assertEquals(0xff000000 | 15 + 30, image.image().getRGB(3, 0));
    }

    @Test
    void aTriangleFromItsEdgeAndOneOutsideDrawNothing() {
        DepthImage image = new DepthImage(4, 4);
        image.triangle(corner(0, 0, 0, 0), corner(2, 2, 0, 0), corner(4, 4, 0, 0), (own, i, j) -> 1);
        image.triangle(corner(-9, -9, 0, 0), corner(-5, -9, 0, 0), corner(-9, -5, 0, 0), (own, i, j) -> 1);
        assertEquals(0, image.image().getRGB(1, 1));
    }
}
