package mml.nn.layer.norm;

import java.util.List;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Layout.Block;
import mml.math.Layout.Kind;
import mml.nn.Layer;

/**
 * Batch normalisation: {@code z = scale (x - mean) / sqrt(variance + epsilon) + shift}, feature by feature of a vector, or
 * channel by channel of an image {@code [height, width, channels]}, whose pixels count like rows.
 *
 * <p>In training, mean and variance (the biased one) are those of the batch, and the derivatives go through them. In
 * evaluation they are remembered ones, in the state blocks, which {@link mml.nn.Layer.Pass#remember} moves as {@code r <- (1 -
 * momentum) r + momentum s} towards the batch's mean and <em>unbiased</em> variance {@code s}, as PyTorch does.
 *
 * <p>Source: S. Ioffe, C. Szegedy, Batch normalization: accelerating deep network training by reducing internal covariate
 * shift, ICML 2015, algorithms 1 and 2.
 *
 * @param name what its blocks are called: {@code name.scale}, {@code name.shift}, and the states {@code name.mean} and
 *     {@code name.variance}
 * @param momentum how far the remembered statistics move, in (0, 1]; 1 remembers the last batch alone
 * @param epsilon added to the variance, finite and positive
 */
public record BatchNormalisation(String name, double momentum, double epsilon) implements Layer {
    /**
     * Checks name and numbers.
     *
     * @throws IllegalArgumentException if the name is blank, the momentum outside (0, 1], or epsilon not finite and positive
     */
    public BatchNormalisation {
        Check.notBlank("name", name);
        Check.that(momentum > 0 && momentum <= 1, "momentum of %s must lie in (0, 1], was %s", name, momentum);
        Check.positive("epsilon of " + name, epsilon);
    }

    /**
     * Returns a batch normalisation with momentum 0.1 and epsilon 1e-5.
     *
     * @param name what its blocks are called
     * @return the layer
     * @throws IllegalArgumentException if the name is blank
     */
    public static BatchNormalisation of(String name) {
        return new BatchNormalisation(name, 0.1, 1e-5);
    }

    /**
     * Returns the same layer with another momentum.
     *
     * @param other how far the remembered statistics move, in (0, 1]
     * @return the layer
     * @throws IllegalArgumentException if it lies outside
     */
    public BatchNormalisation momentum(double other) {
        return new BatchNormalisation(name, other, epsilon);
    }

    /**
     * Returns the same layer with another epsilon.
     *
     * @param other added to the variance, finite and positive
     * @return the layer
     * @throws IllegalArgumentException if it is not
     */
    public BatchNormalisation epsilon(double other) {
        return new BatchNormalisation(name, momentum, other);
    }

    @Override
    public List<Integer> output(List<Integer> input) {
        Check.that(
                input.size() == 1 || input.size() == 3,
                "layer %s takes vectors or images [height, width, channels], its input has shape %s",
                name,
                input);
        return input;
    }

    @Override
    public List<Block> blocks(List<Integer> input) {
        List<Integer> channels = List.of(input.get(input.size() - 1));
        return List.of(
                new Block(name + ".scale", Kind.SCALE, channels),
                new Block(name + ".shift", Kind.SHIFT, channels),
                new Block(name + ".mean", Kind.STATE, channels),
                new Block(name + ".variance", Kind.STATE, channels));
    }

    @Override
    public boolean mixesExamples() {
        return true;
    }

    @Override
    public Pass pass(List<Integer> input, int capacity, Layout layout, Mode mode) {
        return new BatchNormalisationPass(this, input, capacity, layout, mode);
    }
}
