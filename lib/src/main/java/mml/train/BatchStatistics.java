package mml.train;

import java.util.List;
import java.util.concurrent.CancellationException;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Randomness;
import mml.math.Workers;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.Network;
import mml.nn.layer.BatchNormalisation;

/**
 * The statistics of a network's batch normalisations at given parameters. Those remembered in training lag behind it, and
 * between two trained networks, or elsewhere in a landscape, there are none.
 *
 * <p>Source: P. Izmailov, D. Podoprikhin, T. Garipov, D. Vetrov, A. Wilson, Averaging weights leads to wider optima and better
 * generalization, UAI 2018, section 3.2; PyTorch's {@code update_bn} does the same.
 */
public final class BatchStatistics {
    private BatchStatistics() {}

    /**
     * Returns parameters whose state blocks hold the mean, over the batches of one epoch, of each batch's mean and unbiased
     * variance, in training. All batches are of one size: a last one that is smaller is left out.
     *
     * @param network the network
     * @param at its parameters; not modified
     * @param data the examples
     * @param batches how they are taken
     * @return the same parameters with other states; the same altogether if no layer has statistics
     * @throws IllegalArgumentException if the parameters are another network's, or network, data and batches do not fit
     * @throws CancellationException if stopped
     */
    public static Parameters estimate(Network network, Parameters at, Dataset data, Batches batches) {
        network.requireOwn(at);
        int width = Layer.size(network.input());
        Check.that(data.width() == width, "data have %s features, the network takes %s", data.width(), network.input());
        Check.that(
                batches.examples() == data.size(),
                "batches are of %s examples, data have %s",
                batches.examples(),
                data.size());
        return network.mixesExamples() ? mean(network, at, data, batches) : at;
    }

    private static Parameters mean(Network network, Parameters at, Dataset data, Batches batches) {
        Layer.Pass pass = rememberingOne(network).pass(batches.size(), Mode.TRAINING);
        float[] values = at.values();
        double[] sums = new double[values.length];
        float[] features = new float[Math.multiplyExact(batches.size(), data.width())];
        int[] order = batches.order(0);
        int count = data.size() / batches.size();
        for (int batch = 0; batch < count; batch++) {
            Workers.pollStop();
            for (int i = 0; i < batches.size(); i++) {
                int from = order[batch * batches.size() + i] * data.width();
                System.arraycopy(data.features(), from, features, i * data.width(), data.width());
            }
            pass.draw(Randomness.part(batches.seed(), batch));
            pass.forward(values, features, 0, batches.size());
            pass.remember(values);
            for (int i = 0; i < values.length; i++) {
                sums[i] += values[i];
            }
        }
        return withStates(at, sums, count);
    }

    /** Returns the same network, whose batch normalisations remember the last batch and no other. */
    private static Network rememberingOne(Network network) {
        List<Layer> layers =
                network.layers().stream().map(BatchStatistics::rememberingOne).toList();
        return Network.of(network.input(), layers.toArray(Layer[]::new));
    }

    private static Layer rememberingOne(Layer layer) {
        return layer instanceof BatchNormalisation norm
                ? norm.momentum(1)
                : layer.withParts(BatchStatistics::rememberingOne);
    }

    private static Parameters withStates(Parameters at, double[] sums, int count) {
        float[] values = at.values();
        for (Layout.Block block : at.layout().blocks()) {
            int from = at.layout().offset(block.name());
            for (int i = from; i < from + block.size() && block.kind() == Layout.Kind.STATE; i++) {
                values[i] = (float) (sums[i] / count);
            }
        }
        return Parameters.of(at.layout(), values);
    }
}
