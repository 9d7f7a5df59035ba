package mml.train;

import java.util.Arrays;
import java.util.function.Supplier;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Workers;
import mml.nn.Layer;
import mml.nn.Loss;
import mml.nn.Network;

/**
 * The mean loss of chosen rows of a data set, with its gradient: the inner loop of training.
 *
 * <p>The rows are cut into chunks of a fixed size, and the chunks into a fixed number of lanes. A lane adds the gradients of
 * its chunks in order, and the lanes are added in order, so that the sum has the same bits for any number of threads.
 */
final class Rows {
    private static final int CHUNK = 64;
    /** Each lane holds a gradient of its own, so their number is a price in memory; four serve up to four cores. */
    private static final int LANES = 4;

    private final Network network;
    private final Dataset data;
    private final Loss loss;
    private final Lane[] lanes = new Lane[LANES];

    Rows(Network network, Dataset data, Loss loss) {
        int width = Layer.size(network.input());
        Check.that(data.width() == width, "data have %s features, the network takes %s", data.width(), network.input());
        Check.that(
                data.classes().size() == network.outputs(),
                "data have %s classes, the network %s outputs",
                data.classes().size(),
                network.outputs());
        this.network = network;
        this.data = data;
        this.loss = loss;
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

    /** Sums of one lane; the number of right answers comes with the loss for nothing. */
    private final class Lane {
        final Layer.Pass pass = network.pass(CHUNK);
        final float[] gathered = new float[CHUNK * data.width()];
        final int[] labels = new int[CHUNK];
        final float[] outputGradient = new float[CHUNK * network.outputs()];
        final float[] gradient = new float[network.layout().size()];
        double sum;
        int right;

        void clear() {
            Arrays.fill(gradient, 0);
            sum = 0;
            right = 0;
        }

        void add(float[] parameters, int[] order, int from, int rows, double scale) {
            int width = data.width();
            for (int i = 0; i < rows; i++) {
                System.arraycopy(data.features(), order[from + i] * width, gathered, i * width, width);
                labels[i] = data.labels()[order[from + i]];
            }
            int classes = network.outputs();
            float[] outputs = pass.forward(parameters, gathered, 0, rows);
            right += Accuracy.right(outputs, labels, 0, rows, classes);
            sum += loss.gradient(outputs, labels, 0, rows, classes, scale, outputGradient);
            pass.backwardFirst(parameters, outputGradient, gradient);
        }
    }

    /** Mean loss and the share of right answers. */
    record Scores(double loss, double accuracy) {}

    /**
     * Computes the mean loss and its gradient over the rows {@code order[from], ..., order[from + count - 1]}.
     *
     * @param out overwritten with the gradient
     */
    Scores gradient(float[] parameters, int[] order, int from, int count, float[] out) {
        int chunks = (count + CHUNK - 1) / CHUNK;
        int used = Math.min(LANES, chunks);
        Supplier<Object> nothing = () -> "";
        Workers.each(used, nothing, (own, lane) -> {
            Lane mine = lane(lane);
            mine.clear();
            for (int chunk = chunks * lane / used; chunk < chunks * (lane + 1) / used; chunk++) {
                Workers.pollStop();
                int at = chunk * CHUNK;
                mine.add(parameters, order, from + at, Math.min(CHUNK, count - at), 1.0 / count);
            }
        });
        return sum(used, count, out);
    }

    private Lane lane(int index) {
        lanes[index] = lanes[index] == null ? new Lane() : lanes[index];
        return lanes[index];
    }

    private Scores sum(int used, int count, float[] out) {
        System.arraycopy(lanes[0].gradient, 0, out, 0, out.length);
        double sum = lanes[0].sum;
        int right = lanes[0].right;
        for (int lane = 1; lane < used; lane++) {
            float[] part = lanes[lane].gradient;
            for (int i = 0; i < out.length; i++) {
                out[i] += part[i];
            }
            sum += lanes[lane].sum;
            right += lanes[lane].right;
        }
        return new Scores(sum / count, (double) right / count);
    }
}
