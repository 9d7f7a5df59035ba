package mml.nn.model;

import java.util.List;
import mml.math.Check;
import mml.nn.Initialisation;

/**
 * What the networks for CIFAR-10 have in common, as in the code that H. Li, Z. Xu, G. Taylor, C. Studer, T. Goldstein published
 * with Visualizing the loss landscape of neural nets, NeurIPS 2018.
 */
final class Cifar {
    static final int CLASSES = 10;

    private static final int SIDE = 32;

    /** Convolutions by He's rule, dense layers almost zero: only these have blocks of two extents. */
    static final Initialisation INITIALISATION =
            Initialisation.he().except(block -> block.shape().size() == 2, Initialisation.normalWithDeviation(1e-3));

    private Cifar() {}

    static List<Integer> images(int channels) {
        return List.of(SIDE, SIDE, channels);
    }

    static int channels(int channels) {
        Check.that(channels == 1 || channels == 3, "channels must be 1 or 3, was %s", channels);
        return channels;
    }
}
