package mml.tribuo;

import mml.math.Check;
import mml.math.Parameters;
import mml.nn.Initialisation;
import mml.nn.Network;

/**
 * A network's first parameters as a value that can be written down, which an {@link Initialisation} is not.
 *
 * @param rule how weights are drawn
 * @param number the rule's, finite and positive; 1 if it needs none
 * @param dense the standard deviation of the weights of dense layers, if these are drawn from another normal distribution; 0 if
 *     they are drawn like the others
 */
public record Start(Rule rule, double number, double dense) {
    /** How weights are drawn. */
    public enum Rule {
        /** {@link Initialisation#normal}: the number is the gain. */
        NORMAL,
        /** {@link Initialisation#normalWithDeviation}: the number is the deviation. */
        DEVIATION,
        /** {@link Initialisation#standard}. */
        STANDARD,
        /** {@link Initialisation#glorot}. */
        GLOROT,
        /** {@link Initialisation#orthogonal(double)}: the number is the singular value. */
        ORTHOGONAL
    }

    /**
     * Checks rule and numbers.
     *
     * @throws IllegalArgumentException if the rule is null, its number not finite and positive, or the deviation negative or
     *     not finite
     */
    public Start {
        Check.chosen("rule", rule, Rule.values());
        Check.positive("number", number);
        Check.notNegative("dense", dense);
    }

    /**
     * Returns {@link Initialisation#he}.
     *
     * @return normal weights of gain 2
     */
    public static Start he() {
        return new Start(Rule.NORMAL, 2, 0);
    }

    /**
     * Returns how {@code ResNet} and {@code Vgg9} draw theirs: {@link #he}, and dense layers with deviation 1e-3.
     *
     * @return normal weights
     */
    public static Start images() {
        return new Start(Rule.NORMAL, 2, 1e-3);
    }

    /**
     * Returns {@link Initialisation#glorot}.
     *
     * @return uniform weights
     */
    public static Start glorot() {
        return new Start(Rule.GLOROT, 1, 0);
    }

    /** Returns the parameters of a network. */
    Parameters parameters(Network network, long seed) {
        Initialisation all = switch (rule) {
            case NORMAL -> Initialisation.normal(number);
            case DEVIATION -> Initialisation.normalWithDeviation(number);
            case STANDARD -> Initialisation.standard();
            case GLOROT -> Initialisation.glorot();
            case ORTHOGONAL -> Initialisation.orthogonal(number);
        };
        return network.initial(
                dense == 0
                        ? all
                        : all.except(block -> block.shape().size() == 2, Initialisation.normalWithDeviation(dense)),
                seed);
    }
}
