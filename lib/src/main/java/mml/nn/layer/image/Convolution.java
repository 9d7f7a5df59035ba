package mml.nn.layer.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mml.math.Check;
import mml.math.Layout;
import mml.nn.Layer;
import mml.nn.layer.Bias;
import mml.nn.layer.BilinearPass;
import mml.nn.layer.image.Window.Padding;
import mml.nn.layer.image.direct.OffsetProduct;

/**
 * A convolution of images: at every place of a square window, each filter's weights times what the window sees there.
 *
 * <p>Images are {@code [height, width, channels]}, weights {@code [ky, kx, in, out]}, so that a filter is a column. The
 * window is not flipped, as in all libraries for networks.
 *
 * <pre>{@code
 * Convolution.of("conv1", 16); // 3 x 3, stride 1, padding SAME, with biases
 * Convolution.of("conv1", 16).kernel(5).stride(2).padding(VALID).withoutBias();
 * }</pre>
 *
 * @param name what its blocks are called: {@code name.weight} and {@code name.bias}
 * @param filters how many filters, which is how many channels its output has; at least 1
 * @param window the kernel's size (1, 3 or 5), its stride (1 or 2) and the padding
 * @param bias whether each filter has one
 */
public record Convolution(String name, int filters, Window window, Bias bias) implements Layer {
    /**
     * Checks name and sizes.
     *
     * @throws IllegalArgumentException if the name is blank, {@code filters} is below 1, the kernel is not 1, 3 or 5, the
     *     stride not 1 or 2, or window or bias are null
     */
    public Convolution {
        Check.notBlank("name", name);
        Check.positive("filters of " + name, filters);
        Check.that(window != null, "window of %s must not be null", name);
        Check.chosen("bias of " + name, bias, Bias.values());
        Check.that(
                window.size() == 1 || window.size() == 3 || window.size() == 5,
                "kernel of %s must be 1, 3 or 5, was %s",
                name,
                window.size());
        Check.that(window.stride() <= 2, "stride of %s must be 1 or 2, was %s", name, window.stride());
    }

    /**
     * Returns a convolution with kernel 3, stride 1, padding SAME and biases.
     *
     * @param name what its blocks are called
     * @param filters how many filters, at least 1
     * @return the layer
     * @throws IllegalArgumentException if the name is blank, or {@code filters} is below 1
     */
    public static Convolution of(String name, int filters) {
        return new Convolution(name, filters, new Window(3, 1, Padding.SAME), Bias.WITH);
    }

    /**
     * Returns the same convolution with a kernel of another size.
     *
     * @param kernel 1, 3 or 5: its height and width
     * @return the layer
     * @throws IllegalArgumentException if it is another number
     */
    public Convolution kernel(int kernel) {
        return with(new Window(kernel, window.stride(), window.padding()));
    }

    /**
     * Returns the same convolution with another stride.
     *
     * @param stride 1 or 2
     * @return the layer
     * @throws IllegalArgumentException if it is another number
     */
    public Convolution stride(int stride) {
        return with(new Window(window.size(), stride, window.padding()));
    }

    /**
     * Returns the same convolution with another padding.
     *
     * @param padding what happens at the border
     * @return the layer
     */
    public Convolution padding(Padding padding) {
        return with(new Window(window.size(), window.stride(), padding));
    }

    private Convolution with(Window window) {
        return new Convolution(name, filters, window, bias);
    }

    /**
     * Returns the same convolution without biases.
     *
     * @return the layer
     */
    public Convolution withoutBias() {
        return new Convolution(name, filters, window, Bias.WITHOUT);
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        return window.output(name, input, channels -> filters);
    }

    @Override
    public List<Layout.Block> blocks(List<Integer> input) {
        List<Integer> shape = List.of(window.size(), window.size(), input.get(2), filters);
        List<Layout.Block> blocks = new ArrayList<>();
        blocks.add(new Layout.Block(name + ".weight", Layout.Kind.WEIGHT, shape));
        if (bias == Bias.WITH) {
            blocks.add(new Layout.Block(name + ".bias", Layout.Kind.BIAS, List.of(filters)));
        }
        return blocks;
    }

    @Override
    public boolean isLinearInParameters() {
        return true;
    }

    /**
     * Returns how convolutions are computed on this machine, in words for a person; found once, at the first call.
     *
     * @return such as {@code "directly, by vectors of 512 bits"}, or how else, and what is missing
     */
    public static String arithmetic() {
        return OffsetProduct.best().isPresent()
                ? "directly, by " + OffsetProduct.reason()
                : "as products of matrices: " + OffsetProduct.reason();
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return pass(input, capacity, layout, OffsetProduct.best());
    }

    /** The same with a given arithmetic; none stands for products of matrices. */
    Pass pass(List<Integer> input, int capacity, Layout layout, Optional<OffsetProduct> direct) {
        List<Integer> output = output(input);
        int weight = layout.offset(name + ".weight");
        int begin = bias == Bias.WITH ? layout.offset(name + ".bias") : Biases.NONE;
        Biases biases = new Biases(begin, filters, output.get(0) * output.get(1));
        Sight sight = new Sight(input, output, window);
        BilinearPass.Products products = direct.isPresent()
                ? new DirectProducts(direct.get(), sight, weight, biases)
                : new ConvolutionProducts(sight, weight, biases);
        return new BilinearPass(
                products,
                Math.multiplyExact(capacity, Layer.size(input)),
                Math.multiplyExact(capacity, Layer.size(output)));
    }
}
