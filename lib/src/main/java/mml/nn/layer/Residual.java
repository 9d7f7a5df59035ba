package mml.nn.layer;

import java.util.List;
import java.util.function.UnaryOperator;
import mml.math.Check;
import mml.math.Layout;
import mml.nn.Dual;
import mml.nn.Layer;
import mml.nn.Sequence;

/**
 * A residual block: the input is added to what some layers make of it, {@code z = f(x) + x}.
 *
 * <p>Source: K. He, X. Zhang, S. Ren, J. Sun, Deep residual learning for image recognition, CVPR 2016, equation 1.
 *
 * @param body the layers {@code f}, which keep the shape
 */
public record Residual(Sequence body) implements Layer {
    /**
     * Returns the residual block around some layers.
     *
     * @param body at least one layer
     * @return the block
     * @throws IllegalArgumentException if there is no layer
     */
    public static Residual of(Layer... body) {
        return new Residual(new Sequence(List.of(body)));
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        List<Integer> output = body.output(input);
        Check.that(output.equals(input), "body of a residual block must keep the shape %s, made %s", input, output);
        return output;
    }

    @Override
    public List<Layout.Block> blocks(List<Integer> input) {
        return body.blocks(input);
    }

    @Override
    public boolean mixesExamples() {
        return body.mixesExamples();
    }

    @Override
    public Residual withParts(UnaryOperator<Layer> change) {
        return new Residual(body.withParts(change));
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return new ResidualPass(body.pass(input, capacity, layout, mode), Layer.size(input), capacity);
    }

    private static final class ResidualPass implements Pass {
        private final Pass body;
        private final int width;
        private final float[] outputs;
        private final float[] shortcut;
        private float[] tangents;
        private float[] shortcutTangent;
        private int rows;

        ResidualPass(Pass body, int width, int capacity) {
            this.body = body;
            this.width = width;
            this.outputs = new float[Math.multiplyExact(capacity, width)];
            this.shortcut = new float[outputs.length];
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            this.rows = rows;
            float[] inner = body.forward(parameters, input, at, rows);
            for (int i = 0; i < rows * width; i++) {
                outputs[i] = inner[i] + input[at + i];
            }
            return outputs;
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            // kept aside, since the body may overwrite what it is given
            System.arraycopy(outputGradient, 0, shortcut, 0, rows * width);
            float[] inner = body.backward(parameters, outputGradient, gradient);
            for (int i = 0; i < rows * width; i++) {
                inner[i] += shortcut[i];
            }
            return inner;
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            float[] inner = body.forwardTangent(parameters, direction, inputTangent);
            if (inputTangent == null) {
                return inner;
            }
            tangents = tangents == null ? new float[outputs.length] : tangents;
            for (int i = 0; i < rows * width; i++) {
                tangents[i] = inner[i] + inputTangent[i];
            }
            return tangents;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            shortcutTangent = shortcutTangent == null ? new float[outputs.length] : shortcutTangent;
            System.arraycopy(outputGradient.values(), 0, shortcut, 0, rows * width);
            System.arraycopy(outputGradient.tangents(), 0, shortcutTangent, 0, rows * width);
            Dual inner = body.backwardTangent(parameters, direction, outputGradient, product);
            for (int i = 0; i < rows * width; i++) {
                inner.values()[i] += shortcut[i];
                inner.tangents()[i] += shortcutTangent[i];
            }
            return inner;
        }

        @Override
        public void draw(long seed) {
            body.draw(seed);
        }

        @Override
        public void remember(float[] parameters) {
            body.remember(parameters);
        }
    }
}
