package mml.train;

import java.util.Arrays;
import mml.math.Workers;
import mml.nn.Layer.Mode;
import mml.nn.Network;
import mml.train.batch.Augmentation;
import mml.train.run.Trace;

/**
 * Derivatives of the mean loss of a batch that is cut into chunks of a fixed size, and the chunks into a fixed number of lanes.
 * A lane adds the derivatives of its chunks in order, and the lanes are added in order, so that the sum has the same bits for
 * any number of threads.
 */
final class Lanes {
    /** Each lane holds a gradient of its own, so their number is a price in memory; four serve up to four cores. */
    private static final int MOST = 4;

    private final Network network;
    private final Mode mode;
    private final Augmentation augmentation;
    private final int chunk;
    private final Lane[] lanes = new Lane[MOST];
    private final float[][] results = new float[MOST][];

    /** For batches whose examples do not depend on each other. */
    Lanes(Network network, Mode mode, Augmentation augmentation) {
        this.network = network;
        this.mode = mode;
        this.augmentation = augmentation;
        this.chunk = Chunk.ofDerivatives(network);
    }

    /** What is computed for a chunk, which the lane has taken, and added to a vector. */
    @FunctionalInterface
    private interface Work {
        void of(Lane lane, float[] result);
    }

    /**
     * Computes the mean loss of a batch and its gradient.
     *
     * @param out overwritten with the gradient
     */
    Trace.Scores gradient(Rows rows, float[] parameters, Rows.Batch batch, float[] out) {
        return each(rows, batch, out, (lane, result) -> {
            lane.score(parameters, 1.0 / batch.count());
            lane.addGradient(parameters, result);
        });
    }

    /**
     * Multiplies the Hessian of a batch's mean loss by a direction.
     *
     * @param out overwritten with the product
     */
    void hessianTimes(Rows rows, float[] parameters, float[] direction, Rows.Batch batch, float[] out) {
        double scale = 1.0 / batch.count();
        each(rows, batch, out, (lane, result) -> lane.addHessianTimes(parameters, direction, scale, result));
    }

    /**
     * Multiplies the Gauss-Newton matrix of a batch's mean loss by a direction: the Hessian of the loss between the Jacobian
     * of the outputs and its transpose.
     *
     * @param out overwritten with the product
     */
    void gaussNewtonTimes(Rows rows, float[] parameters, float[] direction, Rows.Batch batch, float[] out) {
        double scale = 1.0 / batch.count();
        each(rows, batch, out, (lane, result) -> lane.addGaussNewtonTimes(parameters, direction, scale, result));
    }

    private Trace.Scores each(Rows rows, Rows.Batch batch, float[] out, Work work) {
        int chunks = (batch.count() + chunk - 1) / chunk;
        int used = Math.min(MOST, chunks);
        Workers.each(used, index -> {
            Lane lane = begin(index);
            for (int number = chunks * index / used; number < chunks * (index + 1) / used; number++) {
                Workers.pollStop();
                lane.take(new Lane.Part(rows, batch, chunk, number));
                work.of(lane, results[index]);
            }
        });
        return sum(used, batch.count(), out);
    }

    private Lane begin(int index) {
        if (lanes[index] == null) {
            lanes[index] = new Lane(network, mode, augmentation, chunk);
            results[index] = new float[network.layout().size()];
        }
        Arrays.fill(results[index], 0);
        lanes[index].clear();
        return lanes[index];
    }

    private Trace.Scores sum(int used, int count, float[] out) {
        Workers.cut(0, out.length, 1 << 15, (from, to) -> {
            System.arraycopy(results[0], from, out, from, to - from);
            for (int lane = 1; lane < used; lane++) {
                add(results[lane], from, to, out);
            }
        });
        double sum = 0;
        int right = 0;
        for (int lane = 0; lane < used; lane++) {
            sum += lanes[lane].sum();
            right += lanes[lane].right();
        }
        return new Trace.Scores(sum / count, (double) right / count);
    }

    private static void add(float[] part, int from, int to, float[] sum) {
        for (int i = from; i < to; i++) {
            sum[i] += part[i];
        }
    }
}
