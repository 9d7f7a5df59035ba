package mml.bench.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mml.bench.exchange.Case;
import mml.bench.exchange.Numbers;
import mml.bench.exchange.Outcome;
import mml.bench.exchange.Problem;
import mml.math.Parameters;
import mml.train.NetworkObjective;

/**
 * Products of the Hessian over all examples with a direction; observed are the product's norm and its inner product with the
 * direction, done are images.
 */
final class HessianProducts implements Work {
    @Override
    public Outcome measure(Path folder) throws IOException {
        Problem problem = Problem.read(folder);
        Case.Amount amount = problem.about().amount();
        NetworkObjective objective = NetworkObjective.of(problem.network(), problem.data());
        float[] at = problem.start().values();
        float[] direction = Numbers.floats(folder.resolve("first.f32"));
        float[] out = new float[at.length];
        double seconds = Repeated.seconds(amount, () -> objective.hessianTimes(at, direction, out));
        Parameters product = Parameters.of(objective.layout(), out);
        double curvature = product.dot(Parameters.of(objective.layout(), direction));
        double images = (double) amount.timed() * problem.data().size();
        return new Outcome(seconds, images, List.of(product.norm(), curvature));
    }
}
