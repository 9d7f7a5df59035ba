package mml.train;

import mml.math.Layout;
import mml.train.optimiser.WeightDecay;

/** Weight decay as a part of a score: {@code rate |w|^2 / 2} over the parameters that decay. */
final class Decay {
    private Decay() {}

    /** Returns what is added to the score, summed in double precision. */
    static double score(Layout layout, WeightDecay decay, float[] at) {
        double squares = 0;
        for (Layout.Block block : layout.blocks()) {
            int from = layout.offset(block.name());
            for (int i = from; i < from + block.size() && decay.rateOf(block.kind()) > 0; i++) {
                squares += (double) at[i] * at[i];
            }
        }
        return decay.rate() / 2 * squares;
    }

    /** Adds the rate times a vector, where parameters decay: the score's gradient at it, or its Hessian's product with it. */
    static void addGradient(Layout layout, WeightDecay decay, float[] vector, float[] out) {
        for (Layout.Block block : layout.blocks()) {
            int from = layout.offset(block.name());
            double rate = decay.rateOf(block.kind());
            for (int i = from; i < from + block.size() && rate > 0; i++) {
                out[i] += (float) (rate * vector[i]);
            }
        }
    }
}
