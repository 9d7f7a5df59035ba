package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import mml.math.Grid;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import org.junit.jupiter.api.Test;

/** The example of the package's page: anyone's function has a landscape. */
class OwnFunctionTest {
    // the example begins
    record Valley(Layout layout) implements Objective {
        public List<String> scores() {
            return List.of("height");
        }

        public void scores(float[] x, double[] out) {
            out[0] = Math.pow(1 - x[0], 2) + 100 * Math.pow(x[1] - x[0] * x[0], 2);
        }

        public Objective copy() {
            return this;
        }
    }
    // the example ends

    @Test
    void tenLinesGiveAFunctionASurface() {
        // the call begins
        Layout two = Layout.vector(2);
        Plane plane = new Plane(
                Parameters.zeros(two), Parameters.of(two, new float[] {1, 0}), Parameters.of(two, new float[] {0, 1}));
        Surface surface = plane.surface(new Valley(two), new Grid.Axis(-2, 2, 41), new Grid.Axis(-1, 3, 41));
        // the call ends
        Grid heights = surface.grid("height");
        assertEquals(0, heights.at(30, 20)); // at (1, 1)
        assertEquals(1, heights.at(20, 10)); // at (0, 0)
        assertEquals(9 + 100 * 25, heights.at(0, 0)); // at (-2, -1)
        assertTrue(surface.isComplete());
    }

    @Test
    void thePageOfThePackageQuotesThisCode() throws IOException {
        String page = squeezed(Files.readString(Path.of("src/main/java/mml/landscape/package-info.java"))
                .replaceAll("(?m)^ \\*", ""));
        List<String> lines = Files.readAllLines(Path.of("src/test/java/mml/landscape/OwnFunctionTest.java"));
        for (String part : List.of("example", "call")) {
            String code = lines.stream()
                    .dropWhile(line -> !line.strip().equals("// the " + part + " begins"))
                    .skip(1)
                    .takeWhile(line -> !line.strip().equals("// the " + part + " ends"))
                    .collect(Collectors.joining("\n"));
            assertTrue(code.length() > 100);
            assertTrue(page.contains(squeezed(code)), code);
        }
    }

    /** How lines are broken does not matter. */
    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
