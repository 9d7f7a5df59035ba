package mml.seminar.rota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chocosolver.solver.Model;
import org.chocosolver.solver.Solver;
import org.chocosolver.solver.search.limits.FailCounter;
import org.chocosolver.solver.search.strategy.selectors.variables.DomOverWDeg;
import org.chocosolver.solver.search.strategy.strategy.IntStrategy;
import org.chocosolver.solver.variables.BoolVar;
import org.chocosolver.solver.variables.IntVar;

/**
 * A rota as variables of the solver: one for each participant and paper. Its value is the role, counted from 1; or, if they do
 * not present, a negative number that no other variable can have, so that nobody seems to share a role with somebody else, or to
 * have one twice, by doing nothing.
 */
final class RotaModel {
    /** A search that was led astray by its first steps begins again after so many dead ends, */
    private static final int RESTART = 100;
    /** and then after so many times as many: a third of all are left for the last, which may have to prove something. */
    private static final double GROWTH = 1.5;

    private final Model model = new Model("rota");
    private final RotaProblem problem;
    private final IntVar[][] cells;
    private final BoolVar[] isInFirstHalf;

    /** Makes the variables; what was done at papers that were held is fixed. */
    RotaModel(RotaProblem problem, int[][] before, List<Requirement> requirements) {
        this.problem = problem;
        int rows = problem.participants().size();
        int papers = problem.papers().size();
        this.cells = new IntVar[rows][papers];
        for (int i = 0; i < rows; i++) {
            for (int p = 0; p < papers; p++) {
                cells[i][p] = problem.isHeld(p)
                        ? model.intVar(before[i][p] > 0 ? before[i][p] : nothing(i, p))
                        : model.intVar(
                                "participant " + i + " at " + p,
                                IntStream.concat(
                                                IntStream.of(nothing(i, p)),
                                                IntStream.rangeClosed(
                                                        1, problem.roles().size()))
                                        .toArray());
            }
        }
        this.isInFirstHalf = problem.isAlternating() ? model.boolVarArray(rows) : new BoolVar[0];
        requirements.forEach(requirement -> requirement.post().accept(this));
    }

    private int nothing(int row, int paper) {
        return -(row * problem.papers().size() + paper + 1);
    }

    void partners(int paper, int least, int most) {
        int[] roles = IntStream.rangeClosed(1, problem.roles().size()).toArray();
        IntVar[] counts = IntStream.of(roles)
                .mapToObj(role -> model.intVar(least, Math.min(most, cells.length)))
                .toArray(IntVar[]::new);
        model.globalCardinality(column(paper), roles, counts, false).post();
    }

    void balance(int most) {
        IntVar first = model.intVar((cells.length - most + 1) / 2, (cells.length + most) / 2);
        model.sum(isInFirstHalf, "=", first).post();
    }

    void presents(int row) {
        for (int p = 0; p < cells[row].length; p++) {
            if (!problem.isHeld(p) && !problem.isAbsent(row, p)) {
                cells[row][p].gt(0).post();
            }
        }
    }

    void presentsInTurn(int row, boolean inFirst, boolean inSecond) {
        if (inFirst != inSecond) {
            model.arithm(isInFirstHalf[row], "=", inFirst ? 1 : 0).post();
        }
        for (int p = 0; p < cells[row].length; p++) {
            if (!problem.isHeld(p) && !problem.isAbsent(row, p)) {
                BoolVar presents = model.arithm(cells[row][p], ">", 0).reify();
                model.arithm(presents, p % 2 == 0 ? "=" : "!=", isInFirstHalf[row])
                        .post();
            }
        }
    }

    void different(int row, int[] papers) {
        model.allDifferent(IntStream.of(papers).mapToObj(p -> cells[row][p]).toArray(IntVar[]::new))
                .post();
    }

    void absent(int row, int paper) {
        cells[row][paper].lt(0).post();
    }

    void has(int row, int paper, int role) {
        cells[row][paper].eq(role).post();
    }

    void hasOnce(int row, int role) {
        IntVar count = model.intVar(1, cells[row].length);
        model.count(role, cells[row], count).post();
    }

    /** The number of cells that differ from others, for the rows that are not null. */
    IntVar changes(int[][] others) {
        List<BoolVar> changes = new ArrayList<>();
        for (int i = 0; i < others.length; i++) {
            for (int p = 0; others[i] != null && p < others[i].length; p++) {
                int value = others[i][p] > 0 ? others[i][p] : nothing(i, p);
                changes.add(model.arithm(cells[i][p], "!=", value).reify());
            }
        }
        return sum(changes);
    }

    IntVar never(int role) {
        List<BoolVar> never = new ArrayList<>();
        for (IntVar[] row : cells) {
            BoolVar[] has = Stream.of(row)
                    .map(cell -> model.arithm(cell, "=", role).reify())
                    .toArray(BoolVar[]::new);
            BoolVar[] presents = Stream.of(row)
                    .map(cell -> model.arithm(cell, ">", 0).reify())
                    .toArray(BoolVar[]::new);
            BoolVar isEver = model.boolVar();
            BoolVar isThere = model.boolVar();
            model.max(isEver, has).post();
            model.max(isThere, presents).post();
            never.add(model.arithm(isThere, ">", isEver).reify());
        }
        return sum(never);
    }

    IntVar repeats() {
        List<IntVar> repeats = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < i; j++) {
                List<BoolVar> together = new ArrayList<>();
                for (int p = 0; p < cells[i].length; p++) {
                    together.add(model.arithm(cells[i][p], "=", cells[j][p]).reify());
                }
                IntVar more = model.intVar(0, cells[i].length - 1);
                model.max(more, model.offset(sum(together), -1), model.intVar(0))
                        .post();
                repeats.add(more);
            }
        }
        return sum(repeats);
    }

    IntVar alone() {
        List<BoolVar> alone = new ArrayList<>();
        for (int p = 0; p < problem.papers().size(); p++) {
            for (int r = 1; r <= problem.roles().size() && !problem.isHeld(p); r++) {
                IntVar count = model.intVar(0, cells.length);
                model.count(r, column(p), count).post();
                alone.add(model.arithm(count, "=", 1).reify());
            }
        }
        return sum(alone);
    }

    void atMost(IntVar count, int most) {
        model.arithm(count, "<=", most).post();
    }

    /** Prepares a search that tries these cells first, in the rows that are not null. */
    Solver search(int[][] first, long seed, long failures) {
        IntVar[] all = Stream.of(cells).flatMap(Stream::of).toArray(IntVar[]::new);
        Map<IntVar, Integer> hints = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            for (int p = 0; first[i] != null && p < cells[i].length; p++) {
                hints.put(cells[i][p], first[i][p] > 0 ? first[i][p] : nothing(i, p));
            }
        }
        Random random = new Random(seed);
        Solver solver = model.getSolver();
        solver.setSearch(new IntStrategy(all, new DomOverWDeg<>(all, seed), cell -> {
            Integer hint = hints.get(cell);
            return hint != null && cell.contains(hint) ? hint : any(cell, random);
        }));
        solver.setGeometricalRestart(RESTART, GROWTH, new FailCounter(model, RESTART), Integer.MAX_VALUE);
        solver.limitFail(failures);
        solver.addStopCriterion(() -> Thread.currentThread().isInterrupted());
        return solver;
    }

    private static int any(IntVar cell, Random random) {
        int value = cell.getLB();
        for (int skip = random.nextInt(cell.getDomainSize()); skip > 0; skip--) {
            value = cell.nextValue(value);
        }
        return value;
    }

    void minimise(IntVar count) {
        model.setObjective(Model.MINIMIZE, count);
    }

    int[][] found() {
        return Stream.of(cells)
                .map(row -> Stream.of(row)
                        .mapToInt(cell -> Math.max(0, cell.getValue()))
                        .toArray())
                .toArray(int[][]::new);
    }

    private IntVar[] column(int paper) {
        return Stream.of(cells).map(row -> row[paper]).toArray(IntVar[]::new);
    }

    private IntVar sum(List<? extends IntVar> parts) {
        IntVar sum = model.intVar(0, parts.stream().mapToInt(IntVar::getUB).sum());
        model.sum(parts.toArray(IntVar[]::new), "=", sum).post();
        return sum;
    }
}
