package mml.plot.path;

import static mml.plot.path.TrailsTest.BOWL;
import static mml.plot.path.TrailsTest.of;
import static mml.plot.path.TrailsTest.path;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mml.landscape.Entries;
import mml.landscape.Surface;
import mml.landscape.path.Fidelity;
import mml.landscape.path.PlanePath;
import mml.landscape.path.PrincipalComponents;
import mml.landscape.path.Region;
import mml.math.Grid;
import mml.plot.Contours;
import mml.plot.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PathFiguresTest {
    private static final PlanePath PATH = path(10, of(8, 4, 2), of(4, 4, 1), of(1, 2, 0), of(1, 1, 0));
    private static final PrincipalComponents COMPONENTS = PrincipalComponents.of(PATH.trajectory(), Entries.PARAMETERS);

    private static Surface surface(Grid.Axis a, Grid.Axis b) {
        return COMPONENTS.plane().surface(BOWL, a, b);
    }

    @Test
    void axesHaveTheShareOfTheirComponentAndLinesTheAuthorsLevels() {
        Region region = Region.around(7, PATH);
        String text = PathFigures.of(surface(region.a(), region.b()), "value", COMPONENTS)
                .alternativeText();
        String shares = String.format(
                Locale.ROOT,
                "value (logarithmic) over PC 1: %.1f %% in [",
                100 * COMPONENTS.shares()[0]);
        assertTrue(text.contains(shares) && text.contains(", PC 2: "), text);
        Grid.Axis steep = new Grid.Axis(-1e4, 1e4, 9);
        String far = PathFigures.of(surface(steep, steep), "value", COMPONENTS).alternativeText();
        assertTrue(far.contains("; 22 lines from 3.1 to 1e8."), far);
    }

    @Test
    void valuesThatAreNotAllPositiveHaveStraightColours() {
        Grid.Axis side = new Grid.Axis(-20, 20, 9);
        // the sum of the coordinates has both signs, so a logarithm would be refused
        assertTrue(PathFigures.of(surface(side, side), "sum", COMPONENTS)
                .alternativeText()
                .contains("sum over PC 1"));
    }

    @Test
    void trueScoresStandBesideThoseOnThePlane() {
        String text = PathFigures.of(Fidelity.of(PATH, BOWL, "value")).alternativeText();
        assertTrue(text.contains("true value falls from 108 to 3 over 0 to 30"), text);
        assertTrue(text.contains("value on the plane falls from 96 to 3"), text);
        assertTrue(text.contains("distance off the plane falls from 2 to 0"), text);
        assertTrue(text.contains("vertical axis logarithmic"), text);
        PlanePath toZero = path(10, of(8, 4, 2), of(4, 4, 1), of(0, 0, 0));
        String straight = PathFigures.of(Fidelity.of(toZero, BOWL, "value")).alternativeText();
        assertTrue(!straight.contains("logarithmic"), straight);
    }

    @Test
    void sharesStandBesideThoseOfARandomWalk() {
        String text = PathFigures.of(COMPONENTS).alternativeText();
        // of four checkpoints: 68.3, 20, 11.7 %
        assertTrue(text.contains("random walk falls from 68.3 to 11.7 over 1 to 3"), text);
    }

    @Test
    void theAnimationHasFramesAtStepsOfCheckpointsTheEndsAmongThem() {
        Grid.Axis side = new Grid.Axis(-1, 9, 5);
        Contours plane =
                Figures.of(TrailsTest.PLANE.surface(BOWL, side, side), "value").size(300, 250);
        PlanePath other = path(7, of(8, 4, 2), of(2, 1, 0), of(0, 1, 0));
        Trails both = Trails.of("SGD", PATH).and("Adam", other);
        List<Long> told = new ArrayList<>();
        var control = PathFigures.animation(plane, both, 60, (done, total, seconds) -> told.add(total));
        assertEquals(6, control.frames(), "at 0, 7, 10, 14, 20, 30");
        assertEquals(6, told.size());
        String text = control.toString();
        assertTrue(text.startsWith("Frames over step (0, 7, 10, 14, 20, 30). step 0: Contours"), text);
        assertTrue(text.contains("path of SGD: 2 checkpoints") && text.contains("path of SGD: 4 checkpoints"), text);
        assertTrue(PathFigures.animation(plane, both, 3).toString().startsWith("Frames over step (0, 14, 30)."));
        refused("frames must be at least 2, was 1", () -> PathFigures.animation(plane, both, 1));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
