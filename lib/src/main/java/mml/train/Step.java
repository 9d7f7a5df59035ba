package mml.train;

import mml.math.Workers;
import mml.nn.Layer.Mode;
import mml.nn.Network;
import mml.train.batch.Augmentation;
import mml.train.run.Trace;

/**
 * What a step of training needs of its batch: first the scores, then the gradient, added where the optimiser wants it.
 *
 * <p>A batch goes through the layers whole if it must not be cut, if the network is wide (the layers themselves then use
 * several threads), or if it is no larger than a chunk: no sum of gradients is needed. Else it is cut into chunks, each on one
 * thread.
 */
final class Step {
    private final Network network;
    private final Augmentation augmentation;
    private final Lanes lanes;
    private final int mostWhole;
    private Lane whole;
    private float[] parameters;
    /** The gradient of a batch that was cut; null after one that was not. */
    private float[] sum;

    private float[] room;

    Step(Network network, Augmentation augmentation) {
        this.network = network;
        this.augmentation = augmentation;
        this.lanes = new Lanes(network, Mode.TRAINING, augmentation);
        this.mostWhole = Chunk.ofWhole(network);
    }

    /** Returns mean loss and accuracy of a batch. */
    Trace.Scores scores(Rows rows, float[] parameters, Rows.Batch batch) {
        this.parameters = parameters;
        return batch.count() <= mostWhole ? ofWhole(rows, batch) : ofChunks(rows, batch);
    }

    private Trace.Scores ofWhole(Rows rows, Rows.Batch batch) {
        sum = null;
        if (whole == null || whole.capacity() < batch.count()) {
            whole = new Lane(network, Mode.TRAINING, augmentation, batch.count());
        }
        whole.clear();
        whole.take(new Lane.Part(rows, batch, batch.count(), 0));
        whole.score(parameters, 1.0 / batch.count());
        return new Trace.Scores(whole.sum() / batch.count(), (double) whole.right() / batch.count());
    }

    private Trace.Scores ofChunks(Rows rows, Rows.Batch batch) {
        room = room == null ? new float[parameters.length] : room;
        sum = room;
        return lanes.gradient(rows, parameters, batch, sum);
    }

    /** Adds a multiple of the gradient of the batch last scored; once only, and the vector may be the parameters. */
    void addGradient(float[] vector, double factor) {
        float times = (float) factor;
        if (sum != null) {
            Workers.cut(0, sum.length, 1 << 15, (from, to) -> {
                for (int i = from; i < to; i++) {
                    vector[i] += times * sum[i];
                }
            });
        } else {
            whole.scale(times);
            whole.addGradient(parameters, vector);
        }
    }

    /** Moves the remembered statistics in the parameters' state blocks towards those of the batch last scored. */
    void remember() {
        if (network.mixesExamples()) {
            whole.remember(parameters);
        }
    }
}
