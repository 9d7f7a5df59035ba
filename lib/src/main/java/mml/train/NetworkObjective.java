package mml.train;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mml.data.Dataset;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Objective;
import mml.math.Parameters;
import mml.math.Together;
import mml.math.Workers;
import mml.nn.Layer;
import mml.nn.Layer.Mode;
import mml.nn.Loss;
import mml.nn.Network;
import mml.train.batch.Augmentation;
import mml.train.optimiser.WeightDecay;

/**
 * Mean loss and accuracy of a network on a data set, as functions of the parameters; the scores are called {@code "loss"} and
 * {@code "accuracy"}. The network is evaluated: batch statistics are the remembered ones ({@link Reestimated} has them
 * estimated anew at each point). {@link #and} adds other data, {@link Together#difference} the gap between both.
 *
 * <p>{@link #scores(float[], double[])} takes any numbers: on a landscape parameters may overflow, and such a point is to be seen
 * as what it is, NaN or infinite. Derivatives there would be meaningless, and are refused.
 *
 * <p>On a plane the outputs of a first layer that is linear in its parameters are computed three times in all, instead of
 * once a point: {@code X (W + a D + b E) = X W + a X D + b X E}.
 */
public final class NetworkObjective implements Objective {
    private static final List<String> SCORES = List.of("loss", "accuracy");

    private final Rows rows;
    private final Lanes lanes;
    private final int chunk;
    private final WeightDecay decay;
    private final Rows.Batch all;

    private NetworkObjective(Rows rows, WeightDecay decay) {
        this.rows = rows;
        this.lanes = new Lanes(rows.network(), Mode.EVALUATION, Augmentation.none());
        this.chunk = Chunk.ofScores(rows.network());
        this.decay = decay;
        int[] order = new int[rows.data().size()];
        Arrays.setAll(order, i -> i);
        this.all = new Rows.Batch(order, 0, order.length, 0);
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
        return of(network, data, Rows.crossEntropy(network, data));
    }

    /**
     * Returns the mean of a loss and the accuracy of a network.
     *
     * @param network the network
     * @param data what it is scored on
     * @param loss what is averaged
     * @return the objective
     * @throws IllegalArgumentException if the data's features are not as many as the network's inputs, or the loss has not as
     *     many outputs as the network or not as many examples as the data
     */
    public static NetworkObjective of(Network network, Dataset data, Loss loss) {
        return new NetworkObjective(new Rows(network, data, loss), WeightDecay.l2(0));
    }

    /**
     * Returns the same objective with {@code rate |w|^2 / 2} added to the loss, over all parameters {@code w} (not over
     * remembered statistics): what an optimiser with {@code decay(rate)} makes small.
     *
     * @param rate finite and not negative
     * @return the objective
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public NetworkObjective decay(double rate) {
        return decay(WeightDecay.l2(rate));
    }

    /**
     * Returns the same objective with {@code rate |w|^2 / 2} added to the loss, over the parameters {@code w} that an
     * optimiser's decay reaches: a step of {@code Sgd} with that decay along the gradient of the loss is one without along
     * the gradient of this.
     *
     * @param other in the form {@link WeightDecay.Form#L2}: a decoupled one is the gradient of no score
     * @return the objective
     * @throws IllegalArgumentException if it is decoupled
     */
    public NetworkObjective decay(WeightDecay other) {
        Check.that(
                other.form() == WeightDecay.Form.L2,
                "form of decay must be L2 to be a part of the loss, was %s",
                other.form());
        return new NetworkObjective(rows, other);
    }

    /**
     * Returns one score at a point.
     *
     * @param name {@code "loss"} or {@code "accuracy"}
     * @param at the point
     * @return the score
     * @throws IllegalArgumentException if there is no such score, or the parameters are another network's or not finite
     */
    public double score(String name, Parameters at) {
        int index = SCORES.indexOf(name);
        Check.that(index >= 0, "score must be one of %s, was %s", SCORES, name);
        double[] out = new double[SCORES.size()];
        scores(rows.network().requireFinite(at).values(), out);
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
        requireLength(out);
        Network network = rows.network();
        Dataset data = rows.data();
        sumChunks(
                data,
                out,
                penalty(at),
                () -> network.pass(Math.min(chunk, data.size()), Mode.EVALUATION),
                (pass, from, count) -> pass.forward(at, data.features(), from * data.width(), count));
    }

    /** Something that computes the outputs of some rows. */
    @FunctionalInterface
    interface Outputs<S> {
        float[] of(S own, int from, int count);
    }

    /** Sums losses and right answers chunk by chunk, divides by the number of examples, and adds the weight decay. */
    private <S> void sumChunks(Dataset data, double[] out, double penalty, Supplier<S> own, Outputs<S> outputs) {
        int chunks = (data.size() + chunk - 1) / chunk;
        double[] sums = Workers.sum(chunks, 2, own, mine -> (term, index) -> {
            Workers.pollStop();
            int from = index * chunk;
            int count = Math.min(chunk, data.size() - from);
            float[] values = outputs.of(mine, from, count);
            term[0] = rows.loss().sum(values, all.order(), from, count);
            term[1] = rows.loss().right(values, all.order(), from, count);
        });
        out[0] = sums[0] / data.size() + penalty;
        out[1] = sums[1] / data.size();
    }

    private double penalty(float[] at) {
        return hasDecay() ? Decay.score(layout(), decay, at) : 0;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a vector has another length, or the point is not finite
     */
    @Override
    public double gradient(float[] at, float[] out) {
        requireFinite("point", at);
        requireLength("gradient", out);
        Check.that(at != out, "gradient must have an array of its own, had that of the point");
        double loss = lanes.gradient(rows, at, all, out).loss();
        addDecay(at, out);
        return loss + penalty(at);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a vector has another length, or point or direction are not finite
     */
    @Override
    public void hessianTimes(float[] at, float[] direction, float[] out) {
        requireFinite("point", at);
        requireFinite("direction", direction);
        requireLength("product", out);
        lanes.hessianTimes(rows, at, direction, all, out);
        addDecay(direction, out);
    }

    /**
     * Multiplies the Gauss-Newton matrix by a direction: {@code J' H J d}, with the Jacobian {@code J} of the outputs and the
     * Hessian {@code H} of the loss with respect to them. It is positive semidefinite where the loss is convex in the outputs,
     * and equals the Hessian where the outputs are linear in the parameters or the loss is at its minimum.
     *
     * <p>Source: N. Schraudolph, Fast curvature matrix-vector products for second-order gradient descent, Neural Computation
     * 14, 2002.
     *
     * @param at the point, as long as the layout, finite; not modified
     * @param direction as long as the layout, finite; not modified; what stands in state blocks does not count
     * @param out as long as the layout; overwritten with the product, zero in state blocks
     * @throws IllegalArgumentException if one has another length, or point or direction are not finite
     */
    public void gaussNewtonTimes(float[] at, float[] direction, float[] out) {
        requireFinite("point", at);
        requireFinite("direction", direction);
        requireLength("product", out);
        lanes.gaussNewtonTimes(rows, at, direction, all, out);
        addDecay(direction, out);
    }

    private void addDecay(float[] vector, float[] out) {
        if (hasDecay()) {
            Decay.addGradient(layout(), decay, vector, out);
        }
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

    private static void requireLength(double[] scores) {
        Check.that(
                scores.length == SCORES.size(),
                "scores has %s numbers, the objective %s",
                scores.length,
                SCORES.size());
    }

    private void requireFinite(String name, float[] vector) {
        requireLength(name, vector);
        Check.finite(name, vector);
    }

    Rows rows() {
        return rows;
    }

    int chunk() {
        return chunk;
    }

    boolean hasDecay() {
        return decay.rate() > 0;
    }

    <S> void scoresFrom(float[] at, double[] out, Supplier<S> own, Outputs<S> outputs) {
        requireLength(out);
        sumChunks(rows.data(), out, penalty(at), own, outputs);
    }

    /**
     * Returns the network's layers with all settings, the data's name, size and hash, and the loss with the weight decay.
     *
     * @return always given
     */
    @Override
    public Optional<Origin> origin() {
        Dataset data = rows.data();
        return Optional.of(new Origin(
                String.join("\n", rows.network().description().lines()),
                data.name() + ", " + data.size() + " examples, SHA-256 " + data.hash(),
                "mean " + rows.loss() + (hasDecay() ? ", weight decay " + decay.rate() + " of " + decay.reach() : "")));
    }

    @Override
    public NetworkObjective copy() {
        return decay(decay);
    }

    @Override
    public String toString() {
        return "loss and accuracy of " + rows.network() + " on " + rows.data();
    }
}
