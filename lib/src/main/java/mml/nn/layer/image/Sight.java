package mml.nn.layer.image;

import java.util.List;
import java.util.stream.IntStream;
import mml.nn.layer.image.direct.Offsets;

/**
 * What the window of a layer sees at each place, as tables of offsets within images that are surrounded by zeros.
 *
 * @param input the shape of the layer's input
 * @param output the shape of its output
 * @param window what moves over the input
 */
record Sight(List<Integer> input, List<Integer> output, Window window) {
    int channels() {
        return input.get(2);
    }

    int filters() {
        return output.get(2);
    }

    /** Returns how many pixels the input has. */
    int pixels() {
        return input.get(0) * input.get(1);
    }

    /** Returns how many places the window has. */
    int places() {
        return output.get(0) * output.get(1);
    }

    /** Returns how many numbers the window sees. */
    int seen() {
        return window.size() * window.size() * channels();
    }

    /** Returns the input with the zeros that the window sees. */
    Surrounded surroundedInput() {
        int zeros = 2 * window.margin();
        return new Surrounded(input, window.margin(), input.get(0) + zeros, input.get(1) + zeros);
    }

    /** Returns where the window stands at the first so many places, counted through the images. */
    int[] stands(Surrounded inputs, int count) {
        int stride = window.stride();
        int columns = output.get(1);
        return IntStream.range(0, count)
                .map(i -> i / places() * inputs.size()
                        + i % places() / columns * stride * inputs.line()
                        + i % columns * stride * channels())
                .toArray();
    }

    /** Returns how far from there each number that the window sees lies. */
    int[] view(Surrounded inputs) {
        int run = window.size() * channels();
        return IntStream.range(0, seen())
                .map(j -> j / run * inputs.line() + j % run)
                .toArray();
    }

    /** Returns the output with zeros where the window stands in part outside of the input, or between two places. */
    Surrounded surroundedOutput() {
        int before = reach();
        return new Surrounded(output, before, before + last(input.get(0)) + 1, before + last(input.get(1)) + 1);
    }

    /** How many places before the last that sees a pixel, along a line, see it too. */
    private int reach() {
        return (window.size() - 1) / window.stride();
    }

    /** The last place, of however many, that sees a pixel of the last line. */
    private int last(int extent) {
        return (extent - 1 + window.margin()) / window.stride();
    }

    /**
     * The pixels that are seen by the same positions of the window: all, with stride 1; with stride 2 even and odd lines differ,
     * and even and odd columns.
     *
     * @param row of the window: the first that sees them
     * @param column of the window: the first that sees them
     */
    record Kind(int row, int column) {}

    /** Returns the kinds of pixels, of which there are some in the input. */
    List<Kind> kinds() {
        int stride = window.stride();
        return IntStream.range(0, stride * stride)
                .mapToObj(i -> new Kind(i / stride, i % stride))
                .filter(kind -> pixels(kind).length > 0)
                .toList();
    }

    /** Returns the positions within the window, {@code ky size + kx}, that see the pixels of a kind. */
    int[] positions(Kind kind) {
        int size = window.size();
        int stride = window.stride();
        return IntStream.range(0, size * size)
                .filter(k -> k / size % stride == kind.row && k % size % stride == kind.column)
                .toArray();
    }

    private int[] pixels(Kind kind) {
        int stride = window.stride();
        int width = input.get(1);
        return IntStream.range(0, pixels())
                .filter(i -> (i / width + window.margin()) % stride == kind.row
                        && (i % width + window.margin()) % stride == kind.column)
                .toArray();
    }

    /** Returns where the gradients lie that a pixel of a kind gets, from the outputs: one number for each position and filter. */
    Offsets gradients(Surrounded outputs, Kind kind, int rowOfInput) {
        int stride = window.stride();
        int width = input.get(1);
        int[] pixels = pixels(kind);
        int[] rows = IntStream.of(pixels)
                .map(i -> ((i / width + window.margin()) / stride + reach()) * outputs.line()
                        + ((i % width + window.margin()) / stride + reach()) * filters())
                .toArray();
        int[] columns = IntStream.of(positions(kind))
                .flatMap(k -> IntStream.range(0, filters())
                        .map(filter -> filter
                                - k / window.size() / stride * outputs.line()
                                - k % window.size() / stride * filters()))
                .toArray();
        int[] to = IntStream.of(pixels).map(i -> i * rowOfInput).toArray();
        return Offsets.of(rows, columns, to, rowOfInput);
    }
}
