package mml.seminar.rota;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.variables.IntVar;

/** A search for cells that fulfil requirements, and for better ones, one aim after the other. */
final class Search {
    private final RotaProblem problem;
    private final int[][] before;
    private final List<Requirement> requirements;
    private final RotaSolver settings;

    /**
     * Something that there should be little of.
     *
     * @param variable counts it in a model
     * @param count counts it in cells
     * @param bound what cells with the same presenters cannot fall below
     */
    record Aim(Function<RotaModel, IntVar> variable, ToIntFunction<int[][]> count, ToIntFunction<int[][]> bound) {
        boolean isReached(int[][] cells) {
            return count.applyAsInt(cells) == bound.applyAsInt(cells);
        }
    }

    /**
     * What came of a search for less.
     *
     * @param cells the best
     * @param isComplete whether there is nothing better
     */
    record Best(int[][] cells, boolean isComplete) {}

    Search(RotaSolver settings, int[][] before, List<Requirement> requirements) {
        this.problem = settings.problem();
        this.before = before;
        this.requirements = requirements;
        this.settings = settings;
    }

    /** Finds any cells that fulfil the requirements, close to others if that can be. */
    int[][] first(int[][] hint) {
        RotaModel model = new RotaModel(problem, before, requirements);
        Solver solver = model.search(hint, settings.seed(), settings.failures());
        if (solver.solve()) {
            return model.found();
        }
        refuseIfInterrupted();
        throw solver.isStopCriterionMet()
                ? NoRota.notFound(settings.failures())
                : NoRota.clashing(new Clash(this, requirements).smallest());
    }

    /** Whether it is certain that nothing fulfils some requirements. */
    boolean isImpossible(List<Requirement> some) {
        RotaModel model = new RotaModel(problem, before, some);
        Solver solver = model.search(before, settings.seed(), settings.failures());
        boolean isFound = solver.solve();
        refuseIfInterrupted();
        return !isFound && !solver.isStopCriterionMet();
    }

    /** Has less of the last aim than the cells given, and of the others no more, as far as the search comes. */
    Best less(int[][] from, int[][] hint, List<Aim> aims) {
        Aim last = aims.get(aims.size() - 1);
        if (last.isReached(from)) {
            return new Best(from, true);
        }
        RotaModel model = new RotaModel(problem, before, requirements);
        for (Aim aim : aims.subList(0, aims.size() - 1)) {
            model.atMost(aim.variable().apply(model), aim.count().applyAsInt(from));
        }
        IntVar count = last.variable().apply(model);
        model.atMost(count, last.count().applyAsInt(from) - 1);
        model.minimise(count);
        Solver solver = model.search(hint, settings.seed(), settings.failures());
        int[][] best = from;
        while (!last.isReached(best) && solver.solve()) {
            best = model.found();
        }
        refuseIfInterrupted();
        return new Best(best, last.isReached(best) || !solver.isStopCriterionMet());
    }

    private static void refuseIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("the search for a rota was stopped");
        }
    }
}
