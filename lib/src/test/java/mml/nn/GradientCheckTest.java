package mml.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.math.Objective;
import mml.math.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientCheckTest {
    private static final Layout LAYOUT = Layout.of(
            List.of(new Block("weight", Kind.WEIGHT, List.of(3, 1)), new Block("state", Kind.STATE, List.of(1))));
    private static final Parameters POINT = Parameters.of(LAYOUT, new float[] {1, 2, 3, 4});

    /** Half the sum of squares, with a gradient that is wrong by a factor; refuses to move the state. */
    private record Squares(float factor) implements Objective {
        @Override
        public Layout layout() {
            return LAYOUT;
        }

        @Override
        public List<String> scores() {
            return List.of("half the square");
        }

        @Override
        public void scores(float[] at, double[] out) {
            assertEquals(4, at[3], "the state must not move");
            out[0] = (at[0] * at[0] + at[1] * at[1] + at[2] * at[2]) / 2.0;
        }

        @Override
        public double gradient(float[] at, float[] out) {
            for (int i = 0; i < 3; i++) {
                out[i] = factor * at[i];
            }
            return 0;
        }

        @Override
        public Objective copy() {
            return this;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void aRightGradientPasses(long seed) {
        GradientCheck check = GradientCheck.of(new Squares(1), POINT, 1e-2, seed);
        assertEquals(check.fromValues(), check.fromGradient(), 1e-4); // values of size 7 in single precision
        assertTrue(check.fromGradient() != 0 && Math.abs(check.fromGradient()) <= Math.sqrt(14));
    }

    @Test
    void aGradientThatIsWrongByATenthDoesNotPass() {
        assertEquals(
                0.1 / 1.1, GradientCheck.of(new Squares(1.1f), POINT, 1e-2, 1).relativeError(), 1e-3);
    }

    @Test
    void theErrorIsRelativeToTheLargerSlope() {
        assertEquals(0.25, new GradientCheck(3, 4).relativeError());
        assertEquals(0, new GradientCheck(0, 0).relativeError());
        assertEquals(2, new GradientCheck(-1, 1).relativeError());
        assertTrue(Double.isNaN(new GradientCheck(Double.NaN, 1).relativeError()));
    }

    @Test
    void anotherLayoutAndAStepThatIsNotPositiveAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> GradientCheck.of(new Squares(1), POINT, 0, 1));
        assertEquals("step must be finite and positive, was 0.0", e.getMessage());
        Parameters shorter = Parameters.zeros(Layout.vector(2));
        e = assertThrows(IllegalArgumentException.class, () -> GradientCheck.of(new Squares(1), shorter, 1e-2, 1));
        assertEquals("layouts must be equal, were 1 blocks, 2 numbers and 2 blocks, 4 numbers", e.getMessage());
    }
}
