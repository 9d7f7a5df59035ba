package mml.plot.path;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import mml.landscape.path.Fidelity;
import mml.landscape.path.PlanePath;
import mml.plot.chart.Frame;
import mml.plot.chart.Side;
import mml.plot.scale.Numbers;

/**
 * A named path as far as it has come.
 *
 * @param name stands in the legend
 * @param path all of it
 * @param fidelity the true score of each checkpoint, if it is to be seen
 * @param count how many checkpoints are drawn, at least 1
 */
record Trail(String name, PlanePath path, Optional<Fidelity> fidelity, int count) {
    static Trail of(String name, PlanePath path, Optional<Fidelity> fidelity) {
        return new Trail(name, path, fidelity, path.trajectory().count());
    }

    /** Returns the trail up to a step, with its first checkpoint at least. */
    Trail until(int step) {
        long reached = Arrays.stream(path.trajectory().steps())
                .filter(one -> one <= step)
                .count();
        return new Trail(name, path, fidelity, (int) Math.max(1, reached));
    }

    Trail whole() {
        return of(name, path, fidelity);
    }

    /** Returns where the checkpoints lie on the page, from the left. */
    double[] xs(Frame frame) {
        return Arrays.stream(path.a(), 0, count).map(frame::x).toArray();
    }

    /** Returns where the checkpoints lie on the page, from the top. */
    double[] ys(Frame frame) {
        return Arrays.stream(path.b(), 0, count).map(b -> frame.y(b, Side.LEFT)).toArray();
    }

    /** Returns the greatest distance off the plane, also of checkpoints that are not drawn. */
    double farthest() {
        return DoubleStream.of(path.offPlane()).max().getAsDouble();
    }

    double trueScore(int i) {
        return fidelity.orElseThrow().rows().get(i).trueScore();
    }

    /** Returns for example {@code path of SGD: 3 checkpoints from (2, 1) at step 0 to (0, 0) at step 20, ...}. */
    String inWords() {
        return "path of " + name + ": " + Numbers.count(count, "checkpoint") + " from " + place(0)
                + (count > 1 ? " to " + place(count - 1) : "") + ", "
                + Numbers.text(100 * path.share()) + " % of the variance of all its parameters in the plane, at most "
                + Numbers.text(farthest()) + " off it"
                + fidelity.map(this::scoresInWords).orElse("");
    }

    private String place(int i) {
        return "(" + Numbers.text(path.a()[i]) + ", " + Numbers.text(path.b()[i]) + ") at step "
                + path.trajectory().steps()[i];
    }

    private String scoresInWords(Fidelity found) {
        return "; true " + found.score() + " " + Numbers.text(trueScore(0)) + " at the first and "
                + Numbers.text(trueScore(count - 1)) + " at the last"
                + found.worst()
                        .map(row -> ", on the plane most different at step " + row.step() + ": "
                                + Numbers.text(row.onPlane()) + " for " + Numbers.text(row.trueScore()))
                        .orElse("");
    }
}
