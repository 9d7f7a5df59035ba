package mml.plot;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import mml.train.run.Trace;
import mml.train.run.Watch;

/** What was seen of a training run as lines over the epoch, counted from 1; {@code xs} may have one place more. */
record TraceLines(Trace trace, double[] xs) {
    private static final String ACCURACY = "accuracy";

    static TraceLines of(Trace trace) {
        return new TraceLines(trace, trace.column(epoch -> epoch.epoch() + 1));
    }

    static TraceLines of(Watch.Moment now) {
        Trace trace = now.trace();
        double[] complete = of(trace).xs;
        if (trace.open().examples() == 0) {
            return new TraceLines(trace, complete);
        }
        double[] xs = Arrays.copyOf(complete, complete.length + 1);
        xs[complete.length] = (double) now.step() / now.perEpoch();
        return new TraceLines(trace, xs);
    }

    Lines lines() {
        Trace.Scores open = trace.open().means();
        Lines lines = Lines.of("epoch", "loss").add("loss", xs, column(Trace.Epoch::loss, open.loss()));
        double[] losses = column(Trace.Epoch::validationLoss, Double.NaN);
        lines = hasAny(losses) ? lines.add("validation loss", xs, losses) : lines;
        lines = lines.addRight(ACCURACY, ACCURACY, xs, column(Trace.Epoch::accuracy, open.accuracy()));
        double[] accuracies = column(Trace.Epoch::validationAccuracy, Double.NaN);
        return hasAny(accuracies) ? lines.addRight(ACCURACY, "validation accuracy", xs, accuracies) : lines;
    }

    private double[] column(ToDoubleFunction<Trace.Epoch> number, double open) {
        double[] column = Arrays.copyOf(trace.column(number), xs.length);
        if (xs.length > trace.epochs().size()) {
            column[xs.length - 1] = open;
        }
        return column;
    }

    private static boolean hasAny(double[] ys) {
        return DoubleStream.of(ys).anyMatch(Double::isFinite);
    }
}
