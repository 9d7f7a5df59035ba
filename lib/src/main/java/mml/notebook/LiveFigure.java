package mml.notebook;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * The place of a figure that is redrawn while a computation goes on. It appears after a second, changes four times a second at
 * most, and takes a tenth of the time at most. On a console only its end is printed.
 */
final class LiveFigure {
    /** What is shorter needs no figure before its end. */
    private static final double PATIENCE = 1;
    /** A page that is busy drops what comes more often. */
    private static final double INTERVAL = 0.25;
    /** How many times as long as a drawing took nothing is drawn after it. */
    private static final double REST = 9;
    /** But not longer than this after the first drawing of all, which takes far more time than the others. */
    private static final double FIRST_REST = 2;

    private final Kernel kernel;
    /** The kernel as it was in the cell that began: a computation that is stopped ends after its cell. */
    private Kernel place;

    private String id;
    private double next;

    LiveFigure(Kernel kernel) {
        this.kernel = kernel;
    }

    /** Begins a computation, in a place of its own. */
    void begin(double seconds) {
        place = kernel.here();
        id = null;
        next = seconds + PATIENCE;
    }

    /** Draws if it is time to, so many seconds after the computation began. */
    void show(double seconds, Supplier<Output> figure) {
        if (kernel.isLive() && seconds >= next) {
            boolean isFirst = id == null;
            long began = System.nanoTime();
            draw(figure);
            double took = (System.nanoTime() - began) / 1e9;
            double rest = Math.min(isFirst ? FIRST_REST : Double.POSITIVE_INFINITY, REST * took);
            next = seconds + Math.max(INTERVAL, took + rest);
        }
    }

    /** Draws whatever the time is: at the end. */
    void draw(Supplier<Output> figure) {
        Output output = figure.get();
        if (id == null) {
            id = UUID.randomUUID().toString();
            place.show(output, id);
        } else {
            place.replace(id, output);
        }
    }
}
