package mml.landscape.path;

import java.util.ArrayList;
import java.util.List;
import mml.math.Layout;
import mml.math.Layout.Kind;
import mml.math.Parameters;

/**
 * Which numbers of a parameter vector count when the main directions of a path are sought; the directions are zero in all
 * others.
 *
 * <p>Source: Li et al. 2018, the authors' program ({@code projection.py}, whose {@code ignore='biasbn'} is {@link #WEIGHTS}).
 */
public enum Entries {
    /** Weights only: biases and batch normalisation's scales and shifts do not count. */
    WEIGHTS,
    /** All parameters, but no running statistics. */
    PARAMETERS,
    /** Running statistics too, which are larger than weights and may drown them. */
    ALL;

    private boolean have(Kind kind) {
        return switch (this) {
            case WEIGHTS -> kind == Kind.WEIGHT;
            case PARAMETERS -> kind != Kind.STATE;
            case ALL -> true;
        };
    }

    /** Returns where they lie: pairs of a first index and the index after the last, in order, none adjacent. */
    List<int[]> spans(Layout layout) {
        List<int[]> spans = new ArrayList<>();
        for (Layout.Block block : layout.blocks()) {
            int from = layout.offset(block.name());
            int to = from + block.size();
            if (have(block.kind()) && !spans.isEmpty() && spans.get(spans.size() - 1)[1] == from) {
                spans.get(spans.size() - 1)[1] = to;
            } else if (have(block.kind())) {
                spans.add(new int[] {from, to});
            }
        }
        return spans;
    }

    /** Returns what counts where distances are measured: all parameters, and states if a direction moves them. */
    static Entries movedBy(Parameters first, Parameters second) {
        for (Layout.Block block : first.layout().blocks()) {
            if (block.kind() == Kind.STATE && (isMoved(first, block) || isMoved(second, block))) {
                return ALL;
            }
        }
        return PARAMETERS;
    }

    private static boolean isMoved(Parameters direction, Layout.Block block) {
        for (float value : direction.block(block.name())) {
            if (value != 0) {
                return true;
            }
        }
        return false;
    }
}
