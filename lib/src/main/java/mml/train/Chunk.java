package mml.train;

import mml.nn.Network;

/**
 * How many examples a network sees at once: enough for a product to be fast, and few enough for the outputs of all its layers
 * to stay small. Depends on the network alone, so that sums have the same bits on every machine of many or few cores.
 */
final class Chunk {
    private static final int MOST_SCORED = 250;
    private static final int MOST_DERIVED = 64;
    /** The larger factor of a product is copied once a chunk, so that wide networks gain by more examples. */
    private static final int MOST_DERIVED_WIDE = 256;
    /** Outputs of all layers of 64 MB. */
    private static final int SCORED = 1 << 24;
    /** Of 32 MB, as there are four lanes, each with gradients beside the outputs. */
    private static final int DERIVED = 1 << 23;

    /** How many parameters a wide network has: its products are worth several threads, and a gradient a lane costs more. */
    private static final int WIDE = 1 << 15;
    /** The most examples that a wide network is trained on at once: beyond, chunks are as fast. */
    private static final int MOST_WHOLE = 512;

    private Chunk() {}

    /** Returns how many examples are scored at once. */
    static int ofScores(Network network) {
        return Math.min(MOST_SCORED, network.examplesWithin(SCORED));
    }

    /** Returns for how many examples derivatives are computed at once. */
    static int ofDerivatives(Network network) {
        return Math.min(isWide(network) ? MOST_DERIVED_WIDE : MOST_DERIVED, network.examplesWithin(DERIVED));
    }

    /** Returns of how many examples the largest batch is that goes through a step of training whole. */
    static int ofWhole(Network network) {
        if (network.mixesExamples()) {
            return Integer.MAX_VALUE;
        }
        return isWide(network) ? Math.min(MOST_WHOLE, network.examplesWithin(SCORED)) : ofDerivatives(network);
    }

    private static boolean isWide(Network network) {
        return network.layout().size() >= WIDE;
    }
}
