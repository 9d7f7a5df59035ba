package mml.notebook;

import static mml.notebook.Notebook.about;
import static mml.notebook.Notebook.atLeast;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    private static final double NAN = Double.NaN;

    private final Recorder kernel = Recorder.live();
    private final Claims live = new Claims(kernel, Mode.LIVE);
    private final Claims strict = new Claims(kernel, Mode.STRICT);

    @Test
    void aCheckSaysInOneLineWhatWasClaimedMeasuredAndAsked() {
        live.check("skip connections help", 3.14159, atLeast(3));
        live.check("skip connections do wonders", 3.14159, atLeast(4));
        live.check("the sky is blue", true);
        assertEquals(
                List.of(
                        "\u2713 held: skip connections help \u2014 measured 3.142, asked at least 3",
                        "\u2717 FAILED: skip connections do wonders \u2014 measured 3.142, asked at least 4",
                        "\u2713 held: the sky is blue"),
                kernel.texts());
    }

    @Test
    void aReportSaysWhetherItIsAsInThePaperAndNeverThrows() {
        strict.report("the gap is a tenth", 0.12, about(0.1, 0.05));
        strict.report("the gap is a half", 0.12, about(0.5, 0.05));
        strict.report("the gap is known", NAN, about(0.5, 0.05));
        assertEquals(
                List.of(
                        "\u2248 as in the paper: the gap is a tenth \u2014 measured 0.12, asked 0.1 \u00b1 0.05",
                        "\u2260 not as in the paper: the gap is a half \u2014 measured 0.12, asked 0.5 \u00b1 0.05",
                        "\u2260 not as in the paper: the gap is known \u2014 measured NaN, asked 0.5 \u00b1 0.05"),
                kernel.texts());
    }

    @Test
    void aFailedCheckThrowsItsLineInStrictModeAndShowsNothing() {
        var e = assertThrows(ClaimFailed.class, () -> strict.check("one is two", 1, atLeast(2)));
        assertEquals("\u2717 FAILED: one is two \u2014 measured 1, asked at least 2", e.getMessage());
        assertThrows(ClaimFailed.class, () -> strict.check("one is two", false));
        assertEquals(List.of(), kernel.texts());
    }

    @Test
    void nanNeverHolds() {
        assertThrows(ClaimFailed.class, () -> strict.check("a number", NAN, new Ask("anything", measured -> true)));
    }

    @Test
    void whatFailsByLittleIsWrittenWithTheDigitsThatShowIt() {
        live.check("three", 2.99999, atLeast(3));
        assertEquals(List.of("\u2717 FAILED: three \u2014 measured 2.99999, asked at least 3"), kernel.texts());
    }

    @Test
    void theSummaryCountsEachTextOnceWithItsLatestVerdict() {
        live.check("first", false);
        live.check("first", true);
        live.check("  first\n ", true);
        live.check("second", false);
        live.report("third", 1, atLeast(0));
        live.report("third", 1, atLeast(2));
        live.summary(5);
        assertEquals("Claims: 1 of 4 held, 1 failed, 2 not run; 1 reported, 1 not as in the paper", last());
    }

    @Test
    void theSummaryOfACompleteNotebookHoldsInStrictMode() {
        strict.check("first", true);
        strict.report("second", NAN, atLeast(0));
        strict.summary(2);
        assertEquals("Claims: 1 of 1 held, 0 failed, 0 not run; 1 reported, 1 not as in the paper", last());
    }

    @Test
    void theSummaryThrowsInStrictModeForWhatWasNotRun() {
        strict.check("first", true);
        var e = assertThrows(ClaimFailed.class, () -> strict.summary(2));
        assertEquals("Claims: 1 of 2 held, 0 failed, 1 not run; 0 reported", e.getMessage());
    }

    @Test
    void theSummaryThrowsInStrictModeForWhatFailedEvenIfTheCellWasSkipped() {
        assertThrows(ClaimFailed.class, () -> strict.check("first", false));
        var e = assertThrows(ClaimFailed.class, () -> strict.summary(1));
        assertEquals("Claims: 0 of 1 held, 1 failed, 0 not run; 0 reported", e.getMessage());
    }

    @Test
    void theSummarySaysWhenMoreClaimsWereSeenThanStated() {
        live.check("first", true);
        live.check("second", true);
        live.summary(1);
        assertEquals("Claims: 2 of 2 held, 0 failed, 0 not run; 0 reported; n is 1, but 2 were seen", last());
        assertTrue(kernel.html().startsWith("<div style"), "a wrong count is a red line");
    }

    @Test
    void whatFailedIsRedAndWhatHeldIsNot() {
        live.check("good", true);
        assertTrue(kernel.html().startsWith("<div><strong style=\"background:#1a7f37"), kernel.html());
        live.check("bad", false);
        assertTrue(kernel.html().startsWith("<div style=\"background:#b42318"), kernel.html());
    }

    @Test
    void theTextOfAClaimIsNeverTakenForHtml() {
        live.check("<script>alert('x')</script> & \"a\" < b %s", true);
        assertTrue(
                kernel.html()
                        .endsWith(
                                "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;a&quot; &lt; b %s</div>"),
                kernel.html());
        assertFalse(kernel.html().contains("<script"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void aClaimMustNotBeBlank(String claim) {
        String given = claim == null ? "null" : '"' + claim + '"';
        var e = assertThrows(IllegalArgumentException.class, () -> live.check(claim, true));
        assertEquals("claim must not be blank, was " + given, e.getMessage());
    }

    @Test
    void theNumberOfClaimsMustBePositive() {
        var e = assertThrows(IllegalArgumentException.class, () -> live.summary(0));
        assertEquals("n must be at least 1, was 0", e.getMessage());
    }

    private String last() {
        return kernel.texts().get(kernel.texts().size() - 1);
    }
}
