package mml.seminar.rota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RotaSolverTest {
    static IntStream sizes() {
        return IntStream.rangeClosed(6, 30);
    }

    @Test
    void forTenItIsTheTableOfTheSlides() {
        assertEquals(Rota.ofSlides(Sizes.of(10)), RotaSolver.of(Sizes.of(10)).solve());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void everyRotaFulfilsWhatMustHold(int participants) {
        Rota rota = RotaSolver.of(Sizes.of(participants))
                .seed(participants)
                .failures(1000)
                .solve();
        assertEquals(List.of(), Checker.faults(rota));
        for (Criterion criterion : rota.criteria().all()) {
            assertTrue(criterion.count() >= criterion.lowerBound(), criterion.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 13})
    void sevenRolesAndEightPapersAreFoundAsSoonAsThereArePeopleEnough(int participants) {
        List<String> eight = List.of("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8");
        List<String> seven = List.of("r1", "r2", "r3", "hacker", "r5", "r6", "r7");
        Rota rota = RotaSolver.of(RotaProblem.of(eight, seven, participants))
                .failures(300)
                .solve();
        assertEquals(List.of(), Checker.faults(rota));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 9, 10, 11, 13, 15})
    void upToFifteenEverybodyIsHackerAndNoTwoWorkTogetherTwice(int participants) {
        List<Criterion> found =
                RotaSolver.of(Sizes.of(participants)).seed(1).solve().criteria().all();
        assertEquals(0, found.get(0).count());
        assertEquals(0, found.get(1).count());
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 10, 13, 15, 18, 26})
    void absencesAndWishesAreRespected(int participants) {
        Random random = new Random(participants);
        RotaProblem problem = Sizes.of(participants);
        for (int k = 0; k < 2; k++) {
            int absent = 1 + random.nextInt(participants / 2);
            int wishing = participants / 2 + 1 + k;
            problem = problem.replacing(Participant.of(absent).absent(Sizes.PAPERS.get(random.nextInt(5))))
                    .replacing(Participant.of(wishing).wishing(Wish.of(Sizes.ROLES.get(random.nextInt(5)))));
        }
        int last = participants;
        problem = problem.replacing(Participant.of(last).wishing(Wish.at("hacker", "zhang")));
        Rota rota = RotaSolver.of(problem).seed(3).failures(1000).solve();
        assertEquals(List.of(), Checker.faults(rota));
        assertEquals("hacker", rota.of(last).get("zhang"));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 17})
    void theSameSeedGivesTheSameRotaAndAnotherOneAnother(int participants) {
        RotaSolver solver = RotaSolver.of(Sizes.of(participants)).failures(500);
        assertEquals(solver.seed(5).solve(), solver.seed(5).solve());
        assertNotEquals(solver.seed(5).solve(), solver.seed(6).solve());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 12})
    void thereMayBeFewerOrMorePapersThanRoles(int papers) {
        List<String> keys =
                IntStream.range(0, papers).mapToObj(p -> "paper-" + p).toList();
        for (int participants : new int[] {6, 11, 17}) {
            Rota rota = RotaSolver.of(RotaProblem.of(keys, Sizes.ROLES, participants))
                    .solve();
            assertEquals(List.of(), Checker.faults(rota));
        }
    }

    @Test
    void fourWhoWantOneRoleClash() {
        RotaProblem problem = Sizes.of(10);
        for (int number : new int[] {2, 3, 5, 7}) {
            problem = problem.replacing(Participant.of(number).wishing(Wish.at("hacker", "li")));
        }
        RotaSolver solver = RotaSolver.of(problem);
        NoRota e = assertThrows(NoRota.class, solver::solve);
        assertEquals(
                List.of(
                        "no role has more than 3 partners at li",
                        "participant 2 wants to be hacker at li",
                        "participant 3 wants to be hacker at li",
                        "participant 5 wants to be hacker at li",
                        "participant 7 wants to be hacker at li"),
                e.clash());
        assertTrue(e.getMessage().startsWith("there is no rota, as these cannot all hold:\n- no role"), e.getMessage());
    }

    @Test
    void tooManyWhoAreAbsentClash() {
        RotaProblem problem = Sizes.of(6).replacing(Participant.of(1).absent("ba"));
        problem = problem.replacing(Participant.of(4).absent("ba", "li"));
        RotaSolver solver = RotaSolver.of(problem);
        NoRota e = assertThrows(NoRota.class, solver::solve);
        assertEquals(
                List.of(
                        "every role has a partner at ba",
                        "participant 1 is absent at ba",
                        "participant 4 is absent at ba"),
                e.clash());
    }

    @Test
    void aRoleThatSomebodyWantsTwiceClashesWithThatNobodyHasOneTwice() {
        Participant eager =
                Participant.of(3).wishing(Wish.at("author", "glorot")).wishing(Wish.at("author", "li"));
        RotaSolver solver = RotaSolver.of(Sizes.of(9).replacing(eager));
        NoRota e = assertThrows(NoRota.class, solver::solve);
        assertEquals(
                List.of(
                        "participant 3 has no role twice while others are left",
                        "participant 3 wants to be author at glorot",
                        "participant 3 wants to be author at li"),
                e.clash());
    }

    @Test
    void itCanBeStopped() {
        Thread.currentThread().interrupt();
        try {
            RotaSolver solver = RotaSolver.of(Sizes.of(16));
            assertThrows(CancellationException.class, solver::solve);
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void itPrintsNothing() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream there = new PrintStream(printed, true);
        System.setOut(there);
        System.setErr(there);
        try {
            RotaSolver.of(Sizes.of(8)).solve().without(1);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", printed.toString());
    }

    @Test
    void moreThanTwoHalvesAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> Sizes.of(31));
        assertEquals("participants must be at most 30, two halves of 5 roles with 3 partners, were 31", e.getMessage());
    }

    @Test
    void whatIsMeantMustBeThere() {
        RotaProblem ten = Sizes.of(10);
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> ten.replacing(Participant.of(3).absent("he")));
        assertEquals(
                "absences of participant 3 must each name a paper of " + Sizes.PAPERS + ", one was he", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> ten.replacing(Participant.of(11)));
        assertThrows(IllegalArgumentException.class, () -> ten.with(Participant.of(10)));
    }
}
