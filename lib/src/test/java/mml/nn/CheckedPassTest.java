package mml.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import mml.nn.model.Mlp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a network at work refuses: up to three examples, of two inputs and four outputs each. */
class CheckedPassTest {
    private static final Network NETWORK = Mlp.of(2, 5, 4);
    private static final int SIZE = NETWORK.layout().size();
    private static final float[] AT = NETWORK.initial(Initialisation.he(), 1).values();
    private static final Dual DUAL = new Dual(new float[8], new float[8]);

    private Layer.Pass pass;

    @BeforeEach
    void begin() {
        pass = NETWORK.pass(3, Layer.Mode.TRAINING);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4, Integer.MAX_VALUE})
    void rowsMustBeWithinTheCapacity(int rows) {
        assertRefused(
                "rows must be from 1 to the capacity of 3, were " + rows,
                () -> pass.forward(AT, new float[8], 0, rows));
    }

    @Test
    void rowsMustLieInTheInput() {
        assertRefused(
                "input has 5 numbers, 3 rows of 2 from index 0 do not lie in it",
                () -> pass.forward(AT, new float[5], 0, 3));
        assertRefused(
                "input has 6 numbers, 2 rows of 2 from index 3 do not lie in it",
                () -> pass.forward(AT, new float[6], 3, 2));
        assertRefused(
                "input has 6 numbers, 1 rows of 2 from index -1 do not lie in it",
                () -> pass.forward(AT, new float[6], -1, 1));
        assertRefused(
                "input has 6 numbers, 1 rows of 2 from index 2147483647 do not lie in it",
                () -> pass.forward(AT, new float[6], Integer.MAX_VALUE, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void vectorsOfAllParametersMustBeAsLongAsTheLayout(int more) {
        float[] other = new float[SIZE + more];
        String has = " has " + (SIZE + more) + " numbers, layout " + SIZE;
        assertRefused("parameters" + has, () -> pass.forward(other, new float[6], 0, 3));
        pass.forward(AT, new float[6], 0, 2);
        assertRefused("parameters" + has, () -> pass.backward(other, new float[8], new float[SIZE]));
        assertRefused("gradient" + has, () -> pass.backward(AT, new float[8], other));
        assertRefused("gradient" + has, () -> pass.backwardFirst(AT, new float[8], other));
        assertRefused("parameters" + has, () -> pass.forwardTangent(other, AT, null));
        assertRefused("direction" + has, () -> pass.forwardTangent(AT, other, null));
        assertRefused("parameters" + has, () -> pass.remember(other));
        pass.forwardTangent(AT, AT, null);
        assertRefused("parameters" + has, () -> pass.backwardTangent(other, AT, DUAL, new float[SIZE]));
        assertRefused("direction" + has, () -> pass.backwardTangent(AT, other, DUAL, new float[SIZE]));
        assertRefused("product" + has, () -> pass.backwardTangentFirst(AT, AT, DUAL, other));
    }

    @Test
    void gradientsMustHaveAllRows() {
        pass.forward(AT, new float[6], 0, 2);
        String sentence = "output gradient has 7 numbers, 2 rows of 4 need more";
        assertRefused(sentence, () -> pass.backward(AT, new float[7], new float[SIZE]));
        assertRefused(
                "input tangent has 3 numbers, 2 rows of 2 need more", () -> pass.forwardTangent(AT, AT, new float[3]));
        pass.forwardTangent(AT, AT, new float[4]);
        Dual first = new Dual(new float[7], new float[8]);
        Dual second = new Dual(new float[8], new float[7]);
        assertRefused(sentence, () -> pass.backwardTangent(AT, AT, first, new float[SIZE]));
        assertRefused(
                "output gradient's tangent has 7 numbers, 2 rows of 4 need more",
                () -> pass.backwardTangent(AT, AT, second, new float[SIZE]));
    }

    @Test
    void theWayBackComesAfterTheWayThere() {
        assertRefused("backward must come after forward", () -> pass.backwardFirst(AT, new float[8], new float[SIZE]));
        assertRefused("forwardTangent must come after forward", () -> pass.forwardTangent(AT, AT, null));
        assertRefused("remember must come after forward", () -> pass.remember(AT));
        for (int i = 0; i < 2; i++) {
            pass.forward(AT, new float[6], 0, 2);
            assertRefused(
                    "backwardTangent must come after forwardTangent",
                    () -> pass.backwardTangent(AT, AT, DUAL, new float[SIZE]));
            pass.forwardTangent(AT, AT, null);
        }
    }

    @Test
    void aCallThatIsRefusedLeavesThePassAsItWas() {
        float[] input = {1, 2, 3, 4};
        float[] outputs = Arrays.copyOf(pass.forward(AT, input, 0, 2), 8);
        float[] expected = new float[SIZE];
        pass.backwardFirst(AT, new float[] {1, 1, 1, 1, 1, 1, 1, 1}, expected);
        assertArrayEquals(outputs, Arrays.copyOf(pass.forward(AT, input, 0, 2), 8));
        assertRefused("rows must be from 1 to the capacity of 3, were 4", () -> pass.forward(AT, new float[8], 0, 4));
        float[] gradient = new float[SIZE];
        pass.backwardFirst(AT, new float[] {1, 1, 1, 1, 1, 1, 1, 1}, gradient);
        assertArrayEquals(expected, gradient);
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
