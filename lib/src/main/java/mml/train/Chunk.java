package mml.train;

import java.util.List;
import mml.nn.Layer;
import mml.nn.Network;

/**
 * How many examples a network sees at once: enough for a product to be fast, and few enough for the outputs of all its layers
 * to stay small. Depends on the network alone, so that sums have the same bits on every machine of many or few cores.
 */
final class Chunk {
    /** Of the scores: outputs of all layers of 32 MB. */
    private static final Chunk SCORES = new Chunk(250, 1 << 23);
    /** Of the derivatives, for which there are four lanes, each with gradients beside the outputs. */
    private static final Chunk DERIVATIVES = new Chunk(64, 1 << 22);

    private final int most;
    private final int numbers;

    private Chunk(int most, int numbers) {
        this.most = most;
        this.numbers = numbers;
    }

    /** Returns how many examples are scored at once. */
    static int ofScores(Network network) {
        return SCORES.size(network);
    }

    /** Returns for how many examples derivatives are computed at once. */
    static int ofDerivatives(Network network) {
        return DERIVATIVES.size(network);
    }

    private int size(Network network) {
        List<Integer> shape = network.input();
        long outputs = 0;
        for (Layer layer : network.layers()) {
            shape = layer.output(shape);
            outputs += Layer.size(shape);
        }
        return (int) Math.max(1, Math.min(most, numbers / outputs));
    }
}
