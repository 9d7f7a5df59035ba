package mml.plot.path;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mml.landscape.Plane;
import mml.landscape.path.Fidelity;
import mml.landscape.path.PlanePath;
import mml.landscape.path.Projection;
import mml.landscape.path.Trajectory;
import mml.landscape.path.Trajectory.Point;
import mml.math.Bowl;
import mml.math.Grid;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.plot.Contours;
import mml.plot.chart.Frame;
import mml.plot.chart.Ink;
import mml.plot.chart.Legend;
import mml.plot.chart.Side;
import mml.plot.scale.Axis;
import mml.plot.scale.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TrailsTest {
    static final Layout THREE = Layout.vector(3);
    static final Plane PLANE = new Plane(of(0, 0, 0), of(1, 0, 0), of(0, 1, 0));
    static final Objective BOWL = new Bowl(THREE);

    static Parameters of(float... values) {
        return Parameters.of(THREE, values);
    }

    /** Checkpoints at the steps 0, apart, 2 apart, ... */
    static PlanePath path(int apart, Parameters... checkpoints) {
        return path(PLANE, apart, checkpoints);
    }

    private static PlanePath path(Plane plane, int apart, Parameters... checkpoints) {
        List<Point> points = new ArrayList<>();
        for (Parameters checkpoint : checkpoints) {
            points.add(new Point(apart * points.size(), checkpoint));
        }
        return PlanePath.of(Trajectory.of(points), plane, Projection.INNER_PRODUCT);
    }

    private static final PlanePath LONG = path(10, of(8, 4, 2), of(4, 4, 1), of(0, 0, 0));
    private static final Fidelity SCORED = Fidelity.of(LONG, BOWL, "value");

    @Test
    void aPathInWordsTellsEndsAndWhatThePlaneMisses() {
        assertEquals(
                "Over it the path of SGD: 3 checkpoints from (8, 4) at step 0 to (0, 0) at step 20, 95.5 % of the variance"
                        + " of all its parameters in the plane, at most 2 off it",
                Trails.of("SGD", LONG).inWords());
        assertEquals(
                "Over it the path of SGD: 2 checkpoints from (8, 4) at step 0 to (4, 4) at step 10, 95.5 % of the variance"
                        + " of all its parameters in the plane, at most 2 off it; true value 108 at the first and 51 at the"
                        + " last, on the plane most different at step 0: 96 for 108",
                Trails.of("SGD", SCORED).until(19).inWords());
        assertTrue(Trails.of("SGD", LONG).until(0).inWords().contains("1 checkpoint from (8, 4) at step 0, "));
    }

    @Test
    void labelsOfThePlaneKeepClearOfTheWholePathWhileItGoesOn() {
        Trails whole = Trails.of("SGD", LONG).and("Adam", path(10, of(8, 4, 2), of(2, 6, 1)));
        assertEquals(whole.inWords(), whole.until(0).whole().inWords());
    }

    @Test
    void theWordsStandInTheTextOfTheContours() {
        Grid.Axis side = new Grid.Axis(-1, 9, 11);
        Contours contours = Contours.of(Grid.of(side, side, (a, b) -> a * a + 2 * b * b), "a", "b", "value");
        String text = contours.over(Trails.of("SGD", LONG)).title("Bowl").alternativeText();
        assertTrue(text.startsWith("Bowl. Contours of value over"), text);
        assertTrue(text.contains(". Over it the path of SGD: 3 checkpoints") && text.endsWith("off it."), text);
    }

    @Test
    void everyPathHasItsEntryAndDotsAreExplainedOnce() {
        Trails both =
                Trails.of("SGD", SCORED).and("Adam", Fidelity.of(path(5, of(1, 0, 4), of(0, 0, 0)), BOWL, "value"));
        assertEquals(
                List.of("SGD", "Adam", "dot's colour: true value", "size: at most 4 off the plane"),
                both.legend().stream().map(Legend.Entry::name).toList());
        assertEquals(
                List.of("SGD", "Adam"),
                Trails.of("SGD", LONG).and("Adam", path(5, of(1, 0, 4), of(0, 0, 0))).legend().stream()
                        .map(Legend.Entry::name)
                        .toList());
        assertArrayEquals(new int[] {0, 5, 10, 20}, both.steps());
    }

    @Test
    void aDotHasTheColourOfItsTrueScore() {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Frame frame = painted(image, Trails.of("SGD", SCORED));
        // 51 at (4, 4, 1), where the plane has 48; its red is the score
        assertEquals(51 << 16, at(image, frame, 4, 4));
        assertEquals(108 << 16, at(image, frame, 8, 4));
        assertEquals(0, at(image, frame, 0, 0));
    }

    @Test
    void withoutScoresBothEndsAreMarked() {
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Frame frame = painted(image, Trails.of("SGD", LONG));
        assertEquals(0xffffff, at(image, frame, 8, 4), "a ring");
        assertEquals(Ink.series(0).getRGB() & 0xffffff, at(image, frame, 0, 0), "a marker");
        BufferedImage before = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        painted(before, Trails.of("SGD", LONG).until(10));
        assertNotEquals(Ink.series(0).getRGB() & 0xffffff, at(before, frame, 0, 0), "not there yet");
    }

    @Test
    void theWordAtTheStartStaysWhereItIs() {
        // the whole path goes on to the right, where the word would stand beside the start alone
        Trails trails = Trails.of("SGD", path(10, of(3, 4, 0), of(3, 6, 0), of(8, 4, 0), of(4, 4, 0)));
        BufferedImage first = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        BufferedImage last = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Frame frame = painted(first, trails.until(0));
        painted(last, trails);
        assertTrue(brightAtTheLeft(first, frame) > 100);
        assertEquals(brightAtTheLeft(last, frame), brightAtTheLeft(first, frame));
    }

    /** Returns how many white dots there are at the left of the first checkpoint's ring. */
    private static long brightAtTheLeft(BufferedImage image, Frame frame) {
        int x = (int) frame.x(3) - 20;
        int y = (int) frame.y(4, Side.LEFT);
        return IntStream.range(0, 40 * 20)
                .filter(i -> new Color(image.getRGB(x - i % 40, y - 10 + i / 40)).getGreen() > 0x80)
                .count();
    }

    @Test
    void aScoreThatIsNotFiniteIsACross() {
        Fidelity broken = new Fidelity(
                LONG,
                "value",
                List.of(
                        new Fidelity.Row(0, 108, 96, 2),
                        new Fidelity.Row(10, Double.NaN, 48, 1),
                        new Fidelity.Row(20, 0, 0, 0)));
        BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        Frame frame = painted(image, Trails.of("SGD", broken));
        // its arms meet in the middle: dark, while a dot of a score has its colour
        assertTrue(new Color(at(image, frame, 4, 4)).getGreen() < 0x60);
        int beside = image.getRGB((int) frame.x(4), (int) frame.y(4, Side.LEFT) - 3) & 0xffffff;
        assertTrue(new Color(beside).getGreen() > 0xc0, "white between them");
    }

    /** Paints over black, with colours whose red is the value. */
    private static Frame painted(BufferedImage image, Trails trails) {
        Axis axis = new Axis("a", Scale.LINEAR, -1, 9);
        Frame frame = Frame.in(new Rectangle2D.Double(0, 0, 400, 400), axis, axis, null);
        Graphics2D graphics = image.createGraphics();
        frame.paint(graphics);
        graphics.setColor(Color.BLACK);
        graphics.fill(frame.area());
        trails.paint(graphics, frame, value -> (int) value << 16);
        graphics.dispose();
        return frame;
    }

    private static int at(BufferedImage image, Frame frame, double a, double b) {
        return image.getRGB((int) frame.x(a), (int) frame.y(b, Side.LEFT)) & 0xffffff;
    }

    @Test
    void wrongPathsAreRefused() {
        Trails one = Trails.of("SGD", LONG);
        refused("name must differ from those of other paths, was \"SGD\" twice", () -> one.and("SGD", LONG));
        Plane other = new Plane(of(0, 0, 0), of(1, 0, 0), of(0, 0, 1));
        refused(
                "paths must lie on one plane, \"SGD\" and \"Adam\" do not",
                () -> one.and("Adam", path(other, 1, of(1, 1, 1), of(0, 0, 0))));
        refused("name must not be blank, was \"\"", () -> Trails.of("", LONG));
        refused("step must be at least 0, was -1", () -> one.until(-1));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
