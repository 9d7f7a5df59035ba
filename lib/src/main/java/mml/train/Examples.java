package mml.train;

import java.util.function.Function;
import mml.data.Dataset;
import mml.nn.Loss;
import mml.train.batch.Augmentation;
import mml.train.batch.Batches;

/**
 * What a run learns from.
 *
 * @param batches the examples of each step
 * @param augmentation how images are varied
 * @param loss what is made small, as a function of the data
 */
public record Examples(Batches batches, Augmentation augmentation, Function<Dataset, Loss> loss) {
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
