package mml.seminar.rota;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Changes that no repair can do without, by counting: who presents where they did not, or no longer where they did. */
final class Forced {
    private final RotaProblem problem;
    private final int[][] before;

    /** The rows of those who are new are null. */
    Forced(RotaProblem problem, int[][] before) {
        this.problem = problem;
        this.before = before;
    }

    /** Counts them, where the halves may differ by some people; a rota that alternates is split where it costs least. */
    int changes(int unbalance) {
        int rows = before.length;
        if (!problem.isAlternating()) {
            return IntStream.range(0, rows).map(i -> forced(i, -1)).sum();
        }
        int[] dearer = IntStream.range(0, rows)
                .map(i -> forced(i, 0) - forced(i, 1))
                .sorted()
                .toArray();
        int allInSecond = IntStream.range(0, rows).map(i -> forced(i, 1)).sum();
        return IntStream.rangeClosed((rows - unbalance + 1) / 2, (rows + unbalance) / 2)
                .map(first -> allInSecond + Arrays.stream(dearer, 0, first).sum())
                .min()
                .orElse(0);
    }

    private int forced(int row, int half) {
        if (before[row] == null) {
            return 0;
        }
        return (int) IntStream.range(0, problem.papers().size())
                .filter(p -> !problem.isHeld(p))
                .filter(p -> before[row][p] > 0 != presents(row, p, half))
                .count();
    }

    private boolean presents(int row, int paper, int half) {
        return !problem.isAbsent(row, paper) && (half < 0 || paper % 2 == half);
    }
}
