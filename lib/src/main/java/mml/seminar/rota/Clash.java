package mml.seminar.rota;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Which of many requirements clash: a set that cannot hold, while it is not certain of any smaller part of it. */
final class Clash {
    /** Sets found in different orders differ; more orders seldom bring a smaller one. */
    private static final int ORDERS = 4;

    private final Search search;
    private final List<Requirement> all;

    Clash(Search search, List<Requirement> all) {
        this.search = search;
        this.all = all;
    }

    /** Returns the sentences of the smallest of the sets that are left when requirements are given up in several orders. */
    List<String> smallest() {
        List<Requirement> best = all;
        for (int k = 0; k < ORDERS; k++) {
            List<Requirement> order = new ArrayList<>(all);
            if (k == 1) {
                Collections.reverse(order);
            } else if (k > 1) {
                Collections.shuffle(order, new Random(k));
            }
            best = Collections.min(List.of(best, reduced(order)), Comparator.comparingInt(List::size));
        }
        return all.stream()
                .filter(best::contains)
                .map(Requirement::sentence)
                .distinct()
                .toList();
    }

    /** Gives up as many as there are in one step, then half as many, and so on: most have no part in it. */
    private List<Requirement> reduced(List<Requirement> order) {
        List<Requirement> kept = new ArrayList<>(order);
        for (int step = kept.size() / 2; step >= 1; step /= 2) {
            for (int from = 0; from < kept.size(); ) {
                List<Requirement> fewer = new ArrayList<>(kept);
                fewer.subList(from, Math.min(kept.size(), from + step)).clear();
                if (search.isImpossible(fewer)) {
                    kept = fewer;
                } else {
                    from += step;
                }
            }
        }
        return kept;
    }
}
