package mml.train.optimiser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;

/**
 * Adam: steps along a running mean of the gradients, each number divided by the root of a running mean of its squares.
 *
 * <p>For gradient {@code g} (shortened to the norm {@code clip} if it is longer, and with L2 decay added), parameters
 * {@code w}, learning rate {@code eta} and step {@code t = 1, 2, ...}: {@code m <- beta1 m + (1 - beta1) g},
 * {@code v <- beta2 v + (1 - beta2) g^2} and
 * {@code w <- w - eta m / (1 - beta1^t) / (sqrt(v / (1 - beta2^t)) + epsilon)}. With decoupled decay it is AdamW. PyTorch's Adam
 * and AdamW do the same.
 *
 * <p>Source: D. Kingma, J. Ba, Adam: a method for stochastic optimization, ICLR 2015, algorithm 1.
 *
 * @param moments the running means
 * @param decay the weight decay
 * @param clip the largest norm of a gradient, positive; infinite for no clipping
 */
public record Adam(Moments moments, WeightDecay decay, double clip) implements Optimiser {
    /**
     * How long the running means remember.
     *
     * @param beta1 of the gradients, in [0, 1)
     * @param beta2 of their squares, in [0, 1)
     * @param epsilon what is added to the root, finite and positive
     */
    public record Moments(double beta1, double beta2, double epsilon) {
        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one lies outside its range
         */
        public Moments {
            Check.that(beta1 >= 0 && beta1 < 1, "beta1 must lie in [0, 1), was %s", beta1);
            Check.that(beta2 >= 0 && beta2 < 1, "beta2 must lie in [0, 1), was %s", beta2);
            Check.positive("epsilon", epsilon);
            Check.that((float) epsilon > 0, "epsilon must be positive in single precision, was %s", epsilon);
        }
    }

    private static final List<String> MEANS = List.of("mean", "mean square");

    /**
     * Checks the clipping.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Adam {
        Check.given("moments", moments);
        Check.given("decay", decay);
        Check.that(clip > 0, "clip must be positive, was %s", clip);
    }

    /**
     * Returns Adam with the numbers that its authors recommend.
     *
     * @return {@code beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8}, no decay, no clipping
     */
    public static Adam standard() {
        return new Adam(new Moments(0.9, 0.999, 1e-8), WeightDecay.l2(0), Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the same with other running means.
     *
     * @param beta1 of the gradients, in [0, 1)
     * @param beta2 of their squares, in [0, 1)
     * @param epsilon what is added to the root, finite and positive
     * @return the optimiser
     * @throws IllegalArgumentException if a number lies outside its range
     */
    public Adam moments(double beta1, double beta2, double epsilon) {
        return new Adam(new Moments(beta1, beta2, epsilon), decay, clip);
    }

    /**
     * Returns the same with weight decay.
     *
     * @param decay such as {@code WeightDecay.decoupled(0.01)}, which makes it AdamW
     * @return the optimiser
     */
    public Adam decay(WeightDecay decay) {
        return new Adam(moments, decay, clip);
    }

    /**
     * Returns the same with clipping.
     *
     * @param clip the largest norm of a gradient, positive
     * @return the optimiser
     * @throws IllegalArgumentException if it is not positive
     */
    public Adam clip(double clip) {
        return new Adam(moments, decay, clip);
    }

    @Override
    public List<String> remembers() {
        return MEANS;
    }

    @Override
    public Descent resume(Layout layout, Memory memory) {
        float[][] vectors = memory.numbers(MEANS, layout);
        return new WithMeans(layout, vectors[0], vectors[1], memory.steps());
    }

    private final class WithMeans implements Descent {
        private final Layout layout;
        private final Movable movable;
        private final float[] m;
        private final float[] v;
        private int steps;

        WithMeans(Layout layout, float[] mean, float[] meanSquare, int steps) {
            this.layout = layout;
            this.movable = new Movable(layout, decay, clip);
            this.m = mean;
            this.v = meanSquare;
            this.steps = steps;
        }

        @Override
        public void step(float[] w, Gradient gradient, double rate) {
            movable.check(w, rate);
            step(w, movable.gather(gradient), rate);
        }

        @Override
        public void step(float[] w, float[] g, double rate) {
            movable.check(w, g, rate);
            steps++;
            float shorter = movable.shortening(g);
            float new1 = (float) (1 - moments.beta1);
            float new2 = (float) (1 - moments.beta2);
            float beta2 = (float) moments.beta2;
            float epsilon = (float) moments.epsilon;
            float eta = (float) (rate / (1 - Math.pow(moments.beta1, steps)));
            float root = (float) Math.sqrt(1 - Math.pow(moments.beta2, steps));
            movable.each(rate, (from, to, keep, lambda) -> {
                for (int i = from; i < to; i++) {
                    float slope = shorter * g[i] + lambda * w[i];
                    m[i] += new1 * (slope - m[i]);
                    v[i] = beta2 * v[i] + new2 * slope * slope;
                    w[i] = keep * w[i] - eta * m[i] / ((float) Math.sqrt(v[i]) / root + epsilon);
                }
            });
        }

        @Override
        public Memory memory() {
            Map<String, Parameters> vectors = new LinkedHashMap<>();
            vectors.put(MEANS.get(0), Parameters.of(layout, m));
            vectors.put(MEANS.get(1), Parameters.of(layout, v));
            return new Memory(steps, vectors);
        }
    }
}
