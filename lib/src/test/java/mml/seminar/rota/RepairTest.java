package mml.seminar.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepairTest {
    static IntStream sizes() {
        return IntStream.rangeClosed(6, 30);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void afterADropOutTheRotaFitsAgain(int participants) {
        Rota before = RotaSolver.of(Sizes.of(participants)).failures(300).solve();
        RotaProblem fewer = before.problem().without(1 + participants / 2);
        Repair repair = RotaSolver.of(fewer).failures(1000).repair(before);
        assertEquals(List.of(), Checker.faults(repair.after()));
        assertEquals(differences(repair), repair.changes().size());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void afterALateArrivalTheRotaFitsAgain(int participants) {
        Rota before = RotaSolver.of(Sizes.of(participants - 1)).failures(300).solve();
        RotaProblem more = before.problem().with(Participant.of(40));
        Repair repair = RotaSolver.of(more).failures(1000).repair(before);
        assertEquals(List.of(), Checker.faults(repair.after()));
        assertEquals(differences(repair), repair.changes().size());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void onePaperMoreChangesNothingAtTheOthers(int participants) {
        Rota before = RotaSolver.of(Sizes.of(participants)).failures(300).solve();
        Repair repair =
                RotaSolver.of(before.problem().reading("6-more")).failures(1000).repair(before);
        assertEquals(List.of(), Checker.faults(repair.after()));
        assertEquals("No change, proved smallest", repair.toString());
        for (String paper : before.problem().papers()) {
            assertEquals(before.seats().get(paper), repair.after().seats().get(paper));
        }
    }

    @Test
    void papersInAnotherOrderAreRefused() {
        Rota slides = Rota.ofSlides(Sizes.of(10));
        List<String> papers = new ArrayList<>(slides.problem().papers());
        Collections.reverse(papers);
        RotaProblem other = RotaProblem.of(papers, slides.problem().roles(), 10);
        var e = assertThrows(
                IllegalArgumentException.class, () -> RotaSolver.of(other).repair(slides));
        assertEquals(
                "papers must be " + papers + ", or the first of them, were "
                        + slides.problem().papers(),
                e.getMessage());
    }

    @Test
    void ofTenNobodyHasToChange() {
        Rota slides = Rota.ofSlides(Sizes.of(10));
        assertEquals("No change, proved smallest", slides.without(4).toString());
        assertEquals(
                "No change, proved smallest", slides.with(Participant.of(11)).toString());
    }

    /** Of those who stay after the first has gone, seven do not present at two papers, and eight not at three. */
    @Test
    void changesThatAreForcedAreCounted() {
        int[][] sixteen = Cyclic.cells(Sizes.of(16), 0);
        int[][] others = Arrays.copyOfRange(sixteen, 1, 16);
        assertEquals(7 * 2 + 8 * 3, new Forced(Sizes.of(15), others).changes(1));
        int[][] fifteen = Cyclic.cells(Sizes.of(15), 0);
        int[][] more = Arrays.copyOf(fifteen, 16);
        assertEquals(8 * 2 + 7 * 3, new Forced(Sizes.of(16), more).changes(1));
        assertEquals(0, new Forced(Sizes.of(15), fifteen).changes(1));
        assertEquals(0, new Forced(Sizes.of(16), sixteen).changes(1));
    }

    @Test
    void withLittlePatienceTheSmallestIsFoundButNotProved() {
        Rota before = RotaSolver.of(Sizes.of(7)).failures(300).solve();
        RotaSolver solver = RotaSolver.of(before.problem().without(1));
        Repair proved = solver.repair(before);
        assertEquals("4 changes, proved smallest", proved.toString());
        for (int failures : new int[] {1, 10, 100}) {
            Repair found = solver.failures(failures).repair(before);
            assertEquals(Repair.Smallness.SMALLEST_FOUND, found.smallness());
            assertTrue(found.changes().size() >= proved.changes().size());
        }
    }

    /** With three roles, two papers and four participants every rota can be looked at. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void noRotaThatFitsHasFewerChanges(int number) {
        RotaProblem problem = RotaProblem.of(List.of("a", "b"), List.of("x", "y", "z"), 5);
        Rota before = new Rota(
                problem,
                Map.of(
                        "a", Map.of("x", List.of(1), "y", List.of(2, 3), "z", List.of(4, 5)),
                        "b", Map.of("x", List.of(2, 4), "y", List.of(1, 5), "z", List.of(3))));
        Repair repair = before.without(number);
        assertEquals(Repair.Smallness.PROVED_SMALLEST, repair.smallness());
        assertEquals(fewest(before, problem.without(number)), repair.changes().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 12, 19})
    void whatWasHeldStaysEvenOfThoseWhoLeft(int participants) {
        Rota before =
                RotaSolver.of(Sizes.of(participants)).failures(300).solve().held("glorot", "ba");
        Repair repair = before.without(2);
        assertEquals(List.of(), Checker.faults(repair.after()));
        for (String paper : List.of("glorot", "ba")) {
            assertEquals(before.seats().get(paper), repair.after().seats().get(paper));
        }
        assertTrue(repair.after().role(2, "glorot").isPresent()
                || repair.after().role(2, "ba").isPresent());
        assertTrue(repair.after().role(2, "li").isEmpty());
        Repair again = repair.after().with(Participant.of(99));
        assertEquals(List.of(), Checker.faults(again.after()));
        assertTrue(again.after().role(99, "glorot").isEmpty());
    }

    /**
     * Five who stay must fill the five roles of three papers, each role three times; but what the sixth did alone only one of them
     * has done already, so it is left for four.
     */
    @Test
    void whatTheSixthDidAloneCannotBeDistributedAnyMore() {
        Rota before = RotaSolver.of(Sizes.of(6)).solve().held("glorot", "ba");
        NoRota e = assertThrows(NoRota.class, () -> before.without(3));
        assertTrue(e.clash().contains("every role has a partner at li"), e.getMessage());
        assertTrue(e.clash().contains("participant 2 has no role twice while others are left"), e.getMessage());
    }

    @Test
    void whoComesLateMayJoinTheSmallerHalfThoughItPresentsLessOftenFromNowOn() {
        List<String> six = List.of("p1", "p2", "p3", "p4", "p5", "p6");
        Rota before = RotaSolver.of(RotaProblem.of(six, Sizes.ROLES, 26))
                .failures(500)
                .solve()
                .without(9)
                .after()
                .held("p1");
        Repair repair = before.with(Participant.of(50));
        assertEquals("No change, proved smallest", repair.toString());
        assertEquals(List.of("p3", "p5"), List.copyOf(repair.after().of(50).keySet()));
    }

    @Test
    void aWishForAPaperThatWasHeldStopsNoRepair() {
        RotaProblem wishing = Sizes.of(10).replacing(Participant.of(3).wishing(Wish.at("hacker", "glorot")));
        Rota slides = new Rota(wishing, Rota.ofSlides(Sizes.of(10)).seats()).held("glorot");
        assertEquals("No change, proved smallest", slides.without(10).toString());
    }

    @Test
    void aRoleThatSomebodyHadTwiceBeforeStopsNoRepair() {
        Map<String, Map<String, List<Integer>>> seats =
                new LinkedHashMap<>(Rota.ofSlides(Sizes.of(10)).seats());
        seats.put("ba", seats.get("glorot"));
        Rota twice = new Rota(Sizes.of(10), seats).held("glorot", "ba");
        Rota after = twice.without(4).after();
        for (Participant participant : after.problem().participants()) {
            List<String> toCome =
                    List.copyOf(after.of(participant.number()).values()).subList(1, 5);
            assertEquals(4, Set.copyOf(toCome).size(), participant + " " + toCome);
        }
    }

    @Test
    void halvesBecomeNecessaryWithTheSixteenth() {
        Repair repair = RotaSolver.of(Sizes.of(15)).solve().with(Participant.of(16));
        assertEquals(List.of(), Checker.faults(repair.after()));
        // the newcomer joins the half that presents three times: eight others then present twice less, seven three
        // times
        assertEquals("37 changes, proved smallest", repair.toString());
    }

    @Test
    void asATableItNamesWhatWasAndWhatIs() {
        Repair repair = RotaSolver.of(Sizes.of(8)).solve().without(1);
        assertEquals(List.of("participant", "paper", "before", "after"), repair.columns());
        Change first = repair.changes().get(0);
        assertEquals(
                List.of(first.participant(), first.paper(), first.before(), first.after()),
                repair.rows().get(0));
    }

    private static int differences(Repair repair) {
        int differences = 0;
        for (Participant participant : repair.after().problem().participants()) {
            for (String paper : Sizes.PAPERS) {
                boolean isOld = repair.before().problem().participants().contains(participant);
                String was = repair.before().of(participant.number()).get(paper);
                String is = repair.after().of(participant.number()).get(paper);
                differences += isOld && !String.valueOf(was).equals(String.valueOf(is)) ? 1 : 0;
            }
        }
        return differences;
    }

    private static int fewest(Rota before, RotaProblem problem) {
        int fewest = Integer.MAX_VALUE;
        for (List<List<Integer>> first : rows(problem)) {
            for (List<List<Integer>> second : rows(problem)) {
                Map<String, Map<String, List<Integer>>> seats = Map.of("a", seats(first), "b", seats(second));
                Rota rota = new Rota(problem, seats);
                if (Checker.faults(rota).isEmpty()) {
                    int changes = new Repair(before, rota, Repair.Smallness.SMALLEST_FOUND)
                            .changes()
                            .size();
                    fewest = Math.min(fewest, changes);
                }
            }
        }
        return fewest;
    }

    private static Map<String, List<Integer>> seats(List<List<Integer>> roles) {
        return Map.of("x", roles.get(0), "y", roles.get(1), "z", roles.get(2));
    }

    /** All ways to give four people three roles so that each role has somebody. */
    private static List<List<List<Integer>>> rows(RotaProblem problem) {
        List<List<List<Integer>>> rows = new ArrayList<>();
        for (int code = 0; code < 81; code++) {
            List<List<Integer>> roles = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            int rest = code;
            for (Participant participant : problem.participants()) {
                roles.get(rest % 3).add(participant.number());
                rest /= 3;
            }
            if (roles.stream().noneMatch(List::isEmpty)) {
                rows.add(roles);
            }
        }
        return rows;
    }
}
