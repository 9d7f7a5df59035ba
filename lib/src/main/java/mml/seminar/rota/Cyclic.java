package mml.seminar.rota;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Where a search begins: families of as many participants as there are roles, each family going through the roles at a speed of
 * its own, {@code 1, -1, 2, ...} roles a paper, its members one role apart.
 *
 * <p>If the number of roles {@code R} is prime, two members of families with speeds {@code s} and {@code t} meet when
 * {@code (s - t) p} has one given remainder on division by {@code R}: at one of {@code R} papers; two members of one family
 * never meet, and nobody has a role twice. So up to three families need no search. With two families it is the table of the
 * seminar's slides.
 */
final class Cyclic {
    private Cyclic() {}

    /** Returns cells that know nothing of absences and wishes; seed 0 leaves the participants in their order. */
    static int[][] cells(RotaProblem problem, long seed) {
        int papers = problem.papers().size();
        int[][] cells = new int[problem.participants().size()][papers];
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, cells.length).boxed().toList());
        if (seed != 0) {
            Collections.shuffle(order, new Random(seed));
        }
        if (!problem.isAlternating()) {
            fill(
                    cells,
                    order,
                    IntStream.range(0, papers).toArray(),
                    problem.roles().size());
        } else {
            int half = (cells.length + 1) / 2;
            fill(
                    cells,
                    order.subList(0, half),
                    every(2, 0, papers),
                    problem.roles().size());
            fill(
                    cells,
                    order.subList(half, cells.length),
                    every(2, 1, papers),
                    problem.roles().size());
        }
        return cells;
    }

    private static int[] every(int step, int first, int papers) {
        return IntStream.iterate(first, p -> p < papers, p -> p + step).toArray();
    }

    /**
     * The first two families alternate, so that those who share a role at the first paper are neighbours. Where there are too few
     * for two, the first is whole, so that no role is without a partner.
     */
    private static void fill(int[][] cells, List<Integer> rows, int[] papers, int roles) {
        int pairs = Math.max(0, Math.min(roles, rows.size() - roles));
        for (int k = 0; k < rows.size(); k++) {
            boolean isPaired = k < 2 * pairs;
            boolean isSingle = k - pairs < roles;
            int member = isPaired ? k / 2 : isSingle ? k - pairs : k - 2 * roles;
            int family = isPaired ? k % 2 : isSingle ? 0 : 2;
            int speed = family == 0 ? 1 : family == 1 ? roles - 1 : 2;
            for (int turn = 0; turn < papers.length; turn++) {
                cells[rows.get(k)][papers[turn]] = (member + speed * turn) % roles + 1;
            }
        }
    }
}
