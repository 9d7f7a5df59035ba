package mml.landscape.path;

import java.util.ArrayList;
import java.util.List;
import mml.landscape.Entries;
import mml.math.Layout;
import mml.math.Layout.Kind;
import mml.math.Parameters;

/**
 * Numbers of a parameter vector that follow each other.
 *
 * @param from the index of the first
 * @param to the index after the last
 */
record Span(int from, int to) {
    /** Returns where what counts lies: in order, none adjacent. */
    static List<Span> of(Layout layout, Entries entries) {
        List<Span> spans = new ArrayList<>();
        for (Layout.Block block : layout.blocks()) {
            if (entries.have(block.kind())) {
                int from = layout.offset(block.name());
                int last = spans.size() - 1;
                boolean goesOn = last >= 0 && spans.get(last).to == from;
                int begin = goesOn ? spans.remove(last).from : from;
                spans.add(new Span(begin, from + block.size()));
            }
        }
        return spans;
    }

    /** Returns where distances are measured: in all parameters, and in states if a direction moves them. */
    static List<Span> movedBy(Parameters first, Parameters second) {
        boolean areStatesMoved = first.layout().blocks().stream()
                .filter(block -> block.kind() == Kind.STATE)
                .anyMatch(block -> isMoved(first, block) || isMoved(second, block));
        return of(first.layout(), areStatesMoved ? Entries.ALL : Entries.PARAMETERS);
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
