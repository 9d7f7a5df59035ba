package mml.nn.layer;

import static mml.math.blas.Gemm.Form.AS_IS;
import static mml.math.blas.Gemm.Form.TRANSPOSED;

import java.util.List;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Workers;
import mml.math.blas.Gemm;
import mml.nn.Layer;
import mml.nn.layer.BilinearPass.Examples;

/**
 * A dense layer: {@code z = x W + b} with weights {@code W} of shape {@code [in, out]} and biases {@code b}, or without them.
 *
 * @param name what its blocks are called: {@code name.weight} and {@code name.bias}
 * @param outputs how many outputs, at least 1
 * @param bias whether each output has one
 */
public record Dense(String name, int outputs, Bias bias) implements Layer {
    /**
     * Checks name and size.
     *
     * @throws IllegalArgumentException if the name is blank, {@code outputs} is below 1, or the bias null
     */
    public Dense {
        Check.notBlank("name", name);
        Check.positive("outputs of " + name, outputs);
        Check.chosen("bias of " + name, bias, Bias.values());
    }

    /**
     * Returns a dense layer with biases.
     *
     * @param name what its blocks are called
     * @param outputs how many outputs, at least 1
     * @return the layer
     * @throws IllegalArgumentException if the name is blank, or {@code outputs} is below 1
     */
    public static Dense of(String name, int outputs) {
        return new Dense(name, outputs, Bias.WITH);
    }

    /**
     * Returns the same layer without biases: a linear map.
     *
     * @return the layer
     */
    public Dense withoutBias() {
        return new Dense(name, outputs, Bias.WITHOUT);
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        Check.that(input.size() == 1, "layer %s takes vectors, its input has shape %s", name, input);
        return List.of(outputs);
    }

    @Override
    public List<Layout.Block> blocks(List<Integer> input) {
        Layout.Block weights = new Layout.Block(name + ".weight", Layout.Kind.WEIGHT, List.of(input.get(0), outputs));
        return bias == Bias.WITHOUT
                ? List.of(weights)
                : List.of(weights, new Layout.Block(name + ".bias", Layout.Kind.BIAS, List.of(outputs)));
    }

    @Override
    public boolean isLinearInParameters() {
        return true;
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        int in = input.get(0);
        int biases = bias == Bias.WITH ? layout.offset(name + ".bias") : Products.NONE;
        Products products = new Products(in, outputs, layout.offset(name + ".weight"), biases);
        return new BilinearPass(products, Math.multiplyExact(capacity, in), Math.multiplyExact(capacity, outputs));
    }

    /**
     * What a thread adds biases in: the compiler makes vectors only of loops whose arrays all begin at 0, which with the copies
     * take a third of the time of others.
     */
    private record Room(float[] biases, float[] row) {
        Room of(int length) {
            if (row.length >= length) {
                return this;
            }
            Room longer = new Room(new float[length], new float[length]);
            ROOM.set(longer);
            return longer;
        }
    }

    private static final ThreadLocal<Room> ROOM = ThreadLocal.withInitial(() -> new Room(new float[0], new float[0]));

    private record Products(int in, int out, int weight, int bias) implements BilinearPass.Products {
        static final int NONE = -1;
        private static final Gemm GEMM = Gemm.best().onThreads();

        @Override
        public void outputs(float[] parameters, Examples x, float[] z, Following then) {
            multiply(parameters, x, 0, z);
            int least = Math.max(1, then.worthAThread() / out);
            Workers.cut(0, x.rows(), least, (from, to) -> finish(parameters, z, from, to, then));
        }

        /** Adds the biases to some rows, and does the rest while each is in the cache. */
        private void finish(float[] parameters, float[] z, int from, int to, Following then) {
            Room room = ROOM.get().of(out);
            if (bias != NONE) {
                System.arraycopy(parameters, bias, room.biases, 0, out);
            }
            for (int at = from * out; at < to * out; at += out) {
                if (bias != NONE) {
                    System.arraycopy(z, at, room.row, 0, out);
                    add(room.biases, out, room.row);
                    System.arraycopy(room.row, 0, z, at, out);
                }
                then.work().of(at, at + out);
            }
        }

        private static void add(float[] biases, int count, float[] row) {
            for (int j = 0; j < count; j++) {
                row[j] += biases[j];
            }
        }

        @Override
        public void addOutputs(float[] parameters, Examples x, float[] z) {
            multiply(parameters, x, 1, z);
        }

        private void multiply(float[] parameters, Examples x, float kept, float[] z) {
            GEMM.multiply(
                    AS_IS,
                    AS_IS,
                    x.rows(),
                    out,
                    in,
                    1,
                    x.values(),
                    x.at(),
                    in,
                    parameters,
                    weight,
                    out,
                    kept,
                    z,
                    0,
                    out);
        }

        @Override
        public void addWeightGradient(Examples x, float[] g, float[] gradient) {
            GEMM.multiply(
                    TRANSPOSED,
                    AS_IS,
                    in,
                    out,
                    x.rows(),
                    1,
                    x.values(),
                    x.at(),
                    in,
                    g,
                    0,
                    out,
                    1,
                    gradient,
                    weight,
                    out);
        }

        @Override
        public void addBiasGradient(Examples g, float[] gradient) {
            for (int row = 0; row < g.rows() && bias != NONE; row++) {
                for (int j = 0; j < out; j++) {
                    gradient[bias + j] += g.values()[row * out + j];
                }
            }
        }

        @Override
        public void back(float[] parameters, Examples g, float kept, float[] dx) {
            GEMM.multiply(
                    AS_IS,
                    TRANSPOSED,
                    g.rows(),
                    in,
                    out,
                    1,
                    g.values(),
                    0,
                    out,
                    parameters,
                    weight,
                    out,
                    kept,
                    dx,
                    0,
                    in);
        }
    }
}
