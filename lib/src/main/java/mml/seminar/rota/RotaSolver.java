package mml.seminar.rota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import mml.math.Check;

/**
 * Finds rotas, and repairs them. What must hold is fulfilled or refused; of what there should be little, the most important
 * comes first. The same problem and seed give the same rota: a search ends after a number of dead ends, not of seconds.
 *
 * <pre>{@code
 * Rota rota = RotaSolver.of(problem).seed(7).solve();
 * Repair repair = rota.without(4);
 * }</pre>
 *
 * <p>The search is that of choco-solver; it begins with families of participants that go through the roles at different speeds.
 *
 * @param problem what a rota is wanted for
 * @param seed any number; with 0 the participants begin in their order, else shuffled
 * @param failures after how many dead ends each part of the search ends
 */
public record RotaSolver(RotaProblem problem, long seed, long failures) {
    /** About a second for thirty participants. */
    private static final long FAILURES = 5_000;

    /**
     * Checks that there are numbers to search with.
     *
     * @throws IllegalArgumentException if the problem is null, or no failure is allowed
     */
    public RotaSolver {
        Check.given("problem", problem);
        Check.that(failures >= 1, "failures must be at least 1, was %s", failures);
    }

    /**
     * Returns a solver with seed 0 and usual patience.
     *
     * @param problem what a rota is wanted for
     * @return the solver
     */
    public static RotaSolver of(RotaProblem problem) {
        return new RotaSolver(problem, 0, FAILURES);
    }

    /**
     * Returns this solver with another seed.
     *
     * @param seed any number; with 0 the participants begin in their order, else shuffled
     * @return a new solver
     */
    public RotaSolver seed(long seed) {
        return new RotaSolver(problem, seed, failures);
    }

    /**
     * Returns this solver with more patience, or less.
     *
     * @param failures after how many dead ends each part of the search ends
     * @return a new solver
     * @throws IllegalArgumentException if it is below 1
     */
    public RotaSolver failures(long failures) {
        return new RotaSolver(problem, seed, failures);
    }

    /**
     * Finds a rota.
     *
     * @return the best that was found
     * @throws NoRota if there is none, with the requirements that clash; or if none was found
     * @throws IllegalArgumentException if meetings were held: then a rota is there that is to be repaired
     * @throws CancellationException if the calling thread is interrupted
     */
    public Rota solve() {
        Check.that(problem.held().isEmpty(), "papers held must be none where a rota is new, were %s", problem.held());
        int[][] none = new int[problem.participants().size()][problem.papers().size()];
        Search search = new Search(this, none, Requirements.of(problem, none, 1));
        return Cells.rota(problem, improved(search, search.first(Cyclic.cells(problem, seed)), List.of()), Map.of());
    }

    /**
     * Makes another rota fit this problem, with as little change as can be found for those who are in both; among rotas with so
     * little change, one that has little of what there should be little of.
     *
     * @param rota of the same roles, and the same papers or the first of them; at papers that were held it stays as it is
     * @return what changes
     * @throws IllegalArgumentException if it has other papers or roles
     * @throws NoRota if there is none that fits, with the requirements that clash; or if none was found
     * @throws CancellationException if the calling thread is interrupted
     */
    public Repair repair(Rota rota) {
        List<String> papers = rota.problem().papers();
        Check.that(
                papers.size() <= problem.papers().size()
                        && papers.equals(problem.papers().subList(0, papers.size())),
                "papers must be %s, or the first of them, were %s",
                problem.papers(),
                papers);
        Check.that(
                rota.problem().roles().equals(problem.roles()),
                "roles must be %s, were %s",
                problem.roles(),
                rota.problem().roles());
        int[][] before = Cells.of(problem, rota);
        int[][] ofThoseWhoStay = before.clone();
        for (int i = 0; i < before.length; i++) {
            int number = problem.participants().get(i).number();
            boolean isNew = rota.problem().participants().stream().noneMatch(other -> other.number() == number);
            ofThoseWhoStay[i] = isNew ? null : before[i];
        }
        int unbalance = unbalance(before);
        Search search = new Search(this, before, Requirements.of(problem, before, unbalance));
        int forced = new Forced(problem, ofThoseWhoStay).changes(unbalance);
        Search.Aim changes = new Search.Aim(
                model -> model.changes(ofThoseWhoStay), cells -> changes(ofThoseWhoStay, cells), cells -> forced);
        int[][] likely = likely(ofThoseWhoStay, papers.size());
        Search.Best least = search.less(search.first(likely), likely, List.of(changes));
        int[][] after = improved(search, least.cells(), List.of(changes));
        return new Repair(
                rota,
                Cells.rota(problem, after, rota.seats()),
                least.isComplete() ? Repair.Smallness.PROVED_SMALLEST : Repair.Smallness.SMALLEST_FOUND);
    }

    /** Gives those who present at a paper that is new a role that they have not had, of those the one with the fewest partners. */
    private int[][] likely(int[][] rows, int known) {
        int[][] likely = new int[rows.length][];
        IntStream.range(0, rows.length).forEach(i -> likely[i] = rows[i] == null ? null : rows[i].clone());
        for (int p = known; p < problem.papers().size(); p++) {
            int[] partners = new int[problem.roles().size()];
            for (int[] row : likely) {
                int half = problem.isAlternating() ? p % 2 : 0;
                int step = problem.isAlternating() ? 2 : 1;
                boolean presents = row != null
                        && IntStream.iterate(half, q -> q < known, q -> q + step)
                                .anyMatch(q -> row[q] > 0);
                int role = IntStream.rangeClosed(1, partners.length)
                        .filter(r -> presents && IntStream.of(row).noneMatch(cell -> cell == r))
                        .boxed()
                        .min(Comparator.comparing(r -> partners[r - 1]))
                        .orElse(0);
                if (role > 0) {
                    row[p] = role;
                    partners[role - 1]++;
                }
            }
        }
        return likely;
    }

    private int[][] improved(Search search, int[][] first, List<Search.Aim> before) {
        int[][] best = first;
        List<Search.Aim> aims = new ArrayList<>(before);
        for (Search.Aim aim : aims()) {
            aims.add(aim);
            best = search.less(best, hint(best), aims).cells();
        }
        return best;
    }

    /**
     * What a search for less should try first: who never has the role that everybody should have once gets it at a paper where
     * there is room, in place of a role that others have there too. Whether everything else fits then, the search finds out.
     */
    private int[][] hint(int[][] cells) {
        int role = problem.roles().indexOf(RotaProblem.ONCE_FOR_EVERYBODY) + 1;
        int[][] hint = Cells.copy(cells);
        for (int[] row : hint) {
            int open = IntStream.range(0, row.length)
                    .filter(p -> role > 0 && row[p] > 0 && !problem.isHeld(p))
                    .filter(p -> IntStream.of(row).noneMatch(cell -> cell == role))
                    .filter(p -> Bounds.count(hint, p, role) < RotaProblem.MOST_PARTNERS)
                    .filter(p -> Bounds.count(hint, p, row[p]) > 1)
                    .findFirst()
                    .orElse(-1);
            if (open >= 0) {
                row[open] = role;
            }
        }
        return hint;
    }

    private List<Search.Aim> aims() {
        List<Search.Aim> aims = new ArrayList<>();
        int hacker = problem.roles().indexOf(RotaProblem.ONCE_FOR_EVERYBODY) + 1;
        if (hacker > 0) {
            aims.add(new Search.Aim(
                    model -> model.never(hacker),
                    cells -> Criteria.never(cells, hacker),
                    cells -> new Bounds(problem, cells).never(hacker)));
        }
        aims.add(new Search.Aim(RotaModel::repeats, Criteria::repeats, cells -> new Bounds(problem, cells).repeats()));
        aims.add(new Search.Aim(
                RotaModel::alone,
                cells -> Criteria.alone(problem, cells),
                cells -> new Bounds(problem, cells).alone()));
        return aims;
    }

    /** Halves that somebody left may differ as they do now: to even them out would be a change. */
    private int unbalance(int[][] before) {
        int[] halves = new int[2];
        for (int[] row : before) {
            long even = IntStream.range(0, row.length)
                    .filter(p -> row[p] > 0 && p % 2 == 0)
                    .count();
            long odd = IntStream.range(0, row.length)
                    .filter(p -> row[p] > 0 && p % 2 == 1)
                    .count();
            halves[0] += even > 0 && odd == 0 ? 1 : 0;
            halves[1] += odd > 0 && even == 0 ? 1 : 0;
        }
        return Math.max(1, Math.abs(halves[0] - halves[1]));
    }

    private static int changes(int[][] before, int[][] after) {
        int changes = 0;
        for (int i = 0; i < before.length; i++) {
            for (int p = 0; before[i] != null && p < before[i].length; p++) {
                changes += before[i][p] == after[i][p] ? 0 : 1;
            }
        }
        return changes;
    }
}
