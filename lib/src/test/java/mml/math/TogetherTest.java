package mml.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class TogetherTest {
    private static final Layout TWO = Layout.vector(2);

    /** {@code c x^2} of the first number, which counts how often it is asked. */
    private record Square(double c, List<float[]> asked) implements Objective {
        @Override
        public Layout layout() {
            return TWO;
        }

        @Override
        public List<String> scores() {
            return List.of("value");
        }

        @Override
        public void scores(float[] at, double[] out) {
            asked.add(at.clone());
            out[0] = c * at[0] * at[0];
        }

        @Override
        public double gradient(float[] at, float[] out) {
            out[0] = (float) (2 * c * at[0]);
            out[1] = 0;
            return c * at[0] * at[0];
        }

        @Override
        public void hessianTimes(float[] at, float[] direction, float[] out) {
            out[0] = (float) (2 * c * direction[0]);
            out[1] = 0;
        }

        @Override
        public Objective copy() {
            return new Square(c, new ArrayList<>());
        }
    }

    private static Square square(double c) {
        return new Square(c, new ArrayList<>());
    }

    @Test
    void allScoresComeInOnePassAndDifferencesAfterThem() {
        Square first = square(3);
        Square second = square(5);
        Together all = first.and("test", second)
                .difference("gap", "test value", "value")
                .and("bowl", new Bowl(TWO));
        assertEquals(List.of("value", "test value", "bowl value", "bowl sum", "gap"), all.scores());
        double[] out = new double[5];
        all.scores(new float[] {2, 1}, out);
        assertArrayEquals(new double[] {12, 20, 6, 3, 8}, out);
        assertEquals(1, first.asked.size());
        assertEquals(1, second.asked.size());
        assertEquals("value, test value, bowl value, bowl sum, gap", all.toString());
        assertEquals(TWO, all.layout());
    }

    @Test
    void onAPlaneEachObjectiveIsRestrictedInItsOwnWay() {
        Together all = new Bowl(TWO).and("square", square(2)).difference("gap", "square value", "value");
        Objective.OnPlane plane = all.onPlane(new float[] {1, 0}, new float[] {1, 0}, new float[] {0, 1});
        for (Objective.OnPlane each : List.of(plane, plane.copy())) {
            double[] out = new double[4];
            each.scores(2, 3, out);
            // at (3, 3)
            assertArrayEquals(new double[] {27, 6, 18, -9}, out);
        }
        double[] out = new double[4];
        all.copy().scores(new float[] {3, 3}, out);
        assertArrayEquals(new double[] {27, 6, 18, -9}, out);
    }

    @Test
    void itHasNoOriginIfOneOfItsPartsHasNone() {
        assertEquals(Optional.empty(), square(1).and("other", square(2)).origin());
    }

    @Test
    void derivativesAreThoseOfTheFirst() {
        Together all = square(3).and("other", square(5));
        float[] out = new float[2];
        assertEquals(12, all.gradient(new float[] {2, 7}, out));
        assertArrayEquals(new float[] {12, 0}, out);
        all.hessianTimes(new float[2], new float[] {1, 1}, out);
        assertArrayEquals(new float[] {6, 0}, out);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Together two = square(1).and("test", square(2));
        assertRefused(
                "objectives must have one layout, had 1 blocks, 2 numbers and 1 blocks, 3 numbers",
                () -> two.and("bowl", new Bowl(Layout.vector(3))));
        assertRefused("names of scores must differ, test value occurs twice", () -> two.and("test", square(3)));
        assertRefused(
                "names of scores must differ, value occurs twice",
                () -> two.difference("value", "value", "test value"));
        assertRefused(
                "score must be one of [value, test value], was loss", () -> two.difference("gap", "loss", "value"));
        assertRefused("name must not be blank, was \" \"", () -> two.and(" ", square(3)));
        assertRefused("scores has 3 numbers, the objective 2", () -> two.scores(new float[2], new double[3]));
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
