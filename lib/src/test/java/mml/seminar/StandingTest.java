package mml.seminar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The rules of the slides: to attend all meetings and to participate; to accept a role is the binding registration. */
class StandingTest {
    private static final LocalDate DAY = LocalDate.of(2023, 10, 20);
    private static final String FIRST = "1-glorot-bengio-2010";
    private static final String SECOND = "2-ba-caruana-2014";

    private final Seminar seminar = Slides.seminar();

    @Test
    void whoAcceptsTheRolesIsRegisteredFromThatDayOn() {
        assertEquals(Optional.empty(), seminar.standing(4).registered());
        Seminar after = seminar.register(4, DAY).register(4, DAY.plusDays(9));
        assertEquals(Optional.of(DAY), after.standing(4).registered());
        assertEquals(List.of(), after.standing(4).missing());
        assertEquals(
                seminar.rota().of(4), after.records().registrations().get(0).accepted());
    }

    @Test
    void aRoleThatARepairHasChangedIsToBeAcceptedAgain() {
        Registration other = new Registration(4, DAY, Map.of(FIRST, "hacker"));
        Standing standing = seminar.with(seminar.records().with(other)).standing(4);
        assertEquals(5, standing.toAccept().size());
        assertTrue(standing.missing().contains("has not accepted the role at " + FIRST));
    }

    @Test
    void whatIsMissingIsSaidAndNoMarkIsGiven() {
        Seminar after = seminar.register(1, DAY)
                .register(2, DAY)
                .register(3, DAY)
                .with(seminar.records()
                        .with(new Registration(1, DAY, seminar.rota().of(1)))
                        .with(new Registration(2, DAY, seminar.rota().of(2)))
                        .with(new Registration(3, DAY, seminar.rota().of(3)))
                        .with(new Attendance(FIRST, List.of(1, 2), List.of(1), Map.of(1, 2)))
                        .with(new Attendance(SECOND, List.of(1, 2, 3), List.of(1, 2, 3), Map.of(1, 1, 3, 1))));
        assertEquals(List.of(), after.standing(1).missing());
        assertEquals(3, after.standing(1).contributions());
        assertEquals(
                List.of("owes the report on " + FIRST, "has not contributed to a discussion"),
                after.standing(2).missing());
        assertEquals(
                List.of("was not at the meeting on " + FIRST, "owes the report on " + FIRST),
                after.standing(3).missing());
        assertEquals(
                List.of(
                        3,
                        "2023-10-20",
                        "1 of 2",
                        "1 of 5",
                        1,
                        String.join("; ", after.standing(3).missing())),
                after.standings().rows().get(2));
        assertEquals("has not registered", after.standing(4).missing().get(0));
    }

    @Test
    void whatIsWrittenDownOfAMeetingAgainReplacesWhatWas() {
        Records twice = Records.none()
                .with(new Attendance(FIRST, List.of(1), List.of(), Map.of()))
                .with(new Attendance(FIRST, List.of(2), List.of(), Map.of()));
        assertEquals(List.of(2), twice.attendance(FIRST).orElseThrow().present());
    }

    @Test
    void recordsMustFitTogether() {
        refused(
                "reported[0] must be present, 2 was not",
                () -> new Attendance(FIRST, List.of(1), List.of(2), Map.of()));
        refused(
                "present[1] must be another, 1 was there already",
                () -> new Attendance(FIRST, List.of(1, 1), List.of(), Map.of()));
        refused(
                "contributions.2 must be of somebody present",
                () -> new Attendance(FIRST, List.of(1), List.of(), Map.of(2, 1)));
        refused(
                "records.attendance[0].present[0] must be a participant of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], was 11",
                () -> seminar.with(Records.none().with(new Attendance(FIRST, List.of(11), List.of(), Map.of()))));
        refused(
                "records.registrations[0].accepted." + FIRST
                        + " must be one of the roles [author, reviewer, archaeologist,"
                        + " hacker, private-investigator], was painter",
                () -> seminar.with(Records.none().with(new Registration(1, DAY, Map.of(FIRST, "painter")))));
        refused(
                "records.attendance[0].reported[0] must have a role at this paper, 1 has none",
                () -> seminar.withoutRota()
                        .with(Records.none().with(new Attendance(FIRST, List.of(1), List.of(1), Map.of()))));
    }

    private static void refused(String message, Executable making) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, making).getMessage());
    }
}
