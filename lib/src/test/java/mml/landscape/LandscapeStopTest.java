package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mml.data.TwoSpirals;
import mml.math.Grid.Axis;
import mml.math.Mapped;
import mml.math.Parameters;
import mml.math.Progress;
import mml.math.Workers;
import mml.nn.model.ResidualMlp;
import mml.nn.model.ResidualMlp.Shortcut;
import mml.train.NetworkObjective;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandscapeStopTest {
    private static final ResidualMlp MODEL = new ResidualMlp(16, 3, Shortcut.IDENTITY);
    private static final Parameters CENTRE = MODEL.initial(1);
    private static final NetworkObjective OBJECTIVE = NetworkObjective.of(MODEL.network(), TwoSpirals.of(600, 1));
    private static final Plane PLANE = Plane.random(CENTRE, Normalisation.FILTER, 1);
    private static final Axis AXIS = new Axis(-1, 1, 21);

    @AfterEach
    void leaveNoFlagBehind() {
        Thread.interrupted();
    }

    private static Progress stopAt(int points) {
        Thread caller = Thread.currentThread();
        return (done, total, seconds) -> {
            if (done == points) {
                caller.interrupt();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aStoppedSurfaceKeepsThePointsThatAreDone(int threads) {
        Surface whole = PLANE.surface(OBJECTIVE, AXIS, AXIS);
        Surface part = Workers.with(threads, () -> PLANE.surface(OBJECTIVE, AXIS, AXIS, stopAt(40)));
        assertFalse(Thread.interrupted(), "the outermost call clears the flag");
        assertFalse(part.isComplete());
        assertTrue(part.done() >= 40 && part.done() < 441, "done: " + part.done());
        assertEquals(part.done(), part.grid("loss").values().count());
        for (int row = 0; row < 21; row++) {
            for (int column = 0; column < 21; column++) {
                double found = part.grid("loss").at(column, row);
                assertTrue(Double.isNaN(found) || found == whole.grid("loss").at(column, row));
            }
        }
    }

    @Test
    void aStoppedCurveKeepsThePointsThatAreDone() {
        Line line = Line.random(CENTRE, Normalisation.FILTER, 1);
        Curve part = Workers.with(1, () -> line.curve(OBJECTIVE, AXIS, stopAt(5)));
        assertFalse(Thread.interrupted());
        assertEquals(5, part.done());
        assertEquals(OBJECTIVE.score("loss", CENTRE.plus(-1, line.direction())), part.values("loss")[0], 1e-5);
        double[] losses = part.values("loss");
        assertEquals(losses[0], line.curve(OBJECTIVE, AXIS).values("loss")[0]);
        assertTrue(!Double.isNaN(losses[20]), "coarse points first: the curve reaches from end to end");
        assertTrue(Double.isNaN(losses[1]));
    }

    @Test
    void aSurfaceStoppedBeforeItsFirstPointIsEmpty() {
        Thread.currentThread().interrupt();
        Surface none = PLANE.surface(OBJECTIVE, AXIS, AXIS);
        assertFalse(Thread.interrupted());
        assertEquals(0, none.done());
        assertEquals(0, none.grid("loss").values().count());
    }

    @Test
    void insideALoopTheStopIsPassedOn() {
        Mapped<Surface> results =
                Workers.with(1, () -> Workers.map(List.of(1), i -> PLANE.surface(OBJECTIVE, AXIS, AXIS, stopAt(3))));
        assertEquals(List.of(), results.complete());
        assertFalse(Thread.interrupted());
    }
}
