package mml.nn;

import java.util.random.RandomGenerator;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Randomness;

/**
 * The slope of an objective along one random direction, once from its gradient and once from two of its values: the smallest
 * test that a backward pass is right.
 *
 * <p>The direction has norm 1 and is zero in state blocks. In single precision a step of 1e-2 gives a relative error that
 * is mostly below 1e-3 for smooth networks; a ReLU net may have a kink between the two values.
 *
 * @param fromGradient the inner product of gradient and direction
 * @param fromValues the central difference of two values
 */
public record GradientCheck(double fromGradient, double fromValues) {
    /**
     * Compares the two slopes at a point.
     *
     * @param objective whose gradient is checked
     * @param at the point
     * @param step how far the two values lie from the point, finite and positive
     * @param seed of the direction
     * @return both slopes
     * @throws IllegalArgumentException if the step is not finite and positive, or the layouts differ
     */
    public static GradientCheck of(Objective objective, Parameters at, double step, long seed) {
        Check.positive("step", step);
        Parameters direction = direction(objective.layout(), seed);
        double difference = value(objective, at.plus(step, direction)) - value(objective, at.plus(-step, direction));
        float[] gradient = new float[objective.layout().size()];
        objective.gradient(at.values(), gradient);
        double slope = Parameters.of(objective.layout(), gradient).dot(direction);
        return new GradientCheck(slope, difference / (2 * step));
    }

    private static Parameters direction(Layout layout, long seed) {
        float[] values = new float[layout.size()];
        for (Layout.Block block : layout.blocks()) {
            RandomGenerator random = Randomness.of(seed, "gradient check " + block.name());
            int at = layout.offset(block.name());
            for (int i = 0; i < block.size() && block.kind() != Layout.Kind.STATE; i++) {
                values[at + i] = (float) random.nextGaussian();
            }
        }
        Parameters direction = Parameters.of(layout, values);
        return Parameters.zeros(layout).plus(1 / direction.norm(), direction);
    }

    private static double value(Objective objective, Parameters at) {
        double[] scores = new double[objective.scores().size()];
        objective.scores(at.values(), scores);
        return scores[0];
    }

    /**
     * Returns how far the two differ, relative to the larger.
     *
     * @return 0 if they are equal; NaN if one of them is
     */
    public double relativeError() {
        double larger = Math.max(Math.abs(fromGradient), Math.abs(fromValues));
        return larger == 0 ? 0 : Math.abs(fromGradient - fromValues) / larger;
    }
}
