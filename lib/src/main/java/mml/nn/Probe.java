package mml.nn;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;
import mml.nn.Layer.Mode;

/**
 * A look into every layer of a network: what comes out of it for some examples, and the gradients that come back to it from
 * their mean loss.
 *
 * <pre>{@code
 * Probe probe = Probe.of(network, parameters, examples, loss);
 * probe.of("hidden3").outputs();             // pre-activations s = z W + b
 * probe.of("hidden3.tanh").outputs();        // activations tanh(s)
 * probe.of("hidden3").outputGradients();     // back-propagated gradients dC/ds
 * probe.of("hidden3").weightGradient();      // dC/dW
 * }</pre>
 *
 * <p>Layers are called as in {@link Network#summary}. All numbers are computed in single precision, and handed out in double
 * for statistics and figures. The gradient of an example's own loss, not of the mean, is as many times as large as there are
 * examples.
 */
public final class Probe {
    private static final long DRAW = 0;

    private final Map<String, Reading> readings = new LinkedHashMap<>();
    private final Parameters gradient;
    private final double loss;

    private Probe(Observed whole, double loss, Parameters gradient) {
        this.loss = loss;
        this.gradient = gradient;
        add(whole.parts(), Naming.of(whole.parts()));
    }

    private void add(List<Observed> layers, Map<Observed, String> names) {
        for (Observed layer : layers) {
            readings.put(names.get(layer), new Reading(names.get(layer), layer, gradient));
            add(layer.parts(), names);
        }
    }

    /**
     * Looks into a network in evaluation: batch statistics are the remembered ones, nothing is random.
     *
     * @param network the network
     * @param parameters with its layout, finite
     * @param examples row-major, a whole number of them, finite; not modified
     * @param loss what is wanted of these examples
     * @return what was seen
     * @throws IllegalArgumentException if the parameters are another network's or not finite, the last example is not whole,
     *     there is none or it is not finite, or the loss is of other outputs or another number of examples
     */
    public static Probe of(Network network, Parameters parameters, float[] examples, Loss loss) {
        return of(network, parameters, examples, loss, Mode.EVALUATION);
    }

    /**
     * Looks into a network as it is in training: batch statistics are those of the examples, and what is random, such as which
     * units are dropped, is drawn from seed 0.
     *
     * @param network the network
     * @param parameters with its layout, finite
     * @param examples row-major, a whole number of them, finite; not modified
     * @param loss what is wanted of these examples
     * @return what was seen
     * @throws IllegalArgumentException as {@link #of(Network, Parameters, float[], Loss)}
     */
    public static Probe inTraining(Network network, Parameters parameters, float[] examples, Loss loss) {
        return of(network, parameters, examples, loss, Mode.TRAINING);
    }

    private static Probe of(Network network, Parameters parameters, float[] examples, Loss loss, Mode mode) {
        float[] at = network.requireFinite(parameters).values();
        int rows = network.examples(Check.finite("examples", examples));
        loss.requireFor(network.outputs(), rows);
        Observed whole = new Observed(network.sequence());
        whole.output(network.input());
        Layer.Pass pass = whole.pass(network.input(), rows, network.layout(), mode);
        pass.draw(DRAW);
        float[] outputs = pass.forward(at, examples, 0, rows);
        float[] outputGradient = new float[rows * network.outputs()];
        int[] all = IntStream.range(0, rows).toArray();
        double sum = loss.gradient(outputs, all, 0, rows, 1.0 / rows, outputGradient);
        float[] gradient = new float[at.length];
        pass.backwardFirst(at, outputGradient, gradient);
        return new Probe(whole, sum / rows, Parameters.of(network.layout(), gradient));
    }

    /**
     * Returns the names of the layers.
     *
     * @return from input to output, each followed by the layers inside it
     */
    public List<String> layers() {
        return List.copyOf(readings.keySet());
    }

    /**
     * Returns what was seen at a layer.
     *
     * @param layer its name, one of {@link #layers}
     * @return what came out of it and what came back to it
     * @throws IllegalArgumentException if there is no such layer
     */
    public Reading of(String layer) {
        Check.that(readings.containsKey(layer), "layer must be one of %s, was %s", layers(), layer);
        return readings.get(layer);
    }

    /**
     * Returns the mean loss of the examples.
     *
     * @return the mean
     */
    public double loss() {
        return loss;
    }

    /**
     * Returns the gradient of the mean loss.
     *
     * @return with respect to all parameters
     */
    public Parameters gradient() {
        return gradient;
    }

    /** What was seen at one layer. Arrays are row-major, a row for each example, and copies. */
    public static final class Reading {
        private final String layer;
        private final Observed observed;
        private final Parameters gradient;

        private Reading(String layer, Observed observed, Parameters gradient) {
            this.layer = layer;
            this.observed = observed;
            this.gradient = gradient;
        }

        /**
         * Returns the layer's name.
         *
         * @return such as {@code "hidden3.tanh"}
         */
        public String layer() {
            return layer;
        }

        /**
         * Returns the shape of the layer's output for one example.
         *
         * @return such as {@code [1000]}
         */
        public List<Integer> shape() {
            return observed.shape();
        }

        /**
         * Returns the layer's outputs.
         *
         * @return of shape {@code [examples, shape]}
         */
        public double[] outputs() {
            return wide(observed.outputs());
        }

        /**
         * Returns the gradient of the mean loss with respect to the layer's outputs.
         *
         * @return of shape {@code [examples, shape]}
         */
        public double[] outputGradients() {
            return wide(observed.outputGradients());
        }

        /**
         * Returns the gradient of the mean loss with respect to the layer's weights, without biases, scales and shifts.
         *
         * @return as the layer's block of weights, for a dense layer {@code [in, out]}; block after block for a layer with
         *     others inside
         * @throws IllegalArgumentException if the layer has no weights
         */
        public double[] weightGradient() {
            List<String> weights = observed.blocks().stream()
                    .filter(block -> block.kind() == Layout.Kind.WEIGHT)
                    .map(Layout.Block::name)
                    .toList();
            Check.that(!weights.isEmpty(), "layer must have weights, %s has none", layer);
            return weights.stream()
                    .flatMapToDouble(block -> Arrays.stream(wide(gradient.block(block))))
                    .toArray();
        }

        private static double[] wide(float[] numbers) {
            double[] wide = new double[numbers.length];
            Arrays.setAll(wide, i -> numbers[i]);
            return wide;
        }

        @Override
        public String toString() {
            return "reading of " + layer + ": outputs of shape " + shape() + " and gradients of "
                    + observed.outputs().length / Layer.size(shape()) + " examples";
        }
    }

    @Override
    public String toString() {
        return "probe of " + layers();
    }
}
