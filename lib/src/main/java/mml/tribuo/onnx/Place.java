package mml.tribuo.onnx;

import java.util.List;
import java.util.stream.IntStream;
import mml.nn.Layer;

/**
 * What flows between two layers.
 *
 * @param name of the value in the graph
 * @param shape of one example in this library
 * @param order of a vector: which of its numbers here stands at each index there; null if they are in one order, as those of an
 *     image are until it is flattened
 */
record Place(String name, List<Integer> shape, int[] order) {
    static Place of(String name, List<Integer> shape) {
        return new Place(name, shape, null);
    }

    boolean isInOrder() {
        return order == null;
    }

    Place named(String other, List<Integer> otherShape) {
        return new Place(other, otherShape, order);
    }

    /** Returns which index here the numbers of an image have there, where channels come first. */
    int[] flattened() {
        if (shape.size() != 3) {
            return IntStream.range(0, Layer.size(shape)).toArray();
        }
        int channels = shape.get(2);
        int pixels = shape.get(0) * shape.get(1);
        return IntStream.range(0, pixels * channels)
                .map(i -> i % pixels * channels + i / pixels)
                .toArray();
    }

    /** Returns numbers, one for each of the vector's or for each channel, in the order of the graph. */
    float[] ordered(float[] numbers) {
        if (isInOrder()) {
            return numbers;
        }
        float[] moved = new float[numbers.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = numbers[order[i]];
        }
        return moved;
    }
}
