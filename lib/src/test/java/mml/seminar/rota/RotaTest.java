package mml.seminar.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Known values: the table of the seminar's slides, winter semester 2023/24, Heidelberg University. */
class RotaTest {
    private static final String SLIDES = """
            1 2, 9 4, 7 6, 5 8, 3 10
            3 4, 1 6, 9 8, 7 10, 5 2
            5 6, 3 8, 1 10, 9 2, 7 4
            7 8, 5 10, 3 2, 1 4, 9 6
            9 10, 7 2, 5 4, 3 6, 1 8
            """;

    private static final Rota TEN = Rota.ofSlides(Sizes.of(10));

    @Test
    void ofTenIsTheTableOfTheSlides() {
        List<String> lines = SLIDES.lines().toList();
        for (int r = 0; r < 5; r++) {
            for (int p = 0; p < 5; p++) {
                Set<Integer> pair = new HashSet<>();
                for (String number : lines.get(r).split(", ")[p].split(" ")) {
                    pair.add(Integer.valueOf(number));
                }
                assertEquals(pair, Set.copyOf(TEN.at(Sizes.PAPERS.get(p), Sizes.ROLES.get(r))), r + ", " + p);
            }
        }
    }

    @Test
    void everybodyHasOneRoleAtEachPaperAndEachRoleOnce() {
        for (int number = 1; number <= 10; number++) {
            assertEquals(Sizes.PAPERS, List.copyOf(TEN.of(number).keySet()));
            assertEquals(Set.copyOf(Sizes.ROLES), Set.copyOf(TEN.of(number).values()));
        }
    }

    @Test
    void oddOnesGoForwardsAndEvenOnesBackwards() {
        for (int number = 1; number <= 10; number++) {
            for (int p = 0; p < 4; p++) {
                int from = Sizes.ROLES.indexOf(TEN.of(number).get(Sizes.PAPERS.get(p)));
                int to = Sizes.ROLES.indexOf(TEN.of(number).get(Sizes.PAPERS.get(p + 1)));
                assertEquals(number % 2 == 1 ? 1 : 4, Math.floorMod(to - from, 5));
            }
        }
    }

    @Test
    void eachOddOneWorksWithEachEvenOneOnce() {
        for (int odd = 1; odd < 10; odd += 2) {
            List<Integer> partners = new ArrayList<>();
            for (String paper : Sizes.PAPERS) {
                partners.addAll(TEN.partners(odd, paper));
            }
            partners.sort(null);
            assertEquals(List.of(2, 4, 6, 8, 10), partners);
        }
    }

    @Test
    void asATableItHasARowForEachRole() {
        assertEquals(List.of("role", "glorot", "ba", "li", "zhang", "grimmer"), TEN.columns());
        assertEquals(
                List.of("author", "1, 2", "4, 9", "6, 7", "5, 8", "3, 10"),
                TEN.rows().get(0));
        assertEquals("A, B", TEN.rows(number -> number == 1 ? "A" : "B").get(0).get(1));
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), TEN.presenting("glorot"));
    }

    @Test
    void itsCountsReachTheirBounds() {
        TEN.criteria().all().forEach(criterion -> assertEquals(criterion.lowerBound(), criterion.count()));
        assertEquals(0, TEN.criteria().all().get(1).count());
    }

    @Test
    void seatsMustBeThoseOfTheProblem() {
        refused("rota must have every paper, has no li", seats -> seats.remove("li"));
        refused("rota must have only the papers " + Sizes.PAPERS + ", has x", seats -> seats.put("x", Map.of()));
        refused(
                "rota.li must have every role, has no hacker",
                seats -> seats.get("li").remove("hacker"));
        refused(
                "rota.li.hacker must have 1 to 3 partners, has []",
                seats -> seats.get("li").put("hacker", List.of()));
        refused(
                "rota.li.hacker must have 1 to 3 partners, has [1, 2, 3, 4]",
                seats -> seats.get("li").put("hacker", List.of(1, 2, 3, 4)));
        refused(
                "rota.li.hacker[1] must be a participant, was 11",
                seats -> seats.get("li").put("hacker", List.of(3, 11)));
        refused(
                "rota.li.hacker[1] must have no other role at this paper, was 6",
                seats -> seats.get("li").put("hacker", List.of(3, 6)));
    }

    private static void refused(String message, Consumer<Map<String, Map<String, List<Integer>>>> change) {
        Map<String, Map<String, List<Integer>>> seats = new LinkedHashMap<>();
        TEN.seats().forEach((paper, roles) -> seats.put(paper, new LinkedHashMap<>(roles)));
        change.accept(seats);
        var e = assertThrows(IllegalArgumentException.class, () -> new Rota(TEN.problem(), seats));
        assertEquals(message, e.getMessage());
    }
}
