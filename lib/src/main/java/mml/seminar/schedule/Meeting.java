package mml.seminar.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import mml.math.Check;

/**
 * A meeting, at which one paper is discussed.
 *
 * @param paper the key of the paper
 * @param date the day
 * @param from when it begins, where it takes place
 * @param to when it ends, on the same day
 */
public record Meeting(String paper, LocalDate date, LocalTime from, LocalTime to) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the paper is blank, something else is null, or it does not end after it begins
     */
    public Meeting {
        Check.notBlank("paper", paper);
        Check.given("date", date);
        Check.given("from", from);
        Check.given("to", to);
        Check.that(to.isAfter(from), "to must be after %s, was %s", from, to);
    }

    /**
     * Returns one meeting a week, but for weeks whose day is a holiday.
     *
     * @param papers their keys, in the order of the meetings
     * @param slot the time of the week
     * @param start the first meeting is on this day or after it
     * @param holidays days without a meeting
     * @return as many meetings as papers
     */
    public static List<Meeting> weekly(List<String> papers, Slot slot, LocalDate start, List<Holiday> holidays) {
        List<Meeting> meetings = new ArrayList<>();
        LocalDate day = start.with(TemporalAdjusters.nextOrSame(slot.day()));
        for (String paper : papers) {
            while (isFree(day, holidays)) {
                day = day.plusWeeks(1);
            }
            meetings.add(new Meeting(paper, day, slot.from(), slot.to()));
            day = day.plusWeeks(1);
        }
        return meetings;
    }

    /**
     * Returns how long it is.
     *
     * @return in minutes
     */
    public int minutes() {
        return (int) Duration.between(from, to).toMinutes();
    }

    /**
     * Returns when it begins.
     *
     * @param zone of the place
     * @return the moment
     */
    public ZonedDateTime begins(ZoneId zone) {
        return ZonedDateTime.of(date, from, zone);
    }

    /**
     * Returns when it ends.
     *
     * @param zone of the place
     * @return the moment
     */
    public ZonedDateTime ends(ZoneId zone) {
        return ZonedDateTime.of(date, to, zone);
    }

    private static boolean isFree(LocalDate day, List<Holiday> holidays) {
        return holidays.stream().anyMatch(holiday -> holiday.has(day));
    }
}
