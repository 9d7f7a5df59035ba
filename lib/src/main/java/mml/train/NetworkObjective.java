package mml.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Workers;
import mml.nn.Layer;
import mml.nn.Loss;
import mml.nn.Network;
import mml.nn.SoftmaxCrossEntropy;

/**
 * Mean loss and accuracy of a network on a data set, as functions of the parameters; the scores are called {@code "loss"} and
 * {@code "accuracy"}.
 *
 * <p>On a plane the outputs of a first layer that is linear in its parameters are computed three times in all, instead of
 * once a point: {@code X (W + a D + b E) = X W + a X D + b X E}.
 */
public final class NetworkObjective implements Objective {
    /** Few enough that a layer's outputs stay in a core's cache, many enough for a product to be fast. */
    static final int CHUNK = 250;

    private static final List<String> SCORES = List.of("loss", "accuracy");

    private final Rows rows;
    private final int[] all;

    private NetworkObjective(Rows rows) {
        this.rows = rows;
        this.all = new int[rows.data().size()];
        Arrays.setAll(all, i -> i);
    }

    /**
     * Returns the mean cross-entropy and the accuracy of a network.
     *
     * @param network the network
     * @param data what it is scored on
     * @return the objective
     * @throws IllegalArgumentException if the data's features or classes are not as many as the network's inputs or outputs
     */
    public static NetworkObjective of(Network network, Dataset data) {
        return of(network, data, new SoftmaxCrossEntropy());
    }

    /**
     * Returns the mean of a loss and the accuracy of a network.
     *
     * @param network the network
     * @param data what it is scored on
     * @param loss what is averaged
     * @return the objective
     * @throws IllegalArgumentException if the data's features or classes are not as many as the network's inputs or outputs
     */
    public static NetworkObjective of(Network network, Dataset data, Loss loss) {
        return new NetworkObjective(new Rows(network, data, loss));
    }

    /**
     * Returns one score at a point.
     *
     * @param name {@code "loss"} or {@code "accuracy"}
     * @param at the point
     * @return the score
     * @throws IllegalArgumentException if there is no such score, or the parameters are another network's
     */
    public double score(String name, Parameters at) {
        int index = SCORES.indexOf(name);
        Check.that(index >= 0, "score must be one of %s, was %s", SCORES, name);
        double[] out = new double[SCORES.size()];
        scores(rows.network().requireOwn(at).values(), out);
        return out[index];
    }

    @Override
    public Layout layout() {
        return rows.network().layout();
    }

    @Override
    public List<String> scores() {
        return SCORES;
    }

    @Override
    public void scores(float[] at, double[] out) {
        requireLength("point", at);
        Network network = rows.network();
        Dataset data = rows.data();
        sumChunks(
                data,
                out,
                () -> network.pass(Math.min(CHUNK, data.size())),
                (pass, from, count) -> pass.forward(at, data.features(), from * data.width(), count));
    }

    /** Something that computes the outputs of some rows. */
    @FunctionalInterface
    interface Outputs<S> {
        float[] of(S own, int from, int count);
    }

    /** Sums losses and right answers chunk by chunk, and divides by the number of examples. */
    private <S> void sumChunks(Dataset data, double[] out, Supplier<S> own, Outputs<S> outputs) {
        int classes = data.classes().size();
        int chunks = (data.size() + CHUNK - 1) / CHUNK;
        double[] sums = Workers.sum(chunks, 2, own, mine -> (term, chunk) -> {
            Workers.pollStop();
            int from = chunk * CHUNK;
            int count = Math.min(CHUNK, data.size() - from);
            float[] values = outputs.of(mine, from, count);
            term[0] = rows.loss().sum(values, data.labels(), from, count, classes);
            term[1] = Accuracy.right(values, data.labels(), from, count, classes);
        });
        out[0] = sums[0] / data.size();
        out[1] = sums[1] / data.size();
    }

    @Override
    public double gradient(float[] at, float[] out) {
        requireLength("point", at);
        requireLength("gradient", out);
        return rows.gradient(at, all, 0, all.length, out).loss();
    }

    @Override
    public OnPlane onPlane(float[] centre, float[] first, float[] second) {
        requireLength("centre", centre);
        requireLength("direction", first);
        requireLength("direction", second == null ? first : second);
        List<Layer> layers = rows.network().layers();
        long shared = 3L
                * Float.BYTES
                * rows.data().size()
                * Layer.size(layers.get(0).output(rows.network().input()));
        boolean shares = layers.size() > 1 && layers.get(0).isLinearInParameters() && shared <= SharedOnPlane.LARGEST;
        return shares
                ? SharedOnPlane.of(this, new SharedOnPlane.Directions(centre, first, second))
                : Objective.super.onPlane(centre, first, second);
    }

    /** Native code reads these arrays, on some JDKs without a check of its own. */
    private void requireLength(String name, float[] vector) {
        int size = layout().size();
        Check.that(vector.length == size, "%s has %s numbers, layout %s", name, vector.length, size);
    }

    Rows rows() {
        return rows;
    }

    <S> void scoresFrom(double[] out, Supplier<S> own, Outputs<S> outputs) {
        sumChunks(rows.data(), out, own, outputs);
    }

    @Override
    public NetworkObjective copy() {
        return of(rows.network(), rows.data(), rows.loss());
    }

    @Override
    public String toString() {
        return "loss and accuracy of " + rows.network() + " on " + rows.data();
    }
}
