package mml.notebook;

import java.util.Locale;
import java.util.function.UnaryOperator;
import mml.landscape.Surface;
import mml.landscape.SurfaceWatch;
import mml.math.Check;
import mml.plot.Contours;

/**
 * A {@linkplain LiveFigure live figure} of a surface that grows from coarse to fine, with the time that is left. What is
 * interpolated between the points that are there is said to be so beside the colours.
 */
final class LiveSurface implements SurfaceWatch {
    private final LiveFigure figure;
    private final String label;
    private final String score;
    private final UnaryOperator<Contours> style;
    private boolean isUnderWay;

    LiveSurface(Kernel kernel, String label, String score, UnaryOperator<Contours> style) {
        this.figure = new LiveFigure(kernel);
        this.label = Check.notBlank("label", label);
        this.score = Check.notBlank("score", score);
        this.style = Check.given("style", style);
    }

    @Override
    public synchronized void see(Moment now) {
        if (!isUnderWay) {
            isUnderWay = true;
            figure.begin(0);
        }
        if (now.isEnd()) {
            isUnderWay = false;
            figure.draw(() -> picture(now));
        } else {
            figure.show(now.seconds(), () -> picture(now));
        }
    }

    private Output picture(Moment now) {
        Surface surface = now.surface();
        Surface.Preview preview = surface.preview(score);
        if (preview.grid().values().noneMatch(Double::isFinite)) {
            return Output.text(title(now, surface) + "; no " + score + " is finite yet");
        }
        String colours = preview.interpolated() == 0 ? score : score + " (" + preview.note() + ")";
        Contours contours =
                style.apply(Contours.of(preview.grid(), "a", "b", colours)).title(title(now, surface));
        return Output.png(contours.png(), contours.width(), contours.height(), contours.alternativeText());
    }

    private String title(Moment now, Surface surface) {
        String far = String.format(Locale.ROOT, "%s: %s", label, surface.progress());
        if (now.isEnd()) {
            return far + (now.done() < now.total() ? ", stopped after " : " in ") + LiveProgress.time(now.seconds());
        }
        double left = now.seconds() / now.done() * (now.total() - now.done());
        return far + ", about " + LiveProgress.time(left) + " left";
    }
}
