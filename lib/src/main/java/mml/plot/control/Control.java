package mml.plot.control;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import mml.math.Check;
import mml.math.Progress;
import mml.math.Workers;
import mml.plot.Figure;

/**
 * A figure over up to three parameters that can be varied in the page, without a kernel and without a network: a frame for
 * each combination of their values, drawn beforehand, and a slider for each parameter of numbers, buttons for each other.
 *
 * <pre>{@code
 * Control.over("depth", 3, 10, 20).and("shortcut", "yes", "no")
 *         .draws((depth, shortcut) -> landscape(depth, shortcut))
 * }</pre>
 *
 * <p>Immutable. A control has at most 60 frames, all of one size, and takes at most 1.5 MB in a page. Frames have twice
 * their size in pixels if that fits, else once; 64 colours in each case. Without scripts a still of the frames at the ends
 * of the parameters remains.
 */
public final class Control {
    /** What a control may take in a page, so that a page with several can still be mailed. */
    static final int MOST_BYTES = 1_500_000;

    private final Choices choices;
    private final Still still;
    private final String html;
    private final byte[] png;

    private Control(Choices choices, Still still, byte[] png, String html) {
        this.choices = choices;
        this.still = still;
        this.png = png;
        this.html = html;
    }

    /**
     * Begins a control with its first parameter.
     *
     * @param name its name, not blank
     * @param values at least two, no two of them with the same text; the figure shows the first at first
     * @param <A> the values' type
     * @return the parameter, to which others can be added
     * @throws IllegalArgumentException if the name is blank or cannot be drawn, or the values are fewer or alike
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <A> Over.One<A> over(String name, A... values) {
        return new Over.One<>(Choice.of(name, values));
    }

    static Control drawn(List<Choice<?>> parameters, Function<int[], Figure> figure, Progress progress) {
        Choices choices = new Choices(parameters);
        Figure[] figures = new Figure[choices.frames()];
        AtomicInteger done = new AtomicInteger();
        try {
            long began = System.nanoTime();
            Workers.each(figures.length, () -> figures, (all, i) -> {
                all[i] = figure.apply(choices.at(i));
                Check.that(all[i] != null, "figure must not be null, was at %s", choices.caption(i));
                synchronized (done) {
                    progress.report(done.incrementAndGet(), all.length, (System.nanoTime() - began) / 1e9);
                }
            });
            return fitting(choices, ofOneSize(choices, figures));
        } catch (CancellationException stopped) {
            Workers.answerStop(stopped);
            throw new CancellationException("stopped after " + done + " of " + figures.length + " frames");
        }
    }

    private static List<Figure> ofOneSize(Choices choices, Figure[] figures) {
        String first = size(figures[0]);
        for (int i = 1; i < figures.length; i++) {
            Check.that(
                    size(figures[i]).equals(first),
                    "frames must have one size, was %s at %s, but %s at %s",
                    first,
                    choices.caption(0),
                    size(figures[i]),
                    choices.caption(i));
        }
        return Arrays.asList(figures);
    }

    private static String size(Figure figure) {
        return figure.width() + " x " + figure.height();
    }

    private static Control fitting(Choices choices, List<Figure> figures) {
        Still still = Still.of(choices, figures);
        byte[] png = Picture.png(still, 1);
        byte[][] fine = Picture.pngs(
                figures,
                2,
                MOST_BYTES - Picture.inText(png) - size(Fragment.html(choices, figures, new byte[figures.size()][0])));
        byte[][] pictures = fine.length > 0 ? fine : Picture.pngs(figures, 1, Integer.MAX_VALUE);
        Control control = new Control(choices, still, png, Fragment.html(choices, figures, pictures));
        Check.that(
                control.bytes() <= MOST_BYTES,
                "a control takes at most %s, was %s: draw fewer frames than %s, or smaller ones than %s",
                megabytes(MOST_BYTES),
                megabytes(control.bytes()),
                figures.size(),
                size(figures.get(0)));
        return control;
    }

    private static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String megabytes(int bytes) {
        return String.format(Locale.ROOT, "%.2f MB", Math.ceil(bytes / 1e4) / 100);
    }

    /**
     * Returns what the control takes in a notebook or a page: HTML and still together.
     *
     * @return in bytes
     */
    public int bytes() {
        return size(html) + Picture.inText(png);
    }

    /**
     * Returns how many frames there are.
     *
     * @return from 2 to 60
     */
    public int frames() {
        return choices.frames();
    }

    /**
     * Returns the control as a part of a page that needs neither network nor kernel. It has no ids, so that one page can
     * hold it twice; without its script it shows some frames, and says in a sentence what would be varied.
     *
     * @return a {@code div} element
     */
    public String html() {
        return html;
    }

    /**
     * Returns the frames of the parameters' first and last values (of one parameter, of the middle one too) beside each
     * other, with captions.
     *
     * @return a figure
     */
    public Figure still() {
        return still;
    }

    /**
     * Returns the still as a short file, which has as many pixels as the still and 64 colours.
     *
     * @return the bytes of a PNG file
     */
    public byte[] png() {
        return png.clone();
    }

    /**
     * Returns what the control varies and what its still shows.
     *
     * @return the alternative text of the still
     */
    @Override
    public String toString() {
        return still.alternativeText();
    }
}
