package mml.nn.layer.image;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mml.nn.Layer.Following;
import mml.nn.layer.BilinearPass;
import mml.nn.layer.BilinearPass.Examples;
import mml.nn.layer.image.DirectImages.Part;
import mml.nn.layer.image.DirectImages.Weights;
import mml.nn.layer.image.direct.OffsetProduct;
import mml.nn.layer.image.direct.Offsets;

/**
 * The arithmetic of a convolution by products that read the images where they lie, with the examples on several threads.
 *
 * <p>The gradient with respect to the input is itself a convolution, of the gradient with respect to the outputs. With stride 2
 * it is four, one for each kind of pixel, so that nothing is multiplied by zeros that lie between the outputs.
 */
final class DirectProducts implements BilinearPass.Products {
    private final Sight sight;
    private final int weight;
    private final Biases biases;
    private final Lanes lanes;
    private final Widened filters;
    private final Widened channels;
    private final DirectImages outputs;
    private final DirectImages inputs;
    private final DirectWeights weights;
    /** Those of the window, the ones that see the same kind of pixel together. */
    private final int[] positions;
    /** What the outputs of each filter start from, and the gradients of each channel. */
    private final float[] start;

    private final float[] zeros;
    private float[] packed;
    private float[] turned;

    DirectProducts(OffsetProduct product, Sight sight, int weight, Biases biases) {
        this.sight = sight;
        this.weight = weight;
        this.biases = biases;
        this.lanes = new Lanes((long) sight.places() * sight.seen() * sight.filters());
        this.filters = Widened.of(sight.filters(), product.lanes());
        this.channels = Widened.of(sight.channels(), product.lanes());
        Surrounded surrounded = sight.surroundedInput();
        this.outputs = new DirectImages(product, surrounded, forward(surrounded), filters, sight.places());
        Surrounded gradients = sight.surroundedOutput();
        this.inputs = new DirectImages(product, gradients, back(gradients), channels, sight.pixels());
        this.weights = new DirectWeights(product, sight, surrounded);
        this.positions = sight.kinds().stream()
                .flatMapToInt(kind -> IntStream.of(sight.positions(kind)))
                .toArray();
        this.start = new float[filters.width()];
        this.zeros = new float[channels.width()];
    }

    private List<Part> forward(Surrounded surrounded) {
        int[] stands = sight.stands(surrounded, sight.places());
        int[] to = new int[stands.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = i * filters.width();
        }
        return List.of(new Part(Offsets.of(stands, sight.view(surrounded), to, filters.width()), 0));
    }

    private List<Part> back(Surrounded gradients) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (Sight.Kind kind : sight.kinds()) {
            Offsets offsets = sight.gradients(gradients, kind, channels.width());
            parts.add(new Part(offsets, at));
            at += offsets.terms() * channels.width();
        }
        return parts;
    }

    @Override
    public void outputs(float[] parameters, Examples x, float[] z, Following then) {
        biases.copy(parameters, start, 0);
        Weights ready = pack(parameters, start);
        int size = sight.places() * sight.filters();
        lanes.each(x.rows(), (from, to) -> {
            for (int image = from; image < to; image++) {
                outputs.write(ready, x, image, z);
                then.work().of(image * size, image * size + size);
            }
        });
    }

    @Override
    public void addOutputs(float[] parameters, Examples x, float[] z) {
        Weights ready = pack(parameters, null);
        lanes.each(x.rows(), (from, to) -> {
            for (int image = from; image < to; image++) {
                outputs.add(ready, x, image, z);
            }
        });
    }

    private Weights pack(float[] parameters, float[] start) {
        if (filters.isNothing()) {
            return new Weights(parameters, weight, start);
        }
        packed = packed == null ? new float[sight.seen() * filters.width()] : packed;
        filters.widen(parameters, weight, sight.seen(), packed, 0);
        return new Weights(packed, 0, start);
    }

    @Override
    public void addWeightGradient(Examples x, float[] g, float[] gradient) {
        Lanes.Term term = (from, to, into, at) -> weights.add(x, from, to, g, into, at);
        lanes.sum(x.rows(), gradient, weight, sight.seen() * sight.filters(), term);
    }

    @Override
    public void addBiasGradient(Examples g, float[] gradient) {
        biases.addGradient(lanes, g, gradient);
    }

    @Override
    public void back(float[] parameters, Examples g, float kept, float[] dx) {
        turn(parameters);
        Weights ready = new Weights(turned, 0, zeros);
        lanes.each(g.rows(), (from, to) -> {
            for (int image = from; image < to; image++) {
                if (kept == 0) {
                    inputs.write(ready, g, image, dx);
                } else {
                    inputs.add(ready, g, image, dx);
                }
            }
        });
    }

    /** Puts the weights in the order {@code [position, out, in]}, the positions that see the same kind of pixel together. */
    private void turn(float[] parameters) {
        int each = sight.filters() * channels.width();
        turned = turned == null ? new float[positions.length * each] : turned;
        for (int i = 0; i < positions.length; i++) {
            turn(parameters, weight + positions[i] * sight.channels() * sight.filters(), i * each);
        }
    }

    private void turn(float[] parameters, int at, int to) {
        for (int in = 0; in < sight.channels(); in++) {
            for (int out = 0; out < sight.filters(); out++) {
                turned[to + out * channels.width() + in] = parameters[at + in * sight.filters() + out];
            }
        }
    }
}
