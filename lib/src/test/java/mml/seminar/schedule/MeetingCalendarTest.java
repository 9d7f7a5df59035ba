package mml.seminar.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What biweekly has written is read again by iCal4j. */
class MeetingCalendarTest {
    private static final Instant MADE = Instant.parse("2023-10-20T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final String HOSTILE = "a; b, c\\n\n\"d\"\r\nEND:VCALENDAR <script> \u202e";

    @TempDir
    Path folder;

    @Test
    void everyMeetingIsAnEventOfItsOwnInUtc() throws IOException, ParserException {
        List<Meeting> meetings = Meeting.weekly(
                List.of("a", "b", "c", "d", "e"), Slot.of("Mon 16:30-18:00"), LocalDate.of(2024, 3, 18), List.of());
        List<VEvent> events = read(calendar(meetings).ics(MADE));
        assertEquals(5, events.size());
        for (int k = 0; k < 5; k++) {
            DtStart<?> start = events.get(k).<DtStart<?>>getProperty("DTSTART").orElseThrow();
            DtEnd<?> end = events.get(k).<DtEnd<?>>getProperty("DTEND").orElseThrow();
            ZonedDateTime wanted = ZonedDateTime.of(meetings.get(k).date(), LocalTime.of(16, 30), BERLIN);
            assertEquals(wanted.toInstant(), Instant.from(start.getDate()));
            assertEquals(wanted.plusMinutes(90).toInstant(), Instant.from(end.getDate()));
            // summer time begins on 31 March: half past four is 15:30 in UTC before, 14:30 after
            assertEquals(k < 2 ? "153000Z" : "143000Z", start.getValue().substring(9));
        }
    }

    @Test
    void aMeetingThatIsMovedKeepsItsIdentity() throws IOException, ParserException {
        Meeting meeting = new Meeting("a", LocalDate.of(2023, 11, 13), LocalTime.of(14, 0), LocalTime.of(15, 30));
        Meeting moved = new Meeting("a", LocalDate.of(2023, 11, 14), LocalTime.of(14, 0), LocalTime.of(15, 30));
        Meeting other = new Meeting("b", LocalDate.of(2023, 11, 14), LocalTime.of(14, 0), LocalTime.of(15, 30));
        Set<String> identities = new HashSet<>();
        for (Meeting one : List.of(meeting, moved, other)) {
            identities.add(read(calendar(List.of(one)).ics(MADE))
                    .get(0)
                    .getUid()
                    .orElseThrow()
                    .getValue());
        }
        assertEquals(2, identities.size());
    }

    @Test
    void noTextIsTakenForAnotherLine() throws IOException, ParserException {
        Meeting meeting = new Meeting("a", LocalDate.of(2023, 11, 13), LocalTime.of(14, 0), LocalTime.of(15, 30));
        MeetingCalendar.Event event = new MeetingCalendar.Event(meeting, HOSTILE, HOSTILE);
        Path file = folder.resolve("seminar.ics");
        new MeetingCalendar("x", BERLIN, List.of(event)).write(file, MADE);
        List<VEvent> events = read(Files.readString(file));
        assertEquals(1, events.size());
        String unified = HOSTILE.replace("\r\n", "\n");
        assertEquals(unified, events.get(0).getSummary().getValue().replace("\r\n", "\n"));
        assertEquals(unified, events.get(0).getDescription().getValue().replace("\r\n", "\n"));
    }

    @Test
    void itNamesNoAddressToFetchFrom() {
        String text = calendar(List.of()).ics(MADE);
        assertFalse(text.contains("http"), text);
    }

    private static MeetingCalendar calendar(List<Meeting> meetings) {
        return new MeetingCalendar(
                "Seminar",
                BERLIN,
                meetings.stream()
                        .map(meeting -> new MeetingCalendar.Event(meeting, meeting.paper(), ""))
                        .toList());
    }

    private static List<VEvent> read(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text)).getComponents(Component.VEVENT);
    }
}
