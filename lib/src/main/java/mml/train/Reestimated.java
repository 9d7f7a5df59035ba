package mml.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mml.math.Check;
import mml.math.Layout;
import mml.math.Objective;
import mml.nn.Network;
import mml.train.batch.Batches;
import mml.train.batch.Drawn;

/**
 * Scores whose batch-normalisation statistics are estimated anew at each point, by {@link BatchStatistics}. Statistics that were
 * remembered in training fit the trained parameters alone: away from them, or between two networks, they belong to no
 * network, and the loss tells of that as much as of the parameters.
 *
 * <pre>{@code
 * Objective stored = NetworkObjective.of(network, train).and("test", NetworkObjective.of(network, test));
 * Objective anew = Reestimated.of(stored, network, Batches.permuted(train).size(500));
 * }</pre>
 *
 * <p>Each point costs a pass over the batches more, all scores share it, and the products of a first layer are not shared by
 * the points of a plane. There are no derivatives: they would have to go through the statistics.
 */
public final class Reestimated implements Objective {
    private final Objective objective;
    private final Network network;
    private final Batches batches;
    private final BatchStatistics.Estimator estimator;

    private Reestimated(Objective objective, Network network, Batches batches) {
        this.objective = objective;
        this.network = network;
        this.batches = batches;
        this.estimator = new BatchStatistics.Estimator(network, batches);
    }

    /**
     * Returns scores with statistics estimated at each point.
     *
     * @param objective what is scored
     * @param network whose statistics are estimated, with the objective's layout
     * @param batches of which examples, and how they are taken, one epoch a point: the same at every point
     * @return the scores; the objective itself if no layer of the network has statistics
     * @throws IllegalArgumentException if the layouts differ
     */
    public static Objective of(Objective objective, Network network, Batches batches) {
        Check.that(
                objective.layout().equals(network.layout()),
                "objective must have the network's layout (%s), had another (%s)",
                network.layout(),
                objective.layout());
        return network.mixesExamples() ? new Reestimated(objective, network, batches) : objective;
    }

    @Override
    public Layout layout() {
        return objective.layout();
    }

    @Override
    public List<String> scores() {
        return objective.scores();
    }

    @Override
    public void scores(float[] at, double[] out) {
        Check.that(at.length == layout().size(), "point has %s numbers, layout %s", at.length, layout().size());
        objective.scores(estimator.at(at), out);
    }

    @Override
    public double gradient(float[] at, float[] out) {
        throw new UnsupportedOperationException("re-estimated statistics depend on the parameters: take the gradient"
                + " of the objective with stored statistics");
    }

    @Override
    public void hessianTimes(float[] at, float[] direction, float[] out) {
        throw new UnsupportedOperationException("re-estimated statistics depend on the parameters: take the product"
                + " of the objective with stored statistics");
    }

    /**
     * Returns the origin of the scores, with the batches on which statistics are estimated.
     *
     * @return empty if the scores have none, or the batches are made on the spot: by what, cannot be told
     */
    @Override
    public Optional<Origin> origin() {
        if (!(batches instanceof Drawn drawn)) {
            return Optional.empty();
        }
        String from = String.format(
                Locale.ROOT,
                ", batch statistics estimated at each point on batches of %s, %s with seed %s, of %s (SHA-256 %s)",
                drawn.size(),
                drawn.draw(),
                drawn.seed(),
                drawn.data().name(),
                drawn.data().hash());
        return objective.origin().map(own -> new Origin(own.function(), own.data(), own.scoring() + from));
    }

    @Override
    public Objective copy() {
        return new Reestimated(objective.copy(), network, batches);
    }

    @Override
    public String toString() {
        return objective + ", statistics re-estimated at each point";
    }
}
