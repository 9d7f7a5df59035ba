package mml.bench.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import mml.bench.exchange.Case;
import mml.bench.exchange.Numbers;
import mml.bench.exchange.Outcome;
import mml.bench.exchange.Problem;
import mml.landscape.Plane;
import mml.landscape.Surface;
import mml.math.Grid;
import mml.math.Parameters;
import mml.train.NetworkObjective;

/**
 * Loss and accuracy on a grid of a plane; observed are the losses at points that the case names, counted along the rows from
 * 0, done are points.
 */
final class SurfaceOfPlane implements Work {
    @Override
    public Outcome measure(Path folder) throws IOException {
        Problem problem = Problem.read(folder);
        Case.Amount amount = problem.about().amount();
        Plane plane =
                new Plane(problem.start(), direction(problem, folder, "first"), direction(problem, folder, "second"));
        NetworkObjective objective = NetworkObjective.of(problem.network(), problem.data());
        Grid.Axis small = new Grid.Axis(-1, 1, 2);
        Grid.Axis axis = new Grid.Axis(-1, 1, amount.grid());
        for (int i = 0; i < amount.warm(); i++) {
            plane.surface(objective, small, small);
        }
        long began = System.nanoTime();
        Surface surface = plane.surface(objective, axis, axis);
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Outcome(seconds, surface.done(), losses(surface.grid("loss"), amount.checked()));
    }

    private static Parameters direction(Problem problem, Path folder, String name) throws IOException {
        return Parameters.of(problem.network().layout(), Numbers.floats(folder.resolve(name + ".f32")));
    }

    private static List<Double> losses(Grid grid, List<Integer> points) {
        int columns = grid.x().count();
        return IntStream.range(0, points.size())
                .mapToObj(i -> grid.at(points.get(i) % columns, points.get(i) / columns))
                .toList();
    }
}
