package mml.notebook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mml.math.Check;
import mml.plot.chart.Text;

/**
 * The claims of a notebook that have been seen, each with its latest verdict. A claim is known by its text, so that a cell
 * that is run again replaces its claims and adds none.
 */
final class Claims {
    private enum Verdict {
        // white on these colours has a contrast of at least 5, on every theme
        HELD("\u2713 held", "#1a7f37"),
        FAILED("\u2717 FAILED", "#b42318"),
        AS_IN_THE_PAPER("\u2248 as in the paper", "#1f5fa8"),
        NOT_AS_IN_THE_PAPER("\u2260 not as in the paper", "#6e5600");

        private final String words;
        private final String colour;

        Verdict(String words, String colour) {
            this.words = words;
            this.colour = colour;
        }
    }

    private final Kernel kernel;
    private final Mode mode;
    private final Map<String, Verdict> seen = new LinkedHashMap<>();

    Claims(Kernel kernel, Mode mode) {
        this.kernel = kernel;
        this.mode = mode;
    }

    void check(String claim, double measured, Ask ask) {
        note(claim, compared(measured, ask), ask.holds(measured) ? Verdict.HELD : Verdict.FAILED);
    }

    void check(String claim, boolean condition) {
        note(claim, "", condition ? Verdict.HELD : Verdict.FAILED);
    }

    void report(String claim, double measured, Ask ask) {
        note(
                claim,
                compared(measured, ask),
                ask.holds(measured) ? Verdict.AS_IN_THE_PAPER : Verdict.NOT_AS_IN_THE_PAPER);
    }

    /** Shows how many claims held; {@code stated} counts those of the whole notebook, checks and reports. */
    synchronized void summary(int stated) {
        Check.positive("n", stated);
        int reported = count(Verdict.AS_IN_THE_PAPER) + count(Verdict.NOT_AS_IN_THE_PAPER);
        int missing = Math.max(0, stated - seen.size());
        boolean isComplete = count(Verdict.FAILED) == 0 && seen.size() == stated;
        String line = String.format(
                Locale.ROOT,
                "Claims: %d of %d held, %d failed, %d not run; %d reported",
                count(Verdict.HELD),
                seen.size() + missing - reported,
                count(Verdict.FAILED),
                missing,
                reported);
        int other = count(Verdict.NOT_AS_IN_THE_PAPER);
        line += other == 0 ? "" : String.format(Locale.ROOT, ", %d not as in the paper", other);
        if (seen.size() > stated) {
            line += String.format(Locale.ROOT, "; n is %d, but %d were seen", stated, seen.size());
        }
        say(line, isComplete ? Verdict.HELD : Verdict.FAILED, line, "");
    }

    private synchronized void note(String claim, String comparison, Verdict verdict) {
        String sentence = Check.notBlank("claim", claim).strip().replaceAll("\\s+", " ");
        seen.put(sentence, verdict);
        String detail = comparison.isEmpty() ? "" : " \u2014 " + comparison;
        say(verdict.words + ": " + sentence + detail, verdict, verdict.words, " " + sentence + detail);
    }

    /** Colour is never alone: what is coloured says the same in words. */
    private void say(String line, Verdict verdict, String word, String rest) {
        boolean isFailed = verdict == Verdict.FAILED;
        if (isFailed && mode != Mode.LIVE) {
            throw new ClaimFailed(line);
        }
        String style = " style=\"background:" + verdict.colour + ";color:#fff;padding:1px 6px;border-radius:3px\"";
        String html = String.format(
                "<div%s><strong%s>%s</strong>%s</div>",
                isFailed ? style : "", isFailed ? "" : style, Text.escaped(word), Text.escaped(rest));
        kernel.show(Output.html(html, line));
    }

    private static String compared(double measured, Ask ask) {
        return "measured " + Digits.faithful(measured, ask::holds) + ", asked " + ask.words();
    }

    private int count(Verdict verdict) {
        return (int) seen.values().stream().filter(verdict::equals).count();
    }
}
