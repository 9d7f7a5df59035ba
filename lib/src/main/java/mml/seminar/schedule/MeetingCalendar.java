package mml.seminar.schedule;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import mml.math.Check;
import mml.math.WholeFile;

/**
 * Meetings as a calendar file of iCalendar (RFC 5545): each meeting an event of its own, its times in UTC, so that a calendar
 * needs to know no time zone to show them.
 *
 * @param name of the seminar; two with the same name overwrite each other's meetings in a calendar
 * @param zone of the place, in which the meetings' times are
 * @param events in any order
 */
public record MeetingCalendar(String name, ZoneId zone, List<Event> events) {
    /**
     * A meeting with what a calendar shows of it.
     *
     * @param meeting when it is
     * @param summary its title
     * @param description what else is to be known; may be empty
     */
    public record Event(Meeting meeting, String summary, String description) {
        /**
         * Checks that they are there.
         *
         * @throws IllegalArgumentException if the summary is blank, or something else null
         */
        public Event {
            Check.given("meeting", meeting);
            Check.notBlank("summary", summary);
            Check.given("description", description);
        }
    }

    /**
     * Copies the list, and checks the name.
     *
     * @throws IllegalArgumentException if the name is blank, or the zone null
     */
    public MeetingCalendar {
        Check.notBlank("name", name);
        Check.given("zone", zone);
        events = List.copyOf(events);
    }

    /**
     * Returns the text of the file. A meeting keeps its identity when it is moved: a calendar that reads the file again moves it
     * too.
     *
     * @param made when the file is made
     * @return in lines that end as the standard asks
     */
    public String ics(Instant made) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//mml//seminar//EN");
        for (Event event : events) {
            VEvent entry = new VEvent();
            entry.setUid(
                    UUID.nameUUIDFromBytes((name + "\n" + event.meeting().paper()).getBytes(StandardCharsets.UTF_8))
                            .toString());
            entry.setDateTimeStamp(Date.from(made));
            entry.setDateStart(new DateStart(date(event.meeting().begins(zone)), true));
            entry.setDateEnd(new DateEnd(date(event.meeting().ends(zone)), true));
            entry.setSummary(event.summary());
            if (!event.description().isEmpty()) {
                entry.setDescription(event.description());
            }
            calendar.addEvent(entry);
        }
        return Biweekly.write(calendar).go();
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file such as {@code seminar.ics}; replaced if it exists
     * @param made when the file is made
     * @throws IOException if it cannot be written; what was there is as it was
     */
    public void write(Path file, Instant made) throws IOException {
        WholeFile.write(file, ics(made));
    }

    private static Date date(ZonedDateTime moment) {
        return Date.from(moment.toInstant());
    }
}
