package mml.train.optimiser;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;

/**
 * How a step is made from a gradient: an immutable description, started anew for every run.
 *
 * <pre>{@code
 * Optimiser.Descent descent = Sgd.plain().momentum(0.9).start(objective.layout());
 * for (int step = 0; step < 100; step++) {
 *     objective.gradient(point, gradient);
 *     descent.step(point, gradient, 0.1);
 * }
 * }</pre>
 *
 * <p>Remembered statistics (state blocks of a layout) are no parameters: no optimiser moves them.
 */
public interface Optimiser {
    /**
     * Returns the names of the vectors that are remembered from step to step.
     *
     * @return such as {@code ["carried velocity"]}; empty if none is
     */
    List<String> remembers();

    /**
     * Goes on where another descent of the same optimiser ended.
     *
     * @param layout of the parameters
     * @param memory of that descent
     * @return a descent that makes the same steps as that one would have made
     * @throws IllegalArgumentException if the memory is of other vectors than {@link #remembers} says, or of another layout
     */
    Descent resume(Layout layout, Memory memory);

    /**
     * Begins at a first step.
     *
     * @param layout of the parameters
     * @return a descent whose memory is zero
     */
    default Descent start(Layout layout) {
        Map<String, Parameters> zeros = new LinkedHashMap<>();
        remembers().forEach(name -> zeros.put(name, Parameters.zeros(layout)));
        return resume(layout, new Memory(0, zeros));
    }

    /**
     * A gradient that can be added to a vector without being formed first: plain gradient descent then makes a step while the
     * gradient is computed.
     */
    @FunctionalInterface
    interface Gradient {
        /**
         * Adds a multiple of the gradient. It may be called once only, and the vector may be the parameters themselves.
         *
         * @param vector as long as the layout; added to, but for state blocks
         * @param factor the multiple
         */
        void addTo(float[] vector, double factor);
    }

    /** Steps that follow each other; confined to one run on one thread. */
    interface Descent {
        /**
         * Makes one step along a gradient that is not formed yet. An optimiser that needs no more than to add it to the
         * parameters, or to a vector that it remembers, never forms it. Its steps agree with those of {@link
         * #step(float[], float[], double)} to rounding: of the parameters, or of that vector, once for each layer.
         *
         * <p>A stop while a gradient is formed leaves parameters and memory as they were; once they are being moved, the step is
         * done.
         *
         * @param parameters overwritten, but for state blocks
         * @param gradient at the parameters
         * @param rate the learning rate, finite and not negative
         * @throws IllegalArgumentException if the parameters are not as many as the layout has, or the rate is negative or not
         *     finite
         */
        void step(float[] parameters, Gradient gradient, double rate);

        /**
         * Makes one step. No vector is formed anew: what is allocated are some objects for the threads, of no more than a kilobyte.
         *
         * @param parameters overwritten, but for state blocks
         * @param gradient at the parameters; not modified
         * @param rate the learning rate, finite and not negative
         * @throws IllegalArgumentException if a vector is not as long as the layout, or the rate is negative or not finite
         */
        void step(float[] parameters, float[] gradient, double rate);

        /**
         * Returns what is remembered now.
         *
         * @return a copy
         */
        Memory memory();
    }

    /**
     * What an optimiser remembers between two steps.
     *
     * @param steps how many have been made
     * @param vectors by name, in the order of {@link #remembers}
     */
    record Memory(int steps, Map<String, Parameters> vectors) {
        /**
         * Copies the map.
         *
         * @throws IllegalArgumentException if the number of steps is negative
         */
        public Memory {
            Check.notNegative("steps", steps);
            vectors = Collections.unmodifiableMap(new LinkedHashMap<>(vectors));
        }

        /** Returns copies of the named vectors, and refuses a memory of others. */
        float[][] numbers(List<String> names, Layout layout) {
            Check.that(
                    names.equals(List.copyOf(vectors.keySet())),
                    "memory must be of %s, was of %s",
                    names,
                    vectors.keySet());
            vectors.forEach((name, vector) -> Check.that(
                    vector.layout().equals(layout),
                    "%s must have the layout of the parameters (%s), had another (%s)",
                    name,
                    layout,
                    vector.layout()));
            return vectors.values().stream().map(Parameters::values).toArray(float[][]::new);
        }
    }
}
