package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without a kernel: what a notebook says is on standard output. */
class NotebookTest {
    @Test
    void everythingIsTextOnStandardOutput() {
        String printed = printed(() -> {
            Notebook.start();
            Notebook.show("a word", new double[] {0.5});
            Notebook.table("Depths", List.of("depth"), List.of(List.of(3), List.of(20)));
            Notebook.progress("training").report(2, 2, 1.5);
            Notebook.check("half is small", 0.5, Notebook.atMost(1));
            Notebook.check("it is so", true);
            Notebook.report("half is a half", 0.5, Notebook.exactly(0.5));
            Notebook.summary(3);
        });
        assertEquals("""
                a word
                double[1]: 0.5
                Depths
                depth
                    3
                   20
                training: 2 in 1.5 s
                \u2713 held: half is small \u2014 measured 0.5, asked at most 1
                \u2713 held: it is so
                \u2248 as in the paper: half is a half \u2014 measured 0.5, asked exactly 0.5
                Claims: 2 of 2 held, 0 failed, 0 not run; 1 reported
                """, printed);
    }

    @Test
    void thereMustBeSomethingToShow() {
        var e = assertThrows(IllegalArgumentException.class, () -> Notebook.show());
        assertEquals("values must not be empty", e.getMessage());
    }

    private static String printed(Runnable cell) {
        PrintStream before = System.out;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            cell.run();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
