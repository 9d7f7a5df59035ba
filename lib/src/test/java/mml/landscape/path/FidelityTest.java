package mml.landscape.path;

import static mml.landscape.path.PrincipalComponentsTest.walk;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import mml.landscape.Entries;
import mml.landscape.Plane;
import mml.landscape.path.Trajectory.Point;
import mml.math.Bowl;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

class FidelityTest {
    private static final Layout THREE = Layout.vector(3);
    private static final Objective BOWL = new Bowl(THREE);
    private static final Plane PLANE = new Plane(of(0, 0, 0), of(1, 0, 0), of(0, 1, 0));

    private static Parameters of(float... values) {
        return Parameters.of(THREE, values);
    }

    private static PlanePath path(Parameters... checkpoints) {
        List<Point> points = new ArrayList<>();
        for (Parameters checkpoint : checkpoints) {
            points.add(new Point(10 * points.size(), checkpoint));
        }
        return PlanePath.of(Trajectory.of(points), PLANE, Projection.INNER_PRODUCT);
    }

    @Test
    void scoresAreThoseOfTheCheckpointAndOfThePointDrawn() {
        // x^2 + 2 y^2 + 3 z^2
        Fidelity found = Fidelity.of(path(of(3, 2, 4), of(1, 1, -1), of(0, 0, 0)), BOWL, "value");
        assertEquals(
                List.of(new Fidelity.Row(0, 65, 17, 4), new Fidelity.Row(10, 6, 3, 1), new Fidelity.Row(20, 0, 0, 0)),
                found.rows());
        assertEquals(-48, found.rows().get(0).difference());
        assertEquals(Optional.of(found.rows().get(0)), found.worst());
        assertEquals(List.of(10, 6.0, 3.0, -3.0, 1.0), found.table().get(1));
        assertEquals(
                List.of("step", "true value", "value on the plane", "difference", "distance off the plane"),
                found.columns());
        assertEquals(4, Fidelity.of(found.path(), BOWL, "sum").rows().get(0).difference() * -1);
    }

    @Test
    void aPlaneWithLessThanHalfOfTheVarianceIsWarnedOf() {
        Fidelity found = Fidelity.of(path(of(1, 1, 4), of(1, 0, -4), of(0, 0, 0)), BOWL, "value");
        assertEquals(
                Optional.of("the plane explains 4.0 % of the path's variance, two components of a random walk of 3"
                        + " checkpoints 100.0 %: what is drawn leaves out most of the motion"),
                found.warning());
        assertTrue(found.toString().endsWith(found.warning().get()));
        assertTrue(found.toString().contains("value on the plane differs most at step 0: 3.000 for 51.00"));
    }

    @Test
    void aPlaneWithNoMoreThanARandomWalkIsWarnedOf() {
        // of ten checkpoints a walk has 77.8 % in two components
        PlanePath turn = path(turn(0.8f));
        assertTrue(turn.share() > 0.5 && turn.share() < 0.77, turn::toString);
        assertTrue(
                Fidelity.of(turn, BOWL, "value")
                        .warning()
                        .get()
                        .endsWith(
                                "a random walk of 10 checkpoints 77.8 %: what is drawn shows no more order than a walk without aim"));
        PlanePath flat = path(turn(0.1f));
        assertTrue(flat.share() > 0.9, flat::toString);
        assertEquals(Optional.empty(), Fidelity.of(flat, BOWL, "value").warning());
    }

    private static Parameters[] turn(float height) {
        Parameters[] points = new Parameters[10];
        for (int i = 0; i < 10; i++) {
            points[i] = of((float) Math.cos(i), (float) Math.sin(i), i % 2 == 0 ? height : -height);
        }
        return points;
    }

    @Test
    void aPathOfARandomWalkOnItsOwnComponentsIsNearTheWarning() {
        Trajectory walk = walk(30, 500, 4);
        PlanePath own = PlanePath.of(
                walk, PrincipalComponents.of(walk, Entries.PARAMETERS).plane(), Projection.INNER_PRODUCT);
        double expected = RandomWalk.share(0, 30) + RandomWalk.share(1, 30);
        assertEquals(expected, own.share(), 0.05);
    }

    @Test
    void scoresThatAreNotFiniteStayInTheTable() {
        Objective holes = new Broken();
        Fidelity found = Fidelity.of(path(of(3, 2, 4), of(1, 1, -1), of(0, 0, 0)), holes, "value");
        assertTrue(Double.isNaN(found.rows().get(0).trueScore()));
        assertTrue(Double.isNaN(found.rows().get(0).difference()));
        assertEquals(10, found.worst().get().step());
        Fidelity none = Fidelity.of(path(of(3, 2, 4), of(1, 1, 3)), holes, "value");
        assertEquals(Optional.empty(), none.worst());
        assertTrue(none.toString().contains("no difference of value is finite"), none::toString);
    }

    /** The bowl, without a value where the third coordinate is above 2. */
    private record Broken() implements Objective {
        @Override
        public Layout layout() {
            return THREE;
        }

        @Override
        public List<String> scores() {
            return BOWL.scores();
        }

        @Override
        public void scores(float[] at, double[] out) {
            BOWL.scores(at, out);
            out[0] = at[2] > 2 ? Double.NaN : out[0];
        }

        @Override
        public Objective copy() {
            return this;
        }
    }

    @Test
    void progressIsToldAfterEveryCheckpoint() {
        List<Long> told = new ArrayList<>();
        Fidelity.of(
                path(of(3, 2, 4), of(1, 1, -1), of(0, 0, 0)),
                BOWL,
                "value",
                (done, total, seconds) -> told.add(10 * done + total));
        assertEquals(List.of(13L, 23L, 33L), told);
    }

    @Test
    @Timeout(10)
    void aStopSaysHowFarItCame() {
        Thread here = Thread.currentThread();
        PlanePath path = path(of(3, 2, 4), of(1, 1, -1), of(0, 0, 0));
        var stopped = assertThrows(
                CancellationException.class,
                () -> Workers.with(
                        1, () -> Fidelity.of(path, BOWL, "value", (done, total, seconds) -> here.interrupt())));
        assertTrue(stopped.getMessage().matches("stopped after [12] of 3 checkpoints"), stopped::getMessage);
        assertFalse(Thread.interrupted(), "the outermost call answers the stop");
    }

    @Test
    void wrongArgumentsAreRefused() {
        PlanePath path = path(of(3, 2, 4), of(0, 0, 0));
        refused("score must be one of [value, sum], was loss", () -> Fidelity.of(path, BOWL, "loss"));
        refused(
                "objective must have the path's layout (1 blocks, 3 numbers), had another (1 blocks, 4 numbers)",
                () -> Fidelity.of(path, new Bowl(Layout.vector(4)), "value"));
        refused("rows must be one for each checkpoint, were 0 for 2", () -> new Fidelity(path, "value", List.of()));
    }

    private static void refused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
