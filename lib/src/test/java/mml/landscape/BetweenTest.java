package mml.landscape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mml.data.TwoSpirals;
import mml.math.Bowl;
import mml.math.Grid.Axis;
import mml.math.Layout;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Network;
import mml.nn.layer.Dense;
import mml.nn.layer.Relu;
import mml.nn.layer.norm.BatchNormalisation;
import mml.train.NetworkObjective;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Lines through two given points, planes through three. */
class BetweenTest {
    private static final Layout THREE = Layout.vector(3);
    private static final Network NORM = Network.of(
            List.of(2), Dense.of("first", 6), BatchNormalisation.of("norm"), new Relu(), Dense.of("head", 2));

    private static Parameters of(float... values) {
        return Parameters.of(THREE, values);
    }

    private static Parameters network(long seed) {
        float[] means = new float[6];
        float[] variances = new float[6];
        for (int i = 0; i < 6; i++) {
            means[i] = seed * i;
            variances[i] = (1 + seed + i) / 64f;
        }
        return NORM.initial(Initialisation.he(), seed).with("norm.mean", means).with("norm.variance", variances);
    }

    @Test
    void theLineOfAQuadraticIsExactAndItsPointsHundredAndThreeHundredAreTheNetworks() {
        // at (1 - a) (1, 0, 0) + a (0, 2, 0): (1 - a)^2 + 2 (2 a)^2
        Axis axis = new Axis(-0.5, 1.5, 401);
        double[] values = Line.between(of(1, 0, 0), of(0, 2, 0))
                .curve(new Bowl(THREE), axis)
                .values("value");
        for (int i = 0; i < 401; i++) {
            double a = axis.at(i);
            assertEquals((1 - a) * (1 - a) + 8 * a * a, values[i], 1e-6 * (1 + values[i])); // single-precision points
        }
        assertEquals(1, values[100]);
        assertEquals(8, values[300]);
    }

    @Test
    void runningStatisticsAreInterpolatedToo() {
        Parameters from = network(1);
        Parameters to = network(2);
        Line line = Line.between(from, to);
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, line.direction().block("norm.mean"));
        float t = 1 / 64f;
        assertArrayEquals(new float[] {t, t, t, t, t, t}, line.direction().block("norm.variance"));
        NetworkObjective objective = NetworkObjective.of(NORM, TwoSpirals.of(100, 1));
        double[] losses = line.curve(objective, new Axis(0, 1, 3)).values("loss");
        assertEquals(objective.score("loss", from), losses[0]);
        double end = objective.score("loss", to);
        assertEquals(end, losses[2], 1e-5 * end); // the difference is rounded
        Parameters withoutStates =
                Parameters.zeros(NORM.layout()).plus(1, Normalisation.NONE.apply(line.direction(), from));
        assertNotEquals(end, objective.score("loss", from.plus(1, withoutStates)), 1e-2 * end);
    }

    @Test
    void aPlanePassesThroughItsThreeNetworksOrthogonalOrNot() {
        Parameters[] networks = {network(1), network(2), network(3)};
        NetworkObjective objective = NetworkObjective.of(NORM, TwoSpirals.of(100, 1));
        Plane sheared = Plane.through(networks[0], networks[1], networks[2]);
        Plane right = sheared.orthogonal();
        assertTrue(Math.abs(sheared.cosine()) > 0.1);
        assertEquals(0, right.cosine(), 1e-6); // single-precision directions
        double[][] corners = {{0, 0}, {1, 0}, {0, 1}};
        for (int i = 0; i < 3; i++) {
            Plane.Place place = sheared.locate(networks[i]);
            assertArrayEquals(corners[i], new double[] {place.a(), place.b()}, 1e-6); // roundings of differences
            assertPassesThrough(sheared, networks[i], objective);
            assertPassesThrough(right, networks[i], objective);
        }
        // the cosine times the ratio of the lengths
        double slant =
                sheared.cosine() * sheared.second().norm() / sheared.first().norm();
        assertEquals(slant, right.locate(networks[2]).a(), 1e-6);
        assertEquals(1, right.locate(networks[2]).b(), 1e-6);
    }

    private static void assertPassesThrough(Plane plane, Parameters network, NetworkObjective objective) {
        Plane.Place place = plane.locate(network);
        assertEquals(0, place.distance(), 1e-6 * network.norm());
        Parameters there = plane.centre().plus(place.a(), plane.first()).plus(place.b(), plane.second());
        assertArrayEquals(network.values(), there.values(), 1e-5f); // roundings of numbers up to 15
        double loss = objective.score("loss", network);
        assertEquals(loss, objective.score("loss", there), 1e-4 * loss);
    }

    @Test
    void parametersBesideAPlaneAreNearestToTheirProjection() {
        Plane plane = new Plane(of(1, 0, 0), of(0, 2, 0), of(0, 1, 3));
        assertEquals(new Plane.Place(0.5, 2, 4), plane.locate(of(5, 3, 6)));
    }

    @Test
    void networksThatSpanNothingAreRefused() {
        Parameters other = Parameters.zeros(Layout.vector(4));
        Parameters a = of(1, 0, 0);
        Parameters b = of(0, 1, 0);
        String layouts = " must have one layout, had 1 blocks, 3 numbers and 1 blocks, 4 numbers";
        assertRefused("from and to" + layouts, () -> Line.between(a, other));
        assertRefused("from and to must differ, were equal", () -> Line.between(a, of(1, 0, 0)));
        assertRefused("from and to must differ, were equal", () -> Directions.difference(a, a));
        assertRefused("first and third" + layouts, () -> Plane.through(a, b, other));
        assertRefused("first and second must differ, were equal", () -> Plane.through(a, a, b));
        assertRefused("first and third must differ, were equal", () -> Plane.through(a, b, a));
        assertRefused("second and third must differ, were equal", () -> Plane.through(a, b, b));
        String sine = ": the sine of the angle must exceed 1.0E-6, was 0.0";
        assertRefused("three networks must not lie on one line" + sine, () -> Plane.through(a, b, of(3, -2, 0)));
        Plane flat = new Plane(a, b, of(0, 2, 0));
        assertRefused("directions must not be parallel" + sine, flat::orthogonal);
        assertRefused("directions must not be parallel" + sine, () -> flat.locate(a));
        Parameters broken = of(1, Float.NaN, 0);
        assertRefused("direction must be finite, value 1 was NaN", () -> Line.between(a, broken));
    }

    @Test
    void aLineOfNetworksThatAreNearlyOnItIsFoundToBeOne() {
        Parameters p = network(1);
        Parameters q = network(2);
        Parameters between = p.plus(0.3, q.minus(p));
        String message = assertThrows(IllegalArgumentException.class, () -> Plane.through(p, q, between))
                .getMessage();
        assertTrue(message.startsWith("three networks must not lie on one line: the sine of the angle must exceed"));
    }

    @Test
    void aCentreWithoutWeightsHasNoRandomDirection() {
        Parameters zero = Parameters.zeros(THREE);
        String rule = " must not be zero: with normalisation FILTER the centre must have weights other than zero";
        assertRefused("direction" + rule, () -> Line.random(zero, Normalisation.FILTER, 1));
        assertRefused("first direction" + rule, () -> Plane.random(zero, Normalisation.FILTER, 1));
        assertEquals(1, Line.random(zero, Normalisation.DFILTER, 1).direction().norm(), 1e-7); // three roundings
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
