package mml.nn.model;

import java.util.ArrayList;
import java.util.List;
import mml.math.Check;
import mml.math.Parameters;
import mml.nn.Layer;
import mml.nn.Network;
import mml.nn.layer.Bias;
import mml.nn.layer.Dense;
import mml.nn.layer.Flatten;
import mml.nn.layer.Relu;
import mml.nn.layer.image.Convolution;
import mml.nn.layer.image.MaxPooling;
import mml.nn.layer.norm.BatchNormalisation;

/**
 * VGG-9 with batch normalisation, for images of 32 x 32 pixels: 3 x 3 convolutions with {@code 64, 64 | 128, 128 | 256, 256,
 * 256} filters, at each bar and at the end the largest of 2 x 2 pixels, a dense layer to 256 units, a dense layer to 10
 * outputs. Batch normalisation and ReLU follow each convolution and the first dense layer. Blocks are called {@code
 * conv1.weight}, {@code norm1.scale}, ..., {@code hidden.weight}, {@code hidden.norm.scale}, ..., {@code head.weight}.
 *
 * <p>Source: H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein, Visualizing the loss landscape of neural nets, NeurIPS 2018,
 * and its published code; after K. Simonyan, A. Zisserman, Very deep convolutional networks for large-scale image recognition,
 * ICLR 2015.
 *
 * @param channels of the images: 3 for colours, 1 for grey
 * @param bias whether the convolutions have biases, as in the published code, though batch normalisation takes them away
 */
public record Vgg9(int channels, Bias bias) {
    /** The filters of each group of convolutions. */
    private static final List<List<Integer>> GROUPS =
            List.of(List.of(64, 64), List.of(128, 128), List.of(256, 256, 256));

    private static final int HIDDEN = 256;

    /**
     * Checks channels and bias.
     *
     * @throws IllegalArgumentException if the channels are not 1 or 3, or the bias null
     */
    public Vgg9 {
        Cifar.channels(channels);
        Check.chosen("bias", bias, Bias.values());
    }

    /**
     * Returns the network as published, for colour images.
     *
     * @return the network's description
     */
    public static Vgg9 of() {
        return new Vgg9(3, Bias.WITH);
    }

    /**
     * Returns the same network for images with another number of channels.
     *
     * @param channels 3 for colours, 1 for grey
     * @return the network's description
     * @throws IllegalArgumentException if there are others
     */
    public Vgg9 channels(int channels) {
        return new Vgg9(channels, bias);
    }

    /**
     * Returns the same network whose convolutions have no biases.
     *
     * @return the network's description
     */
    public Vgg9 withoutBias() {
        return new Vgg9(channels, Bias.WITHOUT);
    }

    /**
     * Returns the network.
     *
     * @return from {@code [32, 32, channels]} to 10 outputs
     */
    public Network network() {
        List<Layer> layers = new ArrayList<>();
        int number = 1;
        for (List<Integer> group : GROUPS) {
            for (int filters : group) {
                layers.add(convolution("conv" + number, filters));
                layers.add(BatchNormalisation.of("norm" + number++));
                layers.add(new Relu());
            }
            layers.add(MaxPooling.of(2));
        }
        layers.add(new Flatten());
        layers.add(Dense.of("hidden", HIDDEN));
        layers.add(BatchNormalisation.of("hidden.norm"));
        layers.add(new Relu());
        layers.add(Dense.of("head", Cifar.CLASSES));
        return Network.of(Cifar.images(channels), layers.toArray(Layer[]::new));
    }

    private Convolution convolution(String name, int filters) {
        Convolution with = Convolution.of(name, filters);
        return bias == Bias.WITH ? with : with.withoutBias();
    }

    /**
     * Returns initial parameters as the published code draws them: convolutions normal with variance {@code 2 / fan-in}, dense
     * layers normal with deviation 1e-3, scales 1, shifts and biases 0.
     *
     * @param seed of the random numbers
     * @return initial parameters of {@link #network}
     */
    public Parameters initial(long seed) {
        return network().initial(Cifar.INITIALISATION, seed);
    }
}
