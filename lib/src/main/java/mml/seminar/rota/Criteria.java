package mml.seminar.rota;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mml.math.Tabular;

/**
 * What a rota should have little of, the most important first: participants who present but never are Hacker, partners who work
 * together once more, reports without a partner.
 *
 * <p>The lower bounds are for rotas in which the same people present at the same papers, found by counting alone.
 *
 * @param all with their counts
 */
public record Criteria(List<Criterion> all) implements Tabular {
    /** Copies the list. */
    public Criteria {
        all = List.copyOf(all);
    }

    static Criteria of(RotaProblem problem, int[][] cells) {
        Bounds bounds = new Bounds(problem, cells);
        List<Criterion> all = new ArrayList<>();
        if (problem.roles().contains(RotaProblem.ONCE_FOR_EVERYBODY)) {
            int role = problem.roles().indexOf(RotaProblem.ONCE_FOR_EVERYBODY) + 1;
            all.add(new Criterion(
                    "present, but never are " + RotaProblem.ONCE_FOR_EVERYBODY,
                    never(cells, role),
                    bounds.never(role)));
        }
        all.add(new Criterion("partners once more", repeats(cells), bounds.repeats()));
        all.add(new Criterion("reports without a partner", alone(problem, cells), bounds.alone()));
        return new Criteria(all);
    }

    static int never(int[][] cells, int role) {
        return (int) Stream.of(cells)
                .filter(row -> IntStream.of(row).anyMatch(cell -> cell > 0))
                .filter(row -> IntStream.of(row).noneMatch(cell -> cell == role))
                .count();
    }

    static int repeats(int[][] cells) {
        int repeats = 0;
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < i; j++) {
                int together = 0;
                for (int p = 0; p < cells[i].length; p++) {
                    together += cells[i][p] > 0 && cells[i][p] == cells[j][p] ? 1 : 0;
                }
                repeats += Math.max(0, together - 1);
            }
        }
        return repeats;
    }

    static int alone(RotaProblem problem, int[][] cells) {
        int alone = 0;
        for (int p = 0; p < problem.papers().size(); p++) {
            for (int r = 1; r <= problem.roles().size() && !problem.isHeld(p); r++) {
                alone += Bounds.count(cells, p, r) == 1 ? 1 : 0;
            }
        }
        return alone;
    }

    @Override
    public List<String> columns() {
        return List.of("what there should be little of", "in this rota", "lower bound by counting");
    }

    @Override
    public List<List<Object>> rows() {
        return all.stream()
                .map(criterion -> List.<Object>of(criterion.name(), criterion.count(), criterion.lowerBound()))
                .toList();
    }

    /**
     * Returns what the table shows.
     *
     * @return half a line
     */
    @Override
    public String toString() {
        return "What was found, beside bounds that no rota with these presenters can beat";
    }
}
