package mml.train.optimiser;

import java.util.ArrayList;
import java.util.List;
import mml.math.Check;
import mml.math.Layout;

/** What an optimiser may move of a vector: all but state blocks, in ranges whose numbers are treated alike. */
final class Movable {
    /** Numbers that follow each other and decay alike. */
    private record Range(int from, int to, double decay) {}

    private final int size;
    private final Range[] ranges;
    private final WeightDecay.Form form;
    private final double clip;

    Movable(Layout layout, WeightDecay decay, double clip) {
        this.size = layout.size();
        this.ranges = ranges(layout, decay);
        this.form = decay.form();
        this.clip = clip;
    }

    private static Range[] ranges(Layout layout, WeightDecay decay) {
        List<Range> ranges = new ArrayList<>();
        for (Layout.Block block : layout.blocks()) {
            int from = layout.offset(block.name());
            int last = ranges.size() - 1;
            double rate = decay.rateOf(block.kind());
            if (block.kind() == Layout.Kind.STATE) {
                continue;
            }
            boolean joins = last >= 0 && ranges.get(last).to == from && ranges.get(last).decay == rate;
            int begins = joins ? ranges.remove(last).from : from;
            ranges.add(new Range(begins, from + block.size(), rate));
        }
        return ranges.toArray(Range[]::new);
    }

    /** Refuses what does not fit. Sentences are made for what is refused only: a step allocates nothing. */
    void check(float[] parameters, float[] gradient, double rate) {
        if (gradient.length != size || parameters.length != size) {
            Check.that(
                    false,
                    "gradient has %s numbers, parameters %s, layout %s",
                    gradient.length,
                    parameters.length,
                    size);
        }
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            Check.notNegative("learning rate", rate);
        }
    }

    int ranges() {
        return ranges.length;
    }

    int from(int range) {
        return ranges[range].from;
    }

    int to(int range) {
        return ranges[range].to;
    }

    /** Returns what the parameters of a range are multiplied by before a step. */
    float keep(int range, double rate) {
        return form == WeightDecay.Form.DECOUPLED ? (float) (1 - rate * ranges[range].decay) : 1;
    }

    /** Returns which multiple of the parameters of a range is added to their gradient. */
    float added(int range) {
        return form == WeightDecay.Form.L2 ? (float) ranges[range].decay : 0;
    }

    /** Returns what the gradient is multiplied by, so that its norm does not exceed the one allowed. */
    float shortening(float[] gradient) {
        if (clip == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double squares = 0;
        for (Range range : ranges) {
            for (int i = range.from; i < range.to; i++) {
                squares += (double) gradient[i] * gradient[i];
            }
        }
        return (float) Math.min(1, clip / Math.sqrt(squares));
    }
}
