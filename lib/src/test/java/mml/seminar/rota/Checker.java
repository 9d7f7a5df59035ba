package mml.seminar.rota;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is wrong with a rota, found by looking at its seats alone: nothing here is shared with the solver. */
final class Checker {
    private final Rota rota;
    private final List<String> papers;
    private final List<String> roles;
    private final List<String> faults = new ArrayList<>();

    private Checker(Rota rota) {
        this.rota = rota;
        this.papers = rota.problem().papers();
        this.roles = rota.problem().roles();
    }

    static List<String> faults(Rota rota) {
        Checker checker = new Checker(rota);
        checker.papers.stream().filter(checker::isOpen).forEach(checker::paper);
        rota.problem().participants().forEach(checker::participant);
        return checker.faults;
    }

    private boolean isOpen(String paper) {
        return !rota.problem().held().contains(paper);
    }

    private void paper(String paper) {
        Set<Integer> seen = new HashSet<>();
        for (String role : roles) {
            List<Integer> partners = rota.seats().get(paper).get(role);
            if (partners.isEmpty() || partners.size() > 3) {
                faults.add(role + " at " + paper + " has " + partners.size());
            }
            partners.stream()
                    .filter(number -> !seen.add(number))
                    .forEach(number -> faults.add(number + " twice at " + paper));
        }
    }

    private void participant(Participant participant) {
        Map<Integer, String> done = new TreeMap<>();
        for (int p = 0; p < papers.size(); p++) {
            for (String role : roles) {
                if (rota.seats().get(papers.get(p)).get(role).contains(participant.number())) {
                    done.put(p, role);
                }
            }
        }
        presents(participant, done);
        List<String> inOrder = List.copyOf(done.values());
        for (int from = 0; from < inOrder.size(); from += roles.size()) {
            List<String> block = inOrder.subList(from, Math.min(inOrder.size(), from + roles.size()));
            if (new HashSet<>(block).size() < block.size()) {
                faults.add(participant.number() + " has a role twice while others are left: " + inOrder);
            }
        }
        for (Wish wish : participant.wishes()) {
            boolean isFulfilled = wish.paper().isEmpty()
                    ? done.containsValue(wish.role())
                    : wish.role().equals(done.get(papers.indexOf(wish.paper())));
            if (!isFulfilled) {
                faults.add(participant.number() + " has not " + wish);
            }
        }
    }

    private void presents(Participant participant, Map<Integer, String> done) {
        List<List<Integer>> possible = new ArrayList<>();
        boolean isAlternating = rota.problem().participants().size() > 15;
        for (int half = 0; half < (isAlternating ? 2 : 1); half++) {
            List<Integer> there = new ArrayList<>();
            for (int p = 0; p < papers.size(); p++) {
                boolean isTheirs = !isAlternating || p % 2 == half;
                boolean isAbsent = participant.absences().contains(papers.get(p));
                if (isOpen(papers.get(p)) ? isTheirs && !isAbsent : done.containsKey(p)) {
                    there.add(p);
                }
            }
            possible.add(there);
        }
        if (!possible.contains(List.copyOf(done.keySet()))) {
            faults.add(participant.number() + " presents at " + done.keySet() + ", should at one of " + possible);
        }
        if (isAlternating
                && participant.absences().isEmpty()
                && rota.problem().held().isEmpty()) {
            int least = papers.size() / 2;
            if (done.size() < least || done.size() > papers.size() - least) {
                faults.add(participant.number() + " presents " + done.size() + " times");
            }
        }
    }
}
