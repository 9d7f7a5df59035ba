package mml.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mml.math.Objective.OnPlane;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
    private static final Objective BOWL = new Bowl(Layout.vector(2));
    private static final float[] CENTRE = {1, 2};
    private static final float[] FIRST = {1, 0};
    private static final float[] SECOND = {1, -1};

    private static double[] scores(OnPlane plane, double a, double b) {
        double[] out = new double[2];
        plane.scores(a, b, out);
        return out;
    }

    @Test
    void onAPlaneScoresAreThoseOfTheFormedPoint() {
        OnPlane plane = BOWL.onPlane(CENTRE, FIRST, SECOND);
        assertArrayEquals(new double[] {9, 3}, scores(plane, 0, 0));
        assertArrayEquals(new double[] {4 * 4 + 2 * 1, 5}, scores(plane, 2, 1));
        assertArrayEquals(new float[] {1, 2}, CENTRE);
    }

    @Test
    void onALineTheSecondCoordinateIsIgnored() {
        OnPlane line = BOWL.onPlane(CENTRE, FIRST, null);
        assertArrayEquals(new double[] {9 + 8, 5}, scores(line, 2, 0));
        assertArrayEquals(new double[] {9 + 8, 5}, scores(line, 2, 77));
    }

    @Test
    void copiesShareNothingThatChanges() {
        OnPlane plane = BOWL.onPlane(CENTRE, FIRST, SECOND);
        OnPlane copy = plane.copy();
        double[] before = scores(copy, 2, 1);
        scores(plane, -5, 5);
        assertArrayEquals(before, scores(copy, 2, 1));
        FormedOnPlane formed = (FormedOnPlane) copy;
        assertNotSame(((FormedOnPlane) plane).point(), formed.point());
    }

    @Test
    void aGradientThatIsNotThereSaysWhatToImplement() {
        var e = assertThrows(UnsupportedOperationException.class, () -> BOWL.gradient(CENTRE, new float[2]));
        assertEquals("Bowl must implement gradient(at, out) for this", e.getMessage());
    }
}
