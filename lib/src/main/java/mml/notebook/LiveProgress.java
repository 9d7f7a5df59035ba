package mml.notebook;

import java.util.Locale;
import java.util.UUID;
import mml.math.Check;
import mml.math.Progress;
import mml.plot.chart.Text;

/**
 * One line that is redrawn in place while a computation goes on. It appears after a second, changes four times a second at
 * most, and ends by saying how long it took. On a console only its end is printed.
 *
 * <p>May be used for one computation after the other, and told from several threads: a report that comes late, behind one
 * that says more, is not shown; one that is far behind begins a new line.
 */
final class LiveProgress implements Progress {
    /** What is shorter needs no line. */
    private static final double PATIENCE = 1;
    /** A page that is busy drops what comes more often. */
    private static final double INTERVAL = 0.25;

    private final Kernel kernel;
    private final String label;
    private String id;
    private long furthest;
    private double latest;
    private double drawn;

    LiveProgress(Kernel kernel, String label) {
        this.kernel = kernel;
        this.label = Check.notBlank("label", label);
    }

    @Override
    public synchronized void report(long done, long total, double seconds) {
        if (seconds < latest - INTERVAL || done < furthest / 2) {
            id = null;
            furthest = 0;
        }
        latest = seconds;
        if (done < furthest || seconds < PATIENCE) {
            return;
        }
        furthest = done;
        if (done >= total) {
            draw(String.format(Locale.ROOT, "%s: %d in %s", label, total, time(seconds)));
            id = null;
        } else if (kernel.isLive() && (id == null || seconds - drawn >= INTERVAL)) {
            drawn = seconds;
            draw(label + ": " + sofar(done, total, seconds));
        }
    }

    private void draw(String line) {
        Output output = Output.html("<div>" + Text.escaped(line) + "</div>", line);
        if (id == null) {
            id = UUID.randomUUID().toString();
            kernel.show(output, id);
        } else {
            kernel.replace(id, output);
        }
    }

    static String sofar(long done, long total, double seconds) {
        return String.format(Locale.ROOT, "%d of %d, %s%s", done, total, time(seconds), left(done, total, seconds));
    }

    private static String left(long done, long total, double seconds) {
        return done == 0 ? "" : ", about " + time(seconds * (total - done) / done) + " left";
    }

    static String time(double seconds) {
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 120 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
    }
}
