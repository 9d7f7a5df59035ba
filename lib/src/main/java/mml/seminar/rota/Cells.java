package mml.seminar.rota;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rota as numbers: for each participant a row, for each paper a column; 0 for nothing, else the role counted from 1. */
final class Cells {
    private Cells() {}

    static int[][] of(Rota rota) {
        return of(rota.problem(), rota);
    }

    /** Returns what the participants of one problem do in the rota of another: nothing, if they or the paper were not there. */
    static int[][] of(RotaProblem problem, Rota rota) {
        int[][] cells = new int[problem.participants().size()][problem.papers().size()];
        for (int i = 0; i < cells.length; i++) {
            int number = problem.participants().get(i).number();
            for (int p = 0; p < rota.problem().papers().size(); p++) {
                cells[i][p] = rota.role(number, problem.papers().get(p))
                        .map(role -> problem.roles().indexOf(role) + 1)
                        .orElse(0);
            }
        }
        return cells;
    }

    /**
     * Returns the rota. At papers that were held the seats are those of before; at others partners who are the same people stay in
     * their order.
     */
    static Rota rota(RotaProblem problem, int[][] cells, Map<String, Map<String, List<Integer>>> before) {
        Map<String, Map<String, List<Integer>>> seats = new LinkedHashMap<>();
        for (int p = 0; p < problem.papers().size(); p++) {
            Map<String, List<Integer>> roles = new LinkedHashMap<>();
            for (int r = 0; r < problem.roles().size(); r++) {
                List<Integer> partners = new ArrayList<>();
                for (int i = 0; i < cells.length; i++) {
                    if (cells[i][p] == r + 1) {
                        partners.add(problem.participants().get(i).number());
                    }
                }
                String role = problem.roles().get(r);
                List<Integer> was =
                        before.getOrDefault(problem.papers().get(p), Map.of()).getOrDefault(role, List.of());
                boolean isSame = was.size() == partners.size() && was.containsAll(partners);
                roles.put(role, isSame ? was : partners);
            }
            String paper = problem.papers().get(p);
            seats.put(paper, problem.isHeld(p) ? before.get(paper) : roles);
        }
        return new Rota(problem, seats);
    }

    static int[][] copy(int[][] cells) {
        int[][] copy = cells.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = cells[i].clone();
        }
        return copy;
    }
}
