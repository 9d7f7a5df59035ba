package mml.seminar.schedule;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import mml.math.Check;
import mml.math.Tabular;
import mml.seminar.rota.Rota;

/**
 * What happens in a meeting, to the minute: a report of everybody who presents, in the order of the roles, then the discussion.
 *
 * @param meeting the meeting
 * @param reports one after the other, from its beginning
 */
public record Agenda(Meeting meeting, List<Report> reports) implements Tabular {
    /**
     * One report.
     *
     * @param from when it begins
     * @param to when it ends
     * @param participant the number of who gives it
     * @param role the key of their role
     */
    public record Report(LocalTime from, LocalTime to, int participant, String role) {}

    /**
     * Copies the list, and checks it.
     *
     * @throws IllegalArgumentException if the reports do not follow each other from the meeting's beginning, or leave no time for
     *     a discussion
     */
    public Agenda {
        Check.given("meeting", meeting);
        reports = List.copyOf(reports);
        LocalTime end = meeting.from();
        for (Report report : reports) {
            Check.that(
                    report.from().equals(end) && report.to().isAfter(end),
                    "every report must begin when the one before ends, at %s, one was from %s to %s",
                    end,
                    report.from(),
                    report.to());
            end = report.to();
        }
        Check.that(
                end.isBefore(meeting.to()),
                "reports must end before the meeting does, at %s, ended at %s",
                meeting.to(),
                end);
    }

    /**
     * Returns the agenda of a meeting.
     *
     * @param meeting the meeting
     * @param rota says who presents
     * @param minutes of each report
     * @return the agenda
     * @throws IllegalArgumentException if the rota has no such paper, or the reports leave no time for a discussion
     */
    public static Agenda of(Meeting meeting, Rota rota, int minutes) {
        Check.positive("minutes", minutes);
        long people = rota.presenting(meeting.paper()).size();
        Check.that(
                people * minutes < meeting.minutes(),
                "minutes must leave time for a discussion in a meeting of %s, %s reports of %s were %s",
                meeting.minutes(),
                people,
                minutes,
                people * minutes);
        List<Report> reports = new ArrayList<>();
        for (String role : rota.problem().roles()) {
            for (int participant : rota.at(meeting.paper(), role)) {
                LocalTime from = meeting.from().plusMinutes((long) minutes * reports.size());
                reports.add(new Report(from, from.plusMinutes(minutes), participant, role));
            }
        }
        return new Agenda(meeting, reports);
    }

    /**
     * Returns when the discussion begins.
     *
     * @return the time; it ends with the meeting
     */
    public LocalTime discussion() {
        return reports.isEmpty()
                ? meeting.from()
                : reports.get(reports.size() - 1).to();
    }

    @Override
    public List<String> columns() {
        return List.of("from", "to", "what", "who");
    }

    @Override
    public List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Report report : reports) {
            rows.add(List.of(
                    report.from().toString(),
                    report.to().toString(),
                    report.role(),
                    String.valueOf(report.participant())));
        }
        rows.add(List.of(discussion().toString(), meeting.to().toString(), "discussion", "all"));
        return rows;
    }

    /**
     * Returns which meeting it is of.
     *
     * @return half a line
     */
    @Override
    public String toString() {
        return "Meeting on " + meeting.paper() + ", " + meeting.date();
    }
}
