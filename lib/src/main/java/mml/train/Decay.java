package mml.train;

import mml.math.Layout;

/** Weight decay: half the sum of squares of all parameters; remembered statistics are none. */
final class Decay {
    private Decay() {}

    /** Returns the sum of squares, in double precision. */
    static double squares(Layout layout, float[] at) {
        double sum = 0;
        for (Layout.Block block : layout.blocks()) {
            int from = layout.offset(block.name());
            for (int i = from; i < from + block.size() && block.kind() != Layout.Kind.STATE; i++) {
                sum += (double) at[i] * at[i];
            }
        }
        return sum;
    }

    /** Adds a multiple of a vector, except in state blocks. */
    static void add(Layout layout, double factor, float[] vector, float[] out) {
        for (Layout.Block block : layout.blocks()) {
            int from = layout.offset(block.name());
            for (int i = from; i < from + block.size() && block.kind() != Layout.Kind.STATE; i++) {
                out[i] += (float) (factor * vector[i]);
            }
        }
    }
}
