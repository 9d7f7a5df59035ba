package mml.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Set<float[]> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        OnPlane plane = new Seeing(seen).onPlane(CENTRE, FIRST, SECOND);
        OnPlane copy = plane.copy();
        double[] before = scores(copy, 2, 1);
        scores(plane, -5, 5);
        assertArrayEquals(before, scores(copy, 2, 1));
        assertEquals(2, seen.size(), "each forms its points in an array of its own");
    }

    @Test
    void vectorsThatNobodyCanChangeAreNotCopied() {
        Layout two = Layout.vector(2);
        Parameters centre = Parameters.of(two, CENTRE);
        Parameters first = Parameters.of(two, FIRST);
        OnPlane plane = BOWL.onPlane(centre, first, Parameters.of(two, SECOND));
        assertArrayEquals(new double[] {4 * 4 + 2 * 1, 5}, scores(plane, 2, 1));
        assertArrayEquals(new double[] {9 + 8, 5}, scores(BOWL.onPlane(centre, first, null), 2, 77));
        float[][] given = new float[2][];
        Objective looking = new Looking(given);
        looking.onPlane(centre, first, null);
        looking.onPlane(centre, first, null);
        assertSame(given[0], given[1]);
    }

    /** Is the bowl, and keeps the arrays of the points. */
    private record Seeing(Set<float[]> seen) implements Objective {
        @Override
        public Layout layout() {
            return BOWL.layout();
        }

        @Override
        public List<String> scores() {
            return BOWL.scores();
        }

        @Override
        public void scores(float[] at, double[] out) {
            seen.add(at);
            BOWL.scores(at, out);
        }

        @Override
        public Objective copy() {
            return this;
        }
    }

    /** Keeps the centres that it is given. */
    private record Looking(float[][] given) implements Objective {
        @Override
        public Layout layout() {
            return Layout.vector(2);
        }

        @Override
        public List<String> scores() {
            return List.of("value");
        }

        @Override
        public void scores(float[] at, double[] out) {}

        @Override
        public OnPlane onPlane(float[] centre, float[] first, float[] second) {
            given[given[0] == null ? 0 : 1] = centre;
            return Objective.super.onPlane(centre, first, second);
        }

        @Override
        public Objective copy() {
            return this;
        }
    }

    @Test
    void aFunctionTellsWhatItIsIfItIsMadeTo() {
        assertEquals(Optional.empty(), BOWL.origin());
        assertEquals(new Objective.Origin("sin(2 x)", "none", "plain"), Objective.Origin.of("sin(2 x)"));
        var e = assertThrows(IllegalArgumentException.class, () -> new Objective.Origin("a", " ", "b"));
        assertEquals("data must not be blank, was \" \"", e.getMessage());
    }

    @Test
    void aGradientThatIsNotThereSaysWhatToImplement() {
        var e = assertThrows(UnsupportedOperationException.class, () -> BOWL.gradient(CENTRE, new float[2]));
        assertEquals("Bowl must implement gradient(at, out) for this", e.getMessage());
    }
}
