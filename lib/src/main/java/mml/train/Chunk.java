package mml.train;

import mml.nn.Network;

/**
 * How many examples a network sees at once: enough for a product to be fast, and few enough for the outputs of all its layers
 * to stay small. Depends on the network alone, so that sums have the same bits on every machine of many or few cores.
 */
final class Chunk {
    private static final int MOST_SCORED = 250;
    private static final int MOST_DERIVED = 64;
    /** Outputs of all layers of 64 MB. */
    private static final int SCORED = 1 << 24;
    /** Of 32 MB, as there are four lanes, each with gradients beside the outputs. */
    private static final int DERIVED = 1 << 23;

    /** Parameters from which the products of a layer are worth several threads, and a gradient for each lane costs more. */
    private static final int WIDE = 1 << 17;
    /** The most examples that a wide network is trained on at once; beyond, the outputs of its layers leave the caches. */
    private static final int MOST_WHOLE = 512;

    private Chunk() {}

    /** Returns how many examples are scored at once. */
    static int ofScores(Network network) {
        return Math.min(MOST_SCORED, network.examplesWithin(SCORED));
    }

    /** Returns for how many examples derivatives are computed at once. */
    static int ofDerivatives(Network network) {
        return Math.min(MOST_DERIVED, network.examplesWithin(DERIVED));
    }

    /** Returns whether a batch goes through a step of training whole. */
    static boolean isWhole(Network network, int batch) {
        boolean isWide =
                network.layout().size() >= WIDE && batch <= MOST_WHOLE && batch <= network.examplesWithin(SCORED);
        return isWide || batch <= ofDerivatives(network) || network.mixesExamples();
    }
}
