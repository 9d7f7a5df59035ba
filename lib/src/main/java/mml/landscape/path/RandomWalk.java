package mml.landscape.path;

import mml.math.Check;

/**
 * What the principal components of a walk without aim look like: most of its variance lies in the first ones, though it
 * learns nothing. So a path that lies nearly in a plane proves little.
 *
 * <p>Of {@code n} positions one independent step of the same expected length apart, in many more than {@code n} dimensions, the
 * variance has along component {@code k = 1, ..., n - 1} the share {@code 6 / ((n^2 - 1) 4 sin^2(pi k / 2n))}, which tends to
 * {@code 6 / (pi k)^2}: 60.8, 15.2, 6.8 percent. For the positions less their mean are the steps times the pseudo-inverse of
 * the matrix of differences, whose squared singular values are the eigenvalues {@code 2 - 2 cos(pi k / n)} of the Laplacian of
 * a path. In few dimensions the first shares are larger, as there are fewer components; and so they are where the steps become
 * shorter, as under a falling learning rate.
 *
 * <p>Source: J. Antognini, J. Sohl-Dickstein, PCA of high dimensional random walks with comparison to neural network
 * training, NeurIPS 2018 (the limit).
 */
public final class RandomWalk {
    private RandomWalk() {}

    /**
     * Returns the share of a component.
     *
     * @param component counted from 0
     * @param checkpoints how many positions there are, at least 2
     * @return its share of the variance
     * @throws IllegalArgumentException if there are fewer positions, or no such component
     */
    public static double share(int component, int checkpoints) {
        Check.atLeast("checkpoints", checkpoints, 2);
        Check.index("component", component, checkpoints - 1);
        double sine = Math.sin(Math.PI * (component + 1) / (2.0 * checkpoints));
        double n = checkpoints;
        return 6 / ((n * n - 1) * 4 * sine * sine);
    }
}
