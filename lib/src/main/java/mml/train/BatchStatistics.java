package mml.train;

import java.util.List;
import java.util.concurrent.CancellationException;
import mml.data.Dataset;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Randomness;
import mml.math.Workers;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.Network;
import mml.nn.layer.norm.BatchNormalisation;
import mml.train.batch.Batches;

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
     * @param batches of which examples, and how they are taken
     * @return the same parameters with other states; the same altogether if no layer has statistics
     * @throws IllegalArgumentException if the parameters are another network's or not finite, or examples have another shape
     *     than the network's input
     * @throws CancellationException if stopped
     */
    public static Parameters estimate(Network network, Parameters at, Batches batches) {
        network.requireFinite(at);
        return network.mixesExamples() ? mean(network, at, batches) : at;
    }

    private static Parameters mean(Network network, Parameters at, Batches batches) {
        Layer.Pass pass = rememberingOne(network).pass(batches.size(), Mode.TRAINING);
        float[] values = at.values();
        double[] sums = new double[values.length];
        Batches.Epoch epoch = batches.epoch(0);
        int count = 0;
        for (int i = 0; i < batches.perEpoch(); i++) {
            Workers.pollStop();
            Batches.Batch batch = epoch.batch(i);
            if (batch.count() == batches.size()) {
                pass.draw(Randomness.part(batches.seed(), i));
                pass.forward(values, features(network, batch), 0, batch.count());
                pass.remember(values);
                add(values, sums);
                count++;
            }
        }
        return withStates(at, sums, count);
    }

    private static float[] features(Network network, Batches.Batch batch) {
        Dataset data = batch.data();
        Rows.requireShape(network, data);
        int width = data.width();
        float[] features = new float[Math.multiplyExact(batch.count(), width)];
        for (int i = 0; i < batch.count(); i++) {
            int from = batch.order()[batch.from() + i] * width;
            System.arraycopy(data.features(), from, features, i * width, width);
        }
        return features;
    }

    private static void add(float[] values, double[] sums) {
        for (int i = 0; i < values.length; i++) {
            sums[i] += values[i];
        }
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
