package mml.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import mml.math.Grid;
import mml.plot.control.Control;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No text that SVG has no place for comes into a figure, wherever one is given. */
class LabelsTest {
    private static final String BELL = "ab\u0007c";
    private static final double[] XS = {0, 1};
    private static final Lines LINES = Lines.of("x", "y").add("one", XS, XS);
    private static final Grid GRID = Grid.of(new Grid.Axis(0, 1, 2), new Grid.Axis(0, 1, 2), (x, y) -> x + y);

    static Stream<Arguments> texts() {
        return Stream.of(
                text("xLabel", () -> Lines.of(BELL, "y")),
                text("yLabel", () -> Lines.of("x", BELL)),
                text("name", () -> LINES.add(BELL, XS, XS)),
                text("label", () -> LINES.addRight(BELL, "two", XS, XS)),
                text("label", () -> LINES.mark(BELL, 0, 0)),
                text("title", () -> LINES.title(BELL)),
                text("valueLabel", () -> HeatMap.of(GRID, "x", "y", BELL)),
                text("xLabel", () -> Contours.of(GRID, BELL, "y", "z")),
                text("title", () -> Contours.of(GRID, "x", "y", "z").title(BELL)),
                text("title", () -> HeatMap.of(GRID, "x", "y", "z").title(BELL)),
                text("label", () -> Histogram.of(BELL, 1, 2)),
                text("title", () -> Histogram.of("x", 1, 2).title(BELL)),
                text("caption 0", () -> ImageSheet.of(new float[] {1}, 1, 1).captions(BELL)),
                text("title", () -> ImageSheet.of(new float[] {1}, 1, 1).title(BELL)),
                text("title", () -> Panels.row(LINES, LINES).title(BELL)),
                text("name", () -> Control.over(BELL, 1, 2)),
                text("values of way", () -> Control.over("way", "up", BELL)));
    }

    private static Arguments text(String argument, Executable given) {
        return arguments(argument, given);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void aTextThatCannotBeDrawnIsRefusedWithTheArgumentAndThePlace(String argument, Executable given) {
        var e = assertThrows(IllegalArgumentException.class, given);
        assertEquals(argument + " must have only characters that can be drawn, had U+0007 at index 2", e.getMessage());
    }
}
