package mml.nn.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Randomness;
import mml.nn.Dual;
import mml.nn.Layer;

/**
 * Dropout: in training each number is 0 with probability {@code share}, and else multiplied by {@code 1 / (1 - share)}, so that
 * its expectation is what it was. In evaluation nothing happens. NaN stays NaN, dropped or not.
 *
 * <p>What is dropped stays the same until {@link mml.nn.Layer.Pass#draw} draws anew, so that the layer is a function with
 * derivatives; before the first draw it is what seed 0 draws. Row {@code i} is treated the same whatever rows come after it.
 *
 * <p>Source: N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever, R. Salakhutdinov, Dropout: a simple way to prevent neural
 * networks from overfitting, Journal of Machine Learning Research 15, 2014, section 4 and, for the factor, section 10.
 *
 * @param share of the numbers that are dropped, in [0, 1)
 */
public record Dropout(double share) implements Layer {
    /**
     * Checks the share.
     *
     * @throws IllegalArgumentException if it lies outside [0, 1)
     */
    public Dropout {
        Check.that(share >= 0 && share < 1, "share dropped must lie in [0, 1), was %s", share);
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        return input;
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return mode == Mode.TRAINING
                ? new DropoutPass(share, Layer.size(input), capacity)
                : new Identity().pass(input, capacity, layout, mode);
    }

    private static final class DropoutPass implements Pass {
        private final double share;
        private final int width;
        private final float[] outputs;
        private final float[] factors;
        private float[] tangents;
        private RandomGenerator random;
        private int drawn;
        private int count;

        DropoutPass(double share, int width, int capacity) {
            this.share = share;
            this.width = width;
            this.outputs = new float[Math.multiplyExact(capacity, width)];
            this.factors = new float[outputs.length];
            draw(0);
        }

        @Override
        public void draw(long seed) {
            random = Randomness.of(seed, "dropout");
            drawn = 0;
        }

        @Override
        public float[] forward(float[] parameters, float[] input, int at, int rows) {
            count = rows * width;
            float kept = (float) (1 / (1 - share));
            for (; drawn < count; drawn++) {
                factors[drawn] = random.nextDouble() < share ? 0 : kept;
            }
            for (int i = 0; i < count; i++) {
                outputs[i] = input[at + i] * factors[i];
            }
            return outputs;
        }

        @Override
        public float[] backward(float[] parameters, float[] outputGradient, float[] gradient) {
            timesFactors(outputGradient, outputGradient);
            return outputGradient;
        }

        @Override
        public float[] forwardTangent(float[] parameters, float[] direction, float[] inputTangent) {
            if (inputTangent == null) {
                return new float[count];
            }
            tangents = tangents == null ? new float[outputs.length] : tangents;
            timesFactors(inputTangent, tangents);
            return tangents;
        }

        @Override
        public Dual backwardTangent(float[] parameters, float[] direction, Dual outputGradient, float[] product) {
            timesFactors(outputGradient.values(), outputGradient.values());
            timesFactors(outputGradient.tangents(), outputGradient.tangents());
            return outputGradient;
        }

        private void timesFactors(float[] values, float[] into) {
            for (int i = 0; i < count; i++) {
                into[i] = values[i] * factors[i];
            }
        }
    }
}
