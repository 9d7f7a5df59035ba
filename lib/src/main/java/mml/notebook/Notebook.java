package mml.notebook;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mml.landscape.Surface;
import mml.landscape.SurveyWatch;
import mml.math.Check;
import mml.math.Progress;
import mml.plot.Contours;
import mml.train.run.Watch;

/**
 * What every notebook says in its cells: what is claimed, what is shown, how far a long computation has come. Meant to be
 * imported statically.
 *
 * <p>Without a kernel all of it is text on standard output.
 */
public final class Notebook {
    private static final Kernel KERNEL = JupyterKernel.running().orElseGet(Kernel.Console::new);

    static {
        if (KERNEL.isLive()) {
            KernelProcess.endWithStarter();
            KernelProcess.endWithConnection();
        }
        Rendering.teach(KERNEL);
    }

    private static final Mode MODE = Mode.of(System.getenv());
    private static final Claims CLAIMS = new Claims(KERNEL, MODE);
    private static final Stored.Stage STAGE =
            new Stored.Stage(KERNEL, MODE, Optional.ofNullable(System.getenv("MML_REPRODUCE_KEY")), Path.of(""));

    private Notebook() {}

    /**
     * Teaches the kernel that runs to show the library's values, and lets its process end with the one that started it. JJava
     * does so when it starts; otherwise the first use of this class does.
     */
    public static void start() {
        // initialising the class does it, once
    }

    /**
     * Shows in one line whether a claim holds: the claim, what was measured, what is asked, and <em>held</em> or
     * <em>FAILED</em>.
     *
     * <p>In strict mode (environment variable {@code MML_STRICT=1}) a claim that fails throws; otherwise it is one red line,
     * counted by {@link #summary}.
     *
     * @param claim what is claimed, in our words; the same text replaces its earlier verdict
     * @param measured what was measured; NaN never holds
     * @param ask what is asked of it
     * @throws IllegalArgumentException if the claim is blank
     * @throws ClaimFailed in strict mode, if it does not hold; its message is the line
     */
    public static void check(String claim, double measured, Ask ask) {
        CLAIMS.check(claim, measured, ask);
    }

    /**
     * Shows in one line whether a claim holds that is a plain condition.
     *
     * @param claim what is claimed, in our words; the same text replaces its earlier verdict
     * @param condition whether it holds
     * @throws IllegalArgumentException if the claim is blank
     * @throws ClaimFailed in strict mode, if it does not hold; its message is the line
     */
    public static void check(String claim, boolean condition) {
        CLAIMS.check(claim, condition);
    }

    /**
     * Shows in one line whether what was trained once came out <em>as in the paper</em>. Never throws for what it finds, and
     * is neither held nor failed in the {@link #summary}.
     *
     * @param claim what the paper says, in our words; the same text replaces its earlier verdict
     * @param measured what was measured; NaN is not as in the paper
     * @param ask what the paper's statement asks of it
     * @throws IllegalArgumentException if the claim is blank
     */
    public static void report(String claim, double measured, Ask ask) {
        CLAIMS.report(claim, measured, ask);
    }

    /**
     * Shows in one line how many claims held, failed, were not run and were reported. The line begins with
     * {@code "Claims: "}.
     *
     * @param n how many checks and reports the notebook has, at least 1; those beyond the claims seen were not run
     * @throws IllegalArgumentException if {@code n} is below 1
     * @throws ClaimFailed in strict mode, if a claim failed or was not run, or more were seen than {@code n}
     */
    public static void summary(int n) {
        CLAIMS.summary(n);
    }

    /**
     * Shows values: figures that follow each other side by side, everything else below each other.
     *
     * @param values what to show, at least one: figures, tables, parameters, records, arrays, anything
     * @throws IllegalArgumentException if there is none
     */
    public static void show(Object... values) {
        Check.that(values.length > 0, "values must not be empty");
        Rendering.all(Arrays.asList(values)).forEach(KERNEL::show);
    }

    /**
     * Shows a table.
     *
     * @param caption what the table shows
     * @param columns the names of the columns, at least one
     * @param rows the rows, each with as many values as there are columns
     * @throws IllegalArgumentException if there is no column, the name of one is blank, a row has more or fewer values than
     *     there are columns, or a value is null
     */
    public static void table(String caption, List<String> columns, List<? extends List<?>> rows) {
        show(new Table(caption, columns, rows));
    }

    /**
     * Returns a listener that says in one line how far a computation has come, redrawn in place. The line appears after one
     * second.
     *
     * @param label what is computed
     * @return the listener; it may be used again
     * @throws IllegalArgumentException if the label is blank
     */
    public static Progress progress(String label) {
        return new LiveProgress(KERNEL, label);
    }

    /**
     * Returns a watch that draws loss and accuracy while a network is trained, with the time that is left, redrawn in place.
     * The figure appears after one second, or at the end.
     *
     * @param label what is trained
     * @return the watch; it may be used for one training after the other
     * @throws IllegalArgumentException if the label is blank
     */
    public static Watch live(String label) {
        return new LiveTraining(KERNEL, label);
    }

    /**
     * Returns a watch that draws a surface while it grows from coarse to fine, with the time that is left, redrawn in place. The
     * figure appears after one second, or at the end; Stop keeps what is complete.
     *
     * @param label what is computed
     * @param score which score is drawn, such as {@code "loss"}
     * @return the watch; it may be used for one surface after the other
     * @throws IllegalArgumentException if a text is blank
     */
    public static SurveyWatch<Surface> live(String label, String score) {
        return live(label, score, UnaryOperator.identity());
    }

    /**
     * Returns a watch that draws a surface while it grows, in a style.
     *
     * @param label what is computed
     * @param score which score is drawn
     * @param style of the contours, such as {@code Contours::logColours}
     * @return the watch; it may be used for one surface after the other
     * @throws IllegalArgumentException if a text is blank
     */
    public static SurveyWatch<Surface> live(String label, String score, UnaryOperator<Contours> style) {
        return new LiveSurface(KERNEL, label, score, style);
    }

    /**
     * Returns a result that takes time, to be given its settings, its budget and its computation.
     *
     * @param key names the result among all of the notebook's folder: small letters, digits, dots and hyphens
     * @param type its type: a record, an array or another that JSON can hold, unless {@link Stored#as} says how
     * @param <T> the same
     * @return the result, not computed yet
     * @throws IllegalArgumentException if the key has other characters, or the type is primitive
     */
    public static <T> Stored<T> stored(String key, Class<T> type) {
        return Stored.of(STAGE, key, type);
    }

    /**
     * Asks for a number that is not smaller.
     *
     * @param bound the least number allowed, finite
     * @return what is asked
     * @throws IllegalArgumentException if the bound is infinite or NaN
     */
    public static Ask atLeast(double bound) {
        Check.finite("bound", bound);
        return new Ask("at least " + Digits.bound(bound), measured -> measured >= bound);
    }

    /**
     * Asks for a number that is not greater.
     *
     * @param bound the greatest number allowed, finite
     * @return what is asked
     * @throws IllegalArgumentException if the bound is infinite or NaN
     */
    public static Ask atMost(double bound) {
        Check.finite("bound", bound);
        return new Ask("at most " + Digits.bound(bound), measured -> measured <= bound);
    }

    /**
     * Asks for a number close to another.
     *
     * @param value the other, finite
     * @param tolerance the greatest distance allowed, finite and not negative
     * @return what is asked
     * @throws IllegalArgumentException if the value is not finite, or the tolerance negative or not finite
     */
    public static Ask about(double value, double tolerance) {
        Check.finite("value", value);
        Check.notNegative("tolerance", tolerance);
        return new Ask(
                Digits.exact(value) + " \u00b1 " + Digits.exact(tolerance),
                measured -> Math.abs(measured - value) <= tolerance);
    }

    /**
     * Asks for a number in a closed range.
     *
     * @param low the least number allowed, finite
     * @param high the greatest number allowed, finite, not below {@code low}
     * @return what is asked
     * @throws IllegalArgumentException if a bound is not finite, or {@code low} is above {@code high}
     */
    public static Ask within(double low, double high) {
        Check.finite("low", low);
        Check.finite("high", high);
        Check.that(low <= high, "low must not be above high, were %s and %s", low, high);
        return new Ask(
                "from " + Digits.bound(low) + " to " + Digits.bound(high),
                measured -> low <= measured && measured <= high);
    }

    /**
     * Asks for one number and no other.
     *
     * @param value the number, finite
     * @return what is asked
     * @throws IllegalArgumentException if the value is infinite or NaN
     */
    public static Ask exactly(double value) {
        Check.finite("value", value);
        return new Ask("exactly " + Digits.exact(value), measured -> measured == value);
    }
}
