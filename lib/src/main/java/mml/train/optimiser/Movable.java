package mml.train.optimiser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Workers;

/** What an optimiser may move of a vector: all but state blocks, in ranges whose numbers are treated alike. */
final class Movable {
    /** Numbers that follow each other and decay alike. */
    private record Range(int from, int to, double decay) {}

    /** The fewest numbers of a part, of which a step reads and writes several: some 20 microseconds. */
    private static final int PART = 1 << 16;

    private final int size;
    private final Range[] ranges;
    private final WeightDecay.Form form;
    private final double clip;
    private final boolean decays;
    private float[] gathered;

    Movable(Layout layout, WeightDecay decay, double clip) {
        this.size = layout.size();
        this.ranges = ranges(layout, decay);
        this.form = decay.form();
        this.clip = clip;
        this.decays = decay.rate() > 0;
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
        check(parameters, rate);
    }

    /** Refuses parameters or a rate that do not fit. */
    void check(float[] parameters, double rate) {
        if (parameters.length != size) {
            Check.that(false, "parameters have %s numbers, layout %s", parameters.length, size);
        }
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            Check.notNegative("learning rate", rate);
        }
    }

    /** Returns whether the gradient enters a step as it is. */
    boolean isBare() {
        return clip == Double.POSITIVE_INFINITY && !decays;
    }

    /** Returns the numbers of a gradient, in an array that the next call overwrites. */
    float[] gather(Optimiser.Gradient gradient) {
        gathered = gathered == null ? new float[size] : gathered;
        Workers.cut(0, size, PART, (from, to) -> Arrays.fill(gathered, from, to, 0));
        gradient.addTo(gathered, 1);
        return gathered;
    }

    /** What is done to a part of a range. */
    interface Work {
        /**
         * Does it.
         *
         * @param from the first number
         * @param to the number after the last
         * @param keep what the parameters are multiplied by before the step
         * @param lambda which multiple of the parameters is added to their gradient
         */
        void of(int from, int to, float keep, float lambda);
    }

    /** Does the work of all ranges, on several threads where they are long; it is not stopped, as half of it is no step. */
    void each(double rate, Work work) {
        Workers.unstopped(() -> eachRange(rate, work));
    }

    private void eachRange(double rate, Work work) {
        for (Range range : ranges) {
            float keep = form == WeightDecay.Form.DECOUPLED ? (float) (1 - rate * range.decay) : 1;
            float lambda = form == WeightDecay.Form.L2 ? (float) range.decay : 0;
            if (range.to - range.from < 2 * PART) {
                work.of(range.from, range.to, keep, lambda);
            } else {
                Workers.cut(range.from, range.to, PART, (from, to) -> work.of(from, to, keep, lambda));
            }
        }
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
