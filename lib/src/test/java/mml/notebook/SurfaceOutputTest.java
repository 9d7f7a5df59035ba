package mml.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import mml.math.Grid;
import mml.plot.solid.SurfacePlot;
import org.junit.jupiter.api.Test;

class SurfaceOutputTest {
    private static final Grid.Axis SIDE = new Grid.Axis(-1, 1, 5);
    private final SurfacePlot surface = SurfacePlot.of(Grid.of(SIDE, SIDE, (x, y) -> x * x + y * y), "a", "b", "loss");

    @Test
    void aSurfaceIsHtmlToTurnAndItsPictureAndWords() {
        Output output = Rendering.of(surface);
        assertEquals(
                Set.of("text/html", "image/png", "text/plain"), output.data().keySet());
        assertEquals(surface.turnable(), output.data().get("text/html"));
        assertEquals(
                Base64.getEncoder().encodeToString(surface.png()), output.data().get("image/png"));
        assertEquals(surface.alternativeText(), output.text());
    }

    @Test
    void aSurfaceStandsBetweenFiguresByItself() {
        var red = new RenderingTest.Plain(40, 30, Color.RED, "Red.");
        List<String> texts = Rendering.all(List.of(red, surface, red)).stream()
                .map(Output::text)
                .toList();
        assertEquals(List.of("Red.", surface.alternativeText(), "Red."), texts);
    }
}
