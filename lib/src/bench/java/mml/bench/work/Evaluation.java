package mml.bench.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mml.bench.exchange.Case;
import mml.bench.exchange.Outcome;
import mml.bench.exchange.Problem;
import mml.train.NetworkObjective;

/** Loss and accuracy over all examples; both are observed, done are images. */
final class Evaluation implements Work {
    @Override
    public Outcome measure(Path folder) throws IOException {
        Problem problem = Problem.read(folder);
        Case.Amount amount = problem.about().amount();
        NetworkObjective objective = NetworkObjective.of(problem.network(), problem.data());
        float[] at = problem.start().values();
        double[] scores = new double[2];
        double seconds = Repeated.seconds(amount, () -> objective.scores(at, scores));
        double images = (double) amount.timed() * problem.data().size();
        return new Outcome(seconds, images, List.of(scores[0], scores[1]));
    }
}
