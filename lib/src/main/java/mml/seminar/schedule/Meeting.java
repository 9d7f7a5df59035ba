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
    /** The last that a calendar file can write. */
    private static final int LAST_YEAR = 9999;
    /** Who finds no free week within this time has mistyped a holiday. */
    private static final int WEEKS = 53;

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the paper is blank, something else is null, the year has not one to four digits, or it does not end
     *     after it begins
     */
    public Meeting {
        Check.notBlank("paper", paper);
        Check.given("date", date);
        Check.that(
                date.getYear() >= 1 && date.getYear() <= LAST_YEAR,
                "date must be of a year from 1 to %s, was %s",
                LAST_YEAR,
                date);
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
     * @throws IllegalArgumentException if something is null, or holidays leave no week free for more than a year
     */
    public static List<Meeting> weekly(List<String> papers, Slot slot, LocalDate start, List<Holiday> holidays) {
        Check.given("slot", slot);
        Check.given("start", start);
        List<Meeting> meetings = new ArrayList<>();
        LocalDate day = start.with(TemporalAdjusters.nextOrSame(slot.day()));
        for (String paper : papers) {
            LocalDate earliest = day;
            while (isHoliday(day, holidays)) {
                day = day.plusWeeks(1);
                Check.that(
                        day.isBefore(earliest.plusWeeks(WEEKS)),
                        "holidays must leave a week free within a year, from %s on there is none",
                        earliest);
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

    /** Returns whether it lasts as long as its times say: not if clocks are changed while it takes place, or at its ends. */
    boolean isSteady(ZoneId zone) {
        return begins(zone).toLocalTime().equals(from)
                && Duration.between(begins(zone), ends(zone)).equals(Duration.between(from, to));
    }

    private static boolean isHoliday(LocalDate day, List<Holiday> holidays) {
        return holidays.stream().anyMatch(holiday -> holiday.has(day));
    }
}
