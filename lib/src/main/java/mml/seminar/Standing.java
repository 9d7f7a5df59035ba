package mml.seminar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How somebody stands with what the rules ask: to attend all meetings and to take part, with a report for each role and in the
 * discussions. It is no mark.
 *
 * @param participant the number
 * @param registered the day on which roles were accepted first, if they were
 * @param toAccept the keys of the papers whose role in the rota has not been accepted
 * @param attended the keys of the papers at whose meeting they were
 * @param missed the keys of the papers at whose meeting they were not
 * @param reported the keys of the papers on which they have reported
 * @param owed the keys of the papers at whose meeting they should have reported, and did not
 * @param toCome the keys of the papers on which they are still to report
 * @param contributions to discussions, of all meetings together
 */
public record Standing(
        int participant,
        Optional<LocalDate> registered,
        List<String> toAccept,
        List<String> attended,
        List<String> missed,
        List<String> reported,
        List<String> owed,
        List<String> toCome,
        int contributions) {
    /** Copies the lists. */
    public Standing {
        toAccept = List.copyOf(toAccept);
        attended = List.copyOf(attended);
        missed = List.copyOf(missed);
        reported = List.copyOf(reported);
        owed = List.copyOf(owed);
        toCome = List.copyOf(toCome);
    }

    static Standing of(Seminar seminar, int participant) {
        List<Registration> registrations = seminar.records().registrations(participant);
        List<String> toAccept = new ArrayList<>();
        List<String> attended = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        List<String> reported = new ArrayList<>();
        List<String> owed = new ArrayList<>();
        List<String> toCome = new ArrayList<>();
        int contributions = 0;
        for (Paper paper : seminar.papers()) {
            String key = paper.key();
            Optional<String> role = seminar.hasRota() ? seminar.rota().role(participant, key) : Optional.empty();
            boolean isAccepted = role.isEmpty()
                    || registrations.stream()
                            .anyMatch(one -> role.get().equals(one.accepted().get(key)));
            Optional<Attendance> meeting = seminar.records().attendance(key);
            if (meeting.isPresent()) {
                boolean hasReported = meeting.get().reported().contains(participant);
                (meeting.get().present().contains(participant) ? attended : missed).add(key);
                if (hasReported) {
                    reported.add(key);
                } else if (role.isPresent()) {
                    owed.add(key);
                }
                contributions += meeting.get().contributions().getOrDefault(participant, 0);
            } else if (role.isPresent()) {
                toCome.add(key);
                if (!isAccepted) {
                    toAccept.add(key);
                }
            }
        }
        Optional<LocalDate> registered = registrations.stream().findFirst().map(Registration::date);
        return new Standing(participant, registered, toAccept, attended, missed, reported, owed, toCome, contributions);
    }

    /**
     * Returns what is still missing of what the rules ask, as far as meetings were held.
     *
     * @return sentences; empty if nothing is
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (registered.isEmpty()) {
            missing.add("has not registered");
        } else {
            toAccept.forEach(paper -> missing.add("has not accepted the role at " + paper));
        }
        missed.forEach(paper -> missing.add("was not at the meeting on " + paper));
        owed.forEach(paper -> missing.add("owes the report on " + paper));
        if (contributions == 0 && !attended.isEmpty()) {
            missing.add("has not contributed to a discussion");
        }
        return missing;
    }
}
