package mml.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Randomness;
import mml.math.Workers;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.Loss;
import mml.nn.Network;
import mml.nn.SoftmaxCrossEntropy;
import mml.train.batch.Augmentation;
import mml.train.run.Trace;

/**
 * The mean loss of chosen rows of a data set, with its derivatives: the inner loop of training.
 *
 * <p>The rows are cut into chunks of a fixed size, and the chunks into a fixed number of lanes. A lane adds the derivatives of
 * its chunks in order, and the lanes are added in order, so that the sum has the same bits for any number of threads. Where a
 * batch must not be cut, it is one chunk, and the layers themselves work on several threads.
 */
final class Rows {
    /** Each lane holds a gradient of its own, so their number is a price in memory; four serve up to four cores. */
    private static final int LANES = 4;

    private final Network network;
    private final Mode mode;
    private final Augmentation augmentation;
    private final int chunk;
    private final Lane[] lanes = new Lane[LANES];
    private Dataset data;
    private Loss loss;

    /** For the scores of a network. */
    Rows(Network network, Dataset data, Loss loss, Mode mode) {
        this.network = network;
        this.mode = mode;
        this.augmentation = Augmentation.none();
        this.chunk = Chunk.ofDerivatives(network);
        take(data, loss);
    }

    /** For training. */
    Rows(Network network, Dataset data, Examples examples) {
        this.network = network;
        this.mode = Mode.TRAINING;
        this.augmentation = examples.augmentation();
        this.chunk = Chunk.ofDerivatives(network);
        take(data, examples.loss().apply(data));
    }

    /** Returns rows of the data for a training: those that are there, turned to the data, or new ones. */
    static Rows on(Rows there, Training training, Dataset data) {
        if (there == null) {
            return new Rows(training.network(), data, training.examples());
        } else if (there.data != data) {
            there.take(data, training.examples().loss().apply(data));
        }
        return there;
    }

    private void take(Dataset data, Loss loss) {
        requireShape(network, data);
        augmentation.requireFor(data);
        this.data = data;
        this.loss = loss.requireFor(network.outputs(), data.size());
    }

    /** Refuses data whose examples the network would take for something else; a vector may stand for an image. */
    static void requireShape(Network network, Dataset data) {
        int width = Layer.size(network.input());
        Check.that(data.width() == width, "data have %s features, the network takes %s", data.width(), network.input());
        List<Integer> theirs = withoutOnes(data.shape());
        List<Integer> ours = withoutOnes(network.input());
        Check.that(
                theirs.equals(ours) || theirs.size() < 2 || ours.size() < 2,
                "data have shape %s, the network takes %s",
                data.shape(),
                network.input());
    }

    private static List<Integer> withoutOnes(List<Integer> shape) {
        return shape.stream().filter(extent -> extent != 1).toList();
    }

    /** Returns the cross-entropy of the data's labels. */
    static Loss crossEntropy(Network network, Dataset data) {
        Check.that(
                data.classes().size() == network.outputs(),
                "data have %s classes, the network %s outputs",
                data.classes().size(),
                network.outputs());
        return SoftmaxCrossEntropy.of(data.labels(), data.classes().size());
    }

    Network network() {
        return network;
    }

    Dataset data() {
        return data;
    }

    Loss loss() {
        return loss;
    }

    /** A batch: the rows {@code order[from], ..., order[from + count - 1]}; the seed is of what is random in training. */
    record Batch(int[] order, int from, int count, long seed) {}

    /** What is computed for a chunk, whose examples are in the lane. */
    @FunctionalInterface
    private interface Work {
        void of(Lane lane, int rows, double scale);
    }

    /** Sums of one lane; the number of right answers comes with the loss for nothing. */
    private final class Lane {
        final int capacity;
        final Layer.Pass pass;
        final float[] gathered;
        final int[] examples;
        final float[] outputGradient;
        final float[] result = new float[network.layout().size()];
        float[] features;
        int at;
        double sum;
        int right;

        Lane(int capacity) {
            this.capacity = capacity;
            this.pass = network.pass(capacity, mode);
            this.gathered = new float[Math.multiplyExact(capacity, data.width())];
            this.examples = new int[capacity];
            this.outputGradient = new float[Math.multiplyExact(capacity, network.outputs())];
        }

        void clear() {
            Arrays.fill(result, 0);
            sum = 0;
            right = 0;
        }

        /** Finds the rows of a chunk: where they lie, if they follow each other there and stay as they are, else in a copy. */
        void take(Batch batch, int begin, int rows) {
            System.arraycopy(batch.order, begin, examples, 0, rows);
            int width = data.width();
            if (augmentation.isNone() && follow(rows)) {
                features = data.features();
                at = examples[0] * width;
                return;
            }
            features = gathered;
            at = 0;
            // part -1: the chunks have the others
            long seed = Randomness.part(batch.seed, -1);
            for (int i = 0; i < rows; i++) {
                if (augmentation.isNone()) {
                    System.arraycopy(data.features(), examples[i] * width, gathered, i * width, width);
                } else {
                    augmentation.write(new Augmentation.Image(data, examples[i]), seed, gathered, i * width);
                }
            }
        }

        private boolean follow(int rows) {
            for (int i = 1; i < rows; i++) {
                if (examples[i] != examples[0] + i) {
                    return false;
                }
            }
            return true;
        }

        float[] forward(float[] parameters, int rows) {
            return pass.forward(parameters, features, at, rows);
        }
    }

    /**
     * Computes the mean loss of a batch and its gradient.
     *
     * @param out overwritten with the gradient
     */
    Trace.Scores gradient(float[] parameters, Batch batch, float[] out) {
        return each(batch, out, (lane, rows, scale) -> {
            float[] outputs = lane.forward(parameters, rows);
            lane.right += loss.right(outputs, lane.examples, 0, rows);
            lane.sum += loss.gradient(outputs, lane.examples, 0, rows, scale, lane.outputGradient);
            lane.pass.backwardFirst(parameters, lane.outputGradient, lane.result);
        });
    }

    /**
     * Multiplies the Hessian of a batch's mean loss by a direction.
     *
     * @param out overwritten with the product
     */
    void hessianTimes(float[] parameters, float[] direction, Batch batch, float[] out) {
        each(batch, out, (lane, rows, scale) -> {
            float[] outputs = lane.forward(parameters, rows);
            float[] tangents = lane.pass.forwardTangent(parameters, direction, null);
            loss.gradient(outputs, lane.examples, 0, rows, scale, lane.outputGradient);
            float[] moved = Arrays.copyOf(tangents, rows * loss.width());
            loss.hessianTimes(outputs, rows, scale, moved);
            lane.pass.backwardTangentFirst(parameters, direction, new Dual(lane.outputGradient, moved), lane.result);
        });
    }

    /**
     * Multiplies the Gauss-Newton matrix of a batch's mean loss by a direction: the Hessian of the loss between the Jacobian
     * of the outputs and its transpose.
     *
     * @param out overwritten with the product
     */
    void gaussNewtonTimes(float[] parameters, float[] direction, Batch batch, float[] out) {
        each(batch, out, (lane, rows, scale) -> {
            float[] outputs = lane.forward(parameters, rows);
            float[] tangents = lane.pass.forwardTangent(parameters, direction, null);
            System.arraycopy(tangents, 0, lane.outputGradient, 0, rows * loss.width());
            loss.hessianTimes(outputs, rows, scale, lane.outputGradient);
            lane.pass.backwardFirst(parameters, lane.outputGradient, lane.result);
        });
    }

    /** Moves the remembered statistics in the parameters' state blocks towards those of the last batch. */
    void remember(float[] parameters) {
        if (network.mixesExamples()) {
            lanes[0].pass.remember(parameters);
        }
    }

    private Trace.Scores each(Batch batch, float[] out, Work work) {
        boolean whole = mode == Mode.TRAINING && network.mixesExamples();
        int size = whole ? batch.count : chunk;
        int chunks = (batch.count + size - 1) / size;
        int used = Math.min(LANES, chunks);
        if (whole) {
            lane(0, size).clear();
            chunk(lanes[0], batch, 0, batch.count, work);
        } else {
            Supplier<Object> nothing = () -> "";
            Workers.each(used, nothing, (own, index) -> {
                Lane lane = lane(index, size);
                lane.clear();
                for (int chunk = chunks * index / used; chunk < chunks * (index + 1) / used; chunk++) {
                    chunk(lane, batch, chunk, size, work);
                }
            });
        }
        return sum(used, batch.count, out);
    }

    private void chunk(Lane lane, Batch batch, int chunk, int size, Work work) {
        Workers.pollStop();
        int at = chunk * size;
        int rows = Math.min(size, batch.count - at);
        lane.take(batch, batch.from + at, rows);
        lane.pass.draw(Randomness.part(batch.seed, chunk));
        work.of(lane, rows, 1.0 / batch.count);
    }

    private Lane lane(int index, int capacity) {
        if (lanes[index] == null || lanes[index].capacity < capacity) {
            lanes[index] = new Lane(capacity);
        }
        return lanes[index];
    }

    private Trace.Scores sum(int used, int count, float[] out) {
        System.arraycopy(lanes[0].result, 0, out, 0, out.length);
        double sum = lanes[0].sum;
        int right = lanes[0].right;
        for (int lane = 1; lane < used; lane++) {
            float[] part = lanes[lane].result;
            for (int i = 0; i < out.length; i++) {
                out[i] += part[i];
            }
            sum += lanes[lane].sum;
            right += lanes[lane].right;
        }
        return new Trace.Scores(sum / count, (double) right / count);
    }
}
