package mml.bench.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mml.data.Dataset;
import mml.data.FashionMnist;
import mml.data.Images;
import mml.math.Check;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Layer;
import mml.nn.Network;
import mml.nn.layer.Relu;
import mml.nn.layer.Tanh;
import mml.nn.model.Mlp;
import mml.nn.model.ResNet;
import mml.train.batch.Batches;

/**
 * A case with its network, its data and the parameters to begin with: the same numbers on every side.
 *
 * @param about the case
 * @param network what is trained or scored
 * @param data the examples
 * @param start initial parameters
 */
public record Problem(Case about, Network network, Dataset data, Parameters start) {
    private static final long SEED = 1;
    private static final int COLOURS = 3;
    private static final int FRAME = 32;

    /**
     * Returns the problem of a case with new numbers.
     *
     * @param about the case
     * @return the problem
     * @throws IllegalArgumentException if it is of an unknown model or activation
     */
    public static Problem of(Case about) {
        Case.Net net = about.net();
        Dataset grey = FashionMnist.train().first(about.examples());
        if (net.model().equals("resnet")) {
            ResNet model = ResNet.of(net.sizes().get(0));
            return new Problem(about, model.network(), coloured(grey), model.initial(SEED));
        }
        Check.that(net.model().equals("mlp"), "model must be mlp or resnet, was %s", net.model());
        boolean tanh = net.activation().equals("tanh");
        Check.that(
                tanh || net.activation().equals("relu"), "activation must be relu or tanh, was %s", net.activation());
        Layer activation = tanh ? new Tanh() : new Relu();
        Network network =
                Mlp.of(activation, net.sizes().stream().mapToInt(size -> size).toArray());
        Initialisation initialisation = tanh ? Initialisation.glorot() : Initialisation.he();
        return new Problem(about, network, grey, network.initial(initialisation, SEED));
    }

    /** Returns the images in a frame of 32 x 32 pixels, as grey colours: the work is that of a colour image. */
    private static Dataset coloured(Dataset grey) {
        Dataset framed = Images.padded(grey, FRAME, FRAME);
        float[] features = new float[framed.features().length * COLOURS];
        for (int i = 0; i < features.length; i++) {
            features[i] = framed.features()[i / COLOURS];
        }
        return Dataset.of(grey.name(), grey.classes(), List.of(FRAME, FRAME, COLOURS), features, grey.labels());
    }

    /**
     * Returns how the examples come in training.
     *
     * @return all of them in each epoch, in an order that depends on the epoch only
     */
    public Batches batches() {
        return Batches.permuted(data).size(about.updates().batch()).seed(SEED);
    }

    /**
     * Reads the problem that {@link mml.bench.Prepare} wrote.
     *
     * @param folder where its files are
     * @return the problem
     * @throws IOException if a file is missing or damaged
     */
    public static Problem read(Path folder) throws IOException {
        Problem fresh = of(Case.read(folder));
        Parameters start = Parameters.of(fresh.network.layout(), Numbers.floats(folder.resolve("parameters.f32")));
        return new Problem(fresh.about, fresh.network, fresh.data, start);
    }
}
