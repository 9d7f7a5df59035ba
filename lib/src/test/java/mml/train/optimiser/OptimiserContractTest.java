package mml.train.optimiser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every optimiser; a new one gets a row. */
class OptimiserContractTest {
    private static final Layout LAYOUT = Layout.of(List.of(
            new Block("weight", Kind.WEIGHT, List.of(2, 3)),
            new Block("bias", Kind.BIAS, List.of(3)),
            new Block("scale", Kind.SCALE, List.of(3)),
            new Block("mean", Kind.STATE, List.of(3)),
            new Block("head", Kind.WEIGHT, List.of(3, 1))));

    static Stream<Optimiser> all() {
        return Stream.of(
                Sgd.plain(),
                Sgd.plain().decay(0.1).clip(2),
                Sgd.plain().momentum(0.9).decay(0.1),
                Sgd.plain().nesterov(0.9).decay(WeightDecay.decoupled(0.1)),
                Adam.standard(),
                Adam.standard().decay(WeightDecay.l2(0.1)).clip(1),
                Adam.standard().decay(WeightDecay.decoupled(0.1)));
    }

    private static float[] vector(double first) {
        float[] vector = new float[LAYOUT.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) Math.sin(first + i);
        }
        return vector;
    }

    /** Steps on half a square around {@code target}. */
    private static void descend(Optimiser.Descent descent, float[] w, double rate, int steps) {
        float[] target = vector(5);
        for (int step = 0; step < steps; step++) {
            float[] gradient = w.clone();
            for (int i = 0; i < w.length; i++) {
                gradient[i] -= target[i];
            }
            descent.step(w, gradient, rate);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void statesAreNeverMovedNotEvenByAGradient(Optimiser optimiser) {
        float[] w = vector(1);
        descend(optimiser.start(LAYOUT), w, 0.1, 5);
        for (int i = 0; i < w.length; i++) {
            boolean isState = i >= 12 && i < 15;
            assertEquals(isState, w[i] == vector(1)[i], "number " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aDescentResumedFromItsMemoryMakesTheSameSteps(Optimiser optimiser) {
        float[] whole = vector(1);
        descend(optimiser.start(LAYOUT), whole, 0.1, 9);
        float[] parts = vector(1);
        Optimiser.Descent first = optimiser.start(LAYOUT);
        descend(first, parts, 0.1, 4);
        assertEquals(4, first.memory().steps());
        descend(optimiser.resume(LAYOUT, first.memory()), parts, 0.1, 5);
        assertArrayEquals(whole, parts);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aMemoryIsACopy(Optimiser optimiser) {
        Optimiser.Descent descent = optimiser.start(LAYOUT);
        descend(descent, vector(1), 0.1, 1);
        Optimiser.Memory before = descent.memory();
        descend(descent, vector(2), 0.1, 1);
        assertNotEquals(before, descent.memory());
        assertEquals(optimiser.remembers(), List.copyOf(before.vectors().keySet()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aStepFormsNoVector(Optimiser optimiser) {
        Layout wide = Layout.of(List.of(new Block("weight", Kind.WEIGHT, List.of(1000, 1000))));
        float[] w = new float[wide.size()];
        float[] g = new float[wide.size()];
        Optimiser.Descent descent = optimiser.start(wide);
        steps(descent, w, g); // links and loads what is needed once
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        steps(descent, w, g);
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(bytes < 20 * 1024, bytes + " bytes in 20 steps of a vector of 4 MB");
    }

    private static void steps(Optimiser.Descent descent, float[] w, float[] g) {
        for (int step = 0; step < 10; step++) {
            descent.step(w, g, 0.01);
            descent.step(w, (vector, factor) -> {}, 0.01);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aGradientThatIsOnlyAddedMakesTheSameSteps(Optimiser optimiser) {
        float[] formed = vector(1);
        float[] added = vector(1);
        Optimiser.Descent first = optimiser.start(LAYOUT);
        Optimiser.Descent second = optimiser.start(LAYOUT);
        for (int step = 0; step < 20; step++) {
            float[] gradient = vector(step);
            Arrays.fill(gradient, 12, 15, 0); // of a state there is none
            first.step(formed, gradient, 0.1);
            second.step(
                    added,
                    (vector, factor) -> {
                        for (int i = 0; i < vector.length; i++) {
                            vector[i] += (float) (factor * gradient[i]);
                        }
                    },
                    0.1);
        }
        assertArrayEquals(formed, added, 20 * 3e-7f); // each step rounds once or twice more
        assertEquals(first.memory().steps(), second.memory().steps());
    }

    @ParameterizedTest
    @MethodSource("all")
    void theMinimumOfASquareIsFoundUpToDecay(Optimiser optimiser) {
        float[] w = vector(1);
        Optimiser.Descent descent = optimiser.start(LAYOUT);
        for (int round = 0; round < 12; round++) {
            descend(descent, w, 0.1 * Math.pow(0.6, round), 200);
        }
        double decay = decay(optimiser).rate();
        float[] target = vector(5);
        boolean isAdamW = optimiser instanceof Adam && decay(optimiser).form() == WeightDecay.Form.DECOUPLED;
        for (int i = 0; i < w.length && !isAdamW; i++) {
            double momentum = optimiser instanceof Sgd sgd && sgd.decay().form() == WeightDecay.Form.DECOUPLED
                    ? 1 - sgd.momentum()
                    : 1;
            // where target - w = decay w; beside the velocity, decay weighs less by 1 / (1 - momentum)
            double expected = i >= 12 && i < 15 ? vector(1)[i] : target[i] / (1 + momentum * decay);
            assertEquals(expected, w[i], 2e-3, "number " + i);
        }
    }

    private static WeightDecay decay(Optimiser optimiser) {
        return optimiser instanceof Sgd sgd ? sgd.decay() : ((Adam) optimiser).decay();
    }

    @ParameterizedTest
    @MethodSource("all")
    void decayOfWeightsLeavesBiasesAndScalesAlone(Optimiser optimiser) {
        Optimiser weights = optimiser instanceof Sgd sgd
                ? sgd.decay(sgd.decay().onWeights())
                : ((Adam) optimiser).decay(((Adam) optimiser).decay().onWeights());
        float[] w = vector(1);
        weights.start(LAYOUT).step(w, new float[w.length], 0.1);
        boolean decays = decay(optimiser).rate() > 0;
        for (int i = 0; i < w.length; i++) {
            boolean isWeight = i < 6 || i >= 15;
            assertEquals(decays && isWeight, w[i] != vector(1)[i], "number " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatDoesNotFitIsRefused(Optimiser optimiser) {
        Optimiser.Descent descent = optimiser.start(LAYOUT);
        float[] w = vector(1);
        var e = assertThrows(IllegalArgumentException.class, () -> descent.step(w, new float[2], 0.1));
        assertEquals("gradient has 2 numbers, parameters 18, layout 18", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> descent.step(w, w, Double.NaN));
        assertEquals("learning rate must be finite and not negative, was NaN", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> descent.step(new float[2], (vector, factor) -> {}, 0.1));
        assertEquals("parameters have 2 numbers, layout 18", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> descent.step(w, (vector, factor) -> {}, -1));
        assertEquals("learning rate must be finite and not negative, was -1.0", e.getMessage());
        Optimiser.Memory other = new Optimiser.Memory(
                1,
                Map.of(
                        "something",
                        Sgd.plain()
                                .momentum(0.5)
                                .start(LAYOUT)
                                .memory()
                                .vectors()
                                .get("carried velocity")));
        e = assertThrows(IllegalArgumentException.class, () -> optimiser.resume(LAYOUT, other));
        assertEquals("memory must be of " + optimiser.remembers() + ", was of [something]", e.getMessage());
        assertTrue(Arrays.equals(vector(1), w), "a step that is refused moves nothing");
    }
}
