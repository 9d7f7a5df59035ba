package mml.seminar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is written down of people: who has registered, and who did what at the meetings.
 *
 * @param registrations in any order
 * @param attendance of the meetings that are over, at most one a paper
 */
public record Records(List<Registration> registrations, List<Attendance> attendance) {
    /** Copies the lists. */
    public Records {
        registrations = List.copyOf(registrations);
        attendance = List.copyOf(attendance);
    }

    /**
     * Returns that nothing has happened yet.
     *
     * @return empty records
     */
    public static Records none() {
        return new Records(List.of(), List.of());
    }

    /**
     * Returns what happened at the meeting on a paper.
     *
     * @param paper the key of the paper
     * @return its attendance, if the meeting is over
     */
    public Optional<Attendance> attendance(String paper) {
        return attendance.stream().filter(one -> one.paper().equals(paper)).findFirst();
    }

    /**
     * Returns what somebody has accepted.
     *
     * @param participant the number
     * @return from the first registration to the last
     */
    public List<Registration> registrations(int participant) {
        return registrations.stream()
                .filter(one -> one.participant() == participant)
                .sorted(Comparator.comparing(Registration::date))
                .toList();
    }

    /**
     * Returns these records with one registration more.
     *
     * @param registration of somebody
     * @return new records
     */
    public Records with(Registration registration) {
        return new Records(
                Stream.concat(registrations.stream(), Stream.of(registration)).toList(), attendance);
    }

    /**
     * Returns these records with what happened at a meeting, in place of what was written down of it before.
     *
     * @param meeting what happened
     * @return new records
     */
    public Records with(Attendance meeting) {
        List<Attendance> all = new ArrayList<>(attendance);
        all.removeIf(one -> one.paper().equals(meeting.paper()));
        all.add(meeting);
        return new Records(registrations, all);
    }
}
