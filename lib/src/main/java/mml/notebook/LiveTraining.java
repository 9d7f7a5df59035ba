package mml.notebook;

import java.util.Locale;
import java.util.UUID;
import mml.math.Check;
import mml.plot.Figures;
import mml.plot.Lines;
import mml.train.run.Run;
import mml.train.run.Watch;

/**
 * A figure of loss and accuracy that is redrawn in place while a network is trained, with the time that is left. It appears
 * after a second, changes four times a second at most, and takes a tenth of the time at most. On a console only its
 * end is printed.
 */
final class LiveTraining implements Watch {
    /** What is shorter needs no figure before its end. */
    private static final double PATIENCE = 1;
    /** A page that is busy drops what comes more often. */
    private static final double INTERVAL = 0.25;
    /** How many times as long as a drawing took nothing is drawn after it. */
    private static final double REST = 9;
    /** But not longer than this: the first drawing of all takes far more time than the others. */
    private static final double LONGEST = 2;

    private final Kernel kernel;
    private final String label;
    /** The kernel as it was in the cell that began: a run that is stopped ends after its cell. */
    private Kernel place;

    private String id;
    private double next = PATIENCE;
    private int begun = -1;
    private double secondsBefore;

    LiveTraining(Kernel kernel, String label) {
        this.kernel = kernel;
        this.label = Check.notBlank("label", label);
    }

    @Override
    public synchronized void see(Moment now) {
        if (begun < 0) {
            place = kernel.here();
            begun = now.step() - 1;
            secondsBefore = now.seconds();
            next = now.seconds() + PATIENCE;
        }
        if (now.end().isPresent()) {
            draw(now);
            begun = -1;
            id = null;
        } else if (kernel.isLive() && now.seconds() >= next) {
            long began = System.nanoTime();
            draw(now);
            double took = (System.nanoTime() - began) / 1e9;
            next = now.seconds() + Math.min(LONGEST, Math.max(INTERVAL, REST * took));
        }
    }

    private void draw(Moment now) {
        Output output = now.step() == 0
                ? Output.text(title(now))
                : picture(Figures.of(now).title(title(now)));
        if (id == null) {
            id = UUID.randomUUID().toString();
            place.show(output, id);
        } else {
            place.replace(id, output);
        }
    }

    private static Output picture(Lines figure) {
        return Output.png(figure.png(), figure.width(), figure.height(), figure.alternativeText());
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
