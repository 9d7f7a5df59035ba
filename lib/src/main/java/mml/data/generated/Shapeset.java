package mml.data.generated;

import java.util.List;
import java.util.random.RandomGenerator;
import mml.data.Dataset;
import mml.math.Check;

/**
 * Shapeset-3x2: grey images with one or two objects, each a triangle, a parallelogram or an ellipse; the class says which.
 *
 * <p>The number of objects is uniform on {1, 2}, the shape of each uniform on the three. An object is a regular polygon of 3, 4
 * or 20 vertices, rotated, scaled along two axes by two numbers uniform on [0.2, 0.8] of the side, rotated again, and put
 * anywhere where one pixel stays free at every edge. The later object covers the earlier; scales and place of the second are
 * drawn again while it would hide more than about half of the first, and it is left out after 50 rejections. Background and
 * objects have 8-bit grey levels from the lowest and the highest 0.45 of the scale, with probability 1/2 the other way
 * round; a pixel {@code v} of 255 has the value {@code v / 255 * 2 - 1}. A pixel belongs to an object if its middle does.
 *
 * <p>The classes are not alike: a single shape has probability 1/6, two different ones 1/9, two of one kind 1/18, so that
 * always answering a single shape errs on 5/6.
 *
 * <p>{@link #draw} is a generator for online training: {@code new Online(new Shapeset(32)::draw, 1000, 10, seed)}.
 *
 * <p>Source: Glorot and Bengio (2010), Understanding the difficulty of training deep feedforward neural networks, section
 * 2.1, and the first author's generator, github.com/glorotxa/Shapeset.
 *
 * @param side of an image in pixels: 32 in the paper, and at least 10, or the largest objects find no place
 */
public record Shapeset(int side) {
    /** {@code 10 = 2 / (1 - 0.8)}: the largest object and the free pixels at its two sides fill the image. */
    private static final int SMALLEST = 10;

    private static final List<String> CLASSES = List.of(
            "triangle",
            "parallelogram",
            "ellipse",
            "triangle + parallelogram",
            "parallelogram + ellipse",
            "triangle + ellipse",
            "two triangles",
            "two parallelograms",
            "two ellipses");

    private static final String HOW =
            "by the rule of X. Glorot, Y. Bengio (2010), section 2.1, and of the first author's generator";

    /** The class of two objects, by their shapes. */
    private static final int[][] PAIRS = {{6, 3, 5}, {3, 7, 4}, {5, 4, 8}};

    /**
     * Checks the size.
     *
     * @throws IllegalArgumentException if {@code side} is below 10
     */
    public Shapeset {
        Check.atLeast("side", side, SMALLEST);
    }

    /**
     * Draws images. Image {@code i} is the same whatever the size.
     *
     * @param size how many, at least 1; all their pixels together at most {@code 2^31 - 1}
     * @param seed of this draw
     * @return shape {@code [side, side, 1]}, values from -1 (black) to 1 (white), nine classes
     * @throws IllegalArgumentException if {@code size} is below 1, or so large that no array holds the pixels
     */
    public Dataset draw(int size, long seed) {
        return new SquareImages("Shapeset-3x2", HOW + ", side " + side, CLASSES, side).draw(size, seed, this::paint);
    }

    private int paint(RandomGenerator random, float[] images, int at) {
        Scene scene = Scene.random(side, random);
        scene.paint(images, at, side);
        return label(scene.shapes());
    }

    /** Returns the class of a scene; the order of drawing does not matter. */
    static int label(List<Shape> shapes) {
        int first = shapes.get(0).ordinal();
        return shapes.size() == 1 ? first : PAIRS[first][shapes.get(1).ordinal()];
    }
}
