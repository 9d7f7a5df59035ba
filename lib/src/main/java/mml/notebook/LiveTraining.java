package mml.notebook;

import java.util.Locale;
import mml.math.Check;
import mml.plot.Figures;
import mml.plot.Lines;
import mml.train.run.Run;
import mml.train.run.Watch;

/** A {@linkplain LiveFigure live figure} of loss and accuracy while a network is trained, with the time that is left. */
final class LiveTraining implements Watch {
    private final LiveFigure figure;
    private final String label;
    private int begun = -1;
    private double secondsBefore;

    LiveTraining(Kernel kernel, String label) {
        this.figure = new LiveFigure(kernel);
        this.label = Check.notBlank("label", label);
    }

    @Override
    public synchronized void see(Moment now) {
        if (begun < 0) {
            begun = now.step() - 1;
            secondsBefore = now.seconds();
            figure.begin(now.seconds());
        }
        if (now.end().isPresent()) {
            figure.draw(() -> picture(now));
            begun = -1;
        } else {
            figure.show(now.seconds(), () -> picture(now));
        }
    }

    private Output picture(Moment now) {
        if (now.step() == 0) {
            return Output.text(title(now));
        }
        Lines lines = Figures.of(now).title(title(now));
        return Output.png(lines.png(), lines.width(), lines.height(), lines.alternativeText());
    }

    private String title(Moment now) {
        double epochs = (double) now.steps() / now.perEpoch();
        String place = String.format(
                Locale.ROOT, "%s: epoch %.1f of %s", label, (double) now.step() / now.perEpoch(), Digits.of(epochs));
        return place + now.end().map(end -> ending(end, now.seconds())).orElseGet(() -> left(now));
    }

    private static String ending(Run.End end, double seconds) {
        String why = end == Run.End.COMPLETE
                ? ""
                : ", " + end.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return why + " in " + LiveProgress.time(seconds);
    }

    /** A run that was resumed is judged by the steps since then. */
    private String left(Moment now) {
        double perStep = (now.seconds() - secondsBefore) / Math.max(1, now.step() - begun - 1);
        return ", about " + LiveProgress.time(perStep * (now.steps() - now.step())) + " left";
    }
}
