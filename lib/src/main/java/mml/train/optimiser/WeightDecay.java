package mml.train.optimiser;

import mml.math.Check;
import mml.math.Layout;

/**
 * Weight decay: how much, in which form, and of which parameters.
 *
 * <p>Source of the decoupled form: I. Loshchilov, F. Hutter, Decoupled weight decay regularization, ICLR 2019.
 *
 * @param rate {@code lambda}, finite and not negative
 * @param form how it enters a step
 * @param reach which parameters decay
 */
public record WeightDecay(double rate, Form form, Reach reach) {
    /** How decay enters a step with the learning rate {@code eta}. */
    public enum Form {
        /** As the gradient of {@code lambda |w|^2 / 2}, added to that of the loss: {@code g <- g + lambda w}. */
        L2,
        /** Beside the step, without passing through the optimiser's memory: {@code w <- (1 - eta lambda) w}. */
        DECOUPLED
    }

    /** Which parameters decay. */
    public enum Reach {
        /** All, as in PyTorch unless told: biases, scales and shifts too. */
        PARAMETERS,
        /** Weights only, as in many papers. */
        WEIGHTS
    }

    /**
     * Checks rate, form and reach.
     *
     * @throws IllegalArgumentException if the rate is negative or not finite, or one of the others null
     */
    public WeightDecay {
        Check.notNegative("decay", rate);
        Check.chosen("form of decay", form, Form.values());
        Check.chosen("reach of decay", reach, Reach.values());
    }

    /**
     * Returns decay as a part of the gradient, of all parameters.
     *
     * @param rate {@code lambda}, finite and not negative
     * @return the decay
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static WeightDecay l2(double rate) {
        return new WeightDecay(rate, Form.L2, Reach.PARAMETERS);
    }

    /**
     * Returns decay beside the step, of all parameters.
     *
     * @param rate {@code lambda}, finite and not negative
     * @return the decay
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static WeightDecay decoupled(double rate) {
        return new WeightDecay(rate, Form.DECOUPLED, Reach.PARAMETERS);
    }

    /**
     * Returns the same decay of weights only.
     *
     * @return decay that leaves biases, scales and shifts alone
     */
    public WeightDecay onWeights() {
        return new WeightDecay(rate, form, Reach.WEIGHTS);
    }

    /**
     * Returns how much the numbers of a block of a kind decay.
     *
     * @param kind of the block
     * @return the rate, or 0: in any case 0 for remembered statistics, which are no parameters
     */
    public double rateOf(Layout.Kind kind) {
        boolean decays = kind == Layout.Kind.WEIGHT || reach == Reach.PARAMETERS && kind != Layout.Kind.STATE;
        return decays ? rate : 0;
    }
}
