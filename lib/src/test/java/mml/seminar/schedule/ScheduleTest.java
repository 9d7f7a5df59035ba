package mml.seminar.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import mml.seminar.rota.Rota;
import mml.seminar.rota.RotaProblem;
import mml.seminar.rota.RotaSolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final Slot EARLY = Slot.of("Mon 14:00-15:30");
    private static final Slot LATE = Slot.of("Tue 16:30-18:00");
    private static final List<String> PAPERS = List.of("a", "b", "c", "d", "e");
    private static final List<String> ROLES =
            List.of("author", "reviewer", "archaeologist", "hacker", "private-investigator");

    @Test
    void slotsAreReadAsTheyAreWritten() {
        assertEquals(new Slot(DayOfWeek.TUESDAY, LocalTime.of(16, 30), LocalTime.of(18, 0)), LATE);
        assertEquals("Tue 16:30-18:00", LATE.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Die 14:00-15:30", "Mon 14:00", "Mon 24:30-25:00", "mon 14:00-15:30"})
    void anotherFormIsRefused(String text) {
        var e = assertThrows(IllegalArgumentException.class, () -> Slot.of(text));
        assertEquals("slot must be written as in \"Mon 16:30-18:00\", was \"" + text + "\"", e.getMessage());
    }

    @Test
    void aSlotEndsAfterItBegins() {
        var e = assertThrows(IllegalArgumentException.class, () -> Slot.of("Mon 14:00-13:00"));
        assertEquals("to must be after 14:00, was 13:00", e.getMessage());
    }

    @Test
    void theChoiceSaysHowManyCanComeAndWhoCannot() {
        SlotChoice choice = new SlotChoice(
                List.of(EARLY, LATE),
                List.of(1, 2, 3, 4),
                Map.of(1, List.of(EARLY, LATE), 2, List.of(LATE), 3, List.of()));
        assertEquals(List.of(1), choice.can(EARLY));
        assertEquals(List.of(2, 3), choice.cannot(EARLY));
        assertEquals(List.of(4), choice.silent());
        assertEquals(List.of(LATE), choice.best());
        assertEquals(List.of("Mon 14:00-15:30", 1, 2, "2, 3"), choice.rows().get(0));
        assertEquals("3 of 4 have answered, most can come Tue 16:30-18:00", choice.toString());
    }

    @Test
    void thereIsAMeetingAWeekButOnHolidays() {
        List<Holiday> holidays = List.of(Holiday.of("2023-11-20"), Holiday.of("2023-12-04/2023-12-17"));
        List<LocalDate> dates = Meeting.weekly(PAPERS, EARLY, LocalDate.of(2023, 11, 7), holidays).stream()
                .map(Meeting::date)
                .toList();
        assertEquals(
                List.of(
                        LocalDate.of(2023, 11, 13),
                        LocalDate.of(2023, 11, 27),
                        LocalDate.of(2023, 12, 18),
                        LocalDate.of(2023, 12, 25),
                        LocalDate.of(2024, 1, 1)),
                dates);
        assertTrue(dates.stream().allMatch(date -> date.getDayOfWeek() == DayOfWeek.MONDAY));
    }

    @Test
    void holidaysWithoutEndAreRefused() {
        List<Holiday> holidays = List.of(Holiday.of("2023-12-24/2203-01-06"));
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> Meeting.weekly(PAPERS, EARLY, LocalDate.of(2023, 12, 4), holidays));
        assertEquals("holidays must leave a week free within a year, from 2023-12-25 on there is none", e.getMessage());
    }

    /** On 31 March 2024 clocks in Berlin go from two to three, on 27 October from three to two. */
    @ParameterizedTest
    @CsvSource({"2024-03-31, 02:30, 03:15", "2024-03-31, 01:30, 04:00", "2024-10-27, 01:30, 04:00"})
    void aMeetingAtWhichClocksAreChangedIsRefused(LocalDate date, LocalTime from, LocalTime to) {
        List<Meeting> meetings = List.of(new Meeting("a", date, from, to));
        var e = assertThrows(
                IllegalArgumentException.class,
                () -> new Timetable(ZoneId.of("Europe/Berlin"), List.of(EARLY), Map.of(), List.of(), meetings));
        assertEquals(
                "meetings[0].from must be a time at which nobody changes the clocks in Europe/Berlin until the end, was "
                        + from + " on " + date,
                e.getMessage());
        new Timetable(ZoneId.of("Asia/Tokyo"), List.of(EARLY), Map.of(), List.of(), meetings);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 429_496_730, Integer.MAX_VALUE})
    void reportsOfAnyLengthAreCountedRightly(int minutes) {
        Meeting meeting = new Meeting("a", LocalDate.of(2023, 11, 13), LocalTime.of(14, 0), LocalTime.of(15, 30));
        Rota rota = Rota.ofSlides(RotaProblem.of(PAPERS, ROLES, 10));
        var e = assertThrows(IllegalArgumentException.class, () -> Agenda.of(meeting, rota, minutes));
        assertEquals(
                "minutes must leave time for a discussion in a meeting of 90, 10 reports of " + minutes + " were "
                        + 10L * minutes,
                e.getMessage());
    }

    /** The slides: ten participants, 50 minutes of reports; the other 40 of the meeting's 90 are for the discussion. */
    @Test
    void theAgendaOfTenIsFiftyMinutesOfReportsAndFortyOfDiscussion() {
        Meeting meeting = new Meeting("a", LocalDate.of(2023, 11, 13), LocalTime.of(14, 0), LocalTime.of(15, 30));
        Rota rota = Rota.ofSlides(RotaProblem.of(PAPERS, ROLES, 10));
        Agenda agenda = Agenda.of(meeting, rota, 5);
        assertEquals(
                rota.presenting("a"),
                agenda.reports().stream().map(Agenda.Report::participant).toList());
        assertEquals(List.of("14:00", "14:05", "author", "1"), agenda.rows().get(0));
        assertEquals(
                List.of("14:45", "14:50", "private-investigator", "10"),
                agenda.rows().get(9));
        assertEquals(
                List.of("14:50", "15:30", "discussion", "all"), agenda.rows().get(10));
    }

    @Test
    void reportsMustLeaveTimeForTheDiscussion() {
        Meeting meeting = new Meeting("a", LocalDate.of(2023, 11, 13), LocalTime.of(14, 0), LocalTime.of(15, 15));
        Rota rota = RotaSolver.of(RotaProblem.of(PAPERS, ROLES, 15)).solve();
        var e = assertThrows(IllegalArgumentException.class, () -> Agenda.of(meeting, rota, 5));
        assertEquals(
                "minutes must leave time for a discussion in a meeting of 75, 15 reports of 5 were 75", e.getMessage());
    }
}
