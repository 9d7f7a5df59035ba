package mml.train;

import mml.math.Check;

/**
 * Stochastic gradient descent with momentum, weight decay and clipping, as a function on vectors.
 *
 * <p>For gradient {@code g}, parameters {@code w}, velocity {@code v} and learning rate {@code eta}: first {@code g} is
 * shortened to the norm {@code clip} if it is longer; then {@code g <- g + decay w}, {@code v <- momentum v + g} and
 * {@code w <- w - eta v}. PyTorch's SGD (without dampening) after {@code clip_grad_norm_} does the same, up to
 * the 1e-6 that it adds to the norm.
 *
 * <p>Source: I. Sutskever, J. Martens, G. Dahl, G. Hinton, On the importance of initialization and momentum in deep learning,
 * ICML 2013, for momentum; R. Pascanu, T. Mikolov, Y. Bengio, On the difficulty of training recurrent neural networks, ICML
 * 2013, for clipping.
 *
 * @param momentum in [0, 1)
 * @param decay the weight decay, finite and not negative
 * @param clip the largest norm of a gradient, positive; infinite for no clipping
 */
public record Sgd(double momentum, double decay, double clip) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one lies outside its range
     */
    public Sgd {
        Check.that(momentum >= 0 && momentum < 1, "momentum must lie in [0, 1), was %s", momentum);
        Check.notNegative("decay", decay);
        Check.that(clip > 0, "clip must be positive, was %s", clip);
    }

    /**
     * Returns plain gradient descent.
     *
     * @return no momentum, no decay, no clipping
     */
    public static Sgd plain() {
        return new Sgd(0, 0, Double.POSITIVE_INFINITY);
    }

    /**
     * Returns the same with momentum.
     *
     * @param momentum in [0, 1)
     * @return the optimiser
     * @throws IllegalArgumentException if it lies outside
     */
    public Sgd momentum(double momentum) {
        return new Sgd(momentum, decay, clip);
    }

    /**
     * Returns the same with weight decay.
     *
     * @param decay finite and not negative
     * @return the optimiser
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Sgd decay(double decay) {
        return new Sgd(momentum, decay, clip);
    }

    /**
     * Returns the same with clipping.
     *
     * @param clip the largest norm of a gradient, positive
     * @return the optimiser
     * @throws IllegalArgumentException if it is not positive
     */
    public Sgd clip(double clip) {
        return new Sgd(momentum, decay, clip);
    }

    /**
     * Makes one step.
     *
     * @param parameters {@code w}; overwritten
     * @param gradient {@code g}, as long; overwritten
     * @param velocity {@code v}, as long, zeros before the first step; overwritten
     * @param rate the learning rate {@code eta}, finite and not negative
     * @throws IllegalArgumentException if the vectors differ in length, or the rate is negative or not finite
     */
    public void step(float[] parameters, float[] gradient, float[] velocity, double rate) {
        Check.that(
                gradient.length == parameters.length && velocity.length == parameters.length,
                "gradient has %s numbers, velocity %s, parameters %s",
                gradient.length,
                velocity.length,
                parameters.length);
        Check.notNegative("learning rate", rate);
        float shorter = (float) shortening(gradient);
        float mu = (float) momentum;
        float lambda = (float) decay;
        float eta = (float) rate;
        for (int i = 0; i < parameters.length; i++) {
            velocity[i] = mu * velocity[i] + (shorter * gradient[i] + lambda * parameters[i]);
            parameters[i] -= eta * velocity[i];
        }
    }

    private double shortening(float[] gradient) {
        if (clip == Double.POSITIVE_INFINITY) {
            return 1;
        }
        double squares = 0;
        for (float g : gradient) {
            squares += (double) g * g;
        }
        return Math.min(1, clip / Math.sqrt(squares));
    }
}
