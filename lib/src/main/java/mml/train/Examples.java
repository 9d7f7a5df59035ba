package mml.train;

import java.util.Locale;
import java.util.function.Function;
import mml.data.Dataset;
import mml.math.Check;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.Loss;
import mml.nn.Network;
import mml.train.batch.Augmentation;
import mml.train.batch.Batches;
import mml.train.batch.Drawn;

/**
 * What a run learns from.
 *
 * @param batches the examples of each step
 * @param augmentation how images are varied
 * @param loss what is made small, as a function of the data
 */
public record Examples(Batches batches, Augmentation augmentation, Function<Dataset, Loss> loss) {
    /**
     * Checks that all are there.
     *
     * @throws IllegalArgumentException if one is null
     */
    public Examples {
        Check.given("batches", batches);
        Check.given("augmentation", augmentation);
        Check.given("loss", loss);
    }

    /** Returns data with what is wanted of them, and refuses those that do not fit. */
    Rows rows(Network network, Dataset data) {
        augmentation.requireFor(data);
        return new Rows(network, data, loss.apply(data));
    }

    /** Refuses a batch of one example where a layer needs several to have statistics of them. */
    void requireEnoughToMix(Network network) {
        int examples = batches instanceof Drawn drawn ? drawn.data().size() : batches.size();
        int last = examples % batches.size() == 0 ? batches.size() : examples % batches.size();
        if (last > 1 || !network.mixesExamples()) {
            return;
        }
        try {
            float[] zeros = new float[network.layout().size()];
            network.pass(1, Mode.TRAINING).forward(zeros, new float[Layer.size(network.input())], 0, 1);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "batches of %d leave a last one of 1 of the %d examples: %s",
                            batches.size(),
                            examples,
                            e.getMessage()),
                    e);
        }
    }

    Examples batches(Batches other) {
        return new Examples(other, augmentation, loss);
    }

    Examples augmentation(Augmentation other) {
        return new Examples(batches, other, loss);
    }

    Examples loss(Function<Dataset, Loss> other) {
        return new Examples(batches, augmentation, other);
    }
}
