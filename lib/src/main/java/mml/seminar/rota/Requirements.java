package mml.seminar.rota;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** All that a rota must fulfil, those of everybody first, then those of single people. */
final class Requirements {
    private final RotaProblem problem;
    private final int[][] before;
    private final List<Requirement> all = new ArrayList<>();

    private Requirements(RotaProblem problem, int[][] before) {
        this.problem = problem;
        this.before = before;
    }

    /**
     * Returns them in an order in which those that are easiest to give up come last.
     *
     * @param before who does what at the papers that were held
     * @param unbalance by how many people the two halves may differ
     */
    static List<Requirement> of(RotaProblem problem, int[][] before, int unbalance) {
        Requirements requirements = new Requirements(problem, before);
        requirements.ofPapers();
        requirements.ofHalves(unbalance);
        requirements.ofEverybody();
        requirements.ofAbsences();
        requirements.ofWishes();
        return requirements.all;
    }

    private void ofPapers() {
        for (int p : open()) {
            int paper = p;
            String key = problem.papers().get(p);
            add("every role has a partner at " + key, model -> model.partners(paper, 1, Integer.MAX_VALUE));
            add(
                    "no role has more than " + RotaProblem.MOST_PARTNERS + " partners at " + key,
                    model -> model.partners(paper, 0, RotaProblem.MOST_PARTNERS));
        }
    }

    private void ofHalves(int unbalance) {
        if (problem.isAlternating()) {
            add("the halves that present in turn differ by at most " + unbalance, model -> model.balance(unbalance));
        }
    }

    private void ofEverybody() {
        for (int i = 0; i < problem.participants().size(); i++) {
            int row = i;
            String who = who(i);
            if (problem.isAlternating()) {
                boolean[] allowed = allowedHalves(i);
                add(
                        who + " presents whenever their half does, at as many papers as can be",
                        model -> model.presentsInTurn(row, allowed[0], allowed[1]));
                for (int half = 0; half < 2; half++) {
                    blocks(i, half).forEach(block -> add(different(who), model -> model.different(row, block)));
                }
            } else {
                add(who + " presents whenever they can be there", model -> model.presents(row));
                blocks(i, -1).forEach(block -> add(different(who), model -> model.different(row, block)));
            }
        }
    }

    private void ofAbsences() {
        for (int i = 0; i < problem.participants().size(); i++) {
            for (int p : open()) {
                if (problem.isAbsent(i, p)) {
                    int row = i;
                    int paper = p;
                    add(who(i) + " is absent at " + problem.papers().get(p), model -> model.absent(row, paper));
                }
            }
        }
    }

    private void ofWishes() {
        for (int i = 0; i < problem.participants().size(); i++) {
            for (Wish wish : problem.participants().get(i).wishes()) {
                int row = i;
                int role = problem.roles().indexOf(wish.role()) + 1;
                String wants = who(i) + " wants to be " + wish.role();
                if (wish.isForAnyPaper()) {
                    add(wants + " once", model -> model.hasOnce(row, role));
                } else if (!problem.held().contains(wish.paper())) {
                    int paper = problem.papers().indexOf(wish.paper());
                    add(wants + " at " + wish.paper(), model -> model.has(row, paper, role));
                }
            }
        }
    }

    /**
     * The half or halves in which somebody presents at half of the papers at least, or else as often as can be. After some meetings
     * half of those that are left will do: who comes late has missed some, and must not have to join the half that is larger.
     */
    private boolean[] allowedHalves(int row) {
        int[] papers = IntStream.range(0, problem.papers().size()).toArray();
        int[] often = often(row, papers);
        int[] open = often(row, open());
        int[] turns = IntStream.range(0, 2)
                .map(half ->
                        (int) IntStream.of(open()).filter(p -> p % 2 == half).count())
                .toArray();
        int least = Math.min(papers.length / 2, Math.max(often[0], often[1]));
        int leastOfOpen = Math.min(Math.min(turns[0], turns[1]), Math.max(open[0], open[1]));
        return new boolean[] {often[0] >= least || open[0] >= leastOfOpen, often[1] >= least || open[1] >= leastOfOpen};
    }

    private int[] often(int row, int[] papers) {
        return IntStream.range(0, 2)
                .map(half -> (int) IntStream.of(papers)
                        .filter(p -> mayPresent(row, p, half))
                        .count())
                .toArray();
    }

    /**
     * At as many papers one after the other as there are roles nobody has a role twice. What was done twice already cannot be
     * undone: of those papers one counts.
     */
    private List<int[]> blocks(int row, int half) {
        int[] papers = IntStream.range(0, problem.papers().size())
                .filter(p -> mayPresent(row, p, half))
                .toArray();
        int roles = problem.roles().size();
        return IntStream.iterate(0, from -> from < papers.length, from -> from + roles)
                .mapToObj(from ->
                        counting(row, Arrays.copyOfRange(papers, from, Math.min(papers.length, from + roles))))
                .toList();
    }

    private int[] counting(int row, int[] block) {
        return IntStream.of(block)
                .filter(p -> !problem.isHeld(p)
                        || IntStream.of(block)
                                .noneMatch(q -> q < p && problem.isHeld(q) && before[row][q] == before[row][p]))
                .toArray();
    }

    private boolean mayPresent(int row, int paper, int half) {
        return problem.isHeld(paper)
                ? before[row][paper] > 0
                : !problem.isAbsent(row, paper) && (half < 0 || paper % 2 == half);
    }

    private int[] open() {
        return IntStream.range(0, problem.papers().size())
                .filter(p -> !problem.isHeld(p))
                .toArray();
    }

    private void add(String sentence, Consumer<RotaModel> post) {
        all.add(new Requirement(sentence, post));
    }

    private static String different(String who) {
        return who + " has no role twice while others are left";
    }

    private String who(int row) {
        return "participant " + problem.participants().get(row).number();
    }
}
