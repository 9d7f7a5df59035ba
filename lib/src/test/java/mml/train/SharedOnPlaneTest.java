package mml.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import mml.data.TwoSpirals;
import mml.math.Objective.OnPlane;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Residual;
import mml.nn.layer.Tanh;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plane whose directions also move the biases. */
class SharedOnPlaneTest {
    private static final Network NETWORK = Mlp.of(2, 9, 7, 2);
    private static final NetworkObjective OBJECTIVE = NetworkObjective.of(NETWORK, TwoSpirals.of(601, 1));
    private static final Parameters CENTRE = random(1);
    private static final Parameters FIRST = random(2);
    private static final Parameters SECOND = random(3);

    @AfterEach
    void leaveNoFlagBehind() {
        Thread.interrupted();
    }

    private static Parameters random(long seed) {
        return Initialisation.he()
                .parameters(NETWORK.layout(), seed)
                .with("hidden1.bias", new float[] {seed, -1, 0.5f, 0.1f * seed, 0, 0, 0, 0, 0.3f});
    }

    private static OnPlane plane() {
        return OBJECTIVE.onPlane(CENTRE.values(), FIRST.values(), SECOND.values());
    }

    private static double[] scores(OnPlane plane, double a, double b) {
        double[] out = new double[2];
        plane.scores(a, b, out);
        return out;
    }

    private static double[] scores(Parameters at) {
        double[] out = new double[2];
        OBJECTIVE.scores(at.values(), out);
        return out;
    }

    @Test
    void scoresAgreeWithThoseOfTheFormedParameters() {
        OnPlane plane = plane();
        assertInstanceOf(SharedOnPlane.class, plane);
        for (double a = -1; a <= 1; a += 0.4) {
            for (double b = -1; b <= 1; b += 0.4) {
                double[] formed = scores(CENTRE.plus(a, FIRST).plus(b, SECOND));
                double[] shared = scores(plane, a, b);
                assertEquals(formed[0], shared[0], 1e-5 * formed[0]); // single-precision products, summed otherwise
                assertEquals(formed[1], shared[1], 1.0 / 601); // one example may lie on the border
            }
        }
    }

    @Test
    void scoresAtTheCentreHaveTheBitsOfTheObjective() {
        assertArrayEquals(scores(CENTRE), scores(plane(), 0, 0));
        assertArrayEquals(scores(CENTRE), scores(OBJECTIVE.onPlane(CENTRE.values(), FIRST.values(), null), 0, 5));
    }

    @Test
    void onALineTheSecondCoordinateIsIgnored() {
        OnPlane line = OBJECTIVE.onPlane(CENTRE.values(), FIRST.values(), null);
        assertArrayEquals(scores(plane(), 0.5, 0), scores(line, 0.5, 3));
    }

    @Test
    void copiesCanBeUsedAtTheSameTime() {
        OnPlane plane = plane();
        List<Double> alone = IntStream.range(0, 40)
                .mapToObj(i -> scores(plane, i / 40.0, 0.3)[0])
                .toList();
        List<Integer> points = IntStream.range(0, 40).boxed().toList();
        assertEquals(alone, Workers.with(4, () -> Workers.map(points, i -> scores(plane.copy(), i / 40.0, 0.3)[0])));
        assertEquals(
                alone, points.stream().map(i -> scores(plane, i / 40.0, 0.3)[0]).toList());
    }

    @Test
    void aFirstLayerThatIsNotLinearIsNotShared() {
        Network network = Network.of(List.of(2), Residual.of(Dense.of("a", 2), new Tanh()), Dense.of("head", 2));
        NetworkObjective objective = NetworkObjective.of(network, TwoSpirals.of(50, 1));
        float[] at = network.initial(Initialisation.he(), 1).values();
        float[] direction = network.initial(Initialisation.he(), 2).values();
        OnPlane plane = objective.onPlane(at, direction, null);
        assertTrue(!(plane instanceof SharedOnPlane));
        double[] centre = new double[2];
        objective.scores(at, centre);
        assertArrayEquals(centre, scores(plane, 0, 0));
    }

    @Test
    void aStopWhileAPointIsComputedThrowsThePointAway() {
        OnPlane plane = plane();
        Thread.currentThread().interrupt();
        assertThrows(CancellationException.class, () -> scores(plane, 0, 0));
        assertTrue(Thread.interrupted());
        assertArrayEquals(scores(CENTRE), scores(plane, 0, 0));
    }
}
