package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mml.plot.control.Control;
import org.junit.jupiter.api.Test;

class ControlOutputTest {
    private final Control control =
            Control.over("n", 1, 2).draws(n -> new RenderingTest.Plain(40, 30, Color.RED, "Red, " + n + "."));

    @Test
    void aControlIsHtmlAndAStillAndWords() {
        Output output = Rendering.of(control);
        assertEquals(
                Set.of("text/html", "image/png", "text/plain"), output.data().keySet());
        assertEquals(control.html(), output.data().get("text/html"));
        assertEquals("Frames over n (1, 2). n 1: Red, 1. n 2: Red, 2.", output.text());
        assertEquals(Map.of("image/png", Map.of("width", 80, "height", 54, "alt", output.text())), output.metadata());
    }

    @Test
    void aControlStandsBetweenFiguresByItself() {
        var red = new RenderingTest.Plain(40, 30, Color.RED, "Red.");
        List<String> texts = Rendering.all(List.of(red, control, red)).stream()
                .map(Output::text)
                .toList();
        assertEquals(List.of("Red.", control.toString(), "Red."), texts);
    }
}
