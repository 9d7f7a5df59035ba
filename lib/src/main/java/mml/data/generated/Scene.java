package mml.data.generated;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What is to be seen in an image of Shapeset.
 *
 * @param background grey level from 0 to 255
 * @param objects one or two, the later in front
 * @param greys grey level of each object, from 0 to 255
 */
record Scene(int background, List<Polygon> objects, List<Integer> greys) {
    private static final int REJECTIONS_AT_MOST = 50;
    private static final double HIDDEN_AT_MOST = 0.5;

    /**
     * A range of 8-bit grey levels.
     *
     * @param least the darkest
     * @param most the brightest
     */
    record Levels(int least, int most) {
        /** From 0 to 0.45 of white. */
        static final Levels DARK = new Levels(0, 114);
        /** From 0.55 of white to white. */
        static final Levels BRIGHT = new Levels(140, 255);

        private int random(RandomGenerator random) {
            return random.nextInt(least, most + 1);
        }
    }

    /**
     * Draws a scene.
     *
     * @param side of the image in pixels
     * @param random advanced
     */
    static Scene random(int side, RandomGenerator random) {
        boolean swapped = random.nextBoolean();
        Levels behind = swapped ? Levels.BRIGHT : Levels.DARK;
        Levels ahead = swapped ? Levels.DARK : Levels.BRIGHT;
        List<Polygon> objects = objects(random.nextInt(1, 3), side, random);
        return new Scene(
                behind.random(random),
                objects,
                objects.stream().map(object -> ahead.random(random)).toList());
    }

    /** A second object that finds no place is left out, as in the generator of the paper. */
    private static List<Polygon> objects(int count, int side, RandomGenerator random) {
        Polygon first = Polygon.random(Polygon.Direction.random(random), side, random);
        if (count == 1) {
            return List.of(first);
        }
        Polygon.Direction direction = Polygon.Direction.random(random);
        for (int rejections = 0; rejections < REJECTIONS_AT_MOST; rejections++) {
            Polygon second = Polygon.random(direction, side, random);
            if (second.hiddenShare(first) <= HIDDEN_AT_MOST) {
                return List.of(first, second);
            }
        }
        return List.of(first);
    }

    /** Returns the shapes of the objects, in the order of drawing. */
    List<Shape> shapes() {
        return objects.stream().map(Polygon::shape).toList();
    }

    /**
     * Paints the scene.
     *
     * @param images overwritten from {@code at} on, {@code side * side} values from -1 (black) to 1 (white)
     * @param at index of the image's first pixel
     * @param side of the image
     */
    void paint(float[] images, int at, int side) {
        Arrays.fill(images, at, at + side * side, value(background));
        for (int i = 0; i < objects.size(); i++) {
            objects.get(i).fill(images, at, side, value(greys.get(i)));
        }
    }

    private static float value(int grey) {
        return grey / 255f * 2 - 1;
    }
}
