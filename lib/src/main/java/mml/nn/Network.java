package mml.nn;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;

/**
 * A network: an immutable description that takes its parameters as an argument, from examples to one output a class.
 *
 * <pre>{@code
 * Network network = Network.of(List.of(784), Dense.of("hidden", 256), new Relu(), Dense.of("head", 10));
 * Parameters start = network.initial(Initialisation.he(), 1);
 * }</pre>
 */
public final class Network {
    /** Outputs of all layers of 64 MB. */
    private static final int AT_ONCE = 1 << 24;

    private final List<Integer> input;
    private final Sequence layers;
    private final Layout layout;
    private final Description description;
    private final int widest;

    private Network(List<Integer> input, Sequence layers, Layout layout) {
        this.input = input;
        this.layers = layers;
        this.layout = layout;
        this.description = Description.of(input, layers);
        this.widest = summary().rows().stream()
                .mapToInt(row -> Layer.size(row.output()))
                .reduce(Layer.size(input), Math::max);
    }

    /**
     * Returns the network of some layers.
     *
     * @param input the shape of one example, such as {@code [784]}
     * @param layers at least one; layers with parameters have different names
     * @return the network
     * @throws IllegalArgumentException if the input has no extent or one below 1, there is no layer, one is null, none has
     *     parameters, two blocks have the same name, a layer cannot take the output of the one before it, or an input, output
     *     or the parameters are more than {@link Integer#MAX_VALUE} numbers
     */
    public static Network of(List<Integer> input, Layer... layers) {
        Check.that(!input.isEmpty(), "input must have at least one extent, had none");
        input.forEach(extent -> Check.positive("every extent of input", extent));
        Sequence sequence = new Sequence(Arrays.asList(layers));
        List<Layout.Block> blocks = sequence.blocks(input);
        Check.that(!blocks.isEmpty(), "network must have a layer with parameters, had none");
        return new Network(List.copyOf(input), sequence, Layout.of(blocks));
    }

    /**
     * Returns the shape of one example.
     *
     * @return such as {@code [784]}
     */
    public List<Integer> input() {
        return input;
    }

    /**
     * Returns how many outputs there are for one example: its logits.
     *
     * @return the size of the last layer's output
     */
    public int outputs() {
        return Layer.size(layers.output(input));
    }

    /**
     * Returns the layers.
     *
     * @return from input to output
     */
    public List<Layer> layers() {
        return layers.layers();
    }

    /**
     * Returns how the parameters are divided into blocks.
     *
     * @return the layout of every parameter vector of this network
     */
    public Layout layout() {
        return layout;
    }

    /**
     * Returns parameters to begin with.
     *
     * @param initialisation how the blocks are filled
     * @param seed of the random numbers, which depend on it and on a block's name only
     * @return initial parameters
     */
    public Parameters initial(Initialisation initialisation, long seed) {
        return initialisation.parameters(layout, seed);
    }

    /**
     * Returns whether in training the outputs of an example depend on the others of its batch.
     *
     * @return whether a layer does so, such as batch normalisation
     */
    public boolean mixesExamples() {
        return layers.mixesExamples();
    }

    /**
     * Returns the working memory for running all layers on one thread.
     *
     * @param capacity the largest number of examples at once, at least 1
     * @param mode what they are run for
     * @return working memory, whose calls refuse more rows, arrays that are too short, and a way back without one forward
     * @throws IllegalArgumentException if the capacity is below 1, or the outputs of one layer would be more than {@link
     *     Integer#MAX_VALUE} numbers
     */
    public Layer.Pass pass(int capacity, Layer.Mode mode) {
        Check.positive("capacity", capacity);
        int most = Integer.MAX_VALUE / widest;
        Check.that(
                capacity <= most,
                "capacity must be at most %s for layers of %s numbers, was %s",
                most,
                widest,
                capacity);
        return new CheckedPass(
                layers.pass(input, capacity, layout, mode),
                new CheckedPass.Sizes(capacity, Layer.size(input), outputs(), layout.size()));
    }

    /**
     * Returns the outputs for some examples, in evaluation.
     *
     * @param parameters with this network's layout, finite
     * @param examples row-major, a whole number of them, finite; not modified
     * @return the outputs (logits), row-major
     * @throws IllegalArgumentException if the layouts differ, a number is not finite, or the last example is not whole or there
     *     is none
     */
    public float[] outputs(Parameters parameters, float[] examples) {
        float[] values = requireFinite(parameters).values();
        int rows = examples(Check.finite("examples", examples));
        int chunk = Math.min(rows, examplesWithin(AT_ONCE));
        Layer.Pass pass = pass(chunk, Layer.Mode.EVALUATION);
        int width = outputs();
        float[] all = new float[Layer.size(List.of(rows, width))];
        for (int from = 0; from < rows; from += chunk) {
            int count = Math.min(chunk, rows - from);
            float[] part = pass.forward(values, examples, from * Layer.size(input), count);
            System.arraycopy(part, 0, all, from * width, count * width);
        }
        return all;
    }

    /**
     * Returns how many examples can be run at once if the outputs of all layers together may hold so many numbers.
     *
     * @param numbers at least 1
     * @return at least 1
     * @throws IllegalArgumentException if {@code numbers} is below 1
     */
    public int examplesWithin(int numbers) {
        Check.positive("numbers", numbers);
        long outputs = summary().rows().stream()
                .mapToLong(row -> Layer.size(row.output()))
                .sum();
        return (int) Math.max(1, numbers / outputs);
    }

    /**
     * Returns the derivatives of all outputs with respect to the input, in evaluation.
     *
     * @param parameters with this network's layout, finite
     * @param example one, finite; not modified
     * @return of shape {@code [outputs, inputs]}
     * @throws IllegalArgumentException if the layouts differ, or there is not one whole example, or a number is not finite
     */
    public Jacobian jacobian(Parameters parameters, float[] example) {
        return Jacobian.of(this, parameters, example, 0, layers().size() - 1);
    }

    /**
     * Returns the derivatives of a layer's outputs with respect to the inputs of the same or an earlier layer, in evaluation:
     * from {@code "hidden3"} to {@code "hidden3.tanh"}, {@code d tanh(z W + b) / dz}.
     *
     * @param parameters with this network's layout, finite
     * @param example of the whole network, one, finite; not modified
     * @param first the name of the layer whose inputs move, as in {@link #summary}, of those that stand in no other
     * @param last the name of the layer whose outputs are differentiated
     * @return of shape {@code [outputs, inputs]}
     * @throws IllegalArgumentException if the layouts differ, there is not one whole example, a number is not finite, there
     *     is no such layer, or the last one stands before the first
     */
    public Jacobian jacobian(Parameters parameters, float[] example, String first, String last) {
        List<String> names = summary().rows().stream()
                .filter(row -> row.depth() == 0)
                .map(Summary.Row::layer)
                .toList();
        int from = names.indexOf(first);
        int to = names.indexOf(last);
        Check.that(from >= 0, "first must be one of %s, was %s", names, first);
        Check.that(to >= 0, "last must be one of %s, was %s", names, last);
        Check.that(from <= to, "last must not stand before first, %s stands before %s", last, first);
        return Jacobian.of(this, parameters, example, from, to);
    }

    /**
     * Returns this network's table: name, kind, output shape and number of parameters of every layer. A network shows it as the
     * last expression of a notebook's cell.
     *
     * @return a row for each layer
     */
    public Summary summary() {
        return Summary.of(this);
    }

    /**
     * Returns what this network makes of its parameters: every layer with all its settings.
     *
     * @return equal for networks that are the same function, made of the same layers
     */
    public Description description() {
        return description;
    }

    Sequence sequence() {
        return layers;
    }

    /** Returns how many examples there are. */
    int examples(float[] examples) {
        int width = Layer.size(input);
        Check.that(
                examples.length > 0 && examples.length % width == 0,
                "examples must hold a positive multiple of %s numbers, held %s",
                width,
                examples.length);
        return examples.length / width;
    }

    /**
     * Returns parameters that belong to this network and are finite.
     *
     * @param parameters to be checked
     * @return the same parameters
     * @throws IllegalArgumentException if their layout is another, or a number is not finite
     */
    public Parameters requireFinite(Parameters parameters) {
        Check.finite("parameters", requireOwn(parameters).values());
        return parameters;
    }

    /**
     * Returns parameters that belong to this network.
     *
     * @param parameters to be checked
     * @return the same parameters
     * @throws IllegalArgumentException if their layout is another
     */
    public Parameters requireOwn(Parameters parameters) {
        Check.that(
                parameters.layout().equals(layout),
                "parameters must have the network's layout (%s), had another (%s)",
                layout,
                parameters.layout());
        return parameters;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "network %s -> %d outputs, %d layers, %,d parameters",
                input,
                outputs(),
                layers().size(),
                layout.parameterCount());
    }
}
