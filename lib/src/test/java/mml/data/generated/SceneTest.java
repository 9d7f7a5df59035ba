package mml.data.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mml.math.Randomness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SceneTest {
    private static final int SIZE = 10_000;

    private static Scene scene(int side, long number) {
        return Scene.random(side, Randomness.of(Randomness.part(1, number), "scene"));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32})
    void noSecondObjectHidesMoreThanHalfOfTheFirst(int side) {
        int pairs = 0;
        double most = 0;
        for (int i = 0; i < SIZE; i++) {
            List<Polygon> objects = scene(side, i).objects();
            if (objects.size() == 2) {
                pairs++;
                most = Math.max(most, PolygonTest.hiddenShare(objects.get(0), objects.get(1)));
            }
        }
        assertTrue(0.49 < most && most <= 0.5, "hidden share of at most " + most);
        // half the scenes have two objects; few lose the second
        assertEquals(SIZE / 2.0, pairs, 3 * Math.sqrt(SIZE / 4.0));
    }

    @Test
    void eachObjectHasAGreyLevelOfItsOwnFromTheOtherEndOfTheScale() {
        int alike = 0;
        int pairs = 0;
        for (int i = 0; i < SIZE; i++) {
            Scene scene = scene(32, i);
            assertEquals(scene.objects().size(), scene.greys().size());
            for (int grey : scene.greys()) {
                assertTrue(scene.background() < 128 ? grey >= 140 && grey <= 255 : grey >= 0 && grey <= 114);
            }
            if (scene.greys().size() == 2) {
                pairs++;
                alike += scene.greys().get(0).equals(scene.greys().get(1)) ? 1 : 0;
            }
        }
        // of about 115.5 levels
        assertEquals(pairs / 115.5, alike, 3 * Math.sqrt(pairs / 115.5));
    }

    @Test
    void theLaterObjectCoversTheEarlier() {
        Polygon object = Polygon.centred(new Polygon.Direction(Shape.ELLIPSE, 0, 0), 8, 8);
        Scene scene = new Scene(0, List.of(object.moved(7, 8), object.moved(9, 8)), List.of(200, 255));
        float[] image = new float[256];
        scene.paint(image, 0, 16);
        assertEquals(1, image[8 * 16 + 8]);
        assertEquals(200 / 255f * 2 - 1, image[8 * 16 + 4]);
        assertEquals(-1, image[0]);
    }
}
