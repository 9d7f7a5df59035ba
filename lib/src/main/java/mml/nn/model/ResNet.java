package mml.nn.model;

import java.util.ArrayList;
import java.util.List;
import mml.math.Check;
import mml.math.Parameters;
import mml.nn.Layer;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Flatten;
import mml.nn.layer.Relu;
import mml.nn.layer.Residual;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MeanPooling;
import mml.nn.layer.norm.BatchNormalisation;
import mml.nn.model.ResidualMlp.Shortcut;

/**
 * The residual networks for images of 32 x 32 pixels, with or without their shortcuts: ResNet-20, -56, -110, the wide ones,
 * and their plain versions.
 *
 * <pre>{@code
 * ResNet.of(56).network();                          // as published
 * ResNet.of(56).withoutShortcuts().network();       // the "noshort" net of the same depth
 * ResNet.of(20).width(2).channels(1).network();     // twice as many filters, grey images
 * }</pre>
 *
 * <p>A convolution with {@code 16 width} filters; three stages of {@code (depth - 2) / 6} blocks with {@code 16, 32, 64} times
 * {@code width} filters, the second and third of which begin with stride 2; the mean of all pixels; a dense layer to 10
 * outputs. A block is convolution, batch normalisation, ReLU, convolution, batch normalisation, to which its input is added
 * before the last ReLU. Where the shape changes the input passes a 1 x 1 convolution and a batch normalisation. Convolutions
 * have no biases. Blocks of parameters are called such as {@code stage2.block1.conv1.weight}.
 *
 * <p>Source: K. He, X. Zhang, S. Ren, J. Sun, Deep residual learning for image recognition, CVPR 2016, section 4.2; the
 * variants as in H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, Visualizing the loss landscape of neural nets, NeurIPS 2018.
 *
 * @param depth how many layers with weights follow each other: {@code 6 k + 2} with {@code k} at least 1
 * @param width how many times as many filters as in the first paper, at least 1
 * @param shortcut whether each block's input, or its projection, is added to its output
 * @param channels of the images: 3 for colours, 1 for grey
 */
public record ResNet(int depth, int width, Shortcut shortcut, int channels) {
    private static final int STAGES = 3;
    private static final int FILTERS = 16;
    /** So that the filters of the last stage can be counted. */
    private static final int WIDEST = Integer.MAX_VALUE / (FILTERS << (STAGES - 1));

    /**
     * Checks the sizes.
     *
     * @throws IllegalArgumentException if {@code depth} is not {@code 6 k + 2}, {@code width} is below 1 or above 2^25 - 1,
     *     {@code channels} not 1 or 3, or the shortcut null
     */
    public ResNet {
        int below = (depth - 2) / 6 * 6 + 2;
        Check.that(depth >= 8, "depth must be 6 k + 2 with k at least 1, the nearest is 8, was %s", depth);
        Check.that(
                depth == below, "depth must be 6 k + 2, the nearest are %s and %s, was %s", below, below + 6L, depth);
        Check.positive("width", width);
        Check.that(width <= WIDEST, "width must be at most %s, was %s", WIDEST, width);
        Check.chosen("shortcut", shortcut, Shortcut.values());
        Cifar.channels(channels);
    }

    /**
     * Returns the network of a depth with shortcuts, of the usual width, for colour images.
     *
     * @param depth {@code 6 k + 2} with {@code k} at least 1, such as 20, 56 or 110
     * @return the network's description
     * @throws IllegalArgumentException if the depth is another; the sentence names the nearest
     */
    public static ResNet of(int depth) {
        return new ResNet(depth, 1, Shortcut.IDENTITY, 3);
    }

    /**
     * Returns the same network with more filters.
     *
     * @param width how many times as many, at least 1
     * @return the network's description
     * @throws IllegalArgumentException if {@code width} is below 1
     */
    public ResNet width(int width) {
        return new ResNet(depth, width, shortcut, channels);
    }

    /**
     * Returns the same network without shortcuts.
     *
     * @return the network's description
     */
    public ResNet withoutShortcuts() {
        return new ResNet(depth, width, Shortcut.NONE, channels);
    }

    /**
     * Returns the same network for images with another number of channels.
     *
     * @param channels 3 for colours, 1 for grey
     * @return the network's description
     * @throws IllegalArgumentException if there are others
     */
    public ResNet channels(int channels) {
        return new ResNet(depth, width, shortcut, channels);
    }

    /**
     * Returns the network.
     *
     * @return from {@code [32, 32, channels]} to 10 outputs
     */
    public Network network() {
        List<Layer> layers = new ArrayList<>();
        layers.add(Convolution.of("conv1", FILTERS * width).withoutBias());
        layers.add(BatchNormalisation.of("norm1"));
        layers.add(new Relu());
        for (int stage = 1; stage <= STAGES; stage++) {
            for (int block = 1; block <= (depth - 2) / 6; block++) {
                int stride = stage > 1 && block == 1 ? 2 : 1;
                layers.addAll(block("stage" + stage + ".block" + block, (FILTERS * width) << (stage - 1), stride));
            }
        }
        layers.add(MeanPooling.of(8));
        layers.add(new Flatten());
        layers.add(Dense.of("head", Cifar.CLASSES));
        return Network.of(Cifar.images(channels), layers.toArray(Layer[]::new));
    }

    private List<Layer> block(String name, int filters, int stride) {
        Residual block = Residual.of(
                Convolution.of(name + ".conv1", filters).stride(stride).withoutBias(),
                BatchNormalisation.of(name + ".norm1"),
                new Relu(),
                Convolution.of(name + ".conv2", filters).withoutBias(),
                BatchNormalisation.of(name + ".norm2"));
        if (shortcut == Shortcut.NONE) {
            List<Layer> plain = new ArrayList<>(block.withoutShortcut().layers());
            plain.add(new Relu());
            return plain;
        }
        return List.of(stride == 1 ? block : projected(block, name, filters, stride), new Relu());
    }

    private static Residual projected(Residual block, String name, int filters, int stride) {
        return block.projection(
                Convolution.of(name + ".shortcut.conv", filters)
                        .kernel(1)
                        .stride(stride)
                        .withoutBias(),
                BatchNormalisation.of(name + ".shortcut.norm"));
    }

    /**
     * Returns initial parameters as the published code draws them: convolutions normal with variance {@code 2 / fan-in}, the
     * head normal with deviation 1e-3, scales 1, shifts and biases 0.
     *
     * @param seed of the random numbers
     * @return initial parameters of {@link #network}
     */
    public Parameters initial(long seed) {
        return network().initial(Cifar.INITIALISATION, seed);
    }
}
