package mml.nn.layer.image;

import java.util.Arrays;
import mml.nn.layer.BilinearPass.Examples;

/**
 * The biases of a convolution, one for each filter.
 *
 * @param at where they begin in the parameters of the network, or {@link #NONE}
 * @param filters how many
 * @param places how many places of an image each is added to
 */
record Biases(int at, int filters, int places) {
    static final int NONE = -1;

    boolean isNone() {
        return at == NONE;
    }

    /** Writes the biases, or zeros if there are none. */
    void copy(float[] parameters, float[] into, int to) {
        if (isNone()) {
            Arrays.fill(into, to, to + filters, 0);
        } else {
            System.arraycopy(parameters, at, into, to, filters);
        }
    }

    /** Adds all rows of the gradient with respect to the outputs. */
    void addGradient(Lanes lanes, Examples g, float[] gradient) {
        if (!isNone()) {
            Lanes.Term term = (from, to, into, begin) -> addRows(g.values(), from * places, to * places, into, begin);
            lanes.sum(g.rows(), gradient, at, filters, term);
        }
    }

    /** In double precision, since there is a term for every place of every image. */
    private void addRows(float[] g, int from, int to, float[] into, int begin) {
        double[] sums = new double[filters];
        for (int row = from; row < to; row++) {
            for (int j = 0; j < filters; j++) {
                sums[j] += g[row * filters + j];
            }
        }
        for (int j = 0; j < filters; j++) {
            into[begin + j] += (float) sums[j];
        }
    }
}
