package mml.train.optimiser;

import java.util.List;
import java.util.Map;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Parameters;
import mml.math.Workers;

/**
 * Stochastic gradient descent with momentum, weight decay and clipping.
 *
 * <p>For gradient {@code g}, parameters {@code w}, velocity {@code v} and learning rate {@code eta}: first {@code g} is
 * shortened to the norm {@code clip} if it is longer; then {@code g <- g + decay w}, {@code v <- momentum v + g} and
 * {@code w <- w - eta v}, or {@code w <- w - eta (g + momentum v)} with Nesterov's momentum. PyTorch's SGD (without dampening)
 * after {@code clip_grad_norm_} does the same, up to the 1e-6 that it adds to the norm. What is remembered from step to step is
 * the carried velocity {@code momentum v}, with which the next step begins: PyTorch's {@code momentum_buffer} times momentum.
 *
 * <p>Source: I. Sutskever, J. Martens, G. Dahl, G. Hinton, On the importance of initialization and momentum in deep learning,
 * ICML 2013, for both kinds of momentum; R. Pascanu, T. Mikolov, Y. Bengio, On the difficulty of training recurrent neural
 * networks, ICML 2013, for clipping.
 *
 * @param momentum in [0, 1)
 * @param kind which momentum
 * @param decay the weight decay
 * @param clip the largest norm of a gradient, positive; infinite for no clipping
 */
public record Sgd(double momentum, Kind kind, WeightDecay decay, double clip) implements Optimiser {
    /** Where the velocity takes the parameters. */
    public enum Kind {
        /** Along the velocity after this step's gradient. */
        CLASSICAL,
        /** Along the gradient and the velocity that will follow: a look ahead. */
        NESTEROV
    }

    private static final List<String> CARRIED = List.of("carried velocity");

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its range, Nesterov's momentum is zero, or the kind null
     */
    public Sgd {
        Check.that(momentum >= 0 && momentum < 1, "momentum must lie in [0, 1), was %s", momentum);
        Check.chosen("kind of momentum", kind, Kind.values());
        Check.that(kind == Kind.CLASSICAL || momentum > 0, "Nesterov's momentum must be positive, was %s", momentum);
        Check.given("decay", decay);
        Check.that(clip > 0, "clip must be positive, was %s", clip);
    }

    /**
     * Returns plain gradient descent.
     *
     * @return no momentum, no decay, no clipping
     */
    public static Sgd plain() {
        return new Sgd(0, Kind.CLASSICAL, WeightDecay.l2(0), Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the same with momentum.
     *
     * @param momentum in [0, 1)
     * @return the optimiser
     * @throws IllegalArgumentException if it lies outside
     */
    public Sgd momentum(double momentum) {
        return new Sgd(momentum, Kind.CLASSICAL, decay, clip);
    }

    /**
     * Returns the same with Nesterov's momentum.
     *
     * @param momentum in (0, 1)
     * @return the optimiser
     * @throws IllegalArgumentException if it lies outside
     */
    public Sgd nesterov(double momentum) {
        return new Sgd(momentum, Kind.NESTEROV, decay, clip);
    }

    /**
     * Returns the same with weight decay of all parameters, as a part of the gradient.
     *
     * @param rate finite and not negative
     * @return the optimiser
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Sgd decay(double rate) {
        return decay(WeightDecay.l2(rate));
    }

    /**
     * Returns the same with weight decay.
     *
     * @param decay how much, in which form, of which parameters
     * @return the optimiser
     */
    public Sgd decay(WeightDecay decay) {
        return new Sgd(momentum, kind, decay, clip);
    }

    /**
     * Returns the same with clipping.
     *
     * @param clip the largest norm of a gradient, positive
     * @return the optimiser
     * @throws IllegalArgumentException if it is not positive
     */
    public Sgd clip(double clip) {
        return new Sgd(momentum, kind, decay, clip);
    }

    @Override
    public List<String> remembers() {
        return momentum == 0 ? List.of() : CARRIED;
    }

    @Override
    public Descent resume(Layout layout, Memory memory) {
        float[][] vectors = memory.numbers(remembers(), layout);
        Movable movable = new Movable(layout, decay, clip);
        return momentum == 0
                ? new Plain(movable, memory.steps())
                : new WithVelocity(layout, movable, vectors[0], memory.steps());
    }

    /** Without memory. */
    private static final class Plain implements Descent {
        private final Movable movable;
        private int steps;

        Plain(Movable movable, int steps) {
            this.movable = movable;
            this.steps = steps;
        }

        @Override
        public void step(float[] w, Gradient gradient, double rate) {
            movable.check(w, rate);
            if (!movable.isBare()) {
                step(w, movable.gather(gradient), rate);
                return;
            }
            Workers.unstopped(() -> gradient.addTo(w, -rate));
            steps++;
        }

        @Override
        public void step(float[] w, float[] g, double rate) {
            movable.check(w, g, rate);
            float shorter = movable.shortening(g);
            float eta = (float) rate;
            movable.each(rate, (from, to, keep, lambda) -> {
                for (int i = from; i < to; i++) {
                    w[i] = keep * w[i] - eta * (shorter * g[i] + lambda * w[i]);
                }
            });
            steps++;
        }

        @Override
        public Memory memory() {
            return new Memory(steps, Map.of());
        }
    }

    /** With momentum of either kind. */
    private final class WithVelocity implements Descent {
        private final Layout layout;
        private final Movable movable;
        private final float[] carried;
        private int steps;

        WithVelocity(Layout layout, Movable movable, float[] carried, int steps) {
            this.layout = layout;
            this.movable = movable;
            this.carried = carried;
            this.steps = steps;
        }

        @Override
        public void step(float[] w, Gradient gradient, double rate) {
            movable.check(w, rate);
            if (kind == Kind.NESTEROV || !movable.isBare()) {
                step(w, movable.gather(gradient), rate);
                return;
            }
            Workers.unstopped(() -> move(w, gradient, rate));
            steps++;
        }

        private void move(float[] w, Gradient gradient, double rate) {
            float mu = (float) momentum;
            float eta = (float) rate;
            gradient.addTo(carried, 1);
            // one pass for both, as both wait for the memory
            movable.each(rate, (from, to, keep, lambda) -> {
                for (int i = from; i < to; i++) {
                    w[i] -= eta * carried[i];
                    carried[i] *= mu;
                }
            });
        }

        @Override
        public void step(float[] w, float[] g, double rate) {
            movable.check(w, g, rate);
            float shorter = movable.shortening(g);
            float eta = (float) rate;
            float mu = (float) momentum;
            // w moves along a g + b v
            float a = kind == Kind.NESTEROV ? 1 : 0;
            float b = kind == Kind.NESTEROV ? mu : 1;
            movable.each(rate, (from, to, keep, lambda) -> {
                for (int i = from; i < to; i++) {
                    float slope = shorter * g[i] + lambda * w[i];
                    float velocity = carried[i] + slope;
                    w[i] = keep * w[i] - eta * (a * slope + b * velocity);
                    carried[i] = mu * velocity;
                }
            });
            steps++;
        }

        @Override
        public Memory memory() {
            return new Memory(steps, Map.of(CARRIED.get(0), Parameters.of(layout, carried)));
        }
    }
}
