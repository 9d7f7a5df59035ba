package mml.train;

import java.util.List;
import mml.data.Dataset;
import mml.math.Check;
import mml.nn.Layer;
import mml.nn.Loss;
import mml.nn.Network;
import mml.nn.SoftmaxCrossEntropy;

/**
 * A network, the examples that it is given, and what is wanted of them: all three fit each other.
 *
 * @param network the network
 * @param data its examples, one a row
 * @param loss what is averaged over them
 */
record Rows(Network network, Dataset data, Loss loss) {
    /** A batch: the rows {@code order[from], ..., order[from + count - 1]}; the seed is of what is random in training. */
    record Batch(int[] order, int from, int count, long seed) {}

    Rows {
        requireShape(network, data);
        loss.requireFor(network.outputs(), data.size());
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
}
