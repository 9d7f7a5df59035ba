package mml.seminar.rota;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What no rota can do without in which the same people present at the same papers: by counting, without looking for one. */
final class Bounds {
    private final RotaProblem problem;
    private final int[][] cells;
    private final int roles;

    Bounds(RotaProblem problem, int[][] cells) {
        this.problem = problem;
        this.cells = cells;
        this.roles = problem.roles().size();
    }

    /** People who present less the seats of a role, in each group of people who share no paper with those of other groups. */
    int never(int role) {
        int never = 0;
        for (List<Integer> group : groups()) {
            int seats = 0;
            for (int p = 0; p < problem.papers().size(); p++) {
                if (presents(group, p)) {
                    int most = Math.min(RotaProblem.MOST_PARTNERS, presenting(p) - (roles - 1));
                    seats += problem.isHeld(p) ? count(cells, p, role) : Math.max(0, most);
                }
            }
            never += Math.max(0, group.size() - seats);
        }
        return never;
    }

    /** Places for two less the pairs of people who could fill them, in each such group. */
    int repeats() {
        int repeats = 0;
        for (List<Integer> group : groups()) {
            int places = 0;
            for (int p = 0; p < problem.papers().size(); p++) {
                places += presents(group, p) ? places(p) : 0;
            }
            repeats += Math.max(0, places - pairs(group));
        }
        return repeats;
    }

    /** A role has a partner only where there are two people for it. */
    int alone() {
        return IntStream.range(0, problem.papers().size())
                .filter(p -> !problem.isHeld(p))
                .map(p -> Math.max(0, 2 * roles - presenting(p)))
                .sum();
    }

    static int count(int[][] cells, int paper, int role) {
        return (int) IntStream.range(0, cells.length)
                .filter(i -> cells[i][paper] == role)
                .count();
    }

    /** Places for two are fewest where all roles have as many partners, but for one. */
    private int places(int paper) {
        int places = 0;
        for (int r = 0; r < roles; r++) {
            int partners = problem.isHeld(paper) ? count(cells, paper, r + 1) : (presenting(paper) + r) / roles;
            places += partners * (partners - 1) / 2;
        }
        return places;
    }

    private int pairs(List<Integer> group) {
        int pairs = 0;
        for (int i : group) {
            for (int j : group) {
                pairs += i < j && share(i, j) ? 1 : 0;
            }
        }
        return pairs;
    }

    private int presenting(int paper) {
        return cells.length - count(cells, paper, 0);
    }

    private boolean presents(List<Integer> group, int paper) {
        return group.stream().anyMatch(i -> cells[i][paper] > 0);
    }

    private boolean share(int i, int j) {
        return IntStream.range(0, problem.papers().size()).anyMatch(p -> cells[i][p] > 0 && cells[j][p] > 0);
    }

    private List<List<Integer>> groups() {
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            if (IntStream.of(cells[i]).allMatch(cell -> cell == 0)) {
                continue;
            }
            int row = i;
            List<Integer> joined = new ArrayList<>(List.of(row));
            groups.removeIf(group -> group.stream().anyMatch(j -> share(row, j)) && joined.addAll(group));
            groups.add(joined);
        }
        return groups;
    }
}
