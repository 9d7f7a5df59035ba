package mml.train;

import java.util.Arrays;
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
        return network.mixesExamples()
                ? Parameters.of(at.layout(), new Estimator(network, batches).at(at.values()))
                : at;
    }

    /** Estimates at one point after the other, in the same memory; confined to one thread. */
    static final class Estimator {
        private final Network network;
        private final Batches batches;
        private final Layer.Pass pass;
        private final float[] features;
        private final double[] sums;

        Estimator(Network network, Batches batches) {
            this.network = network;
            this.batches = batches;
            this.pass = rememberingOne(network).pass(batches.size(), Mode.TRAINING);
            this.features = new float[Math.multiplyExact(batches.size(), Layer.size(network.input()))];
            this.sums = new double[network.layout().size()];
        }

        /** Returns the same point with other states, in a new array. */
        float[] at(float[] point) {
            float[] values = point.clone();
            Arrays.fill(sums, 0);
            Batches.Epoch epoch = batches.epoch(0);
            int count = 0;
            for (int i = 0; i < batches.perEpoch(); i++) {
                Workers.pollStop();
                Batches.Batch batch = epoch.batch(i);
                if (batch.count() == batches.size()) {
                    gather(batch);
                    pass.draw(Randomness.part(batches.seed(), i));
                    pass.forward(values, features, 0, batch.count());
                    pass.remember(values);
                    eachState(values, (k, state) -> sums[k] += state);
                    count++;
                }
            }
            int batchesSeen = count;
            eachState(values, (k, state) -> values[k] = (float) (sums[k] / batchesSeen));
            return values;
        }

        private void gather(Batches.Batch batch) {
            Dataset data = batch.data();
            Rows.requireShape(network, data);
            int width = data.width();
            for (int i = 0; i < batch.count(); i++) {
                int from = batch.order()[batch.from() + i] * width;
                System.arraycopy(data.features(), from, features, i * width, width);
            }
        }

        /** What is done with the number at an index. */
        private interface State {
            void accept(int index, float state);
        }

        private void eachState(float[] values, State state) {
            for (Layout.Block block : network.layout().blocks()) {
                int from = network.layout().offset(block.name());
                for (int i = from; i < from + block.size() && block.kind() == Layout.Kind.STATE; i++) {
                    state.accept(i, values[i]);
                }
            }
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
}
