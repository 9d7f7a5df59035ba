package mml.nn.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Randomness;
import mml.math.Workers;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.Sequence;

/**
 * A residual block: what some layers make of the input is added to what a shortcut makes of it, {@code z = f(x) + s(x)}. The
 * shortcut is the identity, or a projection: other layers, for a block that changes the shape. What follows the addition,
 * such as a ReLU, is a layer of its own.
 *
 * <p>Source: K. He, X. Zhang, S. Ren, J. Sun, Deep residual learning for image recognition, CVPR 2016, equations 1 and 2.
 *
 * @param body the layers {@code f}
 * @param shortcut the layers {@code s}, which make the same shape
 */
public record Residual(Sequence body, Sequence shortcut) implements Layer {
    private static final Sequence IDENTITY = new Sequence(List.of(new Identity()));

    /**
     * Checks that both are there.
     *
     * @throws IllegalArgumentException if one is null
     */
    public Residual {
        Check.that(
                body != null && shortcut != null, "body and shortcut must not be null, were %s and %s", body, shortcut);
    }

    /**
     * Returns the residual block around some layers that keep the shape, whose shortcut is the identity.
     *
     * @param body at least one layer
     * @return the block
     * @throws IllegalArgumentException if there is no layer, or one is null
     */
    public static Residual of(Layer... body) {
        return new Residual(new Sequence(Arrays.asList(body)), IDENTITY);
    }

    /**
     * Returns the block with the same body and a projection for its shortcut.
     *
     * @param layers at least one, such as a convolution of size 1 and a batch normalisation
     * @return the block
     * @throws IllegalArgumentException if there is no layer, or one is null
     */
    public Residual projection(Layer... layers) {
        return new Residual(body, new Sequence(Arrays.asList(layers)));
    }

    /**
     * Returns the body alone, {@code z = f(x)}: the layers of a plain network to compare with.
     *
     * @return the body
     */
    public Sequence withoutShortcut() {
        return body;
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        List<Integer> output = body.output(input);
        List<Integer> other = shortcut.output(input);
        Check.that(
                output.equals(other),
                "body and shortcut of a residual block must make the same shape, made %s and %s",
                output,
                other);
        return output;
    }

    @Override
    public List<Layout.Block> blocks(List<Integer> input) {
        List<Layout.Block> blocks = new ArrayList<>(body.blocks(input));
        blocks.addAll(shortcut.blocks(input));
        return blocks;
    }

    @Override
    public boolean mixesExamples() {
        return body.mixesExamples() || shortcut.mixesExamples();
    }

    /** The layers of the body and of a projection; the identity is no layer to be changed, nor to be listed. */
    @Override
    public Residual withParts(UnaryOperator<Layer> change) {
        return new Residual(body.withParts(change), shortcut.equals(IDENTITY) ? shortcut : shortcut.withParts(change));
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return new ResidualPass(
                body.pass(input, capacity, layout, mode),
                shortcut.pass(input, capacity, layout, mode),
                Layer.size(input),
                Layer.size(output(input)),
                capacity);
    }

    private static final class ResidualPass implements Pass {
        /** How many sums at a time: what is made of them finds them in a core's cache, beside what was added. */
        private static final int CACHED = 1 << 11;

        private final Pass body;
        private final Pass shortcut;
        private final int in;
        private final int out;
        private final float[] outputs;
        private final float[] aside;
        private float[] tangents;
        private float[] tangentsAside;
        private int rows;

        ResidualPass(Pass body, Pass shortcut, int in, int out, int capacity) {
            this.body = body;
            this.shortcut = shortcut;
            this.in = in;
            this.out = out;
            this.outputs = new float[Math.multiplyExact(capacity, out)];
            this.aside = new float[outputs.length];
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            return forward(parameters, input, at, rows, Following.nothing(outputs));
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows, Elementwise next) {
            return forward(parameters, input, at, rows, next.follow(outputs, rows));
        }

        private float[] forward(float[] parameters, float[] input, int at, int rows, Following then) {
            this.rows = rows;
            float[] inner = body.forward(parameters, input, at, rows);
            add(inner, shortcut.forward(parameters, input, at, rows), rows * out, outputs, then);
            return then.outputs();
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            // kept aside, since the body may overwrite what it is given
            copy(outputGradient, rows * out, aside);
            float[] inner = body.backward(parameters, outputGradient, gradient);
            float[] other = shortcut.backward(parameters, aside, gradient);
            add(inner, other, rows * in, inner);
            return inner;
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            tangents = tangents == null ? new float[outputs.length] : tangents;
            float[] inner = body.forwardTangent(parameters, direction, inputTangent);
            add(inner, shortcut.forwardTangent(parameters, direction, inputTangent), rows * out, tangents);
            return tangents;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            tangentsAside = tangentsAside == null ? new float[outputs.length] : tangentsAside;
            copy(outputGradient.values(), rows * out, aside);
            copy(outputGradient.tangents(), rows * out, tangentsAside);
            Dual inner = body.backwardTangent(parameters, direction, outputGradient, product);
            Dual other = shortcut.backwardTangent(parameters, direction, new Dual(aside, tangentsAside), product);
            add(inner.values(), other.values(), rows * in, inner.values());
            add(inner.tangents(), other.tangents(), rows * in, inner.tangents());
            return inner;
        }

        private static void add(float[] x, float[] y, int count, float[] into) {
            add(x, y, count, into, Following.nothing(into));
        }

        private static void add(float[] x, float[] y, int count, float[] into, Following then) {
            Workers.cut(0, count, then.worthAThread(), (from, to) -> {
                for (int i = from; i < to; i += CACHED) {
                    int end = Math.min(to, i + CACHED);
                    add(x, y, i, end, into);
                    then.work().of(i, end);
                }
            });
        }

        private static void add(float[] x, float[] y, int from, int to, float[] into) {
            for (int i = from; i < to; i++) {
                into[i] = x[i] + y[i];
            }
        }

        private static void copy(float[] x, int count, float[] into) {
            Workers.cut(0, count, Following.QUICK, (from, to) -> System.arraycopy(x, from, into, from, to - from));
        }

        @Override
        public void draw(long seed) {
            body.draw(Randomness.part(seed, 0));
            shortcut.draw(Randomness.part(seed, 1));
        }

        @Override
        public void remember(float[] parameters) {
            body.remember(parameters);
            shortcut.remember(parameters);
        }
    }
}
