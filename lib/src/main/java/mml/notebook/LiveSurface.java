package mml.notebook;

import java.util.Locale;
import java.util.function.UnaryOperator;
import mml.landscape.Surface;
import mml.landscape.SurveyWatch;
import mml.math.Check;
import mml.plot.Contours;
import mml.plot.Figures;

/**
 * A {@linkplain LiveFigure live figure} of a surface that grows from coarse to fine, with the time that is left. What is
 * interpolated between the points that are there is said to be so beside the colours.
 */
final class LiveSurface implements SurveyWatch<Surface> {
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
    public synchronized void see(Moment<Surface> now) {
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

    private Output picture(Moment<Surface> now) {
        Surface surface = now.result();
        if (surface.grid(score).values().noneMatch(Double::isFinite)) {
            return Output.text(title(now, surface) + "; no " + score + " is finite yet");
        }
        return Output.png(style.apply(Figures.of(surface, score)).title(title(now, surface)));
    }

    private String title(Moment<Surface> now, Surface surface) {
        String far = String.format(Locale.ROOT, "%s: %s", label, surface.progress());
        if (now.isEnd()) {
            return far + (now.done() < now.total() ? ", stopped after " : " in ") + LiveProgress.time(now.seconds());
        }
        double left = now.seconds() / now.done() * (now.total() - now.done());
        return far + ", about " + LiveProgress.time(left) + " left";
    }
}
